#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/measured.hpp"

/// KPIs of ringing, against days whose sums are known.
namespace floorwalker::measure {
namespace {

using namespace support;

/// One person from 8 to 12 who takes calls after 4 s, and two calls of ten minutes: at 9:00 and 9:05.
Scenario desk() {
    Scenario scenario = quiet_day(4);
    add_type(scenario, "a", 10min);
    Group one = group("desk", {}, {0});
    one.shifts = {{{8h, 12h}, 1}};
    one.ring = Ring{.delay = constant(4s)};
    add_group(scenario, one);
    add_call(scenario, 9h);
    add_call(scenario, 9h + 5min);
    return scenario;
}

}  // namespace

TEST_CASE("the ring is part of the wait, and of the occupancy, but not of the handling time", "[measure][ring]") {
    const RunResult result = measured(desk());
    for (const KpiSet& kpis : {result.overall, result.call_types.front().kpis, result.groups.front().kpis}) {
        CHECK(value(kpis, Kpi::ring_s) == Approx(4));
        CHECK(value(kpis, Kpi::ring_missed) == 0.0);
        CHECK(value(kpis, Kpi::asa_s) == Approx((4 + 308) / 2.0));
        CHECK(value(kpis, Kpi::asa_queued_s) == Approx(308));  // the first was in no queue
        CHECK(value(kpis, Kpi::aht_s) == Approx(600));
    }
    CHECK(value(result.overall, Kpi::wait_probability) == Approx(0.5));
    CHECK(value(result.overall, Kpi::service_level) == Approx(0.5));  // within 20 s
    CHECK(value(result.overall, Kpi::occupancy) == Approx((2 * 604) / (4 * 3600.0)));
}

TEST_CASE("a ring that is too long misses the target", "[measure][ring]") {
    Scenario scenario = desk();
    scenario.replay->pop_back();
    scenario.groups.front().ring = Ring{.rings = 6, .delay = constant(21s)};
    const KpiSet kpis = measured(scenario).overall;
    CHECK(value(kpis, Kpi::service_level) == 0.0);
    CHECK(value(kpis, Kpi::wait_p50_s) == Approx(21).epsilon(0.01));
}

TEST_CASE("rings that nobody took, and the time after them", "[measure][ring]") {
    Scenario scenario = desk();
    scenario.call_types.front().patience = constant(3min);
    scenario.groups.front().ring->not_answered = 1 - 1e-9;
    scenario.replay->pop_back();
    // Rings 9:00:00 to 9:00:15; two minutes later for another 15 s; gives up at 9:03:00 while nobody is there.
    const RunResult result = measured(scenario);
    CHECK(value(result.overall, Kpi::ring_missed) == 2.0);
    CHECK(value(result.groups.front().kpis, Kpi::ring_missed) == 2.0);
    CHECK(value(result.overall, Kpi::do_not_disturb_hours) == Approx(4 / 60.0));
    CHECK(value(result.overall, Kpi::shrinkage) == Approx(4 / 240.0));
    CHECK(value(result.overall, Kpi::abandoned) == 1.0);
}

TEST_CASE("who hangs up while it rings has not left at once", "[measure][ring]") {
    Scenario scenario = desk();
    scenario.call_types.front().patience = constant(3s);
    scenario.replay->pop_back();
    const KpiSet kpis = measured(scenario).overall;
    CHECK(value(kpis, Kpi::abandoned) == 1.0);
    CHECK(value(kpis, Kpi::left_at_once) == 0.0);
    CHECK(value(kpis, Kpi::wait_all_s) == Approx(3));
}

}  // namespace floorwalker::measure
