#include <catch2/catch.hpp>

#include "tests/validation/centres.hpp"
#include "tests/validation/comparison.hpp"
#include "tests/validation/erlang.hpp"
#include "tests/validation/experiment.hpp"

/// The Erlang formulas' published values, first from the formulas themselves, then by simulation of 128 days in 64
/// batches.
namespace floorwalker::validation {
namespace {

constexpr std::int64_t kDays = 128;

RunResult long_run(const Scenario& scenario, std::uint64_t seed) {
    RunResult run = floorwalker::run(scenario, options(seed, 1));
    REQUIRE(run.method == ConfidenceMethod::batch_means);
    return run;
}

Scenario with_target(Scenario scenario, Duration within) {
    scenario.centre.answer_target.within = within;
    return scenario;
}

}  // namespace

TEST_CASE("Erlang-B: 5 erlang on 1 line, 20 erlang on 10 lines", "[validation][slow]") {
    REQUIRE(erlang_b(5, 1) == Approx(0.8333333333).margin(5e-11));  // 5 / (1 + 5)
    REQUIRE(erlang_b(20, 10) == Approx(0.5379631686).margin(5e-11));

    // 300 calls/h of 60 s are 5 erlang. The line is what blocks here; the agent is free whenever it is.
    Scenario one_line = round_the_clock(300, exponential(60), 1, kDays);
    one_line.centre.lines = 1;
    compare("blocked, 5 erlang, 1 line", exact(0.8333333333), simulated(long_run(one_line, 111), Kpi::blocking), 0.002);

    Scenario ten_lines = round_the_clock(1200, exponential(60), 10, kDays);
    ten_lines.centre.lines = 10;
    compare("blocked, 20 erlang, 10 lines", exact(0.5379631686), simulated(long_run(ten_lines, 112), Kpi::blocking),
            0.002);

    SECTION("no place in the queue blocks like no line") {
        Scenario no_queue = round_the_clock(1200, exponential(60), 10, kDays);
        no_queue.centre.queue_places = 0;
        const RunResult run = long_run(no_queue, 112);
        CHECK(run.overall[Kpi::blocked].mean ==
              floorwalker::run(ten_lines, options(112, 1)).overall[Kpi::blocked].mean);
    }
    SECTION("only the mean of the talk time matters (Sevastyanov 1957)") {
        only_type(ten_lines).talk = {lognormal_with(60, 1.5), {}};
        compare("blocked, lognormal talk", exact(0.5379631686), simulated(long_run(ten_lines, 113), Kpi::blocking),
                0.002);
    }
}

TEST_CASE("Erlang-C: 7 erlang on 9 agents", "[validation]") {
    const ErlangC c{7, 1, 9};
    REQUIRE(c.mean_queue() == Approx(1.3473148296).margin(5e-11));

    const RunResult run = long_run(round_the_clock(420, exponential(60), 9, kDays), 121);
    compare("mean queue", exact(1.3473148296), simulated(run, Kpi::mean_queue), 0.05);
    compare("P(wait > 0)", exact(c.wait_probability()), simulated(run, Kpi::wait_probability), 0.02);
    compare("occupancy", exact(7.0 / 9), simulated(run, Kpi::occupancy), 0.01);
}

TEST_CASE("Erlang-C: 0.1 calls/s of 300 s on 35 agents", "[validation]") {
    const ErlangC c{0.1, 1 / 300.0, 35};
    REQUIRE(c.mean_wait() == Approx(17.0749477448).margin(5e-11));

    const RunResult run = long_run(round_the_clock(360, exponential(300), 35, kDays), 122);
    compare("mean wait, s", exact(17.0749477448), simulated(run, Kpi::wait_all_s), 0.07);
}

TEST_CASE("Erlang-C: 100 calls per 30 min of 3 min on 14 agents", "[validation]") {
    const ErlangC c{100.0 / 1800, 1 / 180.0, 14};
    REQUIRE(c.wait_probability() == Approx(0.174).margin(5e-4));
    REQUIRE(c.answered_within(20) == Approx(0.888).margin(5e-4));
    REQUIRE(c.occupancy() == Approx(0.714).margin(5e-4));

    const RunResult run = long_run(round_the_clock(200, exponential(180), 14, kDays), 123);
    compare("P(wait > 0)", exact(0.174, 5e-4), simulated(run, Kpi::wait_probability), 0.03);
    compare("within 20 s", exact(0.888, 5e-4), simulated(run, Kpi::service_level), 0.01);
    compare("occupancy", exact(0.714, 5e-4), simulated(run, Kpi::occupancy), 0.01);
}

TEST_CASE("Erlang-C: 400 calls/h of 180 s on 21 to 26 agents", "[validation][slow]") {
    struct Case {
        int agents;
        double asa_s;
        double within_30s;
    };
    const auto c = GENERATE(values<Case>({{21, 136.9, 0.356},
                                          {22, 51.1, 0.593},
                                          {23, 24.9, 0.748},
                                          {24, 13.4, 0.847},
                                          {25, 7.5, 0.909},
                                          {26, 4.3, 0.947}}));
    const ErlangC formula{400.0 / 3600, 1 / 180.0, c.agents};
    REQUIRE(formula.mean_wait() == Approx(c.asa_s).margin(0.05));
    REQUIRE(formula.answered_within(30) == Approx(c.within_30s).margin(5e-4));

    // The closer to 20 erlang, the longer the queue remembers.
    const std::int64_t days = c.agents == 21 ? 8 * kDays : kDays;
    const Scenario scenario = with_target(round_the_clock(400, exponential(180), c.agents, days), 30s);
    const RunResult run = long_run(scenario, 130);
    const std::string agents = std::to_string(c.agents) + " agents: ";
    compare(agents + "mean wait, s", exact(c.asa_s, 0.05), simulated(run, Kpi::asa_s), 0.1);
    compare(agents + "within 30 s", exact(c.within_30s, 5e-4), simulated(run, Kpi::service_level), 0.05);
}

TEST_CASE("Erlang-A: 0.1 calls/s of 240 s, patience 300 s, 28 agents, 80 places", "[validation]") {
    const ErlangA a{0.1, 1 / 240.0, 1 / 300.0, 28, 80};
    REQUIRE(a.mean_queue() == Approx(0.6833261838).margin(5e-11));
    REQUIRE(a.mean_wait() == Approx(6.8332618384).margin(5e-10));

    Scenario scenario = round_the_clock(360, exponential(240), 28, kDays);
    only_type(scenario).patience = exponential(300);
    scenario.centre.queue_places = 80;
    const RunResult run = long_run(scenario, 141);
    compare("mean queue", exact(0.6833261838), simulated(run, Kpi::mean_queue), 0.05);
    compare("mean wait of all, s", exact(6.8332618384), simulated(run, Kpi::wait_all_s), 0.05);
    compare("abandonment", exact(a.abandonment()), simulated(run, Kpi::abandonment), 0.05);
}

TEST_CASE("Erlang-A: 100 calls per 30 min of 3 min, patience 5 min, 14 agents", "[validation]") {
    const ErlangA a{100.0 / 30, 1.0 / 3, 1.0 / 5, 14};
    REQUIRE(a.wait_probability() == Approx(0.14526).margin(5e-6));
    REQUIRE(a.abandonment() == Approx(0.013984).margin(5e-7));
    REQUIRE(a.occupancy() == Approx(0.704297).margin(5e-7));
    REQUIRE(a.mean_wait() == Approx(0.069919).margin(5e-7));
    REQUIRE(a.served_within(20.0 / 60) == Approx(0.916792).margin(5e-7));

    Scenario scenario = round_the_clock(200, exponential(180), 14, kDays);
    only_type(scenario).patience = exponential(300);
    const RunResult run = long_run(scenario, 142);
    compare("P(wait > 0)", exact(0.14526, 5e-6), simulated(run, Kpi::wait_probability), 0.03);
    compare("abandonment", exact(0.013984, 5e-7), simulated(run, Kpi::abandonment), 0.05);
    compare("occupancy", exact(0.704297, 5e-7), simulated(run, Kpi::occupancy), 0.01);
    compare("mean wait of all, min × 60", exact(60 * 0.069919, 3e-5), simulated(run, Kpi::wait_all_s), 0.05);
    compare("within 20 s", exact(0.916792, 5e-7), simulated(run, Kpi::service_level), 0.01);
}

}  // namespace floorwalker::validation
