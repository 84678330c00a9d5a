#include <map>

#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"

/// Which free agent a contact gets by occupation, proficiency, chance and site, on days worked out by hand. Agents are
/// numbered through the scenario.
namespace floorwalker::model {
namespace {

using namespace support;

// Type a of a minute, which all can take; agent 0 of "first" alone can take x, agent 1 of "second" alone y: that way a
// test says who is busy when.
Scenario two_groups(AgentChoice choose) {
    Scenario scenario = quiet_day(2);
    for (const char* id : {"a", "x", "y"}) add_type(scenario, id, 60s);
    scenario.call_types.front().choose = choose;
    add_group(scenario, group("first", {1}, {0, 1}));
    add_group(scenario, group("second", {1}, {0, 2}));
    return scenario;
}

constexpr CallTypeId kA{0};
constexpr CallTypeId kX{1};
constexpr CallTypeId kY{2};

Group by_shift(std::string id, WorkSpan span, std::initializer_list<std::uint16_t> types) {
    Group people = group(std::move(id), {}, types);
    people.shifts.push_back({span, 1});
    return people;
}

/// Who answered each customer of the type.
std::map<std::uint32_t, AgentId> who_answered(const Scenario& scenario, CallTypeId type = kA) {
    std::map<std::uint32_t, AgentId> agents;
    for (const Fact& fact : facts_of(scenario)) {
        const auto* answered = std::get_if<Answered>(&fact);
        if (answered != nullptr && answered->contact.call_type == type)
            agents[answered->contact.customer.number] = answered->agent;
    }
    return agents;
}

}  // namespace

TEST_CASE("least_occupied: the smallest share of the time on the floor", "[model][routing]") {
    Scenario scenario = two_groups(AgentChoice::least_occupied);
    scenario.call_types[2].talk = constant(300s);
    add_call(scenario, 8h + 10s, kY);         // agent 1 until 8:05:10
    add_call(scenario, 8h + 6min, kA);        // agent 0, who has done nothing, until 8:07:00
    add_call(scenario, 8h + 8min, kA);        // agent 0: 60 s of 480 s = 12.5 %; agent 1: 300 of 480 = 62.5 %
    add_call(scenario, 8h + 8min + 30s, kA);  // agent 0 is busy until 8:09:00
    CHECK(contact_story(scenario) == Lines{"08:00:10 y0 answered by 1", "08:06:00 a0 answered by 0",
                                           "08:08:00 a1 answered by 0", "08:08:30 a2 answered by 1"});
    // By idle time alone agent 1, idle since 8:05:10, would have been next at 8:08:00.
    scenario.call_types.front().choose = AgentChoice::longest_idle;
    CHECK(contact_story(scenario)[2] == "08:08:00 a1 answered by 1");
}

TEST_CASE("least_occupied: of the time since the agent came", "[model][routing]") {
    Scenario scenario = two_groups(AgentChoice::least_occupied);
    scenario.groups[1] = by_shift("second", {8h + 30min, 10h}, {0, 2});
    add_call(scenario, 8h + 30min, kY);  // agent 1 until 8:31:00
    add_call(scenario, 8h + 35min, kX);  // agent 0 until 8:36:00
    add_call(scenario, 8h + 40min, kA);
    // Both have handled 60 s, agent 0 of 2400 s (2.5 %), agent 1 of 600 s (10 %), though agent 1 has been idle longer.
    CHECK(contact_story(scenario)[2] == "08:40:00 a0 answered by 0");
}

TEST_CASE("least_occupied: wrap-up counts, and among equals the one idle longest", "[model][routing]") {
    Scenario scenario = two_groups(AgentChoice::least_occupied);
    add_call(scenario, 8h + 10min, kY);        // agent 1 until 8:11:00
    add_call(scenario, 8h + 10min + 30s, kX);  // agent 0 until 8:11:30
    add_call(scenario, 8h + 20min, kA);
    // 60 s of 1200 s each; agent 1 has been idle longer.
    CHECK(contact_story(scenario)[2] == "08:20:00 a0 answered by 1");
    scenario.call_types[2].wrap_up = constant(1s);  // agent 1: 61 s
    CHECK(contact_story(scenario)[2] == "08:20:00 a0 answered by 0");
}

TEST_CASE("most_proficient: the best first, among equals the one idle longest", "[model][routing]") {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 60s);
    scenario.call_types.front().choose = AgentChoice::most_proficient;
    for (const char* id : {"slow", "good", "also_good"}) add_group(scenario, group(id, {1}, {0}));
    scenario.groups.front().skills[kA] = 0.5;
    for (const Duration at : {10s, 20s, 30s, 180s, 300s}) add_call(scenario, 8h + at);
    // Agents 1 and 2 until 8:01:10 and 8:01:20; agent 0 takes twice as long, until 8:02:30. At 8:03:00 agent 1 has been
    // idle longest of the good ones, at 8:05:00 agent 2.
    CHECK(journey_story(scenario) == Lines{"08:00:10 a0 answered by 1", "08:00:20 a1 answered by 2",
                                           "08:00:30 a2 answered by 0", "08:01:10 1 has talked 60 s with a0",
                                           "08:01:20 2 has talked 60 s with a1", "08:02:30 0 has talked 120 s with a2",
                                           "08:03:00 a3 answered by 1", "08:04:00 1 has talked 60 s with a3",
                                           "08:05:00 a4 answered by 2", "08:06:00 2 has talked 60 s with a4"});
}

