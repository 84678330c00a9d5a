#include <catch2/catch.hpp>

#include <floorwalker/run.hpp>

#include "tests/support/journeys.hpp"

/// Chats, several at once and slower for it, on days worked out by hand: while n are open, each goes on at
/// 1 ÷ slowdown(n) of its speed, and takes 1 ÷ n of its agent's time.
namespace floorwalker::model {
namespace {

using namespace support;

// Chats of type c that take 60 s when there is no other, for `agents` people with two windows; two at once take 1.5
// times as long each. Type v: calls of 30 s.
Scenario two_windows(std::int64_t agents) {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "c", 60s);
    add_type(scenario, "v", 30s);
    scenario.call_types.front().channel = Channel::chat;
    Group people = group("all", {agents}, {0, 1});
    people.chat = {2, {1.0, 1.5}};
    add_group(scenario, people);
    return scenario;
}

void add_chats(Scenario& scenario, std::initializer_list<Duration> times) {
    for (const Duration at : times) add_call(scenario, 8h + at);
}

}  // namespace

TEST_CASE("a chat by itself goes on at full speed", "[model][chat]") {
    Scenario scenario = two_windows(1);
    scenario.call_types.front().wrap_up = constant(10s);
    add_chats(scenario, {10s});
    // Writing up what was chatted is part of it.
    CHECK(journey_story(scenario) ==
          Lines{"08:00:10 c0 answered by 0", "08:01:20 0 has talked 70 s with c0", "08:01:20 c0 done after 70 s"});
}

TEST_CASE("two chats that overlap slow each other down", "[model][chat]") {
    Scenario scenario = two_windows(1);
    add_chats(scenario, {10s, 40s});
    // c0 has 30 s left at 8:00:40; at 1.5 they take 45 s, until 8:01:25. By then c1 has done 30 s of its 60 s, and does
    // the rest alone until 8:01:55. Engaged: c0 30 + 45 ÷ 2 = 52.5 s, c1 45 ÷ 2 + 30 = 52.5 s; together the 105 s from
    // 8:00:10 to 8:01:55.
    CHECK(journey_story(scenario) == Lines{"08:00:10 c0 answered by 0", "08:00:40 c1 answered by 0",
                                           "08:01:25 0 has talked 52.5 s with c0", "08:01:25 c0 done after 75 s",
                                           "08:01:55 0 has talked 52.5 s with c1", "08:01:55 c1 done after 75 s"});
    // The agent is in one state all the time.
    std::vector<TimePoint> changes;
    for (const auto& change : facts_like<AgentChanged>(scenario)) changes.push_back(change.at);
    CHECK(changes == std::vector{at(8h), at(8h + 10s), at(8h + 115s), at(9h)});
}

TEST_CASE("three chats, each with its own need, that come and go", "[model][chat]") {
    Scenario scenario = two_windows(1);
    scenario.groups.front().chat = {3, {1.0, 1.5, 2.5}};
    const CallTypeId brief = add_type(scenario, "d", 20s);
    scenario.call_types[index(brief)].channel = Channel::chat;
    scenario.groups.front().skills[brief] = 0.5;  // who is half as fast: 40 s
    add_call(scenario, 8h);
    add_call(scenario, 8h + 30s);
    add_call(scenario, 8h + 45s, brief);
    // c0 alone until 8:00:30: 30 s left. Two until 8:00:45: 10 s each are done; c0 20 s left, c1 50 s, d0 40 s. Three
    // at 2.5: c0 is done after 50 s at 8:01:35, when c1 has 30 s left and d0 20 s. Two at 1.5: d0 is done after 30 s at
    // 8:02:05; c1 has 10 s left and is done at 8:02:15.
    // Engaged: c0 30 + 15 ÷ 2 + 50 ÷ 3; c1 15 ÷ 2 + 50 ÷ 3 + 30 ÷ 2 + 10; d0 50 ÷ 3 + 30 ÷ 2.
    const auto done = facts_like<WorkDone>(scenario);
    REQUIRE(done.size() == 3);
    CHECK(done[0].at == at(8h + 95s));
    CHECK(done[0].elapsed == 95s);
    CHECK(done[1].at == at(8h + 125s));
    CHECK(done[1].elapsed == 80s);
    CHECK(done[2].at == at(8h + 135s));
    CHECK(done[2].elapsed == 105s);
    const auto talks = facts_like<TalkEnded>(scenario);
    REQUIRE(talks.size() == 3);
    CHECK(to_seconds(talks[0].talk) == Approx(30 + 7.5 + 50.0 / 3));
    CHECK(to_seconds(talks[1].talk) == Approx(50.0 / 3 + 15));
    CHECK(to_seconds(talks[2].talk) == Approx(7.5 + 50.0 / 3 + 15 + 10));
    const double engaged_s = to_seconds(talks[0].talk + talks[1].talk + talks[2].talk);
    CHECK(engaged_s == Approx(135));  // every second of the agent once
}

