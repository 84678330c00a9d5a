#include <stdexcept>

#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/copies.hpp"
#include "tests/support/engines.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/journeys.hpp"

/// Decisions that keep a group off a call type, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

const CallTypeId kA{0};
const CallTypeId kB{1};
const GroupId kAll{0};
const GroupId kSome{1};

/// Talks of ten minutes. One agent takes a and b, another a alone. Calls: a at 8:00, b at 8:01, b at 8:02.
Scenario desk() {
    Scenario scenario = quiet_day(3);
    add_type(scenario, "a", 10min);
    add_type(scenario, "b", 10min);
    add_group(scenario, group("all", {1}, {0, 1}));
    add_group(scenario, group("some", {1}, {0}));
    add_call(scenario, 8h);
    add_call(scenario, 8h + 1min, kB);
    add_call(scenario, 8h + 2min, kB);
    return scenario;
}

struct Told {
    TimePoint at;
    GroupId group;
    CallTypeId type;

    friend bool operator==(const Told&, const Told&) = default;
};

std::ostream& operator<<(std::ostream& out, const Told& told) {
    return out << told.at.time_since_epoch().count() / 60'000'000 << " min: group " << index(told.group) << ", type "
               << index(told.type);
}

std::vector<Told> answered(const Scenario& scenario) {
    std::vector<Told> all;
    for (const auto& one : facts_like<Answered>(scenario)) all.push_back({one.at, one.group, one.contact.call_type});
    return all;
}

TimePoint at(Duration of_day) { return TimePoint{of_day}; }

}  // namespace

TEST_CASE("a group that is kept off a call type leaves it to others, or waiting", "[model][decisions][keep_off]") {
    Scenario scenario = desk();
    // As it is: a goes to the first group, both b wait for it.
    CHECK(answered(scenario) ==
          std::vector<Told>{{at(8h), kAll, kA}, {at(8h + 10min), kAll, kB}, {at(8h + 20min), kAll, kB}});
    // Kept off a from the beginning: a goes to the other group, so that the first b need not wait.
    scenario.decisions = {{7h, {}, KeepOff{kAll, kA, 9h}}};
    CHECK(answered(scenario) ==
          std::vector<Told>{{at(8h), kSome, kA}, {at(8h + 1min), kAll, kB}, {at(8h + 11min), kAll, kB}});
    // Kept off b after the first b has been answered: the second waits although the agent is free.
    scenario.decisions = {{8h + 15min, {}, KeepOff{kAll, kB, 9h}}};
    CHECK(answered(scenario) == std::vector<Told>{{at(8h), kAll, kA}, {at(8h + 10min), kAll, kB}, {at(9h), kAll, kB}});
}

TEST_CASE("what is begun is finished, and who is free serves at once when it is over", "[model][decisions][keep_off]") {
    Scenario scenario = desk();
    // Begins while the agent talks to a; ends while nobody is busy.
    scenario.decisions = {{8h + 5min, {}, KeepOff{kAll, kB, 8h + 40min}}};
    CHECK(answered(scenario) ==
          std::vector<Told>{{at(8h), kAll, kA}, {at(8h + 40min), kAll, kB}, {at(8h + 50min), kAll, kB}});
    // Two that overlap hold until both are over.
    scenario.decisions.push_back({8h + 30min, {}, KeepOff{kAll, kB, 8h + 55min}});
    CHECK(answered(scenario) ==
          std::vector<Told>{{at(8h), kAll, kA}, {at(8h + 55min), kAll, kB}, {at(9h + 5min), kAll, kB}});
}

TEST_CASE("a call type that all are kept off waits, and gives up as it would", "[model][decisions][keep_off]") {
    Scenario scenario = desk();
    scenario.call_types[1].patience = constant(2min);
    scenario.decisions = {{7h, {}, KeepOff{kAll, kB, 12h}}};
    CHECK(answered(scenario) == std::vector<Told>{{at(8h), kAll, kA}});
    const auto gave_up = facts_like<Abandoned>(scenario);
    REQUIRE(gave_up.size() == 2);
    CHECK(gave_up[0].at == at(8h + 3min));
    CHECK(gave_up[1].at == at(8h + 4min));
}

TEST_CASE("a priority that a decision gives holds where more than the plain rule is asked",
          "[model][decisions][keep_off]") {
    // One agent, talks of ten minutes: a0 from 8:00; a1 waits since 8:01, b0 since 8:02.
    Scenario scenario = quiet_day(2);
    add_type(scenario, "a", 10min);
    add_type(scenario, "b", 10min);
    add_group(scenario, group("all", {1}, {0, 1}));
    add_call(scenario, 8h);
    add_call(scenario, 8h + 1min);
    add_call(scenario, 8h + 2min, kB);
    // Being kept off a third call type makes all its choices go by the rule that looks at everything.
    add_type(scenario, "c", 10min);
    scenario.groups[0].skills[CallTypeId{2}] = 1.0;
    scenario.decisions = {{7h, {}, KeepOff{kAll, CallTypeId{2}, 10h}}, {8h + 5min, {}, Prioritise{kB, {}, 1, 9h}}};
    CHECK(answered(scenario) ==
          std::vector<Told>{{at(8h), kAll, kA}, {at(8h + 10min), kAll, kB}, {at(8h + 20min), kAll, kA}});
}

TEST_CASE("a world in which groups are kept off is a value", "[model][decisions][snapshot]") {
    Scenario scenario = one_day(4, 1h);
    scenario.call_types.push_back(call_type("a", {60}, exponential(180)));
    scenario.call_types.push_back(call_type("b", {60}, exponential(180)));
    add_group(scenario, group("all", {4}, {0, 1}));
    add_group(scenario, group("some", {3}, {0}));
    scenario.decisions = {{9h, {}, KeepOff{kAll, kA, 10h}}, {9h + 30min, {}, KeepOff{kSome, kA, 11h}}};
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        check_copies(scenario, seed, 10);
        check_all_ways(scenario, seed);
    }
    Engine<FactList> engine{prepare(scenario), 1, 0};
    while (engine.run_steps(1000)) {
    }
    CHECK(engine.world().kept_off.empty());
}

TEST_CASE("keeping off needs a group and a call type that are there", "[model][decisions]") {
    Scenario scenario = desk();
    scenario.decisions = {{9h, {}, KeepOff{GroupId{7}, kA, 10h}}};
    CHECK_THROWS_AS(prepare(scenario), std::invalid_argument);
    scenario.decisions = {{9h, {}, KeepOff{kAll, CallTypeId{7}, 10h}}};
    CHECK_THROWS_AS(prepare(scenario), std::invalid_argument);
}

}  // namespace floorwalker::model
