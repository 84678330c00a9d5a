#include <catch2/catch.hpp>

#include <floorwalker/run.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"

/// What a tier has of its own beside priority and credit, on days worked out by hand: groups, weight, points, a way
/// through the IVR, targets.
namespace floorwalker::model {
namespace {

using namespace support;

constexpr CallTypeId kA{0};
constexpr TierId kGold{0};
constexpr TierId kStandard{1};

// Type a of a minute; "general" serves it, "desk" could.
Scenario general_and_desk() {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 60s);
    scenario.tiers.push_back({"gold", "", {0}});
    add_group(scenario, group("general", {1}, {0}));  // agent 0
    add_group(scenario, group("desk", {1}, {0}));     // agent 1
    scenario.call_types.front().groups = {GroupId{0}};
    return scenario;
}

// One agent, busy with a gold call from 8:00:01 to 8:10:01, for whom a standard and a gold call wait.
Scenario both_wait(ContactChoice take, Duration standard_at, Duration gold_at) {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 600s);
    scenario.tiers.push_back({"gold", "", {0}});
    add_group(scenario, group("all", {1}, {0}));
    scenario.groups.front().take = take;
    add_call(scenario, 8h + 1s, kA, kGold);
    add_call(scenario, 8h + standard_at, kA, kStandard);
    add_call(scenario, 8h + gold_at, kA, kGold);
    return scenario;
}

/// The line in which somebody is answered at 8:10:01: who is next.
std::string next(const Scenario& scenario) {
    for (const std::string& line : contact_story(scenario)) {
        if (line.starts_with("08:10:01")) return line;
    }
    return "";
}

}  // namespace

TEST_CASE("a tier's own groups come before those of the call type, and serve no other tier", "[model][tiers]") {
    Scenario scenario = general_and_desk();
    scenario.tiers.front().groups = {GroupId{1}};
    add_call(scenario, 8h + 10s, kA, kGold);
    add_call(scenario, 8h + 20s, kA, kGold);
    add_call(scenario, 8h + 30s, kA, kGold);
    add_call(scenario, 8h + 35s, kA, kStandard);
    add_call(scenario, 8h + 40s, kA, kStandard);
    // Gold: the desk, then general, then it waits, for the desk until 8:01:10. The first standard call waits for
    // general until 8:01:20, the second until 8:02:20; the desk is free from 8:02:10 on and takes neither.
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 a0 answered by 1", "08:00:20 a1 answered by 0", "08:00:30 a2 queued, patience for ever",
                "08:00:35 a3 queued, patience for ever", "08:00:40 a4 queued, patience for ever",
                "08:01:10 a2 answered by 1 after 40 s", "08:01:20 a3 answered by 0 after 45 s",
                "08:02:20 a4 answered by 0 after 100 s"});
}

TEST_CASE("a tier's own groups are the preferred ones where all with the skill may serve", "[model][tiers]") {
    Scenario scenario = general_and_desk();
    scenario.call_types.front().groups.clear();
    scenario.tiers.front().groups = {GroupId{1}};
    add_call(scenario, 8h + 10s, kA, kGold);
    add_call(scenario, 8h + 2min, kA, kStandard);
    add_call(scenario, 8h + 2min + 10s, kA, kStandard);
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 a0 answered by 1", "08:02:00 a1 answered by 0", "08:02:10 a2 answered by 1"});
}

TEST_CASE("a tier's group without the skill is passed over", "[model][tiers]") {
    Scenario scenario = general_and_desk();
    add_type(scenario, "b", 60s);
    scenario.tiers.front().share_by_call_type = {0, 0};
    scenario.groups[1].skills = {{CallTypeId{1}, 1.0}};
    scenario.tiers.front().groups = {GroupId{1}};
    add_call(scenario, 8h + 10s, kA, kGold);
    CHECK(contact_story(scenario) == Lines{"08:00:10 a0 answered by 0"});
}

TEST_CASE("a tier's weight multiplies the call type's", "[model][tiers]") {
    // At 8:10:01 the standard call, of weight 2, has waited 540 s: 1080. Gold: 2 × 3 × wait, 1080 at 180 s.
    const auto next_when_gold_comes = [](Duration at) {
        Scenario scenario = both_wait(ContactChoice::weighted_wait, 61s, at);
        scenario.call_types.front().weight = 2.0;
        scenario.tiers.front().weight = 3.0;
        return next(scenario);
    };
    CHECK(next_when_gold_comes(7min) == "08:10:01 a2 answered by 0 after 181 s");
    CHECK(next_when_gold_comes(7min + 2s) == "08:10:01 a1 answered by 0 after 540 s");
}

