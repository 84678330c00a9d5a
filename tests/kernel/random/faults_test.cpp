#include <limits>

#include <catch2/catch.hpp>

#include <floorwalker/distribution.hpp>

namespace floorwalker {
namespace {

bool is_sound(Distribution::Shape shape) { return !fault_of(Distribution{std::move(shape), {}}).has_value(); }

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("sound distributions have no fault", "[kernel][random]") {
    CHECK(is_sound(Constant{0}));
    CHECK(is_sound(Uniform{1, 1}));
    CHECK(is_sound(Exponential{60}));
    CHECK(is_sound(Erlang{2, 60}));
    CHECK(is_sound(gamma_with(60, 0.1)));
    CHECK(is_sound(weibull_with(60, 2)));
    CHECK(is_sound(lognormal_with(60, 1)));
    CHECK(is_sound(TruncatedNormal{60, 20, 0, 1e300}));
    CHECK(is_sound(Triangular{0, 0, 1}));
    CHECK(is_sound(hyperexponential_with(60, 2)));
    CHECK(is_sound(EmpiricalValues{{5}}));
    CHECK(is_sound(EmpiricalQuantiles{{{0, 1}, {1, 1}}}));
    CHECK_FALSE(fault_of(Distribution{Exponential{60}, Atom{0.1, 0}}).has_value());
}

TEST_CASE("what could not be drawn from is named", "[kernel][random]") {
    CHECK_FALSE(is_sound(Constant{kNaN}));
    CHECK_FALSE(is_sound(Uniform{2, 1}));
    CHECK_FALSE(is_sound(Exponential{0}));
    CHECK_FALSE(is_sound(Exponential{kInfinity}));
    CHECK_FALSE(is_sound(Erlang{0, 60}));
    CHECK_FALSE(is_sound(Gamma{-1, 1}));
    CHECK_FALSE(is_sound(Weibull{1, kNaN}));
    CHECK_FALSE(is_sound(Lognormal{kNaN, 1}));
    CHECK_FALSE(is_sound(TruncatedNormal{60, 20, 100, 200}));  // rejection from there might never end
    CHECK_FALSE(is_sound(Triangular{0, 2, 1}));
    CHECK_FALSE(is_sound(Hyperexponential{{0.5, 0.4}, {1, 2}}));
    CHECK_FALSE(is_sound(Hyperexponential{{1}, {1, 2}}));
    CHECK_FALSE(is_sound(EmpiricalValues{}));
    CHECK_FALSE(is_sound(EmpiricalQuantiles{{{0, 1}}}));
    CHECK_FALSE(is_sound(EmpiricalQuantiles{{{0, 2}, {1, 1}}}));
    CHECK_FALSE(is_sound(EmpiricalQuantiles{{{0.1, 1}, {1, 2}}}));
    CHECK(fault_of(Distribution{Exponential{60}, Atom{1.5, 0}}).has_value());
}

}  // namespace floorwalker
