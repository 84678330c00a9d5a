#include <catch2/catch.hpp>

#include "tests/support/journeys.hpp"

/// Callbacks that are kept for a quiet time, and what becomes of callbacks when the day ends, on days worked out by
/// hand. Shares are 0 or 1.
namespace floorwalker::model {
namespace {

using namespace support;

// Type a talks for ten minutes, type b for as long as told. Two agents, busy with b0 and b1 from 8:00:01; a0 calls at
// 8:01:00 and accepts a callback for a time when two agents are free. Dialling takes 20 s, and everybody is reached.
Scenario quiet_callback(Duration first, Duration second) {
    Scenario scenario = quiet_day(1);
    const CallTypeId type = add_type(scenario, "a", 10min);
    const CallTypeId other = add_type(scenario, "b", first);
    const CallTypeId another = add_type(scenario, "c", second);
    add_group(scenario, group("all", {2}, {0, 1, 2}));
    Callback callback;
    callback.offered_above = 0s;
    callback.accepted = 1.0;
    callback.when = Callback::When::quiet;
    callback.free_agents = 2;
    callback.dialling = constant(20s);
    callback.reached = 1.0;
    scenario.call_types.front().callback = callback;
    add_call(scenario, 8h + 1s, other);
    add_call(scenario, 8h + 1s, another);
    add_call(scenario, 8h + 1min, type);
    return scenario;
}

Callback& rules(Scenario& scenario) { return *scenario.call_types.front().callback; }

Lines about_callbacks(const Scenario& scenario) {
    Lines found;
    for (const auto& line : journey_story(scenario)) {
        if (line.find("a0") != std::string::npos) found.push_back(line);
    }
    return found;
}

}  // namespace

TEST_CASE("quiet: called when so many agents are free", "[model][callback]") {
    // Agent 0 is free at 8:05:01, agent 1 at 8:08:01: then there are two, and one of them dials.
    Scenario scenario = quiet_callback(5min, 8min);
    CHECK(about_callbacks(scenario) == Lines{"08:01:00 a0 queued, patience for ever", "08:01:00 a0 accepts a callback",
                                             "08:01:00 a0 will be called", "08:08:21 1 reaches a0 after 441 s",
                                             "08:18:21 1 has talked 600 s with a0"});
    // With one it would have been agent 0.
    rules(scenario).free_agents = 1;
    CHECK(about_callbacks(scenario)[3] == "08:05:21 0 reaches a0 after 261 s");
}

TEST_CASE("quiet: calls that wait come first", "[model][callback]") {
    Scenario scenario = quiet_callback(5min, 8min);
    add_call(scenario, 8h + 7min, CallTypeId{1});        // b1 has agent 0 from 8:07:00 to 8:12:00
    add_call(scenario, 8h + 7min + 30s, CallTypeId{1});  // b2 waits for agent 1, until 8:13:01
    // Two are free again at 8:13:01.
    CHECK(about_callbacks(scenario)[3] == "08:13:21 1 reaches a0 after 741 s");
}

TEST_CASE("quiet: after the latest time it is in turn", "[model][callback]") {
    Scenario scenario = quiet_callback(5min, 50min);
    rules(scenario).latest = 10min;
    // Two are never free before 8:50. At 8:11:00 it is in turn and agent 0 is free.
    CHECK(about_callbacks(scenario)[3] == "08:11:20 0 reaches a0 after 620 s");
    // Agent 0 is busy with b1 from 8:10:00 to 8:15:00. b2 calls at 8:12:00: a0 has its place of 8:01:00 before it.
    add_call(scenario, 8h + 10min, CallTypeId{1});
    add_call(scenario, 8h + 12min, CallTypeId{1});
    CHECK(about_callbacks(scenario)[3] == "08:15:20 0 reaches a0 after 860 s");
}

TEST_CASE("quiet: between attempts the latest time may come too", "[model][callback]") {
    Scenario scenario = quiet_callback(5min, 8min);
    rules(scenario).reached = 0.0;
    rules(scenario).attempts = 2;
    rules(scenario).latest = 10min;
    rules(scenario).retry = 5min;
    // Not reached at 8:08:21. It is in turn from 8:11:00, and due again at 8:13:21; agent 0 is busy with c1 from
    // 8:09:00 to 8:17:00, so two are not free, but one is enough.
    add_call(scenario, 8h + 9min, CallTypeId{2});
    const Lines lines = about_callbacks(scenario);
    REQUIRE(lines.size() == 6);
    CHECK(lines[3] == "08:08:21 1 does not reach a0 after 441 s");
    CHECK(lines[4] == "08:13:41 1 does not reach a0 after 761 s");
    CHECK(lines[5] == "08:13:41 a0 is not called any more");
}

TEST_CASE("quiet: kept over night", "[model][callback]") {
    Scenario scenario = quiet_callback(65min, 70min);
    scenario.centre.days = 2;
    scenario.centre.after_close = AfterClose::clear;
    // Both agents go home after their talks though a0 is still to be called; the next morning agent 1 is the second to
    // be free. 24 h − 1 min + 20 s.
    CHECK(about_callbacks(scenario)[3] == "1+08:00:20 1 reaches a0 after 86360 s");
}

TEST_CASE("quiet: on the last day nobody stays for it, and it is missed", "[model][callback]") {
    Scenario scenario = quiet_callback(50min, 65min);
    rules(scenario).free_agents = 3;
    // Agent 1 talks for five minutes after closing, but goes home then.
    CHECK(about_callbacks(scenario) == Lines{"08:01:00 a0 queued, patience for ever", "08:01:00 a0 accepts a callback",
                                             "08:01:00 a0 will be called", "09:00:00 a0 is not called any more"});
}

TEST_CASE("in turn: the staff stays after closing until it has been called", "[model][callback]") {
    Scenario scenario = quiet_callback(70min, 80min);
    rules(scenario).when = Callback::When::in_turn;
    CHECK(about_callbacks(scenario)[3] == "09:10:21 0 reaches a0 after 4161 s");
    // Not when those who wait are sent away at closing; callbacks are kept for the next day all the same.
    scenario.centre.after_close = AfterClose::clear;
    scenario.centre.days = 2;
    CHECK(about_callbacks(scenario)[3] == "1+08:00:20 0 reaches a0 after 86360 s");
    // On the last day there is no next one.
    scenario.centre.days = 1;
    CHECK(about_callbacks(scenario)[3] == "09:00:00 a0 is not called any more");
}

TEST_CASE("in turn: who could not be reached today is dialled tomorrow, not in the night", "[model][callback]") {
    Scenario scenario = quiet_callback(58min, 2h);
    scenario.centre.days = 2;
    rules(scenario).when = Callback::When::in_turn;
    rules(scenario).reached = 0.0;
    rules(scenario).attempts = 2;
    scenario.call_types[2].talk = constant(58min);
    // Not reached at 8:58:21; due again at 9:28:21, when nobody is there any more.
    const Lines lines = about_callbacks(scenario);
    REQUIRE(lines.size() == 6);
    CHECK(lines[3] == "08:58:21 0 does not reach a0 after 3441 s");
    CHECK(lines[4] == "1+08:00:20 0 does not reach a0 after 86360 s");
    CHECK(lines[5] == "1+08:00:20 a0 is not called any more");
    // On the last day there is no tomorrow.
    scenario.centre.days = 1;
    CHECK(about_callbacks(scenario).back() == "09:00:00 a0 is not called any more");
}

TEST_CASE("a callback that no one can make is missed when the run ends", "[model][callback]") {
    Scenario scenario = quiet_callback(1min, 1min);
    rules(scenario).when = Callback::When::in_turn;
    scenario.groups.front().skills.erase(CallTypeId{0});
    add_group(scenario, group("nobody", {0}, {0}));
    // A day after the last closing, as those who wait with a line.
    CHECK(about_callbacks(scenario).back() == "1+09:00:00 a0 is not called any more");
}

}  // namespace floorwalker::model
