#include <stdexcept>

#include <catch2/catch.hpp>

#include "sim/model/model.hpp"
#include "tests/support/builders.hpp"

/// How many lanes of the queue steps, tiers and call types make: that is what a freed agent has to look at.
namespace floorwalker::model {
namespace {

using namespace support;

constexpr std::uint16_t kGroups = 21;

// One call type, which group 0 serves; the other groups could. So many steps open one each.
Scenario opening(std::uint16_t steps, const std::vector<Condition>& when) {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 60s);
    scenario.call_types.front().groups = {GroupId{0}};
    for (std::uint16_t g = 0; g < kGroups; ++g) add_group(scenario, group(std::to_string(g), {1}, {0}));
    for (std::uint16_t i = 0; i < steps; ++i)
        scenario.call_types.front().steps.push_back(
            {i * 10s, when, OpenGroups{{GroupId(static_cast<std::uint16_t>(i + 1))}}});
    return scenario;
}

const std::vector<Condition> kSomebodyWaits{{Condition::Of::queue_length, {}, {}, 1.0}};

std::size_t lanes(const Scenario& scenario) { return prepare(scenario)->lanes.size(); }

}  // namespace

TEST_CASE("lanes: one for each call type and tier", "[model][lanes]") {
    Scenario scenario = opening(0, {});
    CHECK(lanes(scenario) == 1);
    add_type(scenario, "b", 60s);
    scenario.tiers.push_back({"gold", "", {0, 0}});
    scenario.tiers.push_back({"silver", "", {0, 0}});
    CHECK(lanes(scenario) == 2 * 3);
}

TEST_CASE("lanes: steps that are always taken make one each", "[model][lanes]") {
    CHECK(lanes(opening(20, {})) == 21);
    // Group k may serve it from the k-th step on: the agents of group 20 look at one lane, those of group 0 at all.
    const auto model = prepare(opening(20, {}));
    for (std::uint16_t g = 0; g < kGroups; ++g) {
        const auto& pools = model->groups[g].routing.pools;
        REQUIRE(pools.size() == 1);
        CHECK(model->pools[index(pools.front())].lanes.size() == 21U - g);
    }
}

TEST_CASE("lanes: a change of priority makes one", "[model][lanes]") {
    Scenario scenario = opening(0, {});
    scenario.call_types.front().steps = {{10s, {}, ChangePriority{1}}};
    CHECK(lanes(scenario) == 2);
    scenario.call_types.front().steps = {{10s, kSomebodyWaits, ChangePriority{1}}};
    CHECK(lanes(scenario) == 2);
    scenario.call_types.front().steps = {{10s, {}, ChangePriority{0}}, {20s, {}, Announce{}}};
    CHECK(lanes(scenario) == 1);
}

TEST_CASE("lanes: eight steps under conditions make all their combinations, and no more", "[model][lanes]") {
    // Each is taken or not: 2^8.
    CHECK(lanes(opening(8, kSomebodyWaits)) == 256);
    // With two steps that are always taken before them and two behind: a lane before the first, one before the second,
    // then the 256, and twice as many more when each of these goes on.
    Scenario scenario = opening(8, kSomebodyWaits);
    auto& steps = scenario.call_types.front().steps;
    const auto always = [](Duration after, std::uint16_t g) { return RouteStep{after, {}, OpenGroups{{GroupId{g}}}}; };
    steps.insert(steps.begin(), {always(0s, 10), always(0s, 11)});
    steps.insert(steps.end(), {always(80s, 12), always(80s, 13)});
    CHECK(lanes(scenario) == 2 + 3 * 256);
}

TEST_CASE("lanes: ways that lead to the same share one", "[model][lanes]") {
    // Eight steps of one priority each, taken or not: priority 0 … 8.
    Scenario scenario = opening(0, {});
    for (int i = 0; i < 8; ++i)
        scenario.call_types.front().steps.push_back({i * 10s, kSomebodyWaits, ChangePriority{1}});
    CHECK(lanes(scenario) == 9);
    // The same group four times: opened or not.
    scenario = opening(0, {});
    for (int i = 0; i < 4; ++i)
        scenario.call_types.front().steps.push_back({i * 10s, kSomebodyWaits, OpenGroups{{GroupId{1}}}});
    CHECK(lanes(scenario) == 2);
}

TEST_CASE("lanes: a ninth step under a condition is refused", "[model][lanes]") {
    CHECK_THROWS_AS(prepare(opening(9, kSomebodyWaits)), std::invalid_argument);
}

TEST_CASE("lanes: more than can be numbered are refused", "[model][lanes]") {
    // 256 for each call type and tier: 64 types in four tiers make 65,536, one more than there may be.
    const auto with_types = [](std::size_t types) {
        Scenario scenario = opening(8, kSomebodyWaits);
        scenario.call_types.resize(types, scenario.call_types.front());
        for (const char* id : {"gold", "silver", "bronze"})
            scenario.tiers.push_back({id, "", std::vector<double>(types, 0.0)});
        return scenario;
    };
    CHECK(lanes(with_types(63)) == 63 * 4 * 256);
    CHECK_THROWS_AS(prepare(with_types(64)), std::invalid_argument);
}

TEST_CASE("lanes: of 20 skills an agent looks at 20 heads, however long the queues are", "[model][lanes]") {
    // next_waiting and next_waiting_by_rule look at the first contact of each lane of the agent's pool and at nothing
    // else; a world has no other way to a waiting contact. So the number of those lanes is the cost of a choice.
    Scenario scenario = quiet_day(1);
    for (int i = 0; i < 20; ++i) add_type(scenario, std::to_string(i), 60s);
    Group all = group("all", {1}, {});
    for (std::uint16_t t = 0; t < 20; ++t) all.skills[CallTypeId{t}] = 1.0;
    add_group(scenario, all);
    add_group(scenario, group("one", {1}, {7}));
    const auto model = prepare(scenario);
    REQUIRE(model->pools.size() == 2);
    CHECK(model->pools[0].lanes.size() == 20);
    CHECK(model->pools[1].lanes.size() == 1);
}

}  // namespace floorwalker::model
