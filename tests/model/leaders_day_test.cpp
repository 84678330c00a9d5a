#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "sim/model/engine.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/copies.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/journeys.hpp"

/// Team leaders who have time for agents whom customers have abused, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

/// Calls of ten minutes, all of them abusive, and so many people from 8 to 12.
Scenario rough_day(std::int64_t agents) {
    Scenario scenario = quiet_day(4);
    add_type(scenario, "a", 10min);
    scenario.call_types.front().abuse = Abuse{.share = 1.0, .stress = 0.2};
    Group team = group("team", {}, {0});
    team.shifts.push_back({{8h, 12h}, agents});
    team.stress = Stress{.recovery_idle = 0.5, .recovery_break = 3};
    add_group(scenario, team);
    return scenario;
}

Group& team(Scenario& scenario) { return scenario.groups.front(); }

std::vector<double> felt(const Scenario& scenario) {
    std::vector<double> values;
    for (const auto& one : facts_like<LoadFelt>(scenario)) values.push_back(one.stress);
    return values;
}

Lines changes(const Scenario& scenario) {
    Lines lines;
    for (const Fact& fact : facts_of(scenario)) {
        const bool is_told = std::holds_alternative<AgentChanged>(fact) || std::holds_alternative<LeadersChanged>(fact);
        if (is_told) lines.push_back(text_of(scenario, fact));
    }
    return lines;
}

}  // namespace

TEST_CASE("stress jumps with each abusive contact and falls while idle", "[model][load][leaders]") {
    Scenario scenario = rough_day(1);
    add_call(scenario, 8h);
    add_call(scenario, 9h + 10min);
    // 0.2 at 8:10; an hour idle takes it to 0.2 · e^−0.5 = 0.121306, where the call leaves it; then 0.2 of the rest.
    const double before = 0.2 * std::exp(-0.5);
    const auto values = felt(scenario);
    REQUIRE(values.size() == 2);
    CHECK(values[0] == Approx(0.2).margin(1e-12));
    CHECK(values[1] == Approx(before + 0.2 * (1 - before)).margin(1e-12));
    CHECK(values[1] == Approx(0.297045).margin(1e-6));
}

TEST_CASE("whom an agent has cut off goes on to nobody", "[model][load]") {
    Scenario scenario = rough_day(1);
    add_type(scenario, "b", 5min);
    add_group(scenario, group("others", {1}, {1}));
    scenario.call_types.front().transfers = {transfer_to(CallTypeId{1})};
    add_call(scenario, 8h);
    CHECK(facts_like<Transferred>(scenario).size() == 1);
    scenario.call_types.front().abuse->ends = 1.0;
    CHECK(facts_like<Transferred>(scenario).empty());
}

TEST_CASE("a leader who is free takes the agent aside", "[model][load][leaders]") {
    Scenario scenario = rough_day(1);
    team(scenario).leaders = Leaders{1, 3min, 0.5};
    add_call(scenario, 8h);
    add_call(scenario, 8h + 11min);  // waits until 8:13
    CHECK(changes(scenario) == Lines{"08:00:00 0 of team: signed_out -> available",
                                     "08:00:00 team: 0 of 1 leaders busy", "08:00:00 0 of team: available -> talking",
                                     "08:10:00 team: 1 of 1 leaders busy", "08:10:00 0 of team: talking -> coaching",
                                     "08:13:00 team: 0 of 1 leaders busy", "08:13:00 0 of team: coaching -> talking",
                                     "08:23:00 team: 1 of 1 leaders busy", "08:23:00 0 of team: talking -> coaching",
                                     "08:26:00 team: 0 of 1 leaders busy", "08:26:00 0 of team: coaching -> available",
                                     "12:00:00 0 of team: available -> signed_out",
                                     "12:00:00 team: 0 of 0 leaders busy"});
    // 0.2, three minutes aside at 3 per hour, half of it gone, then 0.2 of the rest.
    const double before = 0.2 * std::exp(-3.0 * 0.05) * 0.5;
    CHECK(felt(scenario)[1] == Approx(before + 0.2 * (1 - before)).margin(1e-12));
}

