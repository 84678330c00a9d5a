#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"

/// Which waiting contact a freed agent takes by each rule, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

// One agent, who is busy with s0 from 8:00:01 for `busy`, and then takes p, q and r, a minute each.
Scenario busy_agent(ContactChoice take, Duration busy = 10min) {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "s", busy);
    for (const char* id : {"p", "q", "r"}) add_type(scenario, id, 60s);
    add_group(scenario, group("all", {1}, {0, 1, 2, 3}));
    scenario.groups.front().take = take;
    add_call(scenario, 8h + 1s, CallTypeId{0});
    return scenario;
}

constexpr CallTypeId kP{1};
constexpr CallTypeId kQ{2};
constexpr CallTypeId kR{3};

CallType& type(Scenario& scenario, CallTypeId id) { return scenario.call_types[index(id)]; }

}  // namespace

TEST_CASE("longest_wait: with its credit, whatever the priority", "[model][routing]") {
    Scenario scenario = busy_agent(ContactChoice::longest_wait);
    type(scenario, kQ).priority = 5;
    type(scenario, kR).waiting_credit = 30s;
    add_call(scenario, 8h + 10s, kP);
    add_call(scenario, 8h + 30s, kQ);
    add_call(scenario, 8h + 35s, kR);  // as if since 8:00:05
    const Lines lines = contact_story(scenario);
    REQUIRE(lines.size() == 7);
    // 601 - 35 = 566; 661 - 10 = 651; 721 - 30 = 691.
    CHECK(Lines(lines.end() - 3, lines.end()) == Lines{"08:10:01 r0 answered by 0 after 566 s",
                                                       "08:11:01 p0 answered by 0 after 651 s",
                                                       "08:12:01 q0 answered by 0 after 691 s"});
}

TEST_CASE("weighted_wait: weight times wait", "[model][routing]") {
    // p has waited 540 s when the agent is free at 8:10:01; q, of weight 3, gets there with 180 s.
    const auto order_when_q_comes = [](Duration at) {
        Scenario scenario = busy_agent(ContactChoice::weighted_wait);
        type(scenario, kQ).weight = 3.0;
        type(scenario, kP).priority = 1;  // says nothing here
        add_call(scenario, 8h + 61s, kP);
        add_call(scenario, 8h + at, kQ);
        return answer_order(scenario);
    };
    CHECK(order_when_q_comes(7min) == "q0 p0");       // 3 × 181 = 543
    CHECK(order_when_q_comes(7min + 1s) == "p0 q0");  // 3 × 180 = 540: equal, p has waited longer
    CHECK(order_when_q_comes(7min + 2s) == "p0 q0");  // 3 × 179 = 537
}

TEST_CASE("weighted_wait: the credit is part of the wait", "[model][routing]") {
    Scenario scenario = busy_agent(ContactChoice::weighted_wait);
    type(scenario, kQ).weight = 3.0;
    type(scenario, kQ).waiting_credit = 2s;
    add_call(scenario, 8h + 61s, kP);
    add_call(scenario, 8h + 7min + 2s, kQ);  // 3 × (179 + 2) = 543 against 540
    CHECK(answer_order(scenario) == "q0 p0");
}

TEST_CASE("accumulating: an early contact of low rate is overtaken when the lines cross", "[model][routing]") {
    // p comes at 8:01:01 and gains a point a second, q at 8:07:01 and gains three. t seconds after p:
    // t = 3 (t - 360) at t = 540, 8:10:01.
    const auto order_when_free_after = [](Duration busy) {
        Scenario scenario = busy_agent(ContactChoice::accumulating, busy);
        type(scenario, kQ).points_per_second = 3.0;
        add_call(scenario, 8h + 61s, kP);
        add_call(scenario, 8h + 7min + 1s, kQ);
        return answer_order(scenario);
    };
    CHECK(order_when_free_after(10min - 1s) == "p0 q0");  // 539 against 537
    CHECK(order_when_free_after(10min) == "p0 q0");       // 540 each: the longer wait
    CHECK(order_when_free_after(10min + 1s) == "q0 p0");  // 541 against 543
}

TEST_CASE("accumulating: points at arrival", "[model][routing]") {
    Scenario scenario = busy_agent(ContactChoice::accumulating);
    type(scenario, kQ).points = 500.0;
    type(scenario, kQ).points_per_second = 0.0;
    add_call(scenario, 8h + 61s, kP);        // 540 at 8:10:01
    add_call(scenario, 8h + 9min + 1s, kP);  // 60 at 8:10:01, 120 at 8:11:01
    add_call(scenario, 8h + 10min, kQ);      // 500 for ever
    CHECK(answer_order(scenario) == "p0 q0 p1");
}

