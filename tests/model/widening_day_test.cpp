#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"

/// Steps of the queue that let more groups serve a contact, on days worked out by hand. Agents are numbered through the
/// scenario.
namespace floorwalker::model {
namespace {

using namespace support;

constexpr CallTypeId kA{0};
constexpr CallTypeId kB{1};

RouteStep open_after(Duration after, std::initializer_list<std::uint16_t> groups, std::vector<Condition> when = {}) {
    OpenGroups open;
    for (const std::uint16_t group : groups) open.groups.push_back(GroupId{group});
    return {after, std::move(when), open};
}

Condition queue(double at_least, double at_most) { return {Condition::Of::queue_length, {}, {}, at_least, at_most}; }

// Type a of five minutes is served by "first" (agent 0), and from 30 s of waiting on by "second" (agent 1) too, who
// also takes b, of a minute.
Scenario widening(Duration after = 30s) {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 300s);
    add_type(scenario, "b", 60s);
    add_group(scenario, group("first", {1}, {0}));
    add_group(scenario, group("second", {1}, {0, 1}));
    scenario.call_types.front().groups = {GroupId{0}};
    scenario.call_types.front().steps = {open_after(after, {1})};
    return scenario;
}

}  // namespace

TEST_CASE("widening: an agent of the new group who is idle takes the contact when its time comes", "[model][steps]") {
    Scenario scenario = widening();
    for (const Duration at : {10s, 20s}) add_call(scenario, 8h + at);
    CHECK(journey_story(scenario) == Lines{"08:00:10 a0 answered by 0", "08:00:20 a1 queued, patience for ever",
                                           "08:00:50 a1 step 0", "08:00:50 a1 answered by 1 after 30 s",
                                           "08:05:10 0 has talked 300 s with a0",
                                           "08:05:50 1 has talked 300 s with a1"});
}

TEST_CASE("widening: from then on an agent of the new group who becomes free takes it", "[model][steps]") {
    Scenario scenario = widening();
    add_call(scenario, 8h + 10s, kA);
    add_call(scenario, 8h + 20s, kA);
    add_call(scenario, 8h + 30s, kB);  // agent 1 until 8:01:30
    add_call(scenario, 8h + 70s, kA);  // may be served by agent 1 from 8:01:40 on
    // At 8:01:30 agent 1 may take a1, which has waited 70 s, but not a2.
    CHECK(contact_story(scenario) == Lines{"08:00:10 a0 answered by 0", "08:00:20 a1 queued, patience for ever",
                                           "08:00:30 b0 answered by 1", "08:01:10 a2 queued, patience for ever",
                                           "08:01:30 a1 answered by 1 after 70 s",
                                           "08:05:10 a2 answered by 0 after 240 s"});
    scenario.replay->pop_back();
    add_call(scenario, 8h + 85s, kB);  // waits for agent 1 too, since 8:01:25
    CHECK(contact_story(scenario)[4] == "08:01:30 a1 answered by 1 after 70 s");
    scenario.call_types[1].priority = 1;
    CHECK(contact_story(scenario)[4] == "08:01:30 b1 answered by 1 after 5 s");
}

TEST_CASE("widening: the first group keeps its contacts in order, before and after the step", "[model][steps]") {
    Scenario scenario = widening();
    scenario.call_types[1].talk = constant(30min);
    add_call(scenario, 8h + 5s, kB);  // agent 1 is away
    for (const Duration at : {10s, 20s, 290s, 300s}) add_call(scenario, 8h + at);
    // At 8:05:10 a1 is past its step, a2 and a3 are not; at 8:10:10 all are.
    const Lines lines = contact_story(scenario);
    REQUIRE(lines.size() == 8);
    CHECK(Lines(lines.end() - 3, lines.end()) == Lines{"08:05:10 a1 answered by 0 after 290 s",
                                                       "08:10:10 a2 answered by 0 after 320 s",
                                                       "08:15:10 a3 answered by 0 after 610 s"});
}

TEST_CASE("widening: a contact that has left the queue takes no steps", "[model][steps]") {
    Scenario scenario = widening();
    scenario.call_types.front().patience = constant(20s);
    scenario.call_types.front().talk = constant(15s);
    for (const Duration at : {10s, 12s, 14s}) add_call(scenario, 8h + at);
    // a1 is answered at 8:00:25 after 13 s, a2 gives up at 8:00:34.
    CHECK(journey_story(scenario) == Lines{"08:00:10 a0 answered by 0", "08:00:12 a1 queued, patience 20 s",
                                           "08:00:14 a2 queued, patience 20 s", "08:00:25 0 has talked 15 s with a0",
                                           "08:00:25 a1 answered by 0 after 13 s", "08:00:34 a2 abandoned after 20 s",
                                           "08:00:40 0 has talked 15 s with a1"});
}

TEST_CASE("widening at 0 s: the new groups are asked after those that might before", "[model][steps]") {
    Scenario scenario = widening(0s);
    for (const Duration at : {10s, 20s, 30s}) add_call(scenario, 8h + at);
    CHECK(journey_story(scenario) ==
          Lines{"08:00:10 a0 step 0", "08:00:10 a0 answered by 0", "08:00:20 a1 step 0", "08:00:20 a1 answered by 1",
                "08:00:30 a2 step 0", "08:00:30 a2 queued, patience for ever", "08:05:10 0 has talked 300 s with a0",
                "08:05:10 a2 answered by 0 after 280 s", "08:05:20 1 has talked 300 s with a1",
                "08:10:10 0 has talked 300 s with a2"});
}

