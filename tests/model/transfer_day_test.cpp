#include <catch2/catch.hpp>

#include <floorwalker/run.hpp>

#include "tests/support/journeys.hpp"

/// Contacts that go on to another queue, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

const CallTypeId kFirst{0};
const CallTypeId kSecond{1};

// Type a talks for 60 s with agent 0 of "first", who wraps up for 30 s; then it goes on to b, which talks for 90 s with
// agent 1 of "second". a0 comes at 8:00:10 and goes on at 8:01:10.
Scenario two_levels() {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 60s, {}, 30s);
    add_type(scenario, "b", 90s);
    add_group(scenario, group("first", {1}, {0}));
    add_group(scenario, group("second", {1}, {1}));
    scenario.call_types.front().transfers.push_back(transfer_to(kSecond));
    add_call(scenario, 8h + 10s);
    return scenario;
}

// Agent 1 talks with b0 from 8:00:05 to 8:05:05.
Scenario busy_second_level() {
    Scenario scenario = two_levels();
    scenario.call_types[index(kSecond)].talk = constant(5min);
    scenario.replay->clear();
    add_call(scenario, 8h + 5s, kSecond);
    add_call(scenario, 8h + 10s);
    return scenario;
}

}  // namespace

TEST_CASE("cold: the first agent wraps up while the second talks", "[model][transfer]") {
    CHECK(journey_story(two_levels()) == Lines{"08:00:10 a0 answered by 0", "08:01:10 0 has talked 60 s with a0",
                                               "08:01:10 a0 goes on to b", "08:01:10 a0 answered by 1",
                                               "08:01:40 0 has wrapped up 30 s after a0",
                                               "08:02:40 1 has talked 90 s with a0"});
}

TEST_CASE("the wait in the second queue is counted by itself, with the patience of its type", "[model][transfer]") {
    Scenario scenario = busy_second_level();
    scenario.call_types[index(kSecond)].patience = constant(4min);
    // 8:05:05 − 8:01:10 = 235 s.
    CHECK(contact_story(scenario) == Lines{"08:00:05 b0 answered by 1", "08:00:10 a0 answered by 0",
                                           "08:01:10 a0 queued, patience 240 s",
                                           "08:05:05 a0 answered by 1 after 235 s"});
    scenario.call_types[index(kSecond)].patience = constant(3min);
    scenario.call_types[index(kSecond)].redial = redial(1.0, 1.0);
    // It gives up, and whoever was talked to once does not count as one who got nobody.
    CHECK(journey_story(scenario) == Lines{"08:00:05 b0 answered by 1", "08:00:10 a0 answered by 0",
                                           "08:01:10 0 has talked 60 s with a0", "08:01:10 a0 goes on to b",
                                           "08:01:10 a0 queued, patience 180 s",
                                           "08:01:40 0 has wrapped up 30 s after a0",
                                           "08:04:10 a0 abandoned after 180 s", "08:05:05 1 has talked 300 s with b0"});
}

TEST_CASE("legs are numbered, and each is of the type that it asks for", "[model][transfer]") {
    const auto answered = facts_like<Answered>(two_levels());
    REQUIRE(answered.size() == 2);
    CHECK(answered[0].contact.leg == 0);
    CHECK(answered[0].contact.call_type == kFirst);
    CHECK(answered[1].contact.leg == 1);
    CHECK(answered[1].contact.call_type == kSecond);
    CHECK(answered[1].contact.customer == answered[0].contact.customer);
    CHECK(facts_like<Offered>(two_levels()).size() == 1);  // it comes to the centre once
    const auto talks = facts_like<TalkEnded>(two_levels());
    REQUIRE(talks.size() == 2);
    CHECK_FALSE(talks[0].leaves);
    CHECK(talks[1].leaves);
}

TEST_CASE("keeps_wait: it ranks as if it waited since it came", "[model][transfer]") {
    Scenario scenario = busy_second_level();
    add_call(scenario, 8h + 30s, kSecond);
    // b1 has waited since 8:00:30, the transferred a0 since 8:01:10.
    CHECK(contact_story(scenario).back() == "08:10:05 a0 answered by 1 after 535 s");
    scenario.call_types.front().transfers.front().keeps_wait = true;
    // Now a0 ranks as from 8:00:10. Its wait is still that since 8:01:10: 235 s.
    const Lines lines = contact_story(scenario);
    REQUIRE(lines.size() == 6);
    CHECK(lines[4] == "08:05:05 a0 answered by 1 after 235 s");
    CHECK(lines[5] == "08:10:05 b1 answered by 1 after 575 s");
}