TEST_CASE("a tier's points and rate are added to the call type's", "[model][tiers]") {
    // At 8:10:01 the standard call has 10 + 1 × 540 = 550. Gold: 10 + 90 + (1 + 2) × wait, 550 at 150 s.
    const auto next_when_gold_comes = [](Duration at) {
        Scenario scenario = both_wait(ContactChoice::accumulating, 61s, at);
        scenario.call_types.front().points = 10.0;
        scenario.tiers.front().points = 90.0;
        scenario.tiers.front().points_per_second = 2.0;
        return next(scenario);
    };
    CHECK(next_when_gold_comes(7min + 30s) == "08:10:01 a2 answered by 0 after 151 s");
    CHECK(next_when_gold_comes(7min + 31s) == "08:10:01 a1 answered by 0 after 540 s");  // equal: the longer wait
    CHECK(next_when_gold_comes(7min + 32s) == "08:10:01 a1 answered by 0 after 540 s");
}

TEST_CASE("a tier's own way through the IVR", "[model][tiers]") {
    Scenario scenario = general_and_desk();
    scenario.flows.push_back(
        {"long", "", {{"hello", Announcement{constant(30s), NodeId{1}}}, {"agent", ToQueue{}}}, {}});
    scenario.flows.push_back({"short", "", {{"agent", ToQueue{}}}, {}});
    scenario.call_types.front().flow = FlowId{0};
    scenario.tiers.front().flow = FlowId{1};
    add_call(scenario, 8h + 10s, kA, kStandard);
    add_call(scenario, 8h + 2min, kA, kGold);
    CHECK(journey_story(scenario) == Lines{"08:00:10 a0 hears long", "08:00:10 a0 at hello", "08:00:40 a0 at agent",
                                           "08:00:40 a0 wants a after 30 s in long", "08:00:40 a0 answered by 0",
                                           "08:01:40 0 has talked 60 s with a0", "08:02:00 a1 hears short",
                                           "08:02:00 a1 at agent", "08:02:00 a1 wants a after 0 s in short",
                                           "08:02:00 a1 answered by 0", "08:03:00 0 has talked 60 s with a1"});
    scenario.call_types.front().flow.reset();  // where there is no IVR, no tier hears one
    CHECK(contact_story(scenario) == Lines{"08:00:10 a0 answered by 0", "08:02:00 a1 answered by 0"});
}

TEST_CASE("a tier's own target", "[model][tiers]") {
    Scenario scenario = general_and_desk();
    scenario.centre.answer_target = {0.8, 20s};
    scenario.tiers.front().answer_target = AnswerTarget{0.9, 50s};
    add_call(scenario, 8h + 10s, kA, kGold);             // at once
    add_call(scenario, 8h + 30s, kA, kGold);             // after 40 s, at 8:01:10
    add_call(scenario, 8h + 3min, kA, kStandard);        // at once, until 8:04:00
    add_call(scenario, 8h + 3min + 20s, kA, kStandard);  // after 40 s
    RunOptions options;
    options.replications = 1;
    options.threads = 1;
    const RunResult result = run(scenario, options);
    REQUIRE(result.tiers.size() == 2);
    // Gold: 0 and 40 s are within 50 s. Standard: of 0 and 40 s one is within 20 s. Together 3 of 4 are.
    CHECK(*result.tiers[0].kpis[Kpi::service_level].mean == 1.0);
    CHECK(*result.tiers[1].kpis[Kpi::service_level].mean == 0.5);
    CHECK(*result.overall[Kpi::service_level].mean == 0.75);
}

TEST_CASE("a tier may be everybody's, or of one call type alone", "[model][tiers]") {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 1s);
    add_type(scenario, "b", 1s);
    add_group(scenario, group("all", {2}, {0, 1}));
    scenario.tiers.push_back({"gold", "", {1.0, 0.0}});
    for (int i = 0; i < 20; ++i) {
        add_call(scenario, 8h + i * 10s, CallTypeId{0});
        add_call(scenario, 8h + i * 10s, CallTypeId{1});
    }
    for (const Fact& fact : facts_of(scenario)) {
        const auto* offered = std::get_if<Offered>(&fact);
        if (offered == nullptr) continue;
        CHECK(offered->contact.tier == (offered->contact.call_type == kA ? kGold : kStandard));
    }
}

}  // namespace floorwalker::model
