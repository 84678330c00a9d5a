#include <catch2/catch.hpp>

#include "tests/support/journeys.hpp"

/// A finite number of IVR ports, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

// One port. A call of type a hears 20 s of greeting, then talks for 60 s; two agents. Calls at 8:00:10, 8:00:20 and
// 8:00:40: the first has the port until 8:00:30.
Scenario three_callers(PortsBusy when_busy) {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 60s);
    add_group(scenario, group("all", {2}, {0}));
    scenario.call_types.front().flow = add_flow(scenario, "main", {say("hello", 20s, 1), ask("person")});
    scenario.centre.ivr_ports = 1;
    scenario.centre.ports_busy = when_busy;
    for (const Duration at : {10s, 20s, 40s}) add_call(scenario, 8h + at);
    return scenario;
}

std::vector<BlockReason> reasons(const Scenario& scenario) {
    std::vector<BlockReason> reasons;
    for (const auto& blocked : facts_like<Blocked>(scenario)) reasons.push_back(blocked.reason);
    return reasons;
}

}  // namespace

TEST_CASE("ports busy: blocked", "[model][ivr]") {
    const Scenario scenario = three_callers(PortsBusy::block);
    // The port is free again when a0 asks for an agent; that it still talks at 8:00:40 does not matter.
    CHECK(contact_story(scenario) ==
          Lines{"08:00:20 a1 blocked", "08:00:30 a0 answered by 0", "08:01:00 a2 answered by 1"});
    CHECK(reasons(scenario) == std::vector{BlockReason::no_port});
}

TEST_CASE("ports busy: straight to the queue", "[model][ivr]") {
    const Scenario scenario = three_callers(PortsBusy::to_queue);
    // a1 skips the IVR and has agent 0 until 8:01:20; a0 gets agent 1 until 8:01:30; a2 hears the IVR until 8:01:00
    // and waits for agent 0: 20 s.
    CHECK(contact_story(scenario) == Lines{"08:00:20 a1 answered by 0", "08:00:30 a0 answered by 1",
                                           "08:01:00 a2 queued, patience for ever",
                                           "08:01:20 a2 answered by 0 after 20 s"});
}

TEST_CASE("ports busy: who is sent away for want of a port is not told of the queue", "[model][ivr]") {
    Scenario scenario = three_callers(PortsBusy::block);
    scenario.groups.front().agents = {0};
    scenario.centre.queue_places = 0;
    // a1 finds no port; a0 and a2 come out of the IVR and find no place.
    CHECK(reasons(scenario) == std::vector{BlockReason::no_port, BlockReason::no_place, BlockReason::no_place});
    scenario.centre.lines = 1;
    // a1 finds no line, which comes first. a0 is gone at 8:00:30, so a2 has a line.
    CHECK(reasons(scenario) == std::vector{BlockReason::no_line, BlockReason::no_place, BlockReason::no_place});
}

TEST_CASE("a port is free again when a caller gives up in the IVR", "[model][ivr]") {
    Scenario scenario = three_callers(PortsBusy::block);
    scenario.flows.front().patience = constant(5s);
    // Each gives up after 5 s, before the next one calls.
    CHECK(reasons(scenario).empty());
    CHECK(facts_like<LeftIvr>(scenario).size() == 3);
}

TEST_CASE("ports busy: callers of a number have not said what they want, so they are blocked", "[model][ivr]") {
    Scenario scenario = quiet_day(1);
    const CallTypeId type = add_type(scenario, "a", 60s);
    add_group(scenario, group("all", {50}, {0}));
    const FlowId flow = add_flow(scenario, "main", {say("hello", 20s, 1), ask("person", type)});
    const NumberId number = add_number(scenario, "10000", flow);
    scenario.centre.ivr_ports = 1;
    scenario.centre.ports_busy = PortsBusy::to_queue;
    scenario.decisions.push_back({8h, {}, Peak{{}, number, 1000.0, 9h, {}}});
    // Some 1,000 calls in an hour on a port that is busy for 20 s with each: 180 calls at most get through.
    const auto facts = facts_of(scenario);
    const auto blocked = facts_like<Blocked>(facts);
    CHECK(blocked.size() > 700);
    for (const auto& one : blocked) {
        CHECK(one.reason == BlockReason::no_port);
        CHECK(one.contact.call_type == kNoCallType);
    }
    std::int64_t inside = 0;
    for (const Fact& fact : facts) {
        if (std::holds_alternative<EnteredIvr>(fact)) CHECK(++inside == 1);
        if (std::holds_alternative<LeftIvr>(fact)) --inside;
    }
    CHECK(facts_like<Answered>(facts).size() == facts_like<EnteredIvr>(facts).size());
}

}  // namespace floorwalker::model
