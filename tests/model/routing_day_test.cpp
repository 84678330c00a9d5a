#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"

/// Who gets whom, on days worked out by hand. Agents are numbered through the scenario, so the first of the second
/// group is 1 when the first group has one.
namespace floorwalker::model {
namespace {

using namespace support;

// Two groups of one agent each who take calls of a minute: agent 0 of "first", agent 1 of "second".
Scenario two_groups(AgentChoice choose) {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 60s);
    scenario.call_types.front().choose = choose;
    add_group(scenario, group("first", {1}, {0}));
    add_group(scenario, group("second", {1}, {0}));
    return scenario;
}

// Calls at 8:00:10 and 8:00:20 keep both busy until 8:01:10 and 8:01:20, a third one comes at 8:02:00.
void add_three_calls(Scenario& scenario) {
    for (const Duration at : {10s, 20s, 120s}) add_call(scenario, 8h + at);
}

// One agent who takes calls of type s and of others to be added, and is busy with s0 from 8:00:01 for ten minutes.
Scenario busy_agent(std::initializer_list<std::uint16_t> others) {
    Scenario scenario = quiet_day(1);
    add_group(scenario, group("all", {1}, others));
    scenario.groups.front().skills[CallTypeId{0}] = 1.0;
    add_type(scenario, "s", 600s);
    add_call(scenario, 8h + 1s);
    return scenario;
}

}  // namespace

TEST_CASE("preference: the first group with a free agent", "[model][routing]") {
    Scenario scenario = two_groups(AgentChoice::preference);
    add_three_calls(scenario);
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 a0 answered by 0", "08:00:20 a1 answered by 1", "08:02:00 a2 answered by 0"});
    scenario.call_types.front().groups = {GroupId{1}, GroupId{0}};
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 a0 answered by 1", "08:00:20 a1 answered by 0", "08:02:00 a2 answered by 1"});
}

TEST_CASE("preference: in a group the one idle longest", "[model][routing]") {
    Scenario scenario = two_groups(AgentChoice::preference);
    scenario.groups.front().agents = {2};  // agents 0 and 1 of "first", 2 of "second"
    add_three_calls(scenario);
    // At 8:02:00 agent 0 has been idle since 8:01:10, agent 1 since 8:01:20.
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 a0 answered by 0", "08:00:20 a1 answered by 1", "08:02:00 a2 answered by 0"});
}

TEST_CASE("longest_idle: over all groups", "[model][routing]") {
    Scenario scenario = two_groups(AgentChoice::longest_idle);
    for (const Duration at : {10s, 80s, 150s}) add_call(scenario, 8h + at);
    // Agent 0 was busy until 8:01:10, so at 8:01:20 agent 1 has been idle longer: since 8:00:00; at 8:02:30 agent 0.
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 a0 answered by 0", "08:01:20 a1 answered by 1", "08:02:30 a2 answered by 0"});
}

TEST_CASE("fewest_skills: keeps those who can do more", "[model][routing]") {
    Scenario scenario = two_groups(AgentChoice::fewest_skills);
    add_type(scenario, "b", 60s);
    scenario.groups.front().skills[CallTypeId{1}] = 1.0;  // agent 0 takes a and b, agent 1 only a
    add_three_calls(scenario);
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 a0 answered by 1", "08:00:20 a1 answered by 0", "08:02:00 a2 answered by 1"});
}

TEST_CASE("fewest_skills: of equally many skills in one group the one idle longest", "[model][routing]") {
    Scenario scenario = quiet_day(1);
    for (const char* id : {"a", "b", "c"}) add_type(scenario, id, 60s);
    scenario.call_types.front().choose = AgentChoice::fewest_skills;
    const WorkSpan day{8h, 9h};
    Group people = group("people", {}, {});
    people.listed.push_back({"ann", {{CallTypeId{0}, 1.0}, {CallTypeId{1}, 1.0}}, {day}});  // agent 0: a and b
    people.listed.push_back({"bob", {{CallTypeId{0}, 1.0}, {CallTypeId{2}, 1.0}}, {day}});  // agent 1: a and c
    add_group(scenario, people);
    for (const Duration at : {10s, 80s}) add_call(scenario, 8h + at);
    // Both have two skills. Agent 0 was busy from 8:00:10 to 8:01:10, so at 8:01:20 agent 1 has been idle longer.
    CHECK(contact_story(scenario) == Lines{"08:00:10 a0 answered by 0", "08:01:20 a1 answered by 1"});
}

