#include <array>
#include <map>

#include <catch2/catch.hpp>

#include "sim/model/engine.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/copies.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/journeys.hpp"

/// What holds at every moment of busy days with breaks, thrown together by chance.
namespace floorwalker::model {
namespace {

using namespace support;

constexpr std::int64_t kPeople = 9;

/// Three shifts, two activities and enough calls that people are late for them.
Scenario random_breaks(std::uint64_t seed) {
    Dice dice{seed};
    Scenario scenario = one_day(12, 1h);
    scenario.centre.after_close = AfterClose::clear;
    scenario.call_types.push_back(call_type("a", {60}, exponential(300)));
    scenario.call_types.front().patience = exponential(240);
    Group all = group("all", {}, {0});
    all.shifts = {{{8h, 16h}, 3}, {{10h, 18h}, 3}, {{12h, 20h}, 3}};
    for (int i = 0; i < 2; ++i) {
        const Duration from = 8h + 1min * dice.between(0, 480);
        const Duration length = 5min + 1min * dice.between(0, 40);
        Activity one{.what = i == 0 ? AgentState::on_break : AgentState::meal,
                     .from = from,
                     .until = from + length + 1min * dice.between(0, 180),
                     .length = length,
                     .is_paid = dice.below(2) == 0};
        if (dice.below(3) > 0) one.at_once = 1 + static_cast<std::int64_t>(dice.below(3));
        all.away.push_back(one);
    }
    add_group(scenario, all);
    if (dice.below(2) == 0) scenario.decisions = {absent(GroupId{0}, 11h, 14h, 2)};
    return scenario;
}

std::size_t state_of(AgentState state) { return static_cast<std::size_t>(state); }

}  // namespace

TEST_CASE("at every moment no more are away than may, nobody outside a shift, and all times add up", "[model][away]") {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        INFO("random_breaks(" << seed << ")");
        const Scenario scenario = random_breaks(seed);
        const auto& group = scenario.groups.front();
        std::array<std::int64_t, kAgentStates> now{};
        std::array<AgentState, kPeople> states{};
        std::array<TimePoint, kPeople> since{};
        bool good = true;
        for (const auto& one : facts_like<AgentChanged>(scenario, seed)) {
            const std::size_t who = index(one.agent);
            good = good && states[who] == one.from && one.from != one.to;
            if (is_away(one.from)) {
                const auto& plan = group.away[one.from == AgentState::on_break ? 0 : 1];
                // Taken whole, unless it is the end of the shift that ends it.
                good = good && (one.at - since[who] == plan.length || one.to == AgentState::signed_out);
                --now[state_of(one.from)];
            }
            if (is_away(one.to)) {
                const auto& plan = group.away[one.to == AgentState::on_break ? 0 : 1];
                const WorkSpan& shift = group.shifts[who / 3].span;
                good = good && one.at >= TimePoint{plan.from} && one.at >= TimePoint{shift.start} &&
                       one.at < TimePoint{shift.end} && plan.from >= shift.start && plan.until <= shift.end;
                good = good && (++now[state_of(one.to)] <= plan.at_once.value_or(kPeople));
            }
            states[who] = one.to;
            since[who] = one.at;
        }
        for (const AgentState state : states) good = good && state == AgentState::signed_out;
        CHECK(good);
    }
}

TEST_CASE("breaks change no customer", "[model][away][luck]") {
    const Scenario with = random_breaks(5);
    Scenario without = with;
    without.groups.front().away.clear();
    std::map<Customer, TimePoint> first;
    for (const auto& one : facts_like<Offered>(with, 5)) first[one.contact.customer] = one.at;
    std::size_t same = 0;
    for (const auto& one : facts_like<Offered>(without, 5)) {
        const auto found = first.find(one.contact.customer);
        same += found != first.end() && found->second == one.at ? 1 : 0;
    }
    CHECK(same == first.size());
    CHECK(same > 500);
}

TEST_CASE("a world with breaks is a value", "[model][away][snapshot]") {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        check_copies(random_breaks(seed), seed, 10);
        check_all_ways(random_breaks(seed), seed);
    }
}

}  // namespace floorwalker::model
