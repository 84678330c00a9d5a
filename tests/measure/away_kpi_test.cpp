#include <catch2/catch.hpp>

#include "sim/plan/replicate.hpp"
#include "tests/support/builders.hpp"

/// Hours away and shrinkage, against a day whose sums are known.
namespace floorwalker::measure {
namespace {

using namespace support;

/// Six people from 8 to 16 and nobody who calls. Each has two breaks of 15 minutes and a meal of 30.
Scenario quiet_desk() {
    Scenario scenario = quiet_day(8);
    add_type(scenario, "a", 60s);
    Group desk = group("desk", {}, {0});
    desk.shifts = {{{8h, 16h}, 6}};
    desk.cost_per_hour = 10;
    desk.away = {{.what = AgentState::on_break, .from = 9h + 30min, .until = 11h, .at_once = 2},
                 {.what = AgentState::meal, .from = 11h, .until = 14h, .length = 30min},
                 {.what = AgentState::on_break, .from = 14h, .until = 16h, .at_once = 1}};
    add_group(scenario, desk);
    return scenario;
}

KpiSet measured(const Scenario& scenario) {
    plan::ReplicateOptions options;
    options.run.replications = 1;
    return plan::replicate(scenario, options).overall;
}

double value(const KpiSet& kpis, Kpi kpi) { return kpis[kpi].mean.value(); }

}  // namespace

TEST_CASE("hours away by what for, and their part of the paid time", "[measure][away]") {
    const KpiSet kpis = measured(quiet_desk());
    CHECK(value(kpis, Kpi::break_hours) == Approx(6 * 0.25 * 2));
    CHECK(value(kpis, Kpi::meal_hours) == Approx(6 * 0.5));
    CHECK(value(kpis, Kpi::meeting_hours) == 0.0);
    CHECK(value(kpis, Kpi::paid_hours) == Approx(48));
    CHECK(value(kpis, Kpi::cost) == Approx(480));
    CHECK(value(kpis, Kpi::planned_shrinkage) == Approx(6.0 / 48));
    CHECK(value(kpis, Kpi::unplanned_shrinkage) == Approx(0.0).margin(1e-12));
    CHECK(value(kpis, Kpi::shrinkage) == Approx(6.0 / 48));
    CHECK(value(kpis, Kpi::mean_agents) == Approx(6 - 6.0 / 8));
}

TEST_CASE("meals that are not paid are neither in the paid time nor in the shrinkage", "[measure][away]") {
    Scenario scenario = quiet_desk();
    scenario.groups.front().away[1].is_paid = false;
    const KpiSet kpis = measured(scenario);
    CHECK(value(kpis, Kpi::meal_hours) == Approx(3));
    CHECK(value(kpis, Kpi::paid_hours) == Approx(48 - 3));
    CHECK(value(kpis, Kpi::planned_shrinkage) == Approx(3.0 / 45));
    CHECK(value(kpis, Kpi::shrinkage) == Approx(3.0 / 45));
}

TEST_CASE("shrinkage is what is planned and what is not", "[measure][away]") {
    Scenario scenario = quiet_desk();
    scenario.decisions = {absent(GroupId{0}, 8h, 9h, 2)};  // 2 h of 48, before the first break
    const KpiSet kpis = measured(scenario);
    CHECK(value(kpis, Kpi::planned_shrinkage) == Approx(6.0 / 48));
    CHECK(value(kpis, Kpi::unplanned_shrinkage) == Approx(2.0 / 48));
    CHECK(value(kpis, Kpi::shrinkage) == Approx(8.0 / 48));
}

TEST_CASE("what is rostered by N / (1 - s) gives N at work", "[measure][away]") {
    // 35 % of the time of 20 people away, all day long: 2.8 h of 8 each. 13 ÷ (1 − 0.35) = 20.
    Scenario scenario = quiet_desk();
    Group& desk = scenario.groups.front();
    desk.shifts = {{{8h, 16h}, 20}};
    desk.away = {{.what = AgentState::training, .from = 8h, .until = 16h, .length = 2h + 48min}};
    const KpiSet kpis = measured(scenario);
    CHECK(value(kpis, Kpi::shrinkage) == Approx(0.35));
    CHECK(value(kpis, Kpi::mean_agents) == Approx(13.0));
}

}  // namespace floorwalker::measure
