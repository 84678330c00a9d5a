#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"

/// Steps of the queue that change a contact's priority, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

constexpr CallTypeId kP{1};
constexpr CallTypeId kQ{2};

// One agent, busy with s0 from 8:00:01 to 8:10:01, then p and q of a minute each.
Scenario busy_agent(ContactChoice take = ContactChoice::priority) {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "s", 600s);
    for (const char* id : {"p", "q"}) add_type(scenario, id, 60s);
    add_group(scenario, group("all", {1}, {0, 1, 2}));
    scenario.groups.front().take = take;
    add_call(scenario, 8h + 1s, CallTypeId{0});
    return scenario;
}

std::vector<RouteStep>& steps_of(Scenario& scenario, CallTypeId type) { return scenario.call_types[index(type)].steps; }

}  // namespace

TEST_CASE("priority step: from its time on before those of less priority", "[model][steps]") {
    Scenario scenario = busy_agent();
    scenario.call_types[index(kQ)].priority = 1;
    steps_of(scenario, kP) = {{9min, {}, ChangePriority{2}}};
    add_call(scenario, 8h + 60s, kP);
    add_call(scenario, 8h + 62s, kP);
    add_call(scenario, 8h + 63s, kQ);
    add_call(scenario, 8h + 64s, kQ);
    // p0 has priority 2 since 8:10:00, before q with 1; p1 since 8:10:02, in time for 8:11:01.
    CHECK(answer_order(scenario) == "p0 p1 q0 q1");
    // Without the step q first.
    steps_of(scenario, kP).clear();
    CHECK(answer_order(scenario) == "q0 q1 p0 p1");
}

TEST_CASE("priority step: who has taken it ranks by its own wait among those of equal priority", "[model][steps]") {
    Scenario scenario = busy_agent();
    scenario.call_types[index(kQ)].priority = 1;
    steps_of(scenario, kP) = {{1min, {}, ChangePriority{1}}};
    add_call(scenario, 8h + 1min, kQ);
    add_call(scenario, 8h + 2min, kP);
    add_call(scenario, 8h + 3min, kQ);
    CHECK(answer_order(scenario) == "q0 p0 q1");
}

TEST_CASE("priority steps add up, and may lower it", "[model][steps]") {
    Scenario scenario = busy_agent();
    scenario.call_types[index(kQ)].priority = 2;
    steps_of(scenario, kP) = {{1min, {}, ChangePriority{1}}, {2min, {}, ChangePriority{2}}};
    add_call(scenario, 8h + 1min, kQ);
    add_call(scenario, 8h + 2min, kP);
    CHECK(answer_order(scenario) == "p0 q0");  // 0 + 1 + 2 against 2
    steps_of(scenario, kP).back().what = ChangePriority{1};
    CHECK(answer_order(scenario) == "q0 p0");  // 2 against 2: the longer wait
    steps_of(scenario, kP) = {{1min, {}, ChangePriority{3}}, {2min, {}, ChangePriority{-2}}};
    CHECK(answer_order(scenario) == "q0 p0");  // 1 against 2
}

TEST_CASE("priority step: at 0 s", "[model][steps]") {
    Scenario scenario = busy_agent();
    const Condition others_wait{Condition::Of::queue_length, kQ, {}, 1.0};
    steps_of(scenario, kP) = {{0s, {others_wait}, ChangePriority{1}}};
    add_call(scenario, 8h + 10s, kP);  // no q waits
    add_call(scenario, 8h + 20s, kQ);
    add_call(scenario, 8h + 30s, kP);
    CHECK(answer_order(scenario) == "p1 p0 q0");
}

TEST_CASE("priority step: to accumulating it adds points", "[model][steps]") {
    // At 8:10:01 q has waited 540 s, p 500 s: 540 points against 500 and those of the step.
    const auto order_with = [](int by) {
        Scenario scenario = busy_agent(ContactChoice::accumulating);
        steps_of(scenario, kP) = {{1min, {}, ChangePriority{by}}};
        add_call(scenario, 8h + 61s, kQ);
        add_call(scenario, 8h + 101s, kP);
        return answer_order(scenario);
    };
    CHECK(order_with(39) == "q0 p0");
    CHECK(order_with(40) == "q0 p0");  // equal: the longer wait
    CHECK(order_with(41) == "p0 q0");
}

TEST_CASE("priority step: the other rules do not ask for it", "[model][steps]") {
    for (const ContactChoice take : {ContactChoice::longest_wait, ContactChoice::weighted_wait}) {
        Scenario scenario = busy_agent(take);
        steps_of(scenario, kP) = {{1min, {}, ChangePriority{9}}};
        add_call(scenario, 8h + 61s, kQ);
        add_call(scenario, 8h + 101s, kP);
        CHECK(answer_order(scenario) == "q0 p0");
    }
}

}  // namespace floorwalker::model
