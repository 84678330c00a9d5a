#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"

/// Agents kept free for some types and tiers, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

constexpr CallTypeId kA{0};
constexpr CallTypeId kV{1};
constexpr TierId kGold{0};
constexpr TierId kStandard{1};

// Type a of five minutes and v of one; "all" keeps an agent free for v.
Scenario kept_for_v(std::int64_t agents) {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 300s);
    add_type(scenario, "v", 60s);
    add_group(scenario, group("all", {agents}, {0, 1}));
    scenario.groups.front().reserves.push_back({1, {kV}, {}});
    return scenario;
}

}  // namespace

TEST_CASE("reserve: others get an agent only while more are free", "[model][routing]") {
    Scenario scenario = kept_for_v(2);
    add_call(scenario, 8h + 10s, kA);
    add_call(scenario, 8h + 20s, kA);
    add_call(scenario, 8h + 30s, kV);
    // Of 2 free one may take a0; of 1 free none may take a1, but v0 gets it, until 8:01:30. Agent 1 is then the only
    // one free again. When agent 0 has finished at 8:05:10 there are two, and it takes a1: 310 - 20 = 290.
    CHECK(contact_story(scenario) == Lines{"08:00:10 a0 answered by 0", "08:00:20 a1 queued, patience for ever",
                                           "08:00:30 v0 answered by 1", "08:05:10 a1 answered by 0 after 290 s"});
}

TEST_CASE("reserve: a freed agent still takes those it is kept for", "[model][routing]") {
    Scenario scenario = kept_for_v(2);
    add_call(scenario, 8h + 10s, kV);
    add_call(scenario, 8h + 20s, kV);
    add_call(scenario, 8h + 30s, kA);
    add_call(scenario, 8h + 40s, kV);
    // Agent 0 is free at 8:01:10 and would be the only one: a0, though it has waited longer, must let v2 by. Agent 1 at
    // 8:01:20: again the only one. At 8:02:10 agent 0 has finished v2 and leaves agent 1 free.
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 v0 answered by 0", "08:00:20 v1 answered by 1", "08:00:30 a0 queued, patience for ever",
                "08:00:40 v2 queued, patience for ever", "08:01:10 v2 answered by 0 after 30 s",
                "08:02:10 a0 answered by 0 after 100 s"});
}

TEST_CASE("reserve: one who comes in and cannot take the contact makes another free for it", "[model][routing]") {
    Scenario scenario = kept_for_v(0);
    Group people = group("people", {}, {});
    people.listed.push_back({"ann", {{kA, 1.0}, {kV, 1.0}}, {{8h, 9h}}});  // agent 0
    people.listed.push_back({"bob", {{kV, 1.0}}, {{8h + 3min, 9h}}});      // agent 1
    people.reserves.push_back({1, {kV}, {}});
    scenario.groups.front() = people;
    add_call(scenario, 8h + 10s, kA);
    // Ann is the only one free until Bob comes at 8:03:00.
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 a0 queued, patience for ever", "08:03:00 a0 answered by 0 after 170 s"});
}

TEST_CASE("reserve: the one made free is chosen by the contact's rule", "[model][routing]") {
    Scenario scenario = kept_for_v(0);
    scenario.call_types.front().choose = AgentChoice::most_proficient;
    Group people = group("people", {}, {});
    people.listed.push_back({"ann", {{kA, 0.5}}, {{8h, 9h}}});             // agent 0
    people.listed.push_back({"bob", {{kA, 1.0}, {kV, 1.0}}, {{8h, 9h}}});  // agent 1
    people.listed.push_back({"cem", {{kV, 1.0}}, {{8h + 3min, 9h}}});      // agent 2
    people.reserves.push_back({2, {kV}, {}});
    scenario.groups.front() = people;
    add_call(scenario, 8h + 10s, kA);
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 a0 queued, patience for ever", "08:03:00 a0 answered by 1 after 170 s"});
}

TEST_CASE("reserve: for a tier", "[model][routing]") {
    Scenario scenario = kept_for_v(2);
    scenario.tiers.push_back({"gold", "", {0, 0}});
    scenario.groups.front().reserves = {{1, {}, {kGold}}};
    add_call(scenario, 8h + 10s, kA, kStandard);
    add_call(scenario, 8h + 20s, kV, kStandard);  // the type says nothing here
    add_call(scenario, 8h + 30s, kA, kGold);
    // Agent 0 is free at 8:05:10, the only one; agent 1 at 8:05:30 leaves it free and takes v0: 330 - 20 = 310.
    CHECK(contact_story(scenario) == Lines{"08:00:10 a0 answered by 0", "08:00:20 v0 queued, patience for ever",
                                           "08:00:30 a1 answered by 1", "08:05:30 v0 answered by 1 after 310 s"});
}

TEST_CASE("reserve: a type or a tier of the list is enough, and of several reserves the largest counts",
          "[model][routing]") {
    Scenario scenario = kept_for_v(3);
    scenario.tiers.push_back({"gold", "", {0, 0}});
    scenario.groups.front().reserves = {{1, {kV}, {kGold}}, {2, {}, {kGold}}};
    add_call(scenario, 8h + 10s, kA, kStandard);  // needs more than 2 free: 3 are
    add_call(scenario, 8h + 20s, kV, kStandard);  // needs more than 2, by the second reserve: 2 are
    add_call(scenario, 8h + 30s, kA, kGold);      // needs one
    add_call(scenario, 8h + 40s, kV, kGold);      // likewise, until 8:01:40
    // Agent 2 is free at 8:01:40 and 2 more are needed: agent 0 at 8:05:10, agent 1 at 8:05:30, which takes v0.
    CHECK(contact_story(scenario) == Lines{"08:00:10 a0 answered by 0", "08:00:20 v0 queued, patience for ever",
                                           "08:00:30 a1 answered by 1", "08:00:40 v1 answered by 2",
                                           "08:05:30 v0 answered by 1 after 310 s"});
}

TEST_CASE("reserve: the next group helps out", "[model][routing]") {
    Scenario scenario = kept_for_v(1);
    add_group(scenario, group("others", {1}, {0}));
    add_call(scenario, 8h + 10s, kA);
    add_call(scenario, 8h + 20s, kV);
    CHECK(contact_story(scenario) == Lines{"08:00:10 a0 answered by 1", "08:00:20 v0 answered by 0"});
}

}  // namespace floorwalker::model