TEST_CASE("most_proficient: within a group too", "[model][routing]") {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 60s);
    scenario.call_types.front().choose = AgentChoice::most_proficient;
    Group people = group("people", {}, {});
    people.listed.push_back({"ann", {{kA, 0.8}}, {{8h, 9h}}});
    people.listed.push_back({"bob", {{kA, 1.5}}, {{8h, 9h}}});
    people.listed.push_back({"cem", {{kA, 1.0}}, {{8h, 9h}}});
    add_group(scenario, people);
    for (const Duration at : {10s, 20s, 30s}) add_call(scenario, 8h + at);
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 a0 answered by 1", "08:00:20 a1 answered by 2", "08:00:30 a2 answered by 0"});
}

TEST_CASE("weighted_random: a group by its weight, however it went before", "[model][routing]") {
    Scenario scenario = two_groups(AgentChoice::weighted_random);
    scenario.call_types.front().talk = constant(500ms);
    scenario.call_types.front().group_weights = {{GroupId{1}, 3.0}};  // "first" is not named: 1
    for (int i = 0; i < 4000; ++i) add_call(scenario, 8h + i * 1s);
    const auto agents = who_answered(scenario);
    REQUIRE(agents.size() == 4000);
    const auto first =
        std::count_if(agents.begin(), agents.end(), [](const auto& one) { return one.second == AgentId{0}; });
    // Both are free each time: 4000 × 1 ÷ (1 + 3) = 1000, standard deviation √(4000 × 0.25 × 0.75) = 27.4; four of them
    // are passed once in 16,000.
    CHECK(first > 1000 - 110);
    CHECK(first < 1000 + 110);

    // The draw is the customer's: the same groups, although everybody talks for another time and others call too.
    Scenario other = scenario;
    other.replay->clear();
    other.call_types[0].talk = constant(200ms);
    other.call_types[1].talk = constant(300ms);
    for (int i = 0; i < 4000; ++i) {
        add_call(other, 8h + i * 1s, kA);
        add_call(other, 8h + i * 1s + 500ms, kX);
    }
    CHECK(who_answered(other) == agents);
}

TEST_CASE("weighted_random: among the groups with somebody free", "[model][routing]") {
    Scenario scenario = two_groups(AgentChoice::weighted_random);
    scenario.call_types.front().group_weights = {{GroupId{0}, 0.0}};
    for (const Duration at : {10s, 20s, 30s}) add_call(scenario, 8h + at);
    // A group of weight 0 comes only when no other has anybody.
    CHECK(contact_story(scenario) == Lines{"08:00:10 a0 answered by 1", "08:00:20 a1 answered by 0",
                                           "08:00:30 a2 queued, patience for ever",
                                           "08:01:10 a2 answered by 1 after 40 s"});
}

TEST_CASE("weighted_random: in the group the one idle longest", "[model][routing]") {
    Scenario scenario = two_groups(AgentChoice::weighted_random);
    scenario.groups[1].agents = {2};  // agents 1 and 2
    scenario.call_types.front().group_weights = {{GroupId{0}, 0.0}};
    add_call(scenario, 8h + 10s, kY);  // agent 1 until 8:01:10
    add_call(scenario, 8h + 2min, kA);
    CHECK(contact_story(scenario)[1] == "08:02:00 a0 answered by 2");
}

TEST_CASE("local_site: those near before all others", "[model][routing]") {
    Scenario scenario = two_groups(AgentChoice::local_site);
    scenario.call_types.front().site = "north";
    scenario.groups[0].site = "south";
    scenario.groups[1].site = "north";
    for (const Duration at : {10s, 120s, 130s}) add_call(scenario, 8h + at);
    // At 8:02:00 agent 0 has been idle since 8:00:00, agent 1 only since 8:01:10. At 8:02:10 agent 1 is busy.
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 a0 answered by 1", "08:02:00 a1 answered by 1", "08:02:10 a2 answered by 0"});
}

TEST_CASE("local_site: at one site the one idle longest, whatever the group", "[model][routing]") {
    Scenario scenario = two_groups(AgentChoice::local_site);
    add_group(scenario, group("far", {1}, {0}));
    scenario.call_types.front().site = "north";
    for (const std::size_t near : {0U, 1U}) scenario.groups[near].site = "north";
    scenario.call_types.front().groups = {GroupId{2}, GroupId{0}, GroupId{1}};  // their order does not matter
    for (const Duration at : {10s, 80s, 150s}) add_call(scenario, 8h + at);
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 a0 answered by 0", "08:01:20 a1 answered by 1", "08:02:30 a2 answered by 0"});
}

}  // namespace floorwalker::model