TEST_CASE("shares by group: beginners pass on, others do not", "[model][transfer]") {
    Scenario scenario = two_levels();
    add_group(scenario, group("experts", {1}, {0}));  // agent 2
    scenario.call_types.front().transfers.front().share_by_group[GroupId{2}] = 0.0;
    add_call(scenario, 8h + 20s);
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 a0 answered by 0", "08:00:20 a1 answered by 2", "08:01:10 a0 answered by 1"});
    // And the other way round: nobody but the group that is named.
    scenario.call_types.front().transfers.front().share = 0.0;
    scenario.call_types.front().transfers.front().share_by_group = {{GroupId{2}, 1.0}};
    // a1 goes on at 8:01:20 and finds agent 1 free.
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 a0 answered by 0", "08:00:20 a1 answered by 2", "08:01:20 a1 answered by 1"});
}

TEST_CASE("of several transfers one at most happens, by their shares", "[model][transfer]") {
    Scenario scenario = two_levels();
    add_type(scenario, "c", 90s);
    scenario.groups[0].agents = {2000};
    scenario.groups[1].agents = {2000};
    scenario.groups[1].skills[CallTypeId{2}] = 1.0;
    Transfer to_c = transfer_to(CallTypeId{2});
    to_c.share = 0.3;
    to_c.is_escalation = true;
    scenario.call_types.front().transfers.front().share = 0.2;
    scenario.call_types.front().transfers.push_back(to_c);
    for (int i = 1; i < 4000; ++i) add_call(scenario, 8h + 10s + i * 500ms);
    const RunResult result = run(scenario, {.replications = 1});
    // Of 4,000: 2,000 go on, sd √(4,000 × 0.5 × 0.5) = 31.6; 1,200 of them to c, sd √(4,000 × 0.3 × 0.7) = 29.
    CHECK(*result.call_types[0].kpis[Kpi::answered].mean == 4000);
    CHECK(*result.overall[Kpi::transferred].mean == Approx(2000).margin(127));
    CHECK(*result.call_types[2].kpis[Kpi::answered].mean == Approx(1200).margin(116));
    CHECK(*result.call_types[0].kpis[Kpi::escalation_rate].mean == Approx(0.3).margin(0.029));
}

TEST_CASE("from level to level to level", "[model][transfer]") {
    Scenario scenario = two_levels();
    const CallTypeId third = add_type(scenario, "c", 20s);
    scenario.call_types[index(kSecond)].transfers.push_back(transfer_to(third));
    add_group(scenario, group("third", {1}, {2}));
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 a0 answered by 0", "08:01:10 a0 answered by 1", "08:02:40 a0 answered by 2"});
    CHECK(facts_like<Answered>(scenario).back().contact.leg == 2);
}

TEST_CASE("a full queue does not refuse who is passed on", "[model][transfer]") {
    Scenario scenario = busy_second_level();
    scenario.centre.queue_places = 0;
    CHECK(contact_story(scenario).back() == "08:05:05 a0 answered by 1 after 235 s");
}

TEST_CASE("after closing: drain keeps the second level, clear sends its customers away", "[model][transfer]") {
    Scenario scenario = two_levels();
    scenario.replay->clear();
    add_call(scenario, 8h + 59min + 30s);
    CHECK(contact_story(scenario) == Lines{"08:59:30 a0 answered by 0", "09:00:30 a0 answered by 1"});
    scenario.centre.after_close = AfterClose::clear;
    // Agent 1 went at 9:00.
    CHECK(contact_story(scenario) ==
          Lines{"08:59:30 a0 answered by 0", "09:00:30 a0 queued, patience 0 s", "09:00:30 a0 dismissed after 0 s"});
    scenario.centre.after_close = AfterClose::carry_over;
    scenario.centre.days = 2;
    // 24 h − 30 min 30 s − 30 min = 82,770 s from 9:00:30 to 8:00:00.
    CHECK(contact_story(scenario).back() == "1+08:00:00 a0 answered by 1 after 82770 s");
}

}  // namespace floorwalker::model
