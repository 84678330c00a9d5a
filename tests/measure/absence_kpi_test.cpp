#include <catch2/catch.hpp>

#include "sim/plan/replicate.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/journeys.hpp"

/// Where the paid time goes, against days whose sums are known.
namespace floorwalker::measure {
namespace {

using namespace support;

/// So many people from 8 to 16 and nobody who calls.
Scenario quiet_desk(std::int64_t people, std::int64_t days) {
    Scenario scenario = quiet_day(8);
    scenario.centre.days = days;
    add_type(scenario, "a", 60s);
    Group desk = group("desk", {}, {0});
    desk.shifts = {{{8h, 16h}, people}};
    desk.cost_per_hour = 10;
    add_group(scenario, desk);
    return scenario;
}

KpiSet measured(const Scenario& scenario) {
    plan::ReplicateOptions options;
    options.run.replications = 1;
    return plan::replicate(scenario, options).overall;
}

double value(const KpiSet& kpis, Kpi kpi) { return kpis[kpi].mean.value(); }

Duration part_of(double share, Duration of) {
    return Duration{static_cast<std::int64_t>(share * static_cast<double>(of.count()))};
}

}  // namespace

TEST_CASE("the published shrinkage adds up, and so does what is rostered for it", "[measure][absence]") {
    // 35 % of the paid time: leave 10, sickness 5, training 5.8, breaks 4.4, coaching 4.4 and quality 2.3,
    // meetings 2.3, rotation 1.0 (here: moments that nobody planned); in all 35.2. 200 people at work take 200 / (1 −
    // 0.352) = 308.6.
    constexpr std::int64_t kPeople = 309;
    constexpr std::int64_t kDays = 80;
    Scenario scenario = quiet_desk(kPeople, kDays);
    Group& desk = scenario.groups.front();
    desk.absence.leave = Leave{0.10, 1.0};
    desk.absence.sickness = Sickness{0.05 / 0.90, 1.0};  // who is on leave too counts there
    const double come = 0.85;
    const auto length = [&](double share) { return part_of(share / come, 8h); };
    desk.away = {{.what = AgentState::training, .from = 8h, .until = 10h, .length = length(0.058)},
                 {.what = AgentState::on_break, .from = 10h, .until = 11h, .length = length(0.044)},
                 {.what = AgentState::coaching, .from = 11h, .until = 13h, .length = length(0.044 + 0.023)},
                 {.what = AgentState::meeting, .from = 13h, .until = 14h, .length = length(0.023)}};
    // While somebody is not away as planned: a share u of it in moments of 2 min is a rate of u / (1 − u) in 2 min.
    const double at_work = come - 0.058 - 0.044 - 0.067 - 0.023;
    const double u = 0.010 / at_work;
    desk.absence.unplanned = SmallAbsences{u / (1 - u) * 30.0, Distribution{Constant{120.0}, {}}};
    const KpiSet kpis = measured(scenario);
    const double paid = kPeople * kDays * 8.0;
    CHECK(value(kpis, Kpi::paid_hours) == Approx(paid));
    // Spells of a day with ρ < 0: the share of leave has a standard error below √(0.1 · 0.9 / 24,720) = 0.0019.
    CHECK(value(kpis, Kpi::leave_hours) / paid == Approx(0.10).margin(4.5 * 0.0019));
    CHECK(value(kpis, Kpi::sick_hours) / paid == Approx(0.05).margin(4.5 * 0.0015));
    CHECK(value(kpis, Kpi::training_hours) / paid == Approx(0.058).margin(4.5 * 0.058 * 0.0027));
    CHECK(value(kpis, Kpi::unplanned_hours) / paid == Approx(0.010).margin(0.001));
    CHECK(value(kpis, Kpi::planned_shrinkage) == Approx(0.10 + 0.192).margin(0.009));
    CHECK(value(kpis, Kpi::shrinkage) == Approx(0.352).margin(0.011));
    CHECK(value(kpis, Kpi::mean_agents) == Approx(kPeople * (1 - 0.352)).epsilon(0.02));
    CHECK(value(kpis, Kpi::shrinkage) ==
          Approx(value(kpis, Kpi::planned_shrinkage) + value(kpis, Kpi::unplanned_shrinkage)));
    const double hours = value(kpis, Kpi::leave_hours) + value(kpis, Kpi::sick_hours) +
                         value(kpis, Kpi::training_hours) + value(kpis, Kpi::break_hours) +
                         value(kpis, Kpi::coaching_hours) + value(kpis, Kpi::meeting_hours) +
                         value(kpis, Kpi::unplanned_hours);
    CHECK(value(kpis, Kpi::shrinkage) == Approx(hours / paid));
}

TEST_CASE("leave that is not paid costs nothing and shrinks nothing", "[measure][absence]") {
    Scenario scenario = quiet_desk(50, 2);
    scenario.groups.front().absence.leave = Leave{0.5, 1.0, false};  // one of the two days each
    const KpiSet kpis = measured(scenario);
    CHECK(value(kpis, Kpi::leave_hours) == Approx(50 * 8));
    CHECK(value(kpis, Kpi::paid_hours) == Approx(50 * 8));
    CHECK(value(kpis, Kpi::cost) == Approx(50 * 80));
    CHECK(value(kpis, Kpi::shrinkage) == Approx(0.0).margin(1e-12));
}

TEST_CASE("hours in which the systems are down are nobody's plan", "[measure][absence]") {
    Scenario scenario = quiet_desk(6, 1);
    scenario.decisions = {{9h, {}, SystemDown{{}, 9h + 30min}}};
    const KpiSet kpis = measured(scenario);
    CHECK(value(kpis, Kpi::system_down_hours) == Approx(3));
    CHECK(value(kpis, Kpi::unplanned_shrinkage) == Approx(3.0 / 48));
    CHECK(value(kpis, Kpi::planned_shrinkage) == Approx(0.0).margin(1e-12));
}

TEST_CASE("overtime is paid by its factor", "[measure][absence]") {
    Scenario scenario = quiet_desk(1, 1);
    scenario.centre.close = 17h;
    Group& desk = scenario.groups.front();
    desk.overtime = Overtime{1, 15min, 1h, 2.0};
    // Three calls of 30 minutes at 15:55: until 16:25, 16:55 and 17:25. One waits at 16:45 but none after 16:55, so at
    // 17:00 the hour is over.
    scenario.call_types.front().talk = {Constant{1800.0}, {}};
    for (int i = 0; i < 3; ++i) add_call(scenario, 15h + 55min);
    const KpiSet kpis = measured(scenario);
    CHECK(value(kpis, Kpi::overtime_hours) == Approx(1.0));
    // Until 17:25, when the last call is over: 9 h 25 min, and one hour once more.
    CHECK(value(kpis, Kpi::paid_hours) == Approx(9.0 + 25.0 / 60));
    CHECK(value(kpis, Kpi::cost) == Approx(10 * (10.0 + 25.0 / 60)));
}

}  // namespace floorwalker::measure
