#include <cmath>

#include <catch2/catch.hpp>

#include "tests/validation/centres.hpp"
#include "tests/validation/comparison.hpp"
#include "tests/validation/erlang.hpp"
#include "tests/validation/experiment.hpp"

/// Estimates of the wait ahead, in M/M/s where nobody gives up: R. Ibrahim and W. Whitt, "Real-time delay estimation
/// based on delay history", Manufacturing & Service Operations Management 11 (2009), 397–415.
///
/// While all s agents are busy they finish at rate sμ, and the centre is like one agent with m = 1/(sμ) for a call. Let
/// r = λm be the occupancy. A contact that must wait finds k waiting with probability (1 - r) r^k and waits for k + 1
/// ends of talks, k + 1 exponential times of mean m: on average m / (1 - r).
///
/// Queue length: (k + 1) m is the mean of that wait, so the mean error is 0 and the mean square E[k + 1] m² = m² / (1 -
/// r).
///
/// Wait of the head: with probability r somebody waits, and the head has waited V, exponential with mean m / (1 - r)
/// (the time-reversed workload). Behind it have come a Poisson number of contacts with mean λV, so the wait ahead is λV
/// + 2 times m on average, with variance (2λV + 2) m². Else the estimate is 0 and the wait exponential with mean m.
/// Mean error r m / (1 - r) - m / (1 - r) = -m; mean square 2 m² / (1 - r), twice that of the queue length.
///
/// Last wait: of who took the last agent, and came X ago, X exponential with mean m / (1 - r); it waited the part of X
/// beyond an exponential time with mean 1/λ. By the same reckoning the mean error is -m and the mean square
/// 2 m² / (1 - r) + 2 r m²: older news than the head's.
namespace floorwalker::validation {
namespace {

constexpr double kCalls = 5;  // a minute, of a minute, on 6 agents
constexpr double kBusy = kCalls / 6;
constexpr double kPerEnd = 10;  // m, in seconds

Scenario told(std::int64_t measured_days) {
    Scenario scenario = round_the_clock(kCalls * 60, exponential(60), 6, measured_days);
    only_type(scenario).expected = WaitAnnouncement{};
    return scenario;
}

}  // namespace

TEST_CASE("How well waits are estimated: Ibrahim and Whitt", "[validation][slow]") {
    const RunResult run = floorwalker::run(told(30), options(681, 20));
    REQUIRE(run.wait_estimates.size() == kWaitEstimators);
    const auto of = [&](WaitEstimator estimator) -> const WaitEstimateResult& {
        return run.wait_estimates[static_cast<std::size_t>(estimator)];
    };
    const auto compare_errors = [&](const std::string& name, WaitEstimator estimator, double error,
                                    double mean_square) {
        compare_within(name + ": mean error, s", exact(error), simulated(run, of(estimator).mean_error_s), 0.5);
        compare(name + ": root of the mean square, s", exact(std::sqrt(mean_square)),
                simulated(run, of(estimator).rmse_s), 0.02);
    };
    const double of_queue_length = kPerEnd * kPerEnd / (1 - kBusy);  // 100 / (1/6) = 600 s²: 24.49 s
    compare("mean wait of those who wait, s", exact(kPerEnd / (1 - kBusy)),
            simulated(run, of(WaitEstimator::queue_length).mean_wait_s), 0.02);
    compare_errors("queue length", WaitEstimator::queue_length, 0, of_queue_length);
    compare_errors("wait of the head", WaitEstimator::head_wait, -kPerEnd, 2 * of_queue_length);  // 34.64 s
    compare_errors("last wait", WaitEstimator::last_wait, -kPerEnd,
                   2 * of_queue_length + 2 * kBusy * kPerEnd * kPerEnd);  // √(1200 + 166.67) = 36.97 s
    const auto rmse = [&](WaitEstimator estimator) { return *of(estimator).rmse_s.mean; };
    CHECK(rmse(WaitEstimator::queue_length) < rmse(WaitEstimator::head_wait));
    CHECK(rmse(WaitEstimator::head_wait) < rmse(WaitEstimator::last_wait));
}

TEST_CASE("A queue that closes at an expected wait has so many places", "[validation]") {
    // Whoever would be the fourth to wait is told 40 s, more than 35 s: three places, M/M/6/9.
    Scenario closing = told(30);
    only_type(closing).expected->closed = 35s;
    Scenario places = told(30);
    places.centre.queue_places = 3;
    const RunResult run = floorwalker::run(closing, options(682, 20));
    double all = 1;
    double p = 1;
    for (int n = 1; n <= 9; ++n) all += p *= kCalls / std::min(n, 6);
    compare("closed at 35 s: blocked", exact(p / all), simulated(run, Kpi::blocking), 0.02);
    const RunResult with_places = floorwalker::run(places, options(682, 20));
    CHECK(with_places.overall[Kpi::blocked].mean == run.overall[Kpi::blocked].mean);
    CHECK(with_places.overall[Kpi::asa_s].mean == run.overall[Kpi::asa_s].mean);
}

}  // namespace floorwalker::validation
