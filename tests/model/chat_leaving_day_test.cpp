#include <catch2/catch.hpp>

#include "tests/support/journeys.hpp"

/// Agents who should go home while they have chats open, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

// Chats of 60 s; two windows without slow-down, so that only who has whom matters.
Scenario chatting(Group people) {
    Scenario scenario = quiet_day(2);
    add_type(scenario, "c", 60s);
    scenario.call_types.front().channel = Channel::chat;
    people.chat = {2, {1.0, 1.0}};
    add_group(scenario, people);
    return scenario;
}

Group by_shift(std::initializer_list<WorkSpan> spans) {
    Group people = group("all", {}, {0});
    for (const WorkSpan& span : spans) people.shifts.push_back({span, 1});
    return people;
}

void add_chats(Scenario& scenario, std::initializer_list<Duration> times) {
    for (const Duration at : times) add_call(scenario, 8h + at);
}

}  // namespace

TEST_CASE("shift over: chats are finished, no new ones are taken", "[model][chat]") {
    Scenario scenario = chatting(by_shift({{8h, 8h + 30min}, {8h + 40min, 10h}}));
    add_chats(scenario, {29min + 30s, 29min + 50s, 30min + 10s, 30min + 35s});
    // Agent 0 has c0 until 8:30:30 and c1 until 8:30:50; c2 and c3 find a window free but the agent's time over, and
    // wait for agent 1.
    CHECK(contact_story(scenario) ==
          Lines{"08:29:30 c0 answered by 0", "08:29:50 c1 answered by 0", "08:30:10 c2 queued, patience for ever",
                "08:30:35 c3 queued, patience for ever", "08:40:00 c2 answered by 1 after 590 s",
                "08:40:00 c3 answered by 1 after 565 s"});
    CHECK(staff_story(scenario)[2] == "08:30:50 0 of all: talking -> signed_out");
}

TEST_CASE("fewer wanted: as many as are too many take no new chats, those with the fewest first", "[model][chat]") {
    Scenario scenario = chatting(group("all", {2, 1}, {0}));
    add_chats(scenario, {59min + 10s, 59min + 20s, 60min + 5s, 60min + 6s});
    // From 9:00 on one is too many. Both have one chat, so the last in the list shall go: agent 1 takes no new chat,
    // agent 0 takes c2, and c3 when c0 is done at 9:00:10. Agent 1 goes after c1, at 9:00:20.
    CHECK(contact_story(scenario) == Lines{"08:59:10 c0 answered by 0", "08:59:20 c1 answered by 1",
                                           "09:00:05 c2 answered by 0", "09:00:06 c3 queued, patience for ever",
                                           "09:00:10 c3 answered by 0 after 4 s"});
    CHECK(staff_story(scenario)[3] == "09:00:20 1 of all: talking -> signed_out");
}

TEST_CASE("fewer wanted: when another has gone, who was about to go stays and takes who waits", "[model][chat]") {
    Scenario scenario = chatting(group("all", {2, 1}, {0, 1}));
    add_type(scenario, "v", 60s);  // calls
    add_chats(scenario, {59min + 10s});
    add_call(scenario, 8h + 59min + 20s, CallTypeId{1});
    add_chats(scenario, {60min + 5s});
    // Agent 0 has c0 until 9:00:10, agent 1 v0 until 9:00:20. From 9:00 on one is too many: of those with chats, agent
    // 0. It is done first and goes; c1 waits for agent 1.
    CHECK(contact_story(scenario) == Lines{"08:59:10 c0 answered by 0", "08:59:20 v0 answered by 1",
                                           "09:00:05 c1 queued, patience for ever",
                                           "09:00:20 c1 answered by 1 after 15 s"});
    // If the chat takes ten minutes agent 1 is done first and goes, and agent 0 has a window for c1.
    scenario.call_types.front().talk = constant(10min);
    CHECK(contact_story(scenario).back() == "09:00:20 c1 answered by 0 after 15 s");
    CHECK(staff_story(scenario)[3] == "09:00:20 1 of all: talking -> signed_out");
}

TEST_CASE("wanted again: who was about to go takes chats as before", "[model][chat]") {
    Scenario scenario = chatting(group("all", {1}, {0}));
    scenario.call_types.front().talk = constant(10min);
    scenario.decisions.push_back(absent(GroupId{0}, 8h + 1min, 8h + 2min));
    add_chats(scenario, {10s, 90s});
    // Agent 0 should be away from 8:01 but has c0; at 8:02 it need not go any more and takes c1 beside it.
    CHECK(contact_story(scenario) == Lines{"08:00:10 c0 answered by 0", "08:01:30 c1 queued, patience for ever",
                                           "08:02:00 c1 answered by 0 after 30 s"});
}

TEST_CASE("closing: chats in their windows are finished, and those who wait are not forgotten", "[model][chat]") {
    Scenario scenario = chatting(group("all", {1}, {0}));
    scenario.call_types.front().talk = constant(10min);
    add_chats(scenario, {119min, 119min + 10s, 119min + 20s});
    // Drain: c2 gets the window of c0 at 10:09:00.
    CHECK(contact_story(scenario).back() == "10:09:00 c2 answered by 0 after 580 s");
    CHECK(staff_story(scenario)[2] == "10:19:00 0 of all: talking -> signed_out");
    scenario.centre.after_close = AfterClose::clear;
    CHECK(contact_story(scenario).back() == "10:00:00 c2 dismissed after 40 s");
    CHECK(staff_story(scenario)[2] == "10:09:10 0 of all: talking -> signed_out");
}

}  // namespace floorwalker::model
