#include <cmath>

#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/measured.hpp"

/// Fatigue, stress, abuse and leaders in figures, against days whose sums are known.
namespace floorwalker::measure {
namespace {

using namespace support;

/// One agent from 8 to 12, calls of ten minutes that are all abusive, one leader.
Scenario rough_day() {
    Scenario scenario = quiet_day(4);
    add_type(scenario, "a", 10min);
    scenario.call_types.front().abuse = Abuse{.share = 1.0, .stress = 0.2};
    Group team = group("team", {}, {0});
    team.shifts.push_back({{8h, 12h}, 1});
    team.fatigue = Fatigue{.rise = 0.6, .recovery_idle = 0, .recovery_break = 0};
    team.stress = Stress{.recovery_idle = 0, .recovery_break = 0};
    team.leaders = Leaders{2, 6min, 0.5};
    add_group(scenario, team);
    add_call(scenario, 8h);
    add_call(scenario, 9h);
    return scenario;
}

}  // namespace

TEST_CASE("fatigue and stress are means over contacts at their end", "[measure][load]") {
    const RunResult result = measured(rough_day());
    // Ten minutes at 0.6 per hour leave e^−0.1 of what is left to 1. Stress: 0.2; half of it after the leader; 0.28.
    const double fatigue = ((1 - std::exp(-0.1)) + (1 - std::exp(-0.2))) / 2;
    for (const KpiSet* kpis : {&result.overall, &result.groups.front().kpis}) {
        CHECK(value(*kpis, Kpi::fatigue) == Approx(fatigue).margin(1e-8));
        CHECK(value(*kpis, Kpi::stress) == Approx((0.2 + 0.28) / 2).margin(1e-8));
    }
    // By the interval in which they end: hours from 8:00.
    CHECK(value(result.intervals[0].kpis, Kpi::stress) == Approx(0.2).margin(1e-8));
    CHECK(value(result.intervals[1].kpis, Kpi::stress) == Approx(0.28).margin(1e-8));
    CHECK_FALSE(result.intervals[2].kpis[Kpi::stress].mean.has_value());
}

TEST_CASE("abusive contacts, and those that agents end", "[measure][load]") {
    Scenario scenario = rough_day();
    RunResult result = measured(scenario);
    for (const KpiSet* kpis : {&result.overall, &result.call_types.front().kpis}) {
        CHECK(value(*kpis, Kpi::abused) == 2);
        CHECK(value(*kpis, Kpi::ended_by_agent) == 0);
    }
    scenario.call_types.front().abuse->ends = 1.0;
    result = measured(scenario);
    for (const KpiSet* kpis : {&result.overall, &result.call_types.front().kpis}) {
        CHECK(value(*kpis, Kpi::abused) == 2);
        CHECK(value(*kpis, Kpi::ended_by_agent) == 2);
        // Warned after a minute, ended a quarter of a minute later.
        CHECK(value(*kpis, Kpi::talk_s) == Approx(75));
    }
}

TEST_CASE("leaders: their hours with agents and their part of the day", "[measure][load]") {
    const RunResult result = measured(rough_day());
    for (const KpiSet* kpis : {&result.overall, &result.groups.front().kpis}) {
        // Twice six minutes, of two leaders for four hours.
        CHECK(value(*kpis, Kpi::leader_hours) == Approx(0.2));
        CHECK(value(*kpis, Kpi::leader_utilisation) == Approx(0.2 / 8));
        CHECK(value(*kpis, Kpi::coaching_hours) == Approx(0.2));
        // Their agent is paid for it, as planned.
        CHECK(value(*kpis, Kpi::paid_hours) == Approx(4));
        CHECK(value(*kpis, Kpi::planned_shrinkage) == Approx(0.2 / 4));
        CHECK(value(*kpis, Kpi::unplanned_shrinkage) == Approx(0.0).margin(1e-12));
    }
}

TEST_CASE("without any of it there is no figure for it", "[measure][load]") {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 10min);
    add_group(scenario, group("team", {1}, {0}));
    const RunResult result = measured(scenario);
    for (const Kpi kpi : {Kpi::fatigue, Kpi::stress, Kpi::abused, Kpi::ended_by_agent, Kpi::leader_hours,
                          Kpi::leader_utilisation, Kpi::coaching_hours})
        CHECK_FALSE(result.overall[kpi].mean.has_value());
}

}  // namespace floorwalker::measure
