#include <array>

#include <catch2/catch.hpp>

#include "tests/support/journeys.hpp"

/// Callers in the IVR, node by node, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

// Type a: calls of a minute for agent 0; it hears whatever flow is added. A call comes at 8:00:10.
Scenario one_caller() {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 60s);
    add_group(scenario, group("all", {1}, {0}));
    scenario.call_types.front().flow = FlowId{0};
    add_call(scenario, 8h + 10s);
    return scenario;
}

Scenario caller_of(std::vector<IvrNode> nodes) {
    Scenario scenario = one_caller();
    add_flow(scenario, "main", std::move(nodes));
    return scenario;
}

}  // namespace

TEST_CASE("an announcement is heard, then an agent is asked for", "[model][ivr]") {
    const Scenario scenario = caller_of({say("hello", 10s, 1), ask("person")});
    CHECK(journey_story(scenario) == Lines{"08:00:10 a0 hears main", "08:00:10 a0 at hello", "08:00:20 a0 at person",
                                           "08:00:20 a0 wants a after 10 s in main", "08:00:20 a0 answered by 0",
                                           "08:01:20 0 has talked 60 s with a0"});
}

TEST_CASE("waiting and patience begin after the IVR", "[model][ivr]") {
    Scenario scenario = caller_of({say("hello", 10s, 1), ask("person")});
    scenario.call_types.front().patience = constant(30s);
    add_call(scenario, 8h + 20s);
    add_call(scenario, 8h + 45s);
    // Agent 0 talks from 8:00:20 to 8:01:20. a1 waits from 8:00:30 and gives up at 8:01:00, 40 s after it called; a2
    // waits from 8:00:55 and has 5 s of its patience left when it is answered at 8:01:20.
    CHECK(contact_story(scenario) == Lines{"08:00:20 a0 answered by 0", "08:00:30 a1 queued, patience 30 s",
                                           "08:00:55 a2 queued, patience 30 s", "08:01:00 a1 abandoned after 30 s",
                                           "08:01:20 a2 answered by 0 after 25 s"});
}

TEST_CASE("a caller is asked for as what the node says", "[model][ivr]") {
    Scenario scenario = caller_of({say("hello", 10s, 1), ask("person", CallTypeId{1})});
    add_type(scenario, "b", 90s);
    scenario.groups.front().skills[CallTypeId{1}] = 1.0;
    // It came as a and is b from 8:00:20 on: its talk takes 90 s.
    const Lines lines = journey_story(scenario);
    REQUIRE(lines.size() == 6);
    CHECK(lines[3] == "08:00:20 a0 wants b after 10 s in main");
    CHECK(lines[5] == "08:01:50 0 has talked 90 s with a0");
}

TEST_CASE("self-service serves: the call ends there, contained", "[model][ivr]") {
    const Scenario scenario = caller_of({{"balance", self_service(40s)}});
    CHECK(journey_story(scenario) ==
          Lines{"08:00:10 a0 hears main", "08:00:10 a0 at balance", "08:00:50 a0 contained after 40 s in main"});
}

TEST_CASE("self-service may lead on after success", "[model][ivr]") {
    SelfService balance = self_service(40s);
    balance.next = node(1);
    const Scenario scenario = caller_of({{"balance", balance}, say("goodbye", 5s, 2), end("end")});
    // 40 s + 5 s.
    CHECK(journey_story(scenario) == Lines{"08:00:10 a0 hears main", "08:00:10 a0 at balance", "08:00:50 a0 at goodbye",
                                           "08:00:55 a0 at end", "08:00:55 a0 contained after 45 s in main"});
}

TEST_CASE("self-service that fails takes its time and leads to a person, or to nobody", "[model][ivr]") {
    SelfService balance = self_service(40s, 0.0);
    CHECK(journey_story(caller_of({{"balance", balance}})).back() == "08:00:50 a0 not served after 40 s in main");
    balance.when_failed = node(1);
    const Lines lines = journey_story(caller_of({{"balance", balance}, ask("person")}));
    REQUIRE(lines.size() == 6);
    CHECK(lines[3] == "08:00:50 a0 wants a after 40 s in main");
    CHECK(lines[4] == "08:00:50 a0 answered by 0");
}

TEST_CASE("the end of a call: contained or turned away", "[model][ivr]") {
    CHECK(journey_story(caller_of({say("closed", 7s, 1), end("end")})).back() ==
          "08:00:17 a0 contained after 7 s in main");
    CHECK(journey_story(caller_of({say("closed", 7s, 1), end("end", false)})).back() ==
          "08:00:17 a0 not served after 7 s in main");
}

TEST_CASE("a caller gives up in the IVR when its patience there is over", "[model][ivr]") {
    Scenario scenario = caller_of({say("hello", 10s, 1), say("music", 20s, 2), ask("person")});
    scenario.flows.front().patience = constant(25s);
    // 30 s to go, gone after 25 s.
    CHECK(journey_story(scenario) == Lines{"08:00:10 a0 hears main", "08:00:10 a0 at hello", "08:00:20 a0 at music",
                                           "08:00:35 a0 gave up after 25 s in main"});
}

