#include <algorithm>

#include <catch2/catch.hpp>

#include "sim/model/engine.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/journeys.hpp"

/// The systems are down, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

constexpr GroupId kDesk{0};

/// From 8 to 12, so many people, calls of ten minutes.
Scenario desk(std::int64_t agents) {
    Scenario scenario = quiet_day(4);
    add_type(scenario, "a", 10min);
    Group all = group("all", {}, {0});
    all.shifts = {{{8h, 12h}, agents}};
    add_group(scenario, all);
    return scenario;
}

Decision systems_down(Duration at, Duration until, std::optional<GroupId> group = {}) {
    return {at, {}, SystemDown{group, until}};
}

Lines changes(const Scenario& scenario) {
    Lines lines;
    for (const Fact& fact : facts_of(scenario)) {
        if (std::holds_alternative<AgentChanged>(fact)) lines.push_back(text_of(scenario, fact));
    }
    return lines;
}

}  // namespace

TEST_CASE("system down: a call is finished, the next one waits until it is over", "[model][decisions]") {
    Scenario scenario = desk(1);
    scenario.decisions = {systems_down(9h, 9h + 30min)};
    add_call(scenario, 8h + 55min);  // talks until 9:05
    add_call(scenario, 9h + 10min);  // waits until 9:30
    CHECK(changes(scenario) ==
          Lines{"08:00:00 0 of all: signed_out -> available", "08:55:00 0 of all: available -> talking",
                "09:05:00 0 of all: talking -> system_down", "09:30:00 0 of all: system_down -> talking",
                "09:40:00 0 of all: talking -> available", "12:00:00 0 of all: available -> signed_out"});
    const auto answered = facts_like<Answered>(scenario);
    REQUIRE(answered.size() == 2);
    CHECK(answered[1].waited == 20min);
}

TEST_CASE("system down: two that overlap are over with the last, and who is free stands still at once",
          "[model][decisions]") {
    Scenario scenario = desk(1);
    scenario.decisions = {systems_down(9h, 9h + 30min), systems_down(9h + 10min, 10h, kDesk)};
    CHECK(changes(scenario) ==
          Lines{"08:00:00 0 of all: signed_out -> available", "09:00:00 0 of all: available -> system_down",
                "10:00:00 0 of all: system_down -> available", "12:00:00 0 of all: available -> signed_out"});
}

TEST_CASE("system down: the others of another group go on", "[model][decisions]") {
    Scenario scenario = desk(1);
    add_group(scenario, group("others", {1}, {0}));
    scenario.decisions = {systems_down(9h, 10h, GroupId{1})};
    add_call(scenario, 9h + 10min);
    add_call(scenario, 9h + 15min);
    const auto answered = facts_like<Answered>(scenario);
    REQUIRE(answered.size() == 2);
    CHECK(answered[0].group == kDesk);
    CHECK(answered[1].group == kDesk);
    CHECK(answered[1].waited == 5min);
}

TEST_CASE("system down: a break that is due is taken meanwhile, and people go home", "[model][decisions][away]") {
    Scenario scenario = desk(2);
    scenario.groups.front().away = {{.what = AgentState::on_break, .from = 9h, .until = 10h, .length = 20min}};
    scenario.decisions = {systems_down(8h + 50min, 9h + 10min), systems_down(11h + 50min, 13h)};
    const Lines all = changes(scenario);
    const auto says = [&](const char* line) { return std::count(all.begin(), all.end(), line); };
    CHECK(says("09:00:00 0 of all: system_down -> break") == 1);
    CHECK(says("09:20:00 0 of all: break -> available") == 1);
    CHECK(says("11:50:00 1 of all: available -> system_down") == 1);
    CHECK(says("12:00:00 1 of all: system_down -> signed_out") == 1);
}

TEST_CASE("system down: who is absent is sent home, and who comes in stands still", "[model][decisions]") {
    Scenario scenario = desk(2);
    scenario.decisions = {systems_down(9h, 10h), {9h + 15min, {}, Absent{kDesk, 1, 9h + 45min}}};
    const Lines all = changes(scenario);
    const auto says = [&](const char* line) { return std::count(all.begin(), all.end(), line); };
    CHECK(says("09:15:00 1 of all: system_down -> signed_out") == 1);
    CHECK(says("09:45:00 1 of all: available -> system_down") == 1);
    CHECK(says("10:00:00 1 of all: system_down -> available") == 1);
}

TEST_CASE("away: nobody goes without relief", "[model][away]") {
    Scenario scenario = desk(3);
    Activity meal{.what = AgentState::meal, .from = 9h, .until = 11h, .length = 30min};
    meal.keep = 2;
    scenario.groups.front().away = {meal};
    // By the plan at 9:00, 9:45 and 10:30. From 9:30 to 10:00 one is absent, so the second waits for its relief.
    scenario.decisions = {{9h + 31min, {}, Absent{kDesk, 1, 10h}}};
    const Lines all = changes(scenario);
    const auto says = [&](const char* line) { return std::count(all.begin(), all.end(), line); };
    CHECK(says("09:00:00 0 of all: available -> meal") == 1);
    CHECK(says("09:31:00 2 of all: available -> signed_out") == 1);
    CHECK(says("09:45:00 1 of all: available -> meal") == 0);
    CHECK(says("10:00:00 1 of all: available -> meal") == 1);
    CHECK(says("10:30:00 2 of all: available -> meal") == 1);
}

}  // namespace floorwalker::model
