#include "sim/measure/estimate.hpp"

#include <catch2/catch.hpp>

namespace floorwalker::measure {

TEST_CASE("Student's t, from the tables", "[measure]") {
    CHECK(student_t(0.95, 1) == Approx(12.706).margin(5e-4));
    CHECK(student_t(0.95, 9) == Approx(2.262).margin(5e-4));
    CHECK(student_t(0.99, 19) == Approx(2.861).margin(5e-4));
    CHECK(student_t(0.90, 4) == Approx(2.132).margin(5e-4));
    CHECK(student_t(0.95, 1'000'000) == Approx(1.960).margin(5e-4));
}

TEST_CASE("a mean and its interval, worked out by hand", "[measure]") {
    RatioEstimator estimator;
    CHECK_FALSE(estimator.estimate(0.95).mean.has_value());
    estimator.add(2, 1);
    CHECK(estimator.estimate(0.95).mean == 2.0);
    CHECK_FALSE(estimator.estimate(0.95).half_width.has_value());
    estimator.add(4, 1);
    estimator.add(9, 1);
    // Mean 15 / 3 = 5; variance (9 + 1 + 16) / 2 = 13; half-width 4.303 × sqrt(13 / 3) = 8.957.
    const Estimate estimate = estimator.estimate(0.95);
    CHECK(estimate.mean == 5.0);
    CHECK(estimate.half_width.value() == Approx(8.957).margin(1e-3));
    CHECK(estimator.count() == 3);
}

TEST_CASE("a ratio by the delta method, worked out by hand", "[measure]") {
    RatioEstimator estimator;
    estimator.add(8, 10);
    estimator.add(6, 10);
    estimator.add(22, 20);
    // R = 36 / 40 = 0.9. x - R y: -1, -3, 4; their squares sum to 26, variance of the mean 26 / (3 × 2) = 4.3333. Mean
    // of y is 40 / 3 = 13.333. Half-width 4.303 × sqrt(4.3333) / 13.333 = 0.6718.
    const Estimate estimate = estimator.estimate(0.95);
    CHECK(estimate.mean.value() == Approx(0.9));
    CHECK(estimate.half_width.value() == Approx(0.6718).margin(1e-4));
}

TEST_CASE("a ratio that never varies has no width; one of nothing has no mean", "[measure]") {
    RatioEstimator same;
    for (const double y : {1e9, 3e9, 7e9}) same.add(0.3 * y, y);
    CHECK(same.estimate(0.95).mean.value() == Approx(0.3));
    CHECK(same.estimate(0.95).half_width.value() == Approx(0).margin(1e-6));
    RatioEstimator nothing;
    nothing.add(0, 0);
    nothing.add(0, 0);
    CHECK_FALSE(nothing.estimate(0.95).mean.has_value());
    CHECK_FALSE(nothing.estimate(0.95).half_width.has_value());
}

TEST_CASE("the interval of large numbers that differ little", "[measure]") {
    // Microseconds of a hundred agents in a day, as they are added up: 8.64e12 ± 1 s. Variance of the three is 1e12,
    // half-width 4.303 × sqrt(1e12 / 3) = 2.484e6.
    RatioEstimator estimator;
    for (const double x : {8.64e12 - 1e6, 8.64e12, 8.64e12 + 1e6}) estimator.add(x, 1);
    CHECK(estimator.estimate(0.95).half_width.value() == Approx(2.484e6).epsilon(0.01));
}

}  // namespace floorwalker::measure
