#include <catch2/catch.hpp>

#include "tests/support/journeys.hpp"

/// A contact holds its line from its first second to its last, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

// One line. Type a talks for 60 s with agent 0, who then wraps up for 30 s.
Scenario one_line() {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 60s, {}, 30s);
    add_group(scenario, group("all", {1}, {0}));
    scenario.centre.lines = 1;
    return scenario;
}

void add_calls(Scenario& scenario, std::initializer_list<Duration> times, CallTypeId type = CallTypeId{0}) {
    for (const Duration at : times) add_call(scenario, 8h + at, type);
}

}  // namespace

TEST_CASE("a line is held through the IVR, the queue and the talk, not through the wrap-up", "[model][lines]") {
    Scenario scenario = one_line();
    scenario.call_types.front().flow = add_flow(scenario, "main", {say("hello", 20s, 1), ask("person")});
    scenario.groups.front().agents.clear();
    scenario.groups.front().shifts.push_back({{8h + 1min, 9h}, 1});
    // a0: IVR 8:00:10-8:00:30, queue until agent 0 comes at 8:01:00, talk until 8:02:00.
    add_calls(scenario, {10s, 20s, 45s, 90s, 119s, 121s});
    CHECK(contact_story(scenario) ==
          Lines{"08:00:20 a1 blocked", "08:00:30 a0 queued, patience for ever", "08:00:45 a2 blocked",
                "08:01:00 a0 answered by 0 after 30 s", "08:01:30 a3 blocked", "08:01:59 a4 blocked",
                // a5 hears the IVR from 8:02:01 to 8:02:21 and waits until the wrap-up of a0 is over at 8:02:30.
                "08:02:21 a5 queued, patience for ever", "08:02:30 a5 answered by 0 after 9 s"});
    for (const auto& blocked : facts_like<Blocked>(scenario)) CHECK(blocked.reason == BlockReason::no_line);
}

TEST_CASE("a contact that ends in the IVR gives its line back at once", "[model][lines]") {
    Scenario scenario = one_line();
    scenario.call_types.front().flow = add_flow(scenario, "main", {{"balance", self_service(20s)}});
    add_calls(scenario, {10s, 29s, 31s});
    CHECK(contact_story(scenario) == Lines{"08:00:29 a1 blocked"});
    CHECK(facts_like<LeftIvr>(scenario).size() == 2);
}

TEST_CASE("who abandons gives the line back", "[model][lines]") {
    Scenario scenario = one_line();
    scenario.groups.front().agents = {0};
    scenario.call_types.front().patience = constant(30s);
    scenario.call_types.front().redial = Redial{};  // a contact with a journey, though nobody calls again
    add_calls(scenario, {10s, 39s, 41s});
    CHECK(contact_story(scenario) == Lines{"08:00:10 a0 queued, patience 30 s", "08:00:39 a1 blocked",
                                           "08:00:40 a0 abandoned after 30 s", "08:00:41 a2 queued, patience 30 s",
                                           "08:01:11 a2 abandoned after 30 s"});
}

TEST_CASE("a transferred contact keeps its one line", "[model][lines]") {
    Scenario scenario = one_line();
    const CallTypeId second = add_type(scenario, "b", 40s);
    add_group(scenario, group("second", {1}, {1}));
    scenario.call_types.front().transfers.push_back(transfer_to(second));
    // a0 talks until 8:01:10, then with agent 1 until 8:01:50.
    add_calls(scenario, {10s, 60s, 109s, 111s});
    CHECK(contact_story(scenario) == Lines{"08:00:10 a0 answered by 0", "08:01:00 a1 blocked",
                                           "08:01:10 a0 answered by 1", "08:01:49 a2 blocked",
                                           "08:01:51 a3 answered by 0", "08:02:51 a3 answered by 1"});
}

TEST_CASE("chats and mail hold no line", "[model][lines]") {
    Scenario scenario = one_line();
    const CallTypeId chat = add_type(scenario, "c", 60s);
    const CallTypeId mail = add_type(scenario, "m", 60s);
    scenario.call_types[index(chat)].channel = Channel::chat;
    scenario.call_types[index(mail)].channel = Channel::mail;
    add_group(scenario, group("written", {2}, {1, 2}));
    add_call(scenario, 8h + 10s, chat);
    add_call(scenario, 8h + 11s, mail);
    add_calls(scenario, {12s, 13s});
    // The only call that finds no line is the second one.
    CHECK(contact_story(scenario) == Lines{"08:00:10 c0 answered by 1", "08:00:11 m0 answered by 2",
                                           "08:00:12 a0 answered by 0", "08:00:13 a1 blocked"});
}

}  // namespace floorwalker::model
