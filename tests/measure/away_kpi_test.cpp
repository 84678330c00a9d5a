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

TEST_CASE("the published shrinkage of a centre adds up by cause", "[measure][away]") {
    // In per cent: leave 10, sickness 5, training 5.8, breaks 4.4, coaching 4.4, meetings 2.3, quality 2.3 (coaching
    // too) and rotation 1.0 are 35.2. Of 100 people 10 + 5 + 1 are absent all day by decision; the other 84 are away
    // for the rest: 19.2 % of 800 paid hours.
    Scenario scenario = quiet_desk();
    Group& desk = scenario.groups.front();
    desk.shifts = {{{8h, 16h}, 100}};
    const auto of_paid_time = [](AgentState what, double share, Duration from, Duration until) {
        const double hours_each = share * 800 / 84;
        return Activity{.what = what, .from = from, .until = until, .length = from_seconds(hours_each * 3600)};
    };
    desk.away = {
        of_paid_time(AgentState::training, 0.058, 8h, 10h), of_paid_time(AgentState::on_break, 0.044, 10h, 12h),
        of_paid_time(AgentState::coaching, 0.044, 12h, 13h), of_paid_time(AgentState::meeting, 0.023, 13h, 14h),
        of_paid_time(AgentState::coaching, 0.023, 14h, 16h)};
    scenario.decisions = {absent(GroupId{0}, 8h, 16h, 16)};
    const KpiSet kpis = measured(scenario);
    CHECK(value(kpis, Kpi::paid_hours) == Approx(800));
    CHECK(value(kpis, Kpi::training_hours) == Approx(46.4));
    CHECK(value(kpis, Kpi::break_hours) == Approx(35.2));
    CHECK(value(kpis, Kpi::coaching_hours) == Approx(35.2 + 18.4));
    CHECK(value(kpis, Kpi::meeting_hours) == Approx(18.4));
    CHECK(value(kpis, Kpi::planned_shrinkage) == Approx(0.192));
    CHECK(value(kpis, Kpi::unplanned_shrinkage) == Approx(0.16));
    CHECK(value(kpis, Kpi::shrinkage) == Approx(0.352));
    // 64.8 of 100 at work: N ÷ (1 − s) = 64.8 ÷ 0.648.
    CHECK(value(kpis, Kpi::mean_agents) / (1 - value(kpis, Kpi::shrinkage)) == Approx(100));
}

}  // namespace floorwalker::measure
