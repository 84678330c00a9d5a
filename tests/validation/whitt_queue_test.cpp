#include <catch2/catch.hpp>

#include "tests/validation/centres.hpp"
#include "tests/validation/erlang.hpp"
#include "tests/validation/experiment.hpp"

/// Cases W: Whitt, "Engineering solution of a basic call-center model", Management Science 51 (2005). Poisson arrivals
/// at rate 102, 100 agents, mean service 1, 200 places, first come first served. The unit of time is a minute here.
namespace floorwalker::validation {
namespace {

struct Case {
    std::string name;
    Distribution service;
    Distribution patience;
    Published no_wait;
    Published abandonment;
    Published mean_queue;
    Published within;  // P(W ≤ 0.1 given served); 0.1 min are 6 s
    std::uint64_t seed;
};

const Distribution kErlang2{Erlang{2, 60}, {}};

// LN(m, c) of the paper has mean m and squared coefficient of variation c: cv = sqrt(c).
Distribution lognormal(double squared_cv) { return {lognormal_with(60, std::sqrt(squared_cv)), {}}; }

}  // namespace

TEST_CASE("W: M + M(1) is exact", "[validation]") {
    const ErlangA formula{102, 1, 1, 100, 200};
    CHECK(1 - formula.wait_probability() == Approx(0.4083).margin(5e-5));
    CHECK(formula.abandonment() == Approx(0.0499).margin(5e-5));
    CHECK(formula.mean_queue() == Approx(5.092).margin(5e-4));
    CHECK(formula.served_within(0.1) / formula.answered() == Approx(0.7986).margin(5e-5));
}

TEST_CASE("W: service and patience of any law", "[validation][slow]") {
    const Case c = GENERATE(values<Case>({
        {"M + M", exponential(60), exponential(60), exact(0.4083, 5e-5), exact(0.0499, 5e-5), exact(5.092, 5e-4),
         exact(0.7986, 5e-5), 201},
        {"E2 + E2", kErlang2, kErlang2, estimated(0.217, 0.0021), estimated(0.0351, 0.00029), estimated(11.52, 0.075),
         estimated(0.510, 0.003), 202},
        {"M + LN(1,1)", exponential(60), lognormal(1), estimated(0.242, 0.0026), estimated(0.0376, 0.00032),
         estimated(11.42, 0.071), estimated(0.518, 0.0028), 203},
        {"LN(1,4) + LN(1,1)", lognormal(4), lognormal(1), estimated(0.286, 0.002), estimated(0.0425, 0.0002),
         estimated(11.55, 0.048), estimated(0.542, 0.002), 204},
    }));
    Scenario scenario = round_the_clock(102 * 60, c.service, 100, 9);
    only_type(scenario).patience = c.patience;
    scenario.centre.queue_places = 200;
    scenario.centre.answer_target.within = 6s;
    scenario.centre.service_level = ServiceLevelVariant::answered;
    const Experiment e = experiment(scenario, c.seed, 20);

    const Simulated no_wait = ratio(
        e, [](const Replication& r) { return r.all.answered - r.all.answered_queued; },
        [](const Replication& r) { return r.all.offered; });
    compare(c.name + ": P(W = 0)", c.no_wait, no_wait, 0.02);
    compare(c.name + ": abandonment", c.abandonment, simulated(e.result, Kpi::abandonment), 0.02);
    compare(c.name + ": mean queue", c.mean_queue, simulated(e.result, Kpi::mean_queue), 0.02);
    compare(c.name + ": P(W ≤ 0.1 given served)", c.within, simulated(e.result, Kpi::service_level), 0.02);
}

}  // namespace floorwalker::validation
