#include "sim/report/text/hours.hpp"

#include <catch2/catch.hpp>

using namespace floorwalker;
using namespace floorwalker::report;
using namespace std::chrono_literals;

namespace {

IntervalKpis interval(Duration start, double answered, double abandoned, double level) {
    IntervalKpis made{start, start + 30min, false, {}};
    made.kpis[Kpi::offered].mean = answered + abandoned;
    made.kpis[Kpi::answered].mean = answered;
    made.kpis[Kpi::abandoned].mean = abandoned;
    made.kpis[Kpi::service_level] = {level, 0.1};
    made.kpis[Kpi::abandonment].mean = abandoned / (answered + abandoned);
    return made;
}

}  // namespace

TEST_CASE("Intervals of an hour are weighed by what their KPIs are divided by", "[report]") {
    std::vector<IntervalKpis> intervals{interval(8h, 90, 10, 0.8), interval(8h + 30min, 250, 50, 0.6),
                                        interval(9h, 10, 0, 1)};
    intervals.push_back({10h, 32h, true, {}});
    const auto hours = by_hour(intervals, ServiceLevelVariant::offered);
    REQUIRE(hours.size() == 3);
    CHECK(hours[0].start == 8h);
    CHECK(hours[0].end == 9h);
    CHECK(*hours[0].kpis[Kpi::offered].mean == 400);
    // (100 × 0.8 + 300 × 0.6) / 400 = 260 / 400
    CHECK(*hours[0].kpis[Kpi::service_level].mean == Approx(0.65));
    CHECK_FALSE(hours[0].kpis[Kpi::service_level].half_width);
    // 60 / 400
    CHECK(*hours[0].kpis[Kpi::abandonment].mean == Approx(0.15));
    CHECK_FALSE(hours[0].kpis[Kpi::asa_s].mean);
    CHECK(hours[2].after_close);

    // Of the answered: (90 × 0.8 + 250 × 0.6) / 340 = 222 / 340
    const auto of_answered = by_hour(intervals, ServiceLevelVariant::answered);
    CHECK(*of_answered[0].kpis[Kpi::service_level].mean == Approx(222.0 / 340));
}

TEST_CASE("Hours of the variants that leave abandons out", "[report]") {
    // Of 10 abandons, 4 came later than the target and 8 were not short: 94 and 98 contacts are judged.
    auto first = interval(8h, 90, 10, 0.5);
    first.kpis[Kpi::abandonment_after_target].mean = 4.0 / 100;
    first.kpis[Kpi::abandonment_without_short].mean = 8.0 / 98;
    auto second = interval(8h + 30min, 100, 0, 1);
    second.kpis[Kpi::abandonment_after_target].mean = 0;
    second.kpis[Kpi::abandonment_without_short].mean = 0;
    const auto in_target = by_hour({first, second}, ServiceLevelVariant::abandon_in_target_ignored);
    CHECK(*in_target[0].kpis[Kpi::service_level].mean == Approx((94 * 0.5 + 100) / 194));
    const auto short_ones = by_hour({first, second}, ServiceLevelVariant::short_abandon_ignored);
    CHECK(*short_ones[0].kpis[Kpi::service_level].mean == Approx((98 * 0.5 + 100) / 198));
}