TEST_CASE("queue_ratio: the queue that is longest against its share", "[model][routing]") {
    Scenario scenario = busy_agent(ContactChoice::queue_ratio);
    type(scenario, kQ).queue_share = 2.0;
    for (const Duration at : {10s, 20s}) add_call(scenario, 8h + at, kP);
    for (const Duration at : {30s, 40s, 50s}) add_call(scenario, 8h + at, kQ);
    // The agent has four queues, of shares s 1, p 1, q 2, r 1: of n waiting n/5 should be p and 2n/5 q.
    // p 2 - 1.0 = 1.0, q 3 - 2.0 = 1.0: equal, p0 has waited longer
    // p 1 - 0.8 = 0.2, q 3 - 1.6 = 1.4: q0
    // p 1 - 0.6 = 0.4, q 2 - 1.2 = 0.8: q1
    // p 1 - 0.4 = 0.6, q 1 - 0.8 = 0.2: p1
    CHECK(answer_order(scenario) == "p0 q0 q1 p1 q2");
}

TEST_CASE("queue_ratio: with equal shares the longest queue, whoever has waited longest", "[model][routing]") {
    Scenario scenario = busy_agent(ContactChoice::queue_ratio);
    add_call(scenario, 8h + 5s, kP);
    for (const Duration at : {10s, 20s, 30s}) add_call(scenario, 8h + at, kQ);
    // 1 against 3, 1 against 2, then 1 against 1: equal, and p0 has waited longer.
    CHECK(answer_order(scenario) == "q0 q1 p0 q2");
}

TEST_CASE("queue_ratio: a queue is the call type's, of all tiers, and goes by priority", "[model][routing]") {
    Scenario scenario = busy_agent(ContactChoice::queue_ratio);
    scenario.tiers.push_back({"gold", "", {0, 0, 0, 0}, 1, 0s});
    constexpr TierId kGold{0};
    constexpr TierId kStandard{1};
    add_call(scenario, 8h + 10s, kP, kStandard);
    add_call(scenario, 8h + 20s, kQ, kStandard);
    add_call(scenario, 8h + 30s, kQ, kStandard);
    add_call(scenario, 8h + 40s, kP, kStandard);
    add_call(scenario, 8h + 50s, kP, kGold);
    // p 3, q 2: p, and there gold p2 first. p 2, q 2: equal, p0 has waited longest. p 1, q 2: q0.
    // p 1, q 1: equal, q1 (8:00:30) before p1 (8:00:40).
    CHECK(answer_order(scenario) == "p2 p0 q0 q1 p1");
}

TEST_CASE("what is equal goes by scenario order", "[model][routing]") {
    using enum ContactChoice;
    for (const ContactChoice take : {priority, longest_wait, weighted_wait, accumulating, queue_ratio}) {
        INFO("rule " << static_cast<int>(take));
        Scenario scenario = busy_agent(take);
        for (const CallTypeId id : {kR, kQ, kP}) add_call(scenario, 8h + 10s, id);
        CHECK(answer_order(scenario) == "p0 q0 r0");
    }
}

TEST_CASE("each group takes by its own rule", "[model][routing]") {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "s", 600s);
    for (const char* id : {"p", "q"}) add_type(scenario, id, 300s);
    type(scenario, CallTypeId{2}).priority = 1;
    add_group(scenario, group("by_priority", {1}, {0, 1, 2}));
    add_group(scenario, group("by_wait", {1}, {0, 1, 2}));
    scenario.groups[1].take = ContactChoice::longest_wait;
    add_call(scenario, 8h + 1s, CallTypeId{0});
    add_call(scenario, 8h + 2s, CallTypeId{0});
    add_call(scenario, 8h + 10s, CallTypeId{1});
    add_call(scenario, 8h + 20s, CallTypeId{1});
    add_call(scenario, 8h + 30s, CallTypeId{2});
    add_call(scenario, 8h + 40s, CallTypeId{2});
    const Lines lines = contact_story(scenario);
    REQUIRE(lines.size() == 10);
    // Agent 0 is free at 8:10:01 and takes q0, agent 1 at 8:10:02 and takes p0.
    CHECK(lines[6] == "08:10:01 q0 answered by 0 after 571 s");
    CHECK(lines[7] == "08:10:02 p0 answered by 1 after 592 s");
}

}  // namespace floorwalker::model