TEST_CASE("widening at 0 s: a contact that finds the queue full may use it", "[model][steps]") {
    Scenario scenario = widening(0s);
    scenario.call_types.front().queue_places = 0;
    for (const Duration at : {10s, 20s, 30s}) add_call(scenario, 8h + at);
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 a0 answered by 0", "08:00:20 a1 answered by 1", "08:00:30 a2 blocked"});
    // Not when the step's condition does not hold.
    scenario.call_types.front().steps = {open_after(0s, {1}, {queue(1, 9)})};
    CHECK(contact_story(scenario) == Lines{"08:00:10 a0 answered by 0", "08:00:20 a1 blocked", "08:00:30 a2 blocked"});
}

TEST_CASE("widening with a condition: asked once, when the time has come", "[model][steps]") {
    Scenario scenario = widening();
    scenario.call_types.front().steps = {open_after(30s, {1}, {queue(2, 9)})};
    for (const Duration at : {10s, 20s, 60s, 70s}) add_call(scenario, 8h + at);
    // a1 asks at 8:00:50: it waits alone, and is not asked again. a2 at 8:01:30: three wait.
    CHECK(journey_story(scenario) ==
          Lines{"08:00:10 a0 answered by 0", "08:00:20 a1 queued, patience for ever", "08:00:50 a1 no step 0",
                "08:01:00 a2 queued, patience for ever", "08:01:10 a3 queued, patience for ever", "08:01:30 a2 step 0",
                "08:01:30 a2 answered by 1 after 30 s", "08:01:40 a3 step 0", "08:05:10 0 has talked 300 s with a0",
                "08:05:10 a1 answered by 0 after 290 s", "08:06:30 1 has talked 300 s with a2",
                "08:06:30 a3 answered by 1 after 320 s", "08:10:10 0 has talked 300 s with a1",
                "08:11:30 1 has talked 300 s with a3"});
}

TEST_CASE("widening twice: each group in its turn", "[model][steps]") {
    Scenario scenario = widening();
    add_group(scenario, group("third", {1}, {0}));  // agent 2
    scenario.call_types.front().steps = {open_after(30s, {2}), open_after(60s, {1})};
    for (const Duration at : {10s, 20s, 25s, 26s}) add_call(scenario, 8h + at);
    // a1 gets agent 2 after 30 s; a2 agent 1 after 60 s; a3 waits for agent 0.
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 a0 answered by 0", "08:00:20 a1 queued, patience for ever",
                "08:00:25 a2 queued, patience for ever", "08:00:26 a3 queued, patience for ever",
                "08:00:50 a1 answered by 2 after 30 s", "08:01:25 a2 answered by 1 after 60 s",
                "08:05:10 a3 answered by 0 after 284 s"});
}

TEST_CASE("widening: the new groups come last in the order of preference, whichever way they were opened",
          "[model][steps]") {
    // Two steps without delay: the second group when nobody waits, which never holds for one who waits; the third.
    Scenario scenario = widening();
    add_group(scenario, group("third", {1}, {0}));
    scenario.call_types.front().steps = {open_after(0s, {1}, {queue(0, 0)}), open_after(0s, {2}), open_after(0s, {1})};
    for (const Duration at : {10s, 20s, 30s}) add_call(scenario, 8h + at);
    // Nobody waits: first, second, third.
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 a0 answered by 0", "08:00:20 a1 answered by 1", "08:00:30 a2 answered by 2"});
    // The first step never holds: first, third, second.
    scenario.call_types.front().steps[0].when = {queue(1, 9)};
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 a0 answered by 0", "08:00:20 a1 answered by 2", "08:00:30 a2 answered by 1"});
}

TEST_CASE("widening changes nothing where all with the skill may serve", "[model][steps]") {
    Scenario scenario = widening(0s);
    scenario.call_types.front().groups.clear();
    for (const Duration at : {10s, 20s}) add_call(scenario, 8h + at);
    CHECK(contact_story(scenario) == Lines{"08:00:10 a0 answered by 0", "08:00:20 a1 answered by 1"});
}

TEST_CASE("widening: longest_idle and fewest_skills count the new groups in", "[model][steps]") {
    Scenario scenario = widening(0s);
    for (const Duration at : {10s, 600s}) add_call(scenario, 8h + at);
    // longest_idle: agent 0 first; at 8:10:00 it has been idle since 8:05:10, agent 1 since the opening.
    scenario.call_types.front().choose = AgentChoice::longest_idle;
    CHECK(contact_story(scenario) == Lines{"08:00:10 a0 answered by 0", "08:10:00 a1 answered by 1"});
    // fewest_skills: agent 0 knows a alone.
    scenario.call_types.front().choose = AgentChoice::fewest_skills;
    CHECK(contact_story(scenario) == Lines{"08:00:10 a0 answered by 0", "08:10:00 a1 answered by 0"});
    scenario.groups[0].skills[kB] = 1.0;
    scenario.groups[1].skills.erase(kB);  // now agent 1
    CHECK(contact_story(scenario) == Lines{"08:00:10 a0 answered by 1", "08:10:00 a1 answered by 1"});
}

}  // namespace floorwalker::model
