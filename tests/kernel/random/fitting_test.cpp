#include <cmath>
#include <initializer_list>

#include <catch2/catch.hpp>

#include "floorwalker/distribution.hpp"

namespace floorwalker {
namespace {

template <class Shape>
void check_fit(const Shape& shape, double mean, double cv) {
    CAPTURE(mean, cv);
    const Distribution fitted{shape, {}};
    CHECK(mean_of(fitted) == Approx(mean).epsilon(1e-9));
    CHECK(standard_deviation_of(fitted) == Approx(mean * cv).epsilon(1e-9));
}

}  // namespace

TEST_CASE("a fitted shape has the mean and the cv that were asked for", "[kernel][random]") {
    for (const double mean : {0.25, 180.0, 86'400.0}) {
        for (const double cv : {0.01, 0.05, 0.3, 0.99, 1.0, 1.01, 2.0, 5.0, 20.0}) {
            check_fit(gamma_with(mean, cv), mean, cv);
            check_fit(lognormal_with(mean, cv), mean, cv);
            check_fit(weibull_with(mean, cv), mean, cv);
            check_fit(uniform_with(mean, cv), mean, cv);
            check_fit(triangular_with(mean, cv), mean, cv);
            if (cv > 1.0) check_fit(hyperexponential_with(mean, cv), mean, cv);
        }
    }
}

TEST_CASE("a Weibull is fitted far outside the usual range too", "[kernel][random]") {
    for (const double cv : {1e-6, 1e-4, 0.00128, 0.00129, 0.001, 100.0, 1e6}) {
        check_fit(weibull_with(180.0, cv), 180.0, cv);
    }
}

TEST_CASE("fitted parameters are those of the textbook", "[kernel][random]") {
    // Shape 1/0.5² = 4, scale 12·0.25.
    CHECK(gamma_with(12.0, 0.5).shape == Approx(4.0));
    CHECK(gamma_with(12.0, 0.5).scale == Approx(3.0));
    // cv² = 1: sigma² = ln 2, mu = ln 10 - ln(2)/2.
    CHECK(lognormal_with(10.0, 1.0).sigma == Approx(0.8325546));
    CHECK(lognormal_with(10.0, 1.0).mu == Approx(1.9560115));
    // The exponential is the Weibull of cv 1; cv sqrt(20)/2 is that of its square, with mean 2 (see Weibull,
    // shape 1/2).
    CHECK(weibull_with(7.0, 1.0).shape == Approx(1.0).epsilon(1e-12));
    CHECK(weibull_with(7.0, 1.0).scale == Approx(7.0).epsilon(1e-12));
    CHECK(weibull_with(2.0, std::sqrt(5.0)).shape == Approx(0.5).epsilon(1e-12));
    CHECK(weibull_with(2.0, std::sqrt(5.0)).scale == Approx(1.0).epsilon(1e-12));
    // cv 1/sqrt(3) reaches down to 0.
    CHECK(uniform_with(5.0, 1.0 / std::sqrt(3.0)).low == Approx(0.0).margin(1e-12));
    CHECK(uniform_with(5.0, 1.0 / std::sqrt(3.0)).high == Approx(10.0));
    // sd 5·0.2 = 1: half-width sqrt(6) = 2.4494897.
    CHECK(triangular_with(5.0, 0.2).low == Approx(2.5505103));
    CHECK(triangular_with(5.0, 0.2).mode == 5.0);
    CHECK(triangular_with(5.0, 0.2).high == Approx(7.4494897));
}

TEST_CASE("hyperexponential phases are balanced", "[kernel][random]") {
    // cv² = 4: r = sqrt(3/5) = 0.7745967, shares (1 ± r)/2 = 0.8872983 and 0.1127017, means 10/(2 share).
    const Hyperexponential phases = hyperexponential_with(10.0, 2.0);
    REQUIRE(phases.shares.size() == 2);
    REQUIRE(phases.means.size() == 2);
    CHECK(phases.shares[0] == Approx(0.8872983));
    CHECK(phases.shares[1] == Approx(0.1127017));
    CHECK(phases.means[0] == Approx(5.6350833));
    CHECK(phases.means[1] == Approx(44.3649167));
    CHECK(phases.shares[0] * phases.means[0] == Approx(phases.shares[1] * phases.means[1]));
}

TEST_CASE("moments survive extreme parameters", "[kernel][random]") {
    // A truncated normal all but uniform: width/sqrt(12), on both sides of the switch to the series at a
    // hundredth of the sd.
    for (const double width : {1e-9, 1e-4, 0.0099, 0.0101}) {
        CAPTURE(width);
        const Distribution narrow{TruncatedNormal{0.0, 1.0, 0.0, width}, {}};
        // h = width/2: the variance is h²/3 - 2h⁴/45, the mean h - h³/3.
        const double h = width / 2.0;
        CHECK(mean_of(narrow) == Approx(h - h * h * h / 3.0).epsilon(1e-9));
        CHECK(standard_deviation_of(narrow) ==
              Approx(std::sqrt(h * h / 3.0 - 2.0 * h * h * h * h / 45.0)).epsilon(2e-9));
    }
    // Uncut, and cut at infinity: the normal itself and its half.
    CHECK(standard_deviation_of({TruncatedNormal{0.0, 2.0, -1e300, 1e300}, {}}) == Approx(2.0));
    CHECK(mean_of({TruncatedNormal{0.0, 1.0, -INFINITY, INFINITY}, {}}) == Approx(0.0).margin(1e-15));
    CHECK(mean_of({TruncatedNormal{0.0, 1.0, 0.0, INFINITY}, {}}) == Approx(0.7978846));
    CHECK(mean_of({TruncatedNormal{0.0, 1.0, -INFINITY, 0.0}, {}}) == Approx(-0.7978846));
    // Nothing to vary.
    CHECK(standard_deviation_of({TruncatedNormal{4.0, 0.0, 0.0, 1e300}, {}}) == 0.0);
    CHECK(standard_deviation_of({Constant{4.0}, {}}) == 0.0);
    CHECK(standard_deviation_of({Triangular{4.0, 4.0, 4.0}, {}}) == 0.0);
    CHECK(standard_deviation_of({EmpiricalValues{{4.0}}, {}}) == 0.0);
    // An atom that takes all.
    CHECK(mean_of({Exponential{4.0}, Atom{1.0, 9.0}}) == 9.0);
    CHECK(standard_deviation_of({Exponential{4.0}, Atom{1.0, 9.0}}) == 0.0);
}

}  // namespace floorwalker
