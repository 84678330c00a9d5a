#include "sim/measure/adherence.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include <floorwalker/simulation.hpp>

#include "sim/model/model.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/journeys.hpp"

/// How people keep to their schedules, on days worked out by hand.
namespace floorwalker::measure {
namespace {

using namespace support;

/// From 8 to 12, and so many people from 8 to 12.
Scenario desk(std::int64_t agents, Duration talk = 10min) {
    Scenario scenario = quiet_day(4);
    add_type(scenario, "a", talk);
    Group all = group("all", {}, {0});
    all.shifts = {{{8h, 12h}, agents}};
    add_group(scenario, all);
    return scenario;
}

Activity break_of_a_quarter(Duration from, Duration until) {
    return {.what = AgentState::on_break, .from = from, .until = until, .length = 15min};
}

RunResult result_of(const Scenario& scenario) {
    Simulation simulation{scenario, 1};
    simulation.run();
    return simulation.result();
}

double value(const KpiSet& kpis, Kpi kpi) { return kpis[kpi].mean.value(); }
double adherence(const Scenario& scenario) { return value(result_of(scenario).overall, Kpi::adherence); }
double conformance(const Scenario& scenario) { return value(result_of(scenario).overall, Kpi::conformance); }

Scenario with_tolerance(Scenario scenario, Duration tolerance) {
    scenario.centre.adherence_tolerance = tolerance;
    return scenario;
}

}  // namespace

TEST_CASE("adherence: who does everything as planned adheres all the time", "[measure][adherence]") {
    Scenario scenario = desk(2);
    scenario.groups.front().away = {break_of_a_quarter(9h, 10h),
                                    {.what = AgentState::meeting, .from = 10h + 30min, .until = 11h, .length = 30min}};
    add_call(scenario, 8h + 10min);
    const RunResult result = result_of(scenario);
    for (const KpiSet* kpis : {&result.overall, &result.groups.front().kpis, &result.intervals[0].kpis,
                               &result.intervals[1].kpis, &result.intervals[2].kpis}) {
        CHECK(value(*kpis, Kpi::adherence) == 1.0);
        CHECK(value(*kpis, Kpi::conformance) == 1.0);
    }
    for (const AgentResult& agent : result.agents) CHECK(agent.adherence == 1.0);
    CHECK_FALSE(result.intervals.back().kpis[Kpi::adherence].mean.has_value());  // nothing is planned after closing
}

TEST_CASE("adherence: who is late misses so much, but for the tolerance", "[measure][adherence]") {
    Scenario scenario = desk(1);
    scenario.groups.front().absence.lateness = Lateness{1.0, constant(20min)};
    const RunResult result = result_of(scenario);
    CHECK(value(result.overall, Kpi::adherence) == Approx(220.0 / 240));  // of 8:00 to 12:00, in minutes
    CHECK(value(result.overall, Kpi::conformance) == Approx(220.0 / 240));
    CHECK(value(result.intervals[0].kpis, Kpi::adherence) == Approx(40.0 / 60));
    CHECK(value(result.intervals[1].kpis, Kpi::adherence) == 1.0);
    CHECK(result.agents.front().adherence.value() == Approx(220.0 / 240));
    // Until 8:05 the plan had nothing at some moment of the five minutes before.
    CHECK(adherence(with_tolerance(scenario, 5min)) == Approx(225.0 / 240));
    CHECK(conformance(with_tolerance(scenario, 5min)) == Approx(220.0 / 240));
    CHECK(adherence(with_tolerance(scenario, 20min)) == 1.0);
}

TEST_CASE("adherence: a break that a call delays is missed at both ends", "[measure][adherence]") {
    Scenario scenario = desk(1);
    scenario.groups.front().away = {break_of_a_quarter(10h, 11h)};
    add_call(scenario, 9h + 55min);  // until 10:05; the break is then from 10:05 to 10:20, not from 10:00 to 10:15
    CHECK(adherence(scenario) == Approx(230.0 / 240));
    CHECK(conformance(scenario) == 1.0);  // 225 minutes for contacts, as planned
    // From 10:03 to 10:05 no contacts are planned in the three minutes before or after, from 10:18 to 10:20 no break.
    CHECK(adherence(with_tolerance(scenario, 3min)) == Approx(236.0 / 240));
    CHECK(adherence(with_tolerance(scenario, 5min)) == 1.0);
}

TEST_CASE("adherence: a break of another kind than the one planned does not count", "[measure][adherence]") {
    // A break from 10:00 to 10:15, a coaching from then to 10:45.
    Scenario scenario = desk(1);
    scenario.groups.front().away = {
        break_of_a_quarter(10h, 10h + 15min),
        {.what = AgentState::coaching, .from = 10h + 15min, .until = 10h + 45min, .length = 30min}};
    add_call(scenario, 9h + 55min);  // until 10:05
    const RunResult result = result_of(scenario);
    // Five minutes each: talking from 10:00, still on the break from 10:15, still in the coaching from 10:45.
    CHECK(value(result.overall, Kpi::adherence) == Approx(225.0 / 240));
    CHECK(value(result.overall, Kpi::conformance) == 1.0);
}

TEST_CASE("adherence: what is beyond the schedule counts for conformance alone", "[measure][adherence]") {
    // Three calls of 30 minutes at 15:55: until 16:25, 16:55 and 17:25, since overtime goes on until 17:00.
    Scenario scenario = quiet_day(9);
    add_type(scenario, "a", 30min);
    Group all = group("all", {}, {0});
    all.shifts = {{{8h, 16h}, 1}};
    all.overtime = Overtime{1, 15min, 1h, 2.0};
    add_group(scenario, all);
    for (int i = 0; i < 3; ++i) add_call(scenario, 15h + 55min);
    const RunResult result = result_of(scenario);
    CHECK(value(result.overall, Kpi::adherence) == 1.0);
    CHECK(value(result.overall, Kpi::conformance) == Approx((9 * 60.0 + 25) / (8 * 60)));
    // From 16:00 nothing is planned.
    CHECK_FALSE(result.intervals[8].kpis[Kpi::adherence].mean.has_value());
    CHECK_FALSE(result.intervals[8].kpis[Kpi::conformance].mean.has_value());
}

TEST_CASE("adherence: who is ill adheres to nothing of the day", "[measure][adherence]") {
    Scenario scenario = desk(200);
    scenario.centre.days = 2;
    scenario.centre.warm_up_days = 1;
    Group& all = scenario.groups.front();
    all.absence.sickness = Sickness{0.5, 1.0};
    all.away = {break_of_a_quarter(9h, 11h)};
    std::vector<bool> is_ill(200);
    for (const auto& one : facts_like<Missing>(scenario)) {
        if (!one.ended) is_ill[index(one.agent)] = one.at > TimePoint{kDay};
    }
    const auto ill = std::count(is_ill.begin(), is_ill.end(), true);
    REQUIRE(ill > 0);
    REQUIRE(ill < 200);
    const RunResult result = result_of(scenario);
    for (std::size_t a = 0; a < 200; ++a) {
        CHECK(result.agents[a].adherence.value() == (is_ill[a] ? 0.0 : 1.0));
        CHECK(result.agents[a].conformance.value() == (is_ill[a] ? 0.0 : 1.0));
    }
    CHECK(value(result.groups.front().kpis, Kpi::adherence) == Approx(1 - static_cast<double>(ill) / 200));
    CHECK(value(result.groups.front().kpis, Kpi::conformance) == Approx(1 - static_cast<double>(ill) / 200));
}

TEST_CASE("adherence: systems that are down, and people sent home", "[measure][adherence]") {
    Scenario scenario = desk(4);
    scenario.decisions = {{9h, {}, SystemDown{{}, 9h + 30min}}};
    CHECK(adherence(scenario) == Approx(210.0 / 240));
    CHECK(conformance(scenario) == Approx(210.0 / 240));
    scenario.decisions = {absent(GroupId{0}, 9h, 10h, 3)};
    CHECK(adherence(scenario) == Approx(1 - 3.0 / 16));  // hours
}

TEST_CASE("adherence: head counts and people taken on by decision have no schedule", "[measure][adherence]") {
    Scenario scenario = desk(1);
    scenario.decisions = {extra(GroupId{0}, 9h, 11h, 2)};
    add_group(scenario, group("count", {3}, {0}));
    scenario.centre.days = 2;
    const std::chrono::sys_days second = std::chrono::sys_days{scenario.centre.date} + std::chrono::days{1};
    scenario.centre.special_days = {{std::chrono::year_month_day{second}, {}, 1.0}};
    const RunResult result = result_of(scenario);  // closed on the second day, so nobody has a shift
    CHECK(value(result.overall, Kpi::adherence) == 1.0);
    CHECK(value(result.overall, Kpi::conformance) == 1.0);
    CHECK_FALSE(result.groups[1].kpis[Kpi::adherence].mean.has_value());
    CHECK(result.agents[0].adherence == 1.0);
    for (std::size_t a = 1; a < result.agents.size(); ++a) {
        CHECK_FALSE(result.agents[a].adherence.has_value());
        CHECK_FALSE(result.agents[a].conformance.has_value());
    }
    scenario.groups.erase(scenario.groups.begin());
    scenario.decisions.clear();
    CHECK_FALSE(result_of(scenario).overall[Kpi::adherence].mean.has_value());
}

TEST_CASE("adherence: nobody is held against the shifts of a vacant place", "[measure][adherence]") {
    // By night from 22 to 6, on three days; nobody is there from the second midnight on, somebody again from the third.
    Scenario scenario = desk(1);
    scenario.centre.days = 3;
    scenario.groups.front().shifts = {{{22h, 30h}, 1}};
    Adherence adherence{std::make_shared<const Schedule>(model::prepare(scenario), Duration{0}), 1};
    const AgentId agent{0};
    const auto passed = [&](Duration until) {
        adherence.pass(at(until));
        return adherence.take(GroupId{0});
    };
    const auto hours = [](std::int64_t us) { return us / Duration{1h}.count(); };
    adherence.enters(agent, AgentState::available, at(22h));
    adherence.changes_place(agent, false, at(24h));  // and finishes the shift
    adherence.enters(agent, AgentState::signed_out, at(29h));
    const AdherenceCell first = passed(44h);
    CHECK(hours(first.scheduled_us) == 8);
    CHECK(hours(first.adherent_us) == 7);
    CHECK(hours(first.worked_us) == 7);
    CHECK(passed(48h).scheduled_us == 0);           // from 22:00 of the second day
    adherence.changes_place(agent, true, at(48h));  // and takes over no shift that has begun
    CHECK(passed(70h).scheduled_us == 0);
    CHECK(hours(passed(72h).scheduled_us) == 2);
    CHECK(hours(adherence.of(agent).scheduled_us) == 10);
    CHECK(hours(passed(100h).scheduled_us) == 6);
}

}  // namespace floorwalker::measure
