#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/journeys.hpp"
#include "tests/support/measured.hpp"

/// KPIs of people who come and go, against what the facts of a day or two say.
namespace floorwalker::measure {
namespace {

using namespace support;

/// Nobody calls; ten people from 8 to 10. Three begin their training of three days on the first.
Scenario training_desk() {
    Scenario scenario = quiet_day(2);
    scenario.centre.days = 90;
    add_type(scenario, "a", 60s);
    Group desk = group("desk", {}, {0});
    desk.shifts = {{{8h, 10h}, 10}};
    desk.cost_per_hour = 10;
    desk.attrition = Attrition{0.0, 1.0};
    desk.hiring = {{.day = 0, .every = {}, .people = 3, .training = 3 * kDay}};
    add_group(scenario, desk);
    return scenario;
}

}  // namespace

TEST_CASE("who is trained is paid, is shrinkage, and waits paid for a place", "[measure][turnover]") {
    // Nobody leaves: three people, two hours on each of 90 days.
    const KpiSet kpis = measured(training_desk()).overall;
    CHECK(value(kpis, Kpi::trainee_hours) == Approx(3 * 2 * 90));
    CHECK(value(kpis, Kpi::paid_hours) == Approx(13 * 2 * 90));
    CHECK(value(kpis, Kpi::cost) == Approx(13 * 2 * 90 * 10));
    CHECK(value(kpis, Kpi::shrinkage) == Approx(3.0 / 13));
    CHECK(value(kpis, Kpi::planned_shrinkage) == Approx(3.0 / 13));
    CHECK(value(kpis, Kpi::unplanned_shrinkage) == Approx(0).margin(1e-12));
    CHECK(value(kpis, Kpi::headcount) == Approx(10));
    CHECK(value(kpis, Kpi::mean_agents) == Approx(10));
    CHECK(value(kpis, Kpi::vacancy) == Approx(0).margin(1e-12));
    CHECK(value(kpis, Kpi::left) == 0);
    CHECK(value(kpis, Kpi::joined) == 0);
}

TEST_CASE("headcount and vacancy add up the days on which places are held", "[measure][turnover]") {
    Scenario scenario = training_desk();
    scenario.groups.front().attrition = Attrition{0.99, 1.0};
    const RunResult result = measured(scenario);
    double left = 0, joined = 0, vacant_days = 0;
    const auto days_after = [](TimePoint at) { return static_cast<double>(90 - at.time_since_epoch() / kDay); };
    for (const auto& one : facts_like<PersonLeft>(scenario)) ++left, vacant_days += days_after(one.at);
    for (const auto& one : facts_like<PersonJoined>(scenario)) ++joined, vacant_days -= days_after(one.at);
    REQUIRE(left > 3);
    REQUIRE(joined == 3);
    CHECK(value(result.overall, Kpi::left) == left);
    CHECK(value(result.overall, Kpi::joined) == joined);
    CHECK(value(result.overall, Kpi::vacancy) == Approx(vacant_days / (10 * 90)));
    CHECK(value(result.overall, Kpi::headcount) == Approx(10 - vacant_days / 90));
    CHECK(value(result.groups.front().kpis, Kpi::left) == left);
    CHECK_FALSE(result.intervals.front().kpis[Kpi::left].mean.has_value());

    SECTION("by month") {
        REQUIRE(result.months.size() == 3);
        CHECK(result.months[0].id == "1–30");
        CHECK(result.months[2].id == "61–90");
        double all = 0, headcount = 0;
        for (const NamedKpis& month : result.months) {
            all += value(month.kpis, Kpi::left);
            headcount += value(month.kpis, Kpi::headcount) / 3;
        }
        CHECK(all == left);
        CHECK(headcount == Approx(value(result.overall, Kpi::headcount)));
    }
}

TEST_CASE("a run of less than two months has no months, nor has one in which nobody comes or goes",
          "[measure][turnover]") {
    Scenario scenario = training_desk();
    scenario.centre.days = 59;
    CHECK(measured(scenario).months.empty());
    scenario.centre.days = 90;
    scenario.groups.front().attrition.reset();
    scenario.groups.front().hiring.clear();
    const RunResult result = measured(scenario);
    CHECK(result.months.empty());
    CHECK_FALSE(result.overall[Kpi::headcount].mean.has_value());
}

}  // namespace floorwalker::measure
