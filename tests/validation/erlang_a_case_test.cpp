#include <catch2/catch.hpp>

#include "tests/validation/centres.hpp"
#include "tests/validation/erlang.hpp"
#include "tests/validation/experiment.hpp"

/// Case E1, a worked case of Mandelbaum and Zeltyn ("Service engineering in action: the Palm/Erlang-A queue", 2007): 48
/// calls a minute, talk times exponential with mean 1 min, patience exponential with mean 2 min, 50 agents.
namespace floorwalker::validation {
namespace {

constexpr double kCallsPerHour = 48 * 60;
constexpr double kHalfDigit5 = 5e-6;  // half a unit of the fifth decimal

Scenario e1(std::int64_t measured_days) {
    Scenario scenario = round_the_clock(kCallsPerHour, exponential(60), 50, measured_days);
    only_type(scenario).patience = exponential(120);
    return scenario;
}

// Per minute: λ = 48, μ = 1, θ = 1/2.
const ErlangA& formula() {
    static const ErlangA kFormula{48, 1, 0.5, 50};
    return kFormula;
}

}  // namespace

TEST_CASE("Erlang-A, exact: our formulas give the published figures", "[validation]") {
    CHECK(formula().abandonment() == Approx(0.030912).margin(5e-7));
    CHECK(60 * formula().mean_wait() == Approx(3.7095).margin(5e-5));
    CHECK(formula().occupancy() == Approx(0.93032).margin(kHalfDigit5));  // 48 (1 - 0.030912) / 50 = 0.930324
    CHECK(formula().wait_probability() == Approx(0.46777).margin(kHalfDigit5));
    CHECK(formula().mean_queue() == Approx(2.9676).margin(5e-5));  // Little: 48 × 3.7095 / 60 = 2.9676
    CHECK(60 * formula().wait_quantile(0.9) == Approx(12.44).margin(5e-3));
}

TEST_CASE("E1: one long run of 256 days, batch means", "[validation][slow]") {
    const RunResult run = floorwalker::run(e1(256), options(101, 1));
    REQUIRE(run.method == ConfidenceMethod::batch_means);
    REQUIRE(run.batches == 64);  // of four days
    compare("abandonment", exact(0.030912, 5e-7), simulated(run, Kpi::abandonment), 0.015);
    compare("mean wait of all, s", exact(3.7095, 5e-5), simulated(run, Kpi::wait_all_s), 0.015);
    compare("occupancy", exact(0.93032, kHalfDigit5), simulated(run, Kpi::occupancy), 0.001);
    compare("P(wait > 0)", exact(0.46777, kHalfDigit5), simulated(run, Kpi::wait_probability), 0.01);
    compare("mean queue", exact(2.9676, 5e-5), simulated(run, Kpi::mean_queue), 0.015);
}

TEST_CASE("E1: 20 replications of 10 days", "[validation][slow]") {
    const Experiment e = experiment(e1(10), 102, 20);
    compare("abandonment", exact(0.030912, 5e-7), simulated(e.result, Kpi::abandonment), 0.02);
    compare("mean wait of all, s", exact(3.7095, 5e-5), simulated(e.result, Kpi::wait_all_s), 0.02);
    compare("mean wait of the answered, s", exact(60 * formula().mean_wait_of_served()),
            simulated(e.result, Kpi::asa_s), 0.02);
    compare("answered within 20 s ÷ offered", exact(formula().served_within(20.0 / 60)),
            simulated(e.result, Kpi::service_level), 0.001);

    // The published quantile is of all callers, abandoned or not. The histogram's error is at most 0.8 %.
    const Simulated quantile = mean(e, [](const Replication& r) {
        const auto without_wait = static_cast<std::uint64_t>(r.all.offered) - r.waits.total();
        return r.waits.quantile_s(0.9, without_wait).value();
    });
    compare("90 % quantile of the wait of all, s", exact(12.44, 5e-3), quantile, 0.02, 0.008 * 12.44);
}

TEST_CASE("E1 without patience is Erlang-C", "[validation][slow]") {
    const ErlangC c{48, 1, 50};
    REQUIRE(c.wait_probability() == Approx(0.69446).margin(kHalfDigit5));
    REQUIRE(60 * c.mean_wait() == Approx(20.834).margin(5e-4));  // 60 s × 0.69446 / (50 - 48) = 20.834 s

    const RunResult run = floorwalker::run(round_the_clock(kCallsPerHour, exponential(60), 50, 512), options(103, 1));
    compare("P(wait > 0)", exact(0.69446, kHalfDigit5), simulated(run, Kpi::wait_probability), 0.01);
    compare("mean wait, s", exact(20.834, 5e-4), simulated(run, Kpi::wait_all_s), 0.03);
    compare("mean queue", exact(c.mean_queue()), simulated(run, Kpi::mean_queue), 0.03);
    compare("answered within 20 s", exact(c.answered_within(20.0 / 60)), simulated(run, Kpi::service_level), 0.01);
    compare("occupancy", exact(0.96), simulated(run, Kpi::occupancy), 0.002);
}

}  // namespace floorwalker::validation
