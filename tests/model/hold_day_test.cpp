#include <cmath>

#include <catch2/catch.hpp>

#include "sim/model/engine.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/copies.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/journeys.hpp"

/// Talks in which the agent looks something up: days worked out by hand, closed forms, and whose luck it is.
namespace floorwalker::model {
namespace {

using namespace support;

Scenario desk(double share, Distribution length) {
    Scenario scenario = quiet_day(4);
    add_type(scenario, "a", 5min, {}, 30s);
    scenario.call_types.front().hold = Hold{share, length};
    add_group(scenario, group("all", {1}, {0}));
    return scenario;
}

/// So many agents that nobody queues, and 10,000 calls.
Scenario busy_desk(double share) {
    Scenario scenario = one_day(10, 1h);
    scenario.call_types.push_back(call_type("a", {1000}, exponential(60)));
    scenario.call_types.front().hold = Hold{share, exponential(30)};
    scenario.groups.push_back(group("all", {200}, {0}));
    return scenario;
}

}  // namespace

TEST_CASE("hold: it comes on top of the talk, at a point of it, and the agent is on hold", "[model][hold]") {
    Scenario scenario = desk(1.0, constant(40s));
    add_call(scenario, 9h);
    const auto changes = facts_like<AgentChanged>(scenario);
    REQUIRE(changes.size() == 7);
    CHECK(changes[1].to == AgentState::talking);
    CHECK(changes[2].to == AgentState::on_hold);
    CHECK((changes[2].at >= at(9h) && changes[2].at <= at(9h + 5min)));
    CHECK(changes[3].to == AgentState::talking);
    CHECK(changes[3].at - changes[2].at == 40s);
    CHECK(changes[4].to == AgentState::wrap_up);
    CHECK(changes[4].at == at(9h + 5min + 40s));
    CHECK(changes[5].at == at(9h + 5min + 40s + 30s));
    const auto held = facts_like<HoldEnded>(scenario);
    REQUIRE(held.size() == 1);
    CHECK(held.front().held == 40s);
    CHECK(facts_like<TalkEnded>(scenario).front().talk == 5min);
}

TEST_CASE("hold: without a share nothing is looked up, and the next agent of a transfer has luck of its own",
          "[model][hold]") {
    Scenario scenario = desk(0.0, constant(40s));
    add_call(scenario, 9h);
    CHECK(facts_like<HoldEnded>(scenario).empty());
    scenario = desk(1.0, constant(40s));
    const CallTypeId expert = add_type(scenario, "b", 2min);
    scenario.call_types.back().hold = Hold{1.0, constant(10s)};
    add_group(scenario, group("experts", {1}, {1}));
    scenario.call_types.front().transfers = {transfer_to(expert)};
    add_call(scenario, 9h);
    const auto held = facts_like<HoldEnded>(scenario);
    REQUIRE(held.size() == 2);
    CHECK(held[1].held == 10s);
    CHECK(facts_like<TalkEnded>(scenario).back().at == at(9h + 5min + 40s + 2min + 10s));
}

TEST_CASE("hold: the share, the exponential length and the even point are those of the scenario", "[model][hold]") {
    const auto facts = facts_of(busy_desk(0.3), 5);
    const auto talks = facts_like<TalkEnded>(facts);
    const auto held = facts_like<HoldEnded>(facts);
    const auto calls = static_cast<double>(talks.size());
    const auto holds = static_cast<double>(held.size());
    REQUIRE(calls > 9000);
    CHECK(std::abs(holds / calls - 0.3) < 4.5 * std::sqrt(0.3 * 0.7 / calls));
    // At most a minute: 1 − e^(−60/30) = 0.864665.
    double within_a_minute = 0;
    double sum = 0;
    for (const auto& one : held) {
        within_a_minute += one.held <= 60s ? 1 : 0;
        sum += to_seconds(one.held);
    }
    const double expected = 1 - std::exp(-2.0);
    CHECK(std::abs(within_a_minute / holds - expected) < 4.5 * std::sqrt(expected * (1 - expected) / holds));
    CHECK(std::abs(sum / holds - 30) < 4.5 * 30 / std::sqrt(holds));
    // The part of the talk before it: uniform, mean 1/2, variance 1/12.
    std::map<Customer, TimePoint> answered;
    std::map<Customer, Duration> talked;
    for (const auto& one : facts_like<Answered>(facts)) answered[one.contact.customer] = one.at;
    for (const auto& one : talks) talked[one.contact.customer] = one.talk;
    double parts = 0;
    for (const auto& one : held) {
        const Duration before = one.at - one.held - answered.at(one.contact.customer);
        parts += to_seconds(before) / to_seconds(talked.at(one.contact.customer));
    }
    CHECK(std::abs(parts / holds - 0.5) < 4.5 * std::sqrt(1.0 / 12 / holds));
}

TEST_CASE("hold: how long the customer hears nothing", "[model][hold]") {
    Scenario scenario = desk(1.0, constant(40s));
    add_call(scenario, 9h);
    CHECK(facts_like<HoldEnded>(scenario).front().silence == 40s);
    // A word after 15 s and after 30 s, and back after 40 s.
    scenario.call_types.front().hold->report_back = constant(15s);
    CHECK(facts_like<HoldEnded>(scenario).front().silence == 15s);
    scenario.call_types.front().hold->report_back = constant(35s);
    CHECK(facts_like<HoldEnded>(scenario).front().silence == 35s);
    scenario.call_types.front().hold->report_back = constant(60s);
    CHECK(facts_like<HoldEnded>(scenario).front().silence == 40s);
    // One who says no word in no time does not go on for ever.
    scenario.call_types.front().hold->report_back = constant(0s);
    CHECK(facts_like<HoldEnded>(scenario).front().silence == 100ms);
}

TEST_CASE("hold: turning it on changes no talk", "[model][hold][luck]") {
    Scenario without = busy_desk(0.3);
    without.call_types.front().hold.reset();
    std::map<Customer, Duration> talked;
    for (const auto& one : facts_like<TalkEnded>(without, 5)) talked[one.contact.customer] = one.talk;
    std::size_t same = 0;
    for (const auto& one : facts_like<TalkEnded>(busy_desk(0.3), 5))
        same += talked.at(one.contact.customer) == one.talk ? 1 : 0;
    CHECK(same == talked.size());
    CHECK(same > 9000);
}

TEST_CASE("hold: who is on hold with a larger share is on hold as long as before", "[model][hold][luck]") {
    std::map<Customer, Duration> first;
    for (const auto& one : facts_like<HoldEnded>(busy_desk(0.2), 5)) first[one.contact.customer] = one.held;
    std::size_t same = 0;
    for (const auto& one : facts_like<HoldEnded>(busy_desk(0.4), 5)) {
        const auto found = first.find(one.contact.customer);
        same += found != first.end() && found->second == one.held ? 1 : 0;
    }
    CHECK(same == first.size());
    CHECK(same > 1500);
}

TEST_CASE("hold: a world with customers on hold is a value", "[model][hold][snapshot]") {
    Scenario scenario = busy_desk(0.5);
    scenario.call_types.front().arrivals.per_interval = {60};
    scenario.groups.front().agents = {3};
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        check_copies(scenario, seed, 10);
        check_all_ways(scenario, seed);
    }
}

}  // namespace floorwalker::model