TEST_CASE("an agent whose group the call type does not name never takes its contacts", "[model][routing]") {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 300s);
    add_type(scenario, "b", 60s);
    add_group(scenario, group("first", {1}, {0}));
    add_group(scenario, group("second", {1}, {0, 1}));  // could take a, but a wants "first" alone
    scenario.call_types.front().groups = {GroupId{0}};
    add_call(scenario, 8h + 10s, CallTypeId{0});
    add_call(scenario, 8h + 20s, CallTypeId{1});
    add_call(scenario, 8h + 30s, CallTypeId{0});
    // Agent 1 is free again at 8:01:20 and lets a1 wait for agent 0, who talks until 8:05:10.
    CHECK(contact_story(scenario) == Lines{"08:00:10 a0 answered by 0", "08:00:20 b0 answered by 1",
                                           "08:00:30 a1 queued, patience for ever",
                                           "08:05:10 a1 answered by 0 after 280 s"});
}

TEST_CASE("a freed agent takes the highest priority, then the longest wait", "[model][routing]") {
    Scenario scenario = busy_agent({1, 2});
    const CallTypeId low = add_type(scenario, "l", 60s);
    const CallTypeId high = add_type(scenario, "h", 60s);
    scenario.call_types[index(high)].priority = 1;
    add_call(scenario, 8h + 10s, low);
    add_call(scenario, 8h + 20s, low);
    add_call(scenario, 8h + 30s, high);
    // Free at 8:10:01: h0 by priority, then l0 before l1. 601 - 30 = 571; 661 - 10 = 651; 721 - 20 = 701.
    CHECK(contact_story(scenario) ==
          Lines{"08:00:01 s0 answered by 0", "08:00:10 l0 queued, patience for ever",
                "08:00:20 l1 queued, patience for ever", "08:00:30 h0 queued, patience for ever",
                "08:10:01 h0 answered by 0 after 571 s", "08:11:01 l0 answered by 0 after 651 s",
                "08:12:01 l1 answered by 0 after 701 s"});
}

TEST_CASE("waiting credit: as if it had called earlier", "[model][routing]") {
    Scenario scenario = busy_agent({1, 2});
    const CallTypeId plain = add_type(scenario, "p", 60s);
    const CallTypeId credit = add_type(scenario, "c", 60s);
    scenario.call_types[index(credit)].waiting_credit = 15s;
    add_call(scenario, 8h + 10s, plain);
    add_call(scenario, 8h + 20s, plain);
    add_call(scenario, 8h + 30s, credit);
    // c0 counts as from 8:00:15: between p0 (8:00:10) and p1 (8:00:20).
    const Lines lines = contact_story(scenario);
    REQUIRE(lines.size() == 7);
    CHECK(Lines(lines.end() - 3, lines.end()) == Lines{"08:10:01 p0 answered by 0 after 591 s",
                                                       "08:11:01 c0 answered by 0 after 631 s",
                                                       "08:12:01 p1 answered by 0 after 701 s"});
}

TEST_CASE("tiers add their priority and credit to the call type's", "[model][routing]") {
    Scenario scenario = busy_agent({1});
    const CallTypeId type = add_type(scenario, "t", 60s);
    // gold: one priority more; silver: 15 s of credit; TierId{2}: standard.
    scenario.tiers.push_back({"gold", "", {0, 0}, 1, 0s});
    scenario.tiers.push_back({"silver", "", {0, 0}, 0, 15s});
    add_call(scenario, 8h + 10s, type, TierId{2});
    add_call(scenario, 8h + 20s, type, TierId{2});
    add_call(scenario, 8h + 30s, type, TierId{1});
    add_call(scenario, 8h + 40s, type, TierId{0});
    // Gold t3 first; then t0 (8:00:10), silver t2 (8:00:30 - 15 s), t1 (8:00:20).
    const Lines lines = contact_story(scenario);
    REQUIRE(lines.size() == 9);
    CHECK(Lines(lines.end() - 4, lines.end()) ==
          Lines{"08:10:01 t3 answered by 0 after 561 s", "08:11:01 t0 answered by 0 after 651 s",
                "08:12:01 t2 answered by 0 after 691 s", "08:13:01 t1 answered by 0 after 761 s"});
}

TEST_CASE("tiers are drawn by their shares", "[model][routing]") {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 1s);
    add_group(scenario, group("all", {1}, {0}));
    scenario.tiers.push_back({"all", "", {1.0}, 0, 0s});
    for (int i = 0; i < 100; ++i) add_call(scenario, 8h + i * 10s);
    for (const Fact& fact : facts_of(scenario)) {
        if (const auto* offered = std::get_if<Offered>(&fact)) CHECK(offered->contact.tier == TierId{0});
    }
    scenario.tiers.front().share_by_call_type = {0.0};  // everybody is standard
    for (const Fact& fact : facts_of(scenario)) {
        if (const auto* offered = std::get_if<Offered>(&fact)) CHECK(offered->contact.tier == TierId{1});
    }
}

}  // namespace floorwalker::model
