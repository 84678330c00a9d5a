#include "sim/plan/steady/warm_up.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "sim/plan/experiment/bad_request.hpp"
#include "tests/support/builders.hpp"

namespace floorwalker::plan {
namespace {

using namespace std::chrono_literals;

/// M/M/1 with so many calls an hour of an hour's agent: λ = load × μ.
Scenario m_m_1(double load, double calls_per_hour) {
    Scenario scenario;
    scenario.centre.interval = 1h;
    scenario.centre.after_close = AfterClose::carry_over;
    scenario.centre.days = 30;
    scenario.call_types.push_back(
        support::call_type("a", {calls_per_hour}, support::exponential(load * 3600 / calls_per_hour)));
    scenario.groups.push_back(support::group("all", {1}, {0}));
    return scenario;
}

WarmUpOptions options(std::int64_t replications, std::uint64_t seed) {
    WarmUpOptions options;
    options.replications = replications;
    options.seed = seed;
    return options;
}

}  // namespace

TEST_CASE("A slow queue that starts empty needs days to settle", "[plan][steady]") {
    // One call an hour on average, at a load of 0.9: the queue settles with a time constant of about
    // 2 / (μ (1 − √ρ)²) = 2 × 0.9 / (1 − 0.9487)² = 684 h / … in units of a service of 0.9 h: days, not hours
    // (Gross and Harris, "Fundamentals of Queueing Theory", on the transient of M/M/1).
    const WarmUpResult result = find_warm_up(m_m_1(0.9, 1), {{.kpi = Kpi::mean_queue}}, options(200, 628));
    REQUIRE(result.metrics.size() == 1);
    const WarmUpOfMetric& queue = result.metrics.front();
    CHECK(result.step == 1);
    CHECK(queue.series.size() == 60);
    CHECK(queue.days >= 5);
    CHECK(queue.days <= 30);
    // ρ² / (1 − ρ) = 8.1 waiting; less at the start, and nearly that later.
    CHECK(*queue.at_start < 0.8 * 8.1);
    CHECK(*queue.settled.mean == Approx(8.1).epsilon(0.15));
    CHECK(result.warm_up_days() == queue.days);
}

TEST_CASE("A quick queue settles within its first day", "[plan][steady]") {
    const WarmUpResult result =
        find_warm_up(m_m_1(0.5, 60), {{.kpi = Kpi::mean_queue}, {.kpi = Kpi::occupancy}}, options(20, 629));
    CHECK(result.warm_up_days() <= 1);
    CHECK(result.is_reliable());
    CHECK(*result.metrics[1].settled.mean == Approx(0.5).epsilon(0.02));
}

TEST_CASE("A queue that only grows never settles, and that is said", "[plan][steady]") {
    const WarmUpResult result = find_warm_up(m_m_1(1.2, 10), {{.kpi = Kpi::mean_queue}}, options(10, 630));
    CHECK_FALSE(result.is_reliable());
}

TEST_CASE("Weekdays that differ are looked at by the week", "[plan][steady]") {
    Scenario scenario = m_m_1(0.5, 60);
    scenario.call_types.front().arrivals.by_weekday[6] = 0.2;
    WarmUpOptions nine_weeks = options(10, 631);
    nine_weeks.days = 63;
    const WarmUpResult result = find_warm_up(scenario, {{.kpi = Kpi::offered}}, nine_weeks);
    CHECK(result.step == 7);
    CHECK(result.metrics.front().series.size() == 9);
    CHECK(result.warm_up_days() % 7 == 0);
}

TEST_CASE("Quantiles are not formed by day", "[plan][steady]") {
    CHECK_THROWS_AS(find_warm_up(m_m_1(0.5, 60), {{.kpi = Kpi::wait_p95_s}}, options(2, 1)), BadRequest);
    CHECK_THROWS_AS(find_warm_up(m_m_1(0.5, 60), {{.kpi = Kpi::longest_queue}}, options(2, 1)), BadRequest);
}

}  // namespace floorwalker::plan
