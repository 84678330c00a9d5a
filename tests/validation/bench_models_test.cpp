#include <catch2/catch.hpp>

#include "tests/validation/centres.hpp"
#include "tests/validation/erlang.hpp"
#include "tests/validation/experiment.hpp"

/// The two models of the benchmarks, whose figures are known from formulas or from long runs of loops written for them
/// alone.
namespace floorwalker::validation {
namespace {

Scenario skills() {
    Scenario scenario;
    scenario.centre.days = 7;
    scenario.centre.warm_up_days = 1;
    scenario.centre.interval = 1h;
    const auto add_type = [&](const char* id, double per_hour, double talk_s, double patience_s) {
        scenario.call_types.push_back(call_type(id, {per_hour}, exponential(talk_s), exponential(patience_s)));
        scenario.call_types.back().choose = AgentChoice::fewest_skills;
    };
    add_type("1", 200, 240, 120);
    add_type("2", 160, 300, 120);
    add_type("3", 120, 360, 180);
    add_type("4", 80, 300, 90);
    add_type("5", 40, 420, 150);
    scenario.groups = {group("1", {12}, {0}),     group("2", {10}, {1}),        group("3", {8}, {2}),
                       group("1-2", {8}, {0, 1}), group("3-5", {6}, {2, 3, 4}), group("all", {8}, {0, 1, 2, 3, 4})};
    return scenario;
}

}  // namespace

TEST_CASE("Bench model S1, a single queue: Erlang-A", "[validation][slow]") {
    const ErlangA formula{600.0 / 3600, 1 / 300.0, 1 / 120.0, 50};
    REQUIRE(formula.abandonment() == Approx(0.0689354).margin(5e-8));
    REQUIRE(formula.served_within(20) == Approx(0.7838719).margin(5e-8));
    REQUIRE(formula.mean_wait_of_served() == Approx(7.6456).margin(5e-5));
    REQUIRE(formula.occupancy() == Approx(0.9310646).margin(5e-8));

    Scenario scenario = round_the_clock(600, exponential(300), 50, 512);
    only_type(scenario).patience = exponential(120);
    const RunResult run = floorwalker::run(scenario, options(401, 1));
    compare("abandonment", exact(0.0689354), simulated(run, Kpi::abandonment), 0.01);
    compare("answered within 20 s", exact(0.7838719), simulated(run, Kpi::service_level), 0.005);
    compare("mean wait of the answered, s", exact(7.6456), simulated(run, Kpi::asa_s), 0.01);
    compare("occupancy", exact(0.9310646), simulated(run, Kpi::occupancy), 0.002);
}

TEST_CASE("Bench model S2: five call types, six groups, fewest skills first", "[validation][slow]") {
    const RunResult run = floorwalker::run(skills(), options(402, 60));
    const double half_digit4 = 5e-5;
    compare("abandonment", exact(0.0877, half_digit4), simulated(run, Kpi::abandonment), 0.01);
    const double by_type[] = {0.0267, 0.0357, 0.0932, 0.2812, 0.1961};
    for (std::size_t t = 0; t < run.call_types.size(); ++t) {
        compare("abandonment of type " + run.call_types[t].id, exact(by_type[t], half_digit4),
                simulated(run, run.call_types[t].kpis, Kpi::abandonment), 0.02);
    }
    compare("answered within 20 s", exact(0.7672, half_digit4), simulated(run, Kpi::service_level), 0.01);
    compare("mean wait of the answered, s", exact(9.12, 5e-3), simulated(run, Kpi::asa_s), 0.01);
    compare("occupancy", exact(0.8702, half_digit4), simulated(run, Kpi::occupancy), 0.005);
}

}  // namespace floorwalker::validation