TEST_CASE("patience in the IVR is over with the IVR", "[model][ivr]") {
    Scenario scenario = caller_of({say("hello", 10s, 1), ask("person")});
    scenario.flows.front().patience = constant(11s);
    scenario.groups.front().agents = {0};
    scenario.call_types.front().patience = constant(300s);
    // It would have hung up at 8:00:21; in the queue it waits the 300 s of its call type.
    CHECK(contact_story(scenario) == Lines{"08:00:20 a0 queued, patience 300 s", "08:05:20 a0 abandoned after 300 s"});
}

TEST_CASE("nobody listens for ever", "[model][ivr]") {
    // Hardly anybody ever chooses the way out.
    const Menu again{constant(1s), {{"1", 1 - 1e-9, NodeId{0}}, {"2", 1e-9, NodeId{2}}}, 0.0, 10s, 0.0, 3, {}};
    const Scenario scenario = caller_of({say("ping", 1s, 1), {"pong", again}, ask("person")});
    // After 100 nodes of a second each it hangs up.
    const Lines lines = journey_story(scenario);
    CHECK(lines.back() == "08:01:50 a0 gave up after 100 s in main");
}

TEST_CASE("a flow for each tier, and one for the others", "[model][ivr]") {
    Scenario scenario = caller_of({say("long", 60s, 1), ask("person")});
    add_flow(scenario, "short", {say("hello", 5s, 1), ask("person")});
    scenario.tiers.push_back({"gold", "", {0.0}, 0, 0s});
    scenario.tiers.push_back({"silver", "", {0.0}, 0, 0s});
    scenario.tiers.front().flow = FlowId{1};
    scenario.replay->clear();
    add_call(scenario, 8h, CallTypeId{0}, TierId{0});
    add_call(scenario, 8h + 10min, CallTypeId{0}, TierId{1});
    add_call(scenario, 8h + 20min, CallTypeId{0}, TierId{2});
    // Silver has no flow of its own and hears that of the call type, as do those in no tier (2).
    Lines heard;
    for (const auto& line : journey_story(scenario)) {
        if (line.find("wants") != std::string::npos) heard.push_back(line);
    }
    CHECK(heard == Lines{"08:00:05 a0 wants a after 5 s in short", "08:11:00 a1 wants a after 60 s in main",
                         "08:21:00 a2 wants a after 60 s in main"});
}

TEST_CASE("each number has a flow, and its tiers have theirs", "[model][ivr]") {
    Scenario scenario = caller_of({say("long", 60s, 1), ask("person", CallTypeId{0})});
    add_flow(scenario, "brief", {say("hello", 5s, 1), ask("person", CallTypeId{0})});
    add_flow(scenario, "gold", {ask("person", CallTypeId{0})});
    scenario.replay->clear();
    scenario.groups.front().agents = {500};
    scenario.tiers.push_back({"gold", "", {0.0}, 0, 0s});
    scenario.tiers.front().flow = FlowId{2};
    const NumberId staffed = add_number(scenario, "10000", FlowId{0});
    const NumberId brief = add_number(scenario, "10001", FlowId{1});
    scenario.numbers.front().share_by_tier = {0.25};  // of those who call 10001 none is gold
    scenario.decisions.push_back({8h, {}, Peak{{}, staffed, 2000.0, 9h, {}}});
    scenario.decisions.push_back({8h, {}, Peak{{}, brief, 2000.0, 9h, {}}});
    std::array<double, 3> heard{};
    for (const auto& one : facts_like<EnteredIvr>(scenario)) {
        ++heard[index(one.flow)];
        CHECK((one.contact.tier == TierId{0}) == (one.flow == FlowId{2}));
    }
    // 1,500 ± 4 × √1,500, 2,000 ± 4 × √2,000, 500 ± 4 × √500.
    CHECK(heard[0] == Approx(1500).margin(155));
    CHECK(heard[1] == Approx(2000).margin(179));
    CHECK(heard[2] == Approx(500).margin(90));
}

TEST_CASE("who is in the IVR at closing is still served when the centre drains", "[model][ivr]") {
    Scenario scenario = caller_of({say("hello", 30s, 1), ask("person")});
    scenario.replay->clear();
    add_call(scenario, 8h + 59min + 50s);
    CHECK(contact_story(scenario) == Lines{"09:00:20 a0 answered by 0"});
    // The staff goes when the talk of 60 s is over.
    CHECK(staff_story(scenario)[2] == "09:01:20 0 of all: talking -> signed_out");
    scenario.centre.after_close = AfterClose::clear;
    // Nobody is there any more when it asks for an agent.
    CHECK(contact_story(scenario) == Lines{"09:00:20 a0 queued, patience 0 s", "09:00:20 a0 dismissed after 0 s"});
}

}  // namespace floorwalker::model