TEST_CASE("three windows: 500 s alone, 886.8 s each of three", "[model][chat]") {
    Scenario scenario = two_windows(1);
    scenario.call_types.front().talk = constant(500s);
    scenario.groups.front().chat = {3, {1.0, 1.4, 1.7736}};
    add_chats(scenario, {0s, 0s, 0s});
    // 500 × 1.7736 = 886.8 s: in effect 3 ÷ 1.7736 = 1.69 at once.
    for (const auto& done : facts_like<WorkDone>(scenario)) CHECK(to_seconds(done.elapsed) == Approx(886.8));
    CHECK(facts_like<WorkDone>(scenario).size() == 3);
}

TEST_CASE("chats go to idle agents, then to those with the fewest open", "[model][chat]") {
    Scenario scenario = two_windows(2);
    add_chats(scenario, {1s, 2s, 3s, 4s, 5s});
    // c0 and c1 to the two who are idle; c2 to agent 0, who has had a window free longer; c3 to agent 1, who has one
    // chat while agent 0 has two; then all windows are full.
    // Work done: c0 by 8:00:03 2 s, 58 s left, at 1.5 87 s: until 8:01:30, when c4 gets its window.
    CHECK(contact_story(scenario) == Lines{"08:00:01 c0 answered by 0", "08:00:02 c1 answered by 1",
                                           "08:00:03 c2 answered by 0", "08:00:04 c3 answered by 1",
                                           "08:00:05 c4 queued, patience for ever",
                                           "08:01:30 c4 answered by 0 after 85 s"});
}

TEST_CASE("a call waits until all chats of an agent are closed, and takes the whole agent", "[model][chat]") {
    Scenario scenario = two_windows(1);
    add_chats(scenario, {10s});
    add_call(scenario, 8h + 20s, CallTypeId{1});
    add_chats(scenario, {75s});
    // v0 has the agent from 8:01:10 to 8:01:40; c1 waits though no window is used.
    CHECK(contact_story(scenario) == Lines{"08:00:10 c0 answered by 0", "08:00:20 v0 queued, patience for ever",
                                           "08:01:10 v0 answered by 0 after 50 s",
                                           "08:01:15 c1 queued, patience for ever",
                                           "08:01:40 c1 answered by 0 after 25 s"});
}

TEST_CASE("who waits for a chat gives up like a caller", "[model][chat]") {
    Scenario scenario = two_windows(1);
    scenario.call_types.front().patience = constant(20s);
    scenario.groups.front().chat = {1, {1.0}};
    add_chats(scenario, {10s, 20s});
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 c0 answered by 0", "08:00:20 c1 queued, patience 20 s", "08:00:40 c1 abandoned after 20 s"});
}

TEST_CASE("a group without windows takes no chats, whatever its skills", "[model][chat]") {
    Scenario scenario = two_windows(1);
    scenario.groups.front().chat = {0, {}};
    Group others = group("others", {1}, {0});
    add_group(scenario, others);
    add_chats(scenario, {10s});
    add_call(scenario, 8h + 20s, CallTypeId{1});
    CHECK(contact_story(scenario) == Lines{"08:00:10 c0 answered by 1", "08:00:20 v0 answered by 0"});
}

TEST_CASE("elapsed and engaged time, and chats at once", "[model][chat]") {
    Scenario scenario = two_windows(1);
    add_chats(scenario, {10s, 40s});
    const RunResult result = run(scenario, {.replications = 1});
    // As above: 75 s each, 52.5 s of the agent's time each; 150 s of chats in 105 s.
    CHECK(*result.overall[Kpi::elapsed_s].mean == Approx(75));
    CHECK(*result.overall[Kpi::talk_s].mean == Approx(52.5));
    CHECK(*result.overall[Kpi::concurrency].mean == Approx(150.0 / 105));
}

}  // namespace floorwalker::model