TEST_CASE("who finds no leader free goes on, and one goes home from aside", "[model][load][leaders]") {
    Scenario scenario = rough_day(2);
    team(scenario).leaders = Leaders{1, 3min, 0.5};
    add_call(scenario, 11h + 48min);
    add_call(scenario, 11h + 48min);  // both end at 11:58
    const auto all = changes(scenario);
    REQUIRE(all.size() > 7);
    const Lines last(all.end() - 7, all.end());
    CHECK(last == Lines{"11:58:00 team: 1 of 1 leaders busy", "11:58:00 0 of team: talking -> coaching",
                        "11:58:00 1 of team: talking -> available", "12:00:00 team: 0 of 1 leaders busy",
                        "12:00:00 0 of team: coaching -> signed_out", "12:00:00 1 of team: available -> signed_out",
                        "12:00:00 team: 0 of 0 leaders busy"});
    // Who is aside is paid.
    for (const auto& one : facts_like<DutyChanged>(scenario)) CHECK((one.at == at(8h) || one.at == at(12h)));
}

TEST_CASE("a planned coaching takes the time of a leader, and its share of the stress", "[model][load][leaders]") {
    Scenario scenario = rough_day(2);
    team(scenario).stress->coaching = 0.5;
    team(scenario).away = {{.what = AgentState::coaching, .from = 9h, .until = 10h, .length = 30min, .at_once = 2}};
    add_call(scenario, 8h + 50min);  // until 9:00
    add_call(scenario, 10h);
    add_call(scenario, 10h);
    const auto begin = [&] {
        std::vector<TimePoint> times;
        for (const auto& one : facts_like<AgentChanged>(scenario)) {
            if (one.to == AgentState::coaching) times.push_back(one.at);
        }
        return times;
    };
    // Both at 9:00, but for want of leaders.
    CHECK(begin() == std::vector{at(9h), at(9h)});
    // 0.2 · e^−(3 · 0.5) · 0.5 at 9:30, half an hour idle, and the jump.
    const double at_ten = 0.2 * std::exp(-1.5) * 0.5 * std::exp(-0.25);
    const auto calm = felt(scenario);
    REQUIRE(calm.size() == 3);
    // One of the two has had no call before.
    CHECK(std::min(calm[1], calm[2]) == Approx(0.2).margin(1e-12));
    CHECK(std::max(calm[1], calm[2]) == Approx(0.2 + 0.8 * at_ten).margin(1e-12));
    team(scenario).leaders = Leaders{1, 0s, 0.5};
    CHECK(begin() == std::vector{at(9h), at(9h + 30min)});
    team(scenario).leaders->count = 2;
    CHECK(begin() == std::vector{at(9h), at(9h)});
}

TEST_CASE("a world with abuse and leaders is a value", "[model][load][leaders][snapshot]") {
    Scenario scenario = one_day(10, 1h);
    scenario.call_types.push_back(call_type("a", {105}, exponential(180)));
    scenario.call_types.front().patience = exponential(600);
    scenario.call_types.front().abuse = Abuse{.share = 0.05, .per_minute_waited = 0.05, .ends = 0.5};
    add_group(scenario, group("team", {5}, {0}));
    team(scenario).leaders = Leaders{1, 3min, 0.5};
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        check_copies(scenario, seed, 10);
        check_all_ways(scenario, seed);
    }
}

TEST_CASE("breaks taken together change the pace; breaks taken one by one do not", "[model][load]") {
    Scenario scenario = quiet_day(4);
    add_type(scenario, "a", 100s);
    Group some = group("team", {}, {0});
    some.shifts.push_back({{8h, 12h}, 2});
    some.fatigue.shared_breaks = -0.08;
    some.away = {{.what = AgentState::on_break, .from = 9h, .until = 10h, .length = 15min, .at_once = 2}};
    add_group(scenario, some);
    add_call(scenario, 8h);
    // 100 · (1 − 0.08)
    CHECK(facts_like<TalkEnded>(scenario).front().talk == 92s);
    team(scenario).away.front().at_once = 1;
    CHECK(facts_like<TalkEnded>(scenario).front().talk == 100s);
}

}  // namespace floorwalker::model
