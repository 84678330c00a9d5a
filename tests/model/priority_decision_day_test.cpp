#include <stdexcept>

#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/copies.hpp"
#include "tests/support/engines.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/journeys.hpp"

/// Decisions that put a call type first, or last, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

const CallTypeId kA{0};
const CallTypeId kB{1};

/// One agent, talks of ten minutes: a0 from 8:00; a1 waits since 8:01, b0 since 8:02, a2 since 8:03.
Scenario desk() {
    Scenario scenario = quiet_day(2);
    add_type(scenario, "a", 10min);
    add_type(scenario, "b", 10min);
    add_group(scenario, group("all", {1}, {0, 1}));
    add_call(scenario, 8h);
    add_call(scenario, 8h + 1min);
    add_call(scenario, 8h + 2min, kB);
    add_call(scenario, 8h + 3min);
    return scenario;
}

/// Call types in the order in which they are answered.
std::vector<CallTypeId> answered(const Scenario& scenario) {
    std::vector<CallTypeId> types;
    for (const auto& one : facts_like<Answered>(scenario)) types.push_back(one.contact.call_type);
    return types;
}

}  // namespace

TEST_CASE("a call type that is put first comes before those who waited longer", "[model][decisions][priority]") {
    Scenario scenario = desk();
    CHECK(answered(scenario) == std::vector{kA, kA, kB, kA});
    scenario.decisions = {{8h + 5min, {}, Prioritise{kB, {}, 1, 9h}}};
    CHECK(answered(scenario) == std::vector{kA, kB, kA, kA});
    scenario.decisions = {{8h + 5min, {}, Prioritise{kB, {}, -1, 9h}}};
    CHECK(answered(scenario) == std::vector{kA, kA, kA, kB});
    // Over before anybody is free.
    scenario.decisions = {{8h + 5min, {}, Prioritise{kB, {}, 1, 8h + 9min}}};
    CHECK(answered(scenario) == std::vector{kA, kA, kB, kA});
    // Two that hold at once add up: b is as before.
    scenario.decisions = {{8h + 5min, {}, Prioritise{kB, {}, 1, 9h}}, {8h + 6min, {}, Prioritise{kA, {}, 1, 9h}}};
    CHECK(answered(scenario) == std::vector{kA, kA, kB, kA});
}

TEST_CASE("a decision on priority may be for one tier alone", "[model][decisions][priority]") {
    Scenario scenario = desk();
    Tier gold;
    gold.id = "gold";
    gold.share_by_call_type = {1.0, 0.0};  // all of a
    scenario.tiers = {gold};
    scenario.decisions = {{8h + 5min, {}, Prioritise{kB, TierId{0}, 1, 9h}}};
    CHECK(answered(scenario) == std::vector{kA, kA, kB, kA});
    scenario.decisions = {{8h + 5min, {}, Prioritise{kB, TierId{1}, 1, 9h}}};  // standard customers
    CHECK(answered(scenario) == std::vector{kA, kB, kA, kA});
}

TEST_CASE("a world with changed priorities is a value, and goes back to what it was", "[model][decisions][snapshot]") {
    Scenario scenario = one_day(4, 1h);
    scenario.call_types.push_back(call_type("a", {60}, exponential(180)));
    scenario.call_types.push_back(call_type("b", {60}, exponential(180)));
    add_group(scenario, group("all", {5}, {0, 1}));
    scenario.decisions = {{9h, {}, Prioritise{kB, {}, 3, 10h}}};
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        check_copies(scenario, seed, 10);
        check_all_ways(scenario, seed);
    }
    Engine<FactList> engine{prepare(scenario), 1, 0};
    const auto before = engine.world().lanes;
    engine.run();
    for (std::size_t i = 0; i < before.size(); ++i) CHECK(engine.world().lanes[i].priority == before[i].priority);
}

TEST_CASE("decisions on priority that no file could have", "[model][decisions][rules]") {
    Scenario scenario = desk();
    Prioritise one{kB, {}, 1, 9h};
    SECTION("no such call type") { one.call_type = CallTypeId{7}; }
    SECTION("no such tier") { one.tier = TierId{3}; }
    SECTION("nothing") { one.by = 0; }
    SECTION("beyond all measure") { one.by = 2000; }
    scenario.decisions = {{8h, {}, one}};
    CHECK_THROWS_AS(prepare(scenario), std::invalid_argument);
}

}  // namespace floorwalker::model
