#include <catch2/catch.hpp>

#include <floorwalker/run.hpp>

#include "tests/support/journeys.hpp"

/// Containment and its strict variant: callers whom the IVR served and who call again all the same, on days worked out
/// by hand.
namespace floorwalker::model {
namespace {

using namespace support;

// Callers of type a hear their balance, 40 s. Of those served, all or nobody calls again ten minutes later.
Scenario balance(double unsolved) {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 60s);
    add_group(scenario, group("all", {1}, {0}));
    scenario.call_types.front().flow = add_flow(scenario, "main", {{"balance", self_service(40s)}});
    Repeat repeat;
    repeat.unsolved = unsolved;
    repeat.delay = constant(10min);
    scenario.call_types.front().repeat = repeat;
    add_call(scenario, 8h + 30min);
    return scenario;
}

}  // namespace

TEST_CASE("who was contained and got no solution calls again", "[model][ivr][repeat]") {
    // The third contact ends at 8:52:00; 9:02:00 is after the last closing.
    CHECK(journey_story(balance(1.0)) ==
          Lines{"08:30:00 a0 hears main", "08:30:00 a0 at balance", "08:30:40 a0 contained after 40 s in main",
                "08:30:40 a0 will call again at 08:40:40", "08:40:40 a0'1 hears main", "08:40:40 a0'1 at balance",
                "08:41:20 a0'1 contained after 40 s in main", "08:41:20 a0'1 will call again at 08:51:20",
                "08:51:20 a0'2 hears main", "08:51:20 a0'2 at balance", "08:52:00 a0'2 contained after 40 s in main"});
    CHECK(facts_like<WillCallAgain>(balance(0.0)).empty());
}

TEST_CASE("strict containment leaves out who called again", "[model][ivr][repeat]") {
    const auto kpis = run(balance(1.0), {.replications = 1}).overall;
    // All three calls were contained, and two of them called again.
    CHECK(*kpis[Kpi::containment].mean == Approx(1.0));
    CHECK(*kpis[Kpi::containment_strict].mean == Approx(1.0 / 3));
    CHECK(*kpis[Kpi::customers].mean == 1);
    CHECK(*kpis[Kpi::call_agains].mean == 2);
    CHECK(*run(balance(0.0), {.replications = 1}).overall[Kpi::containment_strict].mean == Approx(1.0));
}

TEST_CASE("callers of a number call again by its rules", "[model][ivr][repeat]") {
    Scenario scenario = balance(0.0);
    scenario.replay->clear();
    const NumberId number = add_number(scenario, "10001", FlowId{0});
    Repeat repeat;
    repeat.unsolved = 1.0;
    repeat.calls_again = 0.25;
    repeat.delay = constant(1s);
    scenario.numbers.front().repeat = repeat;
    scenario.decisions.push_back({8h, {}, Peak{{}, number, 6000.0, 8h + 30min, {}}});
    const auto kpis = run(scenario, {.replications = 1}).overall;
    // Some 6,000 customers; a quarter of all contacts is followed by another: 6,000 × (1 + 1/4 + 1/16 + …) = 8,000. The
    // strict share is 0.75: standard deviation √(0.25 × 0.75 ÷ 8,000) = 0.0048, four of them.
    CHECK(*kpis[Kpi::customers].mean == Approx(6000).margin(310));
    CHECK(*kpis[Kpi::entered_ivr].mean == Approx(*kpis[Kpi::customers].mean / 0.75).margin(240));
    CHECK(*kpis[Kpi::containment].mean == Approx(1.0));
    CHECK(*kpis[Kpi::containment_strict].mean == Approx(0.75).margin(0.02));
}

TEST_CASE("a customer whom the IVR did not serve does not count as one who repeats", "[model][ivr][repeat]") {
    Scenario scenario = balance(1.0);
    std::get<SelfService>(scenario.flows.front().nodes.front().what).success = 0.0;
    CHECK(facts_like<WillCallAgain>(scenario).empty());
    CHECK(*run(scenario, {.replications = 1}).overall[Kpi::containment].mean == 0);
}

}  // namespace floorwalker::model
