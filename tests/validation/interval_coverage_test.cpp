#include <cmath>
#include <random>

#include <boost/random/gamma_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <catch2/catch.hpp>

#include "tests/validation/centres.hpp"
#include "tests/validation/erlang.hpp"
#include "tests/validation/experiment.hpp"

/// Do 95 % intervals hold the truth 95 times in a hundred? Many small experiments whose truth is known are counted.
namespace floorwalker::validation {
namespace {

class Coverage {
public:
    void add(const Estimate& estimate, double truth) {
        REQUIRE(estimate.half_width.has_value());
        ++experiments_;
        if (std::abs(*estimate.mean - truth) <= *estimate.half_width) ++covered_;
    }

    /// Within 4.5 standard deviations of the binomial (7 in a million), and what an approximate method may lack
    /// besides.
    void check(double may_lack = 0) const {
        const double share = covered_ / experiments_;
        const double width = 4.5 * std::sqrt(0.95 * 0.05 / experiments_);
        INFO("covered " << share << " of " << experiments_ << ", allowed 0.95 ± " << width << ", may lack "
                        << may_lack);
        CHECK(share >= 0.95 - width - may_lack);
        CHECK(share <= 0.95 + width);
    }

private:
    double experiments_ = 0;
    double covered_ = 0;
};

// 12 calls an hour of 5 min, one erlang, on two agents; patience 200 s. Small, so that it can be simulated often.
Scenario small_centre(std::int64_t measured_days) {
    Scenario scenario = round_the_clock(12, exponential(300), 2, measured_days);
    only_type(scenario).patience = exponential(200);
    return scenario;
}

void check_coverage(const Scenario& scenario, std::int64_t replications, std::uint64_t first_seed) {
    const ErlangA truth{12.0 / 3600, 1 / 300.0, 1 / 200.0, 2};
    Coverage abandonment;
    Coverage mean_wait;
    Coverage mean_queue;
    Coverage occupancy;
    for (std::uint64_t i = 0; i < 1000; ++i) {
        RunOptions wanted = options(first_seed + i, replications);
        wanted.threads = 1;
        const RunResult run = floorwalker::run(scenario, wanted);
        abandonment.add(run.overall[Kpi::abandonment], truth.abandonment());
        mean_wait.add(run.overall[Kpi::wait_all_s], truth.mean_wait());
        mean_queue.add(run.overall[Kpi::mean_queue], truth.mean_queue());
        occupancy.add(run.overall[Kpi::occupancy], truth.occupancy());
    }
    constexpr double kSkewness = 0.01;  // daily sums of waits are skewed
    abandonment.check(kSkewness);
    mean_wait.check(kSkewness);
    mean_queue.check(kSkewness);
    occupancy.check(kSkewness);
}

}  // namespace

TEST_CASE("Student's t: five normal values", "[validation]") {
    std::mt19937_64 engine{501};
    boost::random::normal_distribution<double> value{10, 3};
    Coverage coverage;
    for (int experiment = 0; experiment < 20'000; ++experiment) {
        measure::RatioEstimator mean;
        for (int i = 0; i < 5; ++i) mean.add(value(engine), 1);
        coverage.add(mean.estimate(0.95), 10);
    }
    coverage.check();
}

TEST_CASE("Delta method: a ratio of sums over 50 days that differ in busyness", "[validation]") {
    // On a day of busyness b (gamma of mean 1 and variance 1/10) 1000 b calls come and 50 b² are lost, give or take 5:
    // the more, the larger the share. E[50 b²] / E[1000 b] = 0.05 (1 + 1/10) = 0.055, which is not the mean of the
    // daily ratios, 0.05.
    std::mt19937_64 engine{502};
    boost::random::gamma_distribution<double> busyness{10, 0.1};
    boost::random::normal_distribution<double> noise{0, 5};
    Coverage coverage;
    for (int experiment = 0; experiment < 10'000; ++experiment) {
        measure::RatioEstimator ratio;
        for (int day = 0; day < 50; ++day) {
            const double b = busyness(engine);
            ratio.add(50 * b * b + noise(engine), 1000 * b);
        }
        coverage.add(ratio.estimate(0.95), 0.055);
    }
    coverage.check(0.02);  // 50 values are not many for a normal limit of skewed ones
}

TEST_CASE("Ten replications of a day", "[validation][slow]") { check_coverage(small_centre(1), 10, 510'000); }

TEST_CASE("Batch means of one run of 64 days", "[validation][slow]") { check_coverage(small_centre(64), 1, 520'000); }

}  // namespace floorwalker::validation
