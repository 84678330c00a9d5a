#include <algorithm>

#include <catch2/catch.hpp>

#include "sim/model/engine.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/journeys.hpp"

/// Breaks, meals and meetings, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

/// From 8 to 12, and so many people from 8 to 12.
Scenario desk(std::int64_t agents, Duration talk = 10min) {
    Scenario scenario = quiet_day(4);
    add_type(scenario, "a", talk);
    Group all = group("all", {}, {0});
    all.shifts = {{{8h, 12h}, agents}};
    add_group(scenario, all);
    return scenario;
}

Activity activity(AgentState what, Duration from, Duration until, Duration length) {
    return {.what = what, .from = from, .until = until, .length = length};
}

/// "10:05 agent 0 on_break" of all that changes, without coming and going home.
Lines changes(const Scenario& scenario) {
    Lines lines;
    for (const Fact& fact : facts_of(scenario)) {
        if (std::holds_alternative<AgentChanged>(fact)) lines.push_back(text_of(scenario, fact));
    }
    return lines;
}

double paid_agent_hours(const Scenario& scenario) {
    double hours = 0.0;
    std::int64_t paid = 0;
    TimePoint since{};
    for (const auto& one : facts_like<DutyChanged>(scenario)) {
        hours += static_cast<double>(paid) * to_hours(one.at - since);
        paid = one.agents;
        since = one.at;
    }
    return hours;
}

}  // namespace

TEST_CASE("away: a call is finished first, and the whole break is taken", "[model][away]") {
    Scenario scenario = desk(1);
    scenario.groups.front().away = {activity(AgentState::on_break, 10h, 11h, 15min)};
    add_call(scenario, 9h + 55min);   // talks until 10:05
    add_call(scenario, 10h + 10min);  // waits until 10:20
    CHECK(changes(scenario) == Lines{"08:00:00 0 of all: signed_out -> available",
                                     "09:55:00 0 of all: available -> talking", "10:05:00 0 of all: talking -> break",
                                     "10:20:00 0 of all: break -> talking", "10:30:00 0 of all: talking -> available",
                                     "12:00:00 0 of all: available -> signed_out"});
}

TEST_CASE("away: people go in turn over the window, as many at once as may", "[model][away]") {
    Scenario scenario = desk(4);
    Activity meal = activity(AgentState::meal, 9h, 11h, 30min);
    meal.at_once = 2;
    scenario.groups.front().away = {meal};
    // Two rounds: the first from 9:00, the last so that it is back at 11:00, from 10:30.
    const Lines all = changes(scenario);
    const Lines expected{"09:00:00 0 of all: available -> meal", "09:00:00 1 of all: available -> meal",
                         "09:30:00 0 of all: meal -> available", "09:30:00 1 of all: meal -> available",
                         "10:30:00 2 of all: available -> meal", "10:30:00 3 of all: available -> meal",
                         "11:00:00 2 of all: meal -> available", "11:00:00 3 of all: meal -> available"};
    CHECK(Lines(all.begin() + 4, all.end() - 4) == expected);
}

TEST_CASE("away: who comes too late for the plan waits for room, first come first", "[model][away]") {
    Scenario scenario = desk(2);
    Activity meal = activity(AgentState::meal, 9h, 10h, 30min);
    meal.at_once = 1;
    scenario.groups.front().away = {meal};
    add_call(scenario, 8h + 55min);  // agent 0 until 9:05, away from 9:05 to 9:35; agent 1 was due at 9:30
    const Lines all = changes(scenario);
    CHECK(std::count(all.begin(), all.end(), "09:05:00 0 of all: talking -> meal") == 1);
    CHECK(std::count(all.begin(), all.end(), "09:35:00 1 of all: available -> meal") == 1);
}

TEST_CASE("away: unpaid time is not paid, and a shift that ends ends it", "[model][away]") {
    Scenario scenario = desk(2);
    CHECK(paid_agent_hours(scenario) == Approx(8.0));
    Activity meal = activity(AgentState::meal, 9h, 10h, 30min);
    meal.is_paid = false;
    scenario.groups.front().away = {meal};
    CHECK(paid_agent_hours(scenario) == Approx(7.0));
    scenario.groups.front().away = {activity(AgentState::training, 11h, 12h, 1h)};
    add_call(scenario, 10h + 58min);  // agent 0 goes at 11:08, and home at 12:00
    const Lines all = changes(scenario);
    CHECK(std::count(all.begin(), all.end(), "11:08:00 0 of all: talking -> training") == 1);
    CHECK(std::count(all.begin(), all.end(), "12:00:00 0 of all: training -> signed_out") == 1);
}

TEST_CASE("away: who is absent takes no break, and it is not made up for", "[model][away]") {
    Scenario scenario = desk(1);
    scenario.groups.front().away = {activity(AgentState::on_break, 10h, 11h, 15min)};
    scenario.decisions = {absent(GroupId{0}, 9h + 30min, 10h + 30min)};
    for (const auto& one : facts_like<AgentChanged>(scenario)) CHECK_FALSE(is_away(one.to));
}

TEST_CASE("away: only a shift that holds the whole window has it", "[model][away]") {
    Scenario scenario = desk(1);
    scenario.groups.front().shifts.push_back({{8h, 10h + 30min}, 1});
    scenario.groups.front().away = {activity(AgentState::on_break, 10h, 11h, 15min)};
    std::vector<AgentId> away;
    for (const auto& one : facts_like<AgentChanged>(scenario)) {
        if (is_away(one.to)) away.push_back(one.agent);
    }
    CHECK(away == std::vector{AgentId{0}});
}

}  // namespace floorwalker::model
