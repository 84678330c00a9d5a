#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"

/// Each kind of condition of a step with its bounds, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

using Of = Condition::Of;

constexpr CallTypeId kA{0};
constexpr CallTypeId kB{1};
constexpr GroupId kFirst{0};
constexpr GroupId kSecond{1};

// Type a of ten minutes for "first" (agents 0 and 1), b of five minutes for "second" (agents 2, 3 and 4). A step of a
// that does nothing but ask: an announcement that nobody leaves on.
Scenario asking(std::vector<Condition> when, Duration after = 30s) {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 600s);
    add_type(scenario, "b", 300s);
    add_group(scenario, group("first", {2}, {0}));
    add_group(scenario, group("second", {3}, {1}));
    scenario.call_types.front().steps = {{after, std::move(when), Announce{}}};
    return scenario;
}

// Agents 0 and 1 are busy until 8:10:01 and 8:10:02, agent 2 until 8:05:03. a2, a3 and a4 wait from 8:00:10, 8:00:20
// and 8:00:30 on and ask at 8:00:40, 8:00:50 and 8:01:00.
void add_calls(Scenario& scenario) {
    add_call(scenario, 8h + 1s, kA);
    add_call(scenario, 8h + 2s, kA);
    add_call(scenario, 8h + 3s, kB);
    for (const Duration at : {10s, 20s, 30s}) add_call(scenario, 8h + at, kA);
}

/// The answers of a2, a3 and a4: "no yes yes".
std::string answers(std::vector<Condition> when) {
    Scenario scenario = asking(std::move(when));
    add_calls(scenario);
    std::string all;
    for (const Fact& fact : facts_of(scenario)) {
        const auto* step = std::get_if<StepTaken>(&fact);
        if (step != nullptr) all += std::string{all.empty() ? "" : " "} + (step->taken ? "yes" : "no");
    }
    return all;
}

/// `value` at all three: at_least and at_most hold up to it and from it on.
void check_value(Condition condition, double value) {
    const auto with = [&](double at_least, double at_most) {
        Condition one = condition;
        one.at_least = at_least;
        one.at_most = at_most;
        return answers({one});
    };
    CHECK(with(value, 1e9) == "yes yes yes");
    CHECK(with(0, value) == "yes yes yes");
    CHECK(with(value, value) == "yes yes yes");
    CHECK(with(value + 0.001, 1e9) == "no no no");
    CHECK(with(0, value - 0.001) == "no no no");
}

}  // namespace

TEST_CASE("no condition: always", "[model][steps]") { CHECK(answers({}) == "yes yes yes"); }

TEST_CASE("queue_length: all who wait, the one who asks too", "[model][steps]") {
    check_value({Of::queue_length, {}, {}}, 3);  // a2, a3 and a4, since 8:00:30
    check_value({Of::queue_length, kB, {}}, 0);
}

TEST_CASE("queue_length: before it joins the queue, the others", "[model][steps]") {
    const Condition two_wait{Of::queue_length, {}, {}, 2, 2};
    Scenario scenario = asking({});
    scenario.call_types.front().steps = {{0s, {two_wait}, ChangePriority{1}}};
    add_calls(scenario);
    Lines asked;
    for (const std::string& line : journey_story(scenario)) {
        if (line.find("step") != std::string::npos) asked.push_back(line);
    }
    CHECK(asked == Lines{"08:00:01 a0 no step 0", "08:00:02 a1 no step 0", "08:00:10 a2 no step 0",
                         "08:00:20 a3 no step 0", "08:00:30 a4 step 0"});
}

TEST_CASE("free_agents: of the groups that may serve the type, or of those named", "[model][steps]") {
    check_value({Of::free_agents, {}, {}}, 0);
    check_value({Of::free_agents, {}, {kFirst}}, 0);
    check_value({Of::free_agents, {}, {kSecond}}, 2);  // agents 3 and 4
    check_value({Of::free_agents, {}, {kFirst, kSecond}}, 2);
    check_value({Of::free_agents, kB, {}}, 2);  // those of b
}

TEST_CASE("queue_per_agent: by the agents present, busy or not", "[model][steps]") {
    check_value({Of::queue_per_agent, {}, {}}, 1.5);                 // 3 wait, 2 agents of "first"
    check_value({Of::queue_per_agent, {}, {kSecond}}, 1.0);          // 3 agents of "second"
    check_value({Of::queue_per_agent, {}, {kFirst, kSecond}}, 0.6);  // 5 agents
    check_value({Of::queue_per_agent, kB, {}}, 0.0);                 // nobody waits
}

TEST_CASE("queue_per_agent: with nobody present as with one", "[model][steps]") {
    Scenario scenario = asking({{Of::queue_per_agent, {}, {}, 2, 2}}, 10s);
    scenario.groups.front() = group("first", {}, {0});
    scenario.groups.front().shifts.push_back({{8h + 30min, 9h}, 1});
    for (const Duration at : {10s, 15s}) add_call(scenario, 8h + at);
    CHECK(journey_story(scenario)[2] == "08:00:20 a0 step 0");
}

TEST_CASE("expected_wait: by the estimator of the type, of one who joins now", "[model][steps]") {
    // a: 3 wait, 2 agents, ten minutes each: (3 + 1) × 600 ÷ 2 = 1200 s.
    check_value({Of::expected_wait, {}, {}}, 1200);
    // b: nobody waits, 3 agents, five minutes: 300 ÷ 3 = 100 s.
    check_value({Of::expected_wait, kB, {}}, 100);
}

TEST_CASE("expected_wait: by another estimator", "[model][steps]") {
    Scenario scenario = asking({{Of::expected_wait, {}, {}, 40, 40}});
    scenario.call_types.front().expected = WaitAnnouncement{WaitEstimator::head_wait, false, {}};
    add_calls(scenario);
    // The head a2 has waited 30 s when it asks at 8:00:40, 40 s when a3 asks, 50 s when a4 asks.
    Lines asked;
    for (const std::string& line : journey_story(scenario)) {
        if (line.find("step") != std::string::npos) asked.push_back(line);
    }
    CHECK(asked == Lines{"08:00:40 a2 no step 0", "08:00:50 a3 step 0", "08:01:00 a4 no step 0"});
}

TEST_CASE("several conditions: all must hold", "[model][steps]") {
    const Condition three{Of::queue_length, {}, {}, 3, 3};
    const Condition two_free{Of::free_agents, {}, {kSecond}, 2, 2};
    const Condition none_free{Of::free_agents, {}, {kSecond}, 0, 0};
    CHECK(answers({three, two_free}) == "yes yes yes");
    CHECK(answers({three, none_free}) == "no no no");
    CHECK(answers({none_free, three}) == "no no no");
}

}  // namespace floorwalker::model
