#include "sim/plan/compare/paired_ratios.hpp"

#include <array>
#include <cmath>
#include <random>

#include <boost/random/gamma_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <catch2/catch.hpp>

#include "sim/measure/estimate.hpp"

namespace floorwalker::plan {
namespace {

/// How often an interval held the truth.
class Coverage {
public:
    void add(const Difference& difference, double truth) {
        ++experiments_;
        if (std::abs(*difference.mean - truth) <= *difference.half_width) ++covered_;
    }

    /// Within 4.5 standard deviations of the binomial (7 in a million), and what an approximate method may lack.
    void check(double confidence, double may_lack = 0) const {
        const double share = covered_ / experiments_;
        const double width = 4.5 * std::sqrt(confidence * (1 - confidence) / experiments_);
        INFO("covered " << share << ", allowed " << confidence << " ± " << width);
        CHECK(share >= confidence - width - may_lack);
        CHECK(share <= confidence + width);
    }

private:
    double experiments_ = 0;
    double covered_ = 0;
};

}  // namespace

TEST_CASE("Paired t: an example by hand", "[plan][compare]") {
    // Differences 2, 3, 1, 4, 5: mean 3, s² = (1 + 0 + 4 + 1 + 4) / 4 = 2.5, standard error √(2.5 / 5) = 0.7071,
    // t(4; 0.975) = 2.7764, half-width 1.9632. Apart: s² of 10 12 11 13 14 is 2.5, of 12 15 12 17 19 it is
    // (9 + 0 + 9 + 4 + 16) / 4 = 9.5; (2.5 + 9.5) / 2.5 = 4.8.
    const std::array<double, 5> base{10, 12, 11, 13, 14};
    const std::array<double, 5> other{12, 15, 12, 17, 19};
    PairedRatios pairs;
    for (std::size_t i = 0; i < base.size(); ++i) pairs.add({base[i], 1}, {other[i], 1});
    const Difference difference = pairs.difference(0.95);
    CHECK(difference.replications == 5);
    CHECK(*difference.mean == Approx(3));
    CHECK(*difference.standard_error == Approx(std::sqrt(0.5)));
    CHECK(*difference.half_width == Approx(1.9632).epsilon(1e-4));
    CHECK(*difference.variance_reduction == Approx(4.8));
}

TEST_CASE("Ratios: the definition, value by value", "[plan][compare]") {
    const std::array<std::array<double, 4>, 4> values{
        {{8, 10, 9, 10}, {15, 20, 17, 20}, {5, 6, 6, 7}, {9, 14, 12, 13}}};
    PairedRatios pairs;
    for (const auto& v : values) pairs.add({v[0], v[1]}, {v[2], v[3]});
    // R₁ = 37/50, R₂ = 44/50; ȳ = 12.5 on both sides.
    double squares = 0;
    double squares_apart = 0;
    for (const auto& v : values) {
        const double z1 = (v[0] - 37.0 / 50 * v[1]) / 12.5;
        const double z2 = (v[2] - 44.0 / 50 * v[3]) / 12.5;
        squares += (z2 - z1) * (z2 - z1);
        squares_apart += z1 * z1 + z2 * z2;
    }
    const Difference difference = pairs.difference(0.9);
    CHECK(*difference.mean == Approx(7.0 / 50));
    CHECK(*difference.standard_error == Approx(std::sqrt(squares / 12)));
    CHECK(*difference.half_width == Approx(measure::student_t(0.9, 3) * std::sqrt(squares / 12)));
    CHECK(*difference.variance_reduction == Approx(squares_apart / squares));
}

TEST_CASE("Nothing to divide by, one replication, and no variation", "[plan][compare]") {
    PairedRatios none;
    CHECK_FALSE(none.difference(0.95).mean);
    none.add({0, 0}, {3, 4});
    CHECK_FALSE(none.difference(0.95).mean);

    PairedRatios one;
    one.add({1, 2}, {3, 4});
    CHECK(*one.difference(0.95).mean == 0.25);
    CHECK_FALSE(one.difference(0.95).half_width);

    PairedRatios constant;  // 22 × 0.1 more each time, whatever the rest is
    for (int i = 1; i <= 20; ++i) constant.add({1000.0 / i, 1}, {1000.0 / i + 2.2, 1});
    const Difference difference = constant.difference(0.95);
    CHECK(*difference.mean == Approx(2.2));
    CHECK(*difference.half_width < 1e-6);
}

TEST_CASE("A variant against itself", "[plan][compare]") {
    PairedRatios pairs;
    for (int i = 1; i <= 10; ++i) pairs.add({std::sqrt(i), 7.0 + i}, {std::sqrt(i), 7.0 + i});
    const Difference difference = pairs.difference(0.95);
    CHECK(*difference.mean == 0);
    CHECK(*difference.half_width == 0);
    CHECK_FALSE(difference.variance_reduction);
}

TEST_CASE("Variance reduction of correlated normals", "[plan][compare]") {
    // Correlation 0.98 of equal variances: 2σ² apart, 2σ² (1 − 0.98) paired, so 50. The ratio of two sample variances
    // over 20,000 pairs has a standard deviation of about 1.4 % here.
    std::mt19937_64 engine{620};
    boost::random::normal_distribution<double> normal;
    PairedRatios pairs;
    for (int i = 0; i < 20'000; ++i) {
        const double shared = normal(engine);
        pairs.add({std::sqrt(0.98) * shared + std::sqrt(0.02) * normal(engine), 1},
                  {std::sqrt(0.98) * shared + std::sqrt(0.02) * normal(engine), 1});
    }
    CHECK(*pairs.difference(0.95).variance_reduction == Approx(50).epsilon(0.07));
}

TEST_CASE("The interval holds a difference of means", "[plan][compare]") {
    std::mt19937_64 engine{621};
    boost::random::normal_distribution<double> normal;
    Coverage coverage;
    for (int experiment = 0; experiment < 10'000; ++experiment) {
        PairedRatios pairs;
        for (int i = 0; i < 6; ++i) {
            const double shared = 5 * normal(engine);
            pairs.add({100 + shared + normal(engine), 1}, {103 + shared + normal(engine), 1});
        }
        coverage.add(pairs.difference(0.95), 3);
    }
    coverage.check(0.95);
}

TEST_CASE("The interval holds a difference of ratios", "[plan][compare]") {
    // On a day of busyness b (gamma, mean 1, variance 1/10) 1000 b calls come; 50 b² are lost in the base and 40 b² in
    // the other, and the day's bad luck adds to both. E[50 b²] / E[1000 b] = 0.05 × 1.1 = 0.055, and 0.044.
    std::mt19937_64 engine{622};
    boost::random::gamma_distribution<double> busyness{10, 0.1};
    boost::random::normal_distribution<double> noise{0, 5};
    Coverage coverage;
    for (int experiment = 0; experiment < 10'000; ++experiment) {
        PairedRatios pairs;
        for (int day = 0; day < 50; ++day) {
            const double b = busyness(engine);
            const double shared = noise(engine);
            pairs.add({50 * b * b + shared, 1000 * b}, {40 * b * b + shared + noise(engine) / 10, 1000 * b});
        }
        coverage.add(pairs.difference(0.95), 0.044 - 0.055);
    }
    coverage.check(0.95, 0.03);  // 50 values are not many for a normal limit of skewed ones
}

}  // namespace floorwalker::plan
