#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include <boost/math/distributions/exponential.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/hyperexponential.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <boost/math/distributions/uniform.hpp>
#include <boost/math/distributions/weibull.hpp>
#include <catch2/catch.hpp>

#include "sim/kernel/random/sampler.hpp"

namespace floorwalker::kernel {
namespace {

constexpr int kDraws = 200'000;

/// Kolmogorov–Smirnov: D sqrt(n) exceeds x with probability 2 exp(-2 x²) at most; 10^-5 at x =
/// sqrt(ln(200,000)/2) = 2.4704.
constexpr double kCritical = 2.4704;

template <class Cdf>
double kolmogorov_smirnov(const Distribution& distribution, Cdf cdf) {
    const Sampler sampler{distribution};
    std::mt19937_64 engine{1999};
    std::vector<double> draws(kDraws);
    for (double& draw : draws) {
        draw = sampler(engine);
    }
    std::sort(draws.begin(), draws.end());
    double distance = 0.0;
    for (std::size_t rank = 0; rank < draws.size(); ++rank) {
        const double share = cdf(draws[rank]);
        distance = std::max(distance, share - static_cast<double>(rank) / kDraws);
        distance = std::max(distance, static_cast<double>(rank + 1) / kDraws - share);
    }
    return distance * std::sqrt(static_cast<double>(kDraws));
}

template <class Law>
auto cdf_of(Law law) {
    return [law](double value) { return boost::math::cdf(law, value); };
}

auto cdf_of(const TruncatedNormal& truncated) {
    const boost::math::normal law{truncated.mean, truncated.sd};
    const double below = boost::math::cdf(law, truncated.low);
    const double within = boost::math::cdf(law, truncated.high) - below;
    return [=](double value) { return (boost::math::cdf(law, value) - below) / within; };
}

auto cdf_of(const Gamma& gamma) { return cdf_of(boost::math::gamma_distribution<>{gamma.shape, gamma.scale}); }

auto cdf_of(const Weibull& weibull) {
    return cdf_of(boost::math::weibull_distribution<>{weibull.shape, weibull.scale});
}

auto cdf_of(const Lognormal& lognormal) {
    return cdf_of(boost::math::lognormal_distribution<>{lognormal.mu, lognormal.sigma});
}

template <class Shape>
double misfit(const Shape& shape) {
    return kolmogorov_smirnov({shape, {}}, cdf_of(shape));
}

}  // namespace

TEST_CASE("draws follow the distribution function", "[kernel][random]") {
    CHECK(kolmogorov_smirnov({Uniform{-3.0, 4.0}, {}}, cdf_of(boost::math::uniform{-3.0, 4.0})) < kCritical);
    CHECK(kolmogorov_smirnov({Exponential{20.0}, {}}, cdf_of(boost::math::exponential{1.0 / 20.0})) < kCritical);
    CHECK(kolmogorov_smirnov({Triangular{1.0, 2.0, 9.0}, {}}, cdf_of(boost::math::triangular{1.0, 2.0, 9.0})) <
          kCritical);
    // The mode at an end.
    CHECK(kolmogorov_smirnov({Triangular{1.0, 1.0, 9.0}, {}}, cdf_of(boost::math::triangular{1.0, 1.0, 9.0})) <
          kCritical);
    const Hyperexponential phases{{0.5, 0.3, 0.2}, {1.0, 5.0, 40.0}};
    const std::vector<double> rates{1.0, 0.2, 0.025};
    CHECK(kolmogorov_smirnov({phases, {}}, cdf_of(boost::math::hyperexponential{phases.shares, rates})) < kCritical);
    CHECK(misfit(Lognormal{4.8, 0.86}) < kCritical);
    CHECK(misfit(Weibull{0.6, 30.0}) < kCritical);
    CHECK(misfit(Weibull{3.0, 30.0}) < kCritical);
}

TEST_CASE("Erlang and gamma draws follow the distribution function", "[kernel][random]") {
    for (const int phases : {1, 2, 3, 10, 11, 60}) {  // summed up to 10, then drawn as gamma
        CAPTURE(phases);
        const double scale = 12.0 / phases;
        CHECK(kolmogorov_smirnov({Erlang{phases, 12.0}, {}}, cdf_of(Gamma{static_cast<double>(phases), scale})) <
              kCritical);
    }
    for (const double shape : {0.1, 0.7, 1.0, 1.0001, 1.5, 40.0}) {
        CAPTURE(shape);
        CHECK(misfit(Gamma{shape, 2.5}) < kCritical);
    }
}

TEST_CASE("very regular and very irregular shapes keep their law", "[kernel][random]") {
    for (const double cv : {0.01, 0.1, 1.0, 3.0}) {
        CAPTURE(cv);
        CHECK(misfit(gamma_with(180.0, cv)) < kCritical);
        CHECK(misfit(lognormal_with(180.0, cv)) < kCritical);
        CHECK(misfit(weibull_with(180.0, cv)) < kCritical);
    }
    CHECK(misfit(lognormal_with(180.0, 20.0)) < kCritical);
    CHECK(misfit(weibull_with(180.0, 20.0)) < kCritical);
    // A gamma of cv 20 has shape 1/400: Γ(1/400)-distributed values below the smallest double are drawn as 0,
    // about (2.2e-308/scale)^(1/400)/Γ(1 + 1/400) = 16 % of them.
    const Gamma gamma = gamma_with(180.0, 20.0);
    const auto cdf = cdf_of(gamma);
    const Sampler sampler{{gamma, {}}};
    for (const double point : {1e-200, 1e-50, 1.0, 1e3}) {
        CAPTURE(point);
        std::mt19937_64 engine{3};
        int below = 0;
        for (int draw = 0; draw < kDraws; ++draw) {
            below += sampler(engine) <= point ? 1 : 0;
        }
        const double share = cdf(point);
        // Binomial: beyond 4 standard errors is one run in 15,787.
        CHECK(std::abs(below - kDraws * share) < 4.0 * std::sqrt(kDraws * share * (1.0 - share)));
    }
}

TEST_CASE("truncated normals follow the distribution function wherever they are cut", "[kernel][random]") {
    const std::vector<TruncatedNormal> cuts{
        {180.0, 60.0, 0.0, 1e300},   // hardly cut
        {0.0, 1.0, 0.0, 1e300},      // half
        {0.0, 1.0, -1e300, 1.0},     // upper tail
        {0.0, 1.0, 0.0, 1.2533},     // the widest drawn by uniform proposals
        {0.0, 1.0, 0.0, 1.2534},     // the narrowest drawn by normal proposals
        {0.0, 1.0, -1.2, 0.01},      // mean near the end
        {5.0, 100.0, 4.0, 6.0},      // all but uniform
        {100.0, 0.001, 0.0, 100.0},  // the spike at the end of a long interval
    };
    for (const TruncatedNormal& cut : cuts) {
        CAPTURE(cut.mean, cut.sd, cut.low, cut.high);
        CHECK(misfit(cut) < kCritical);
        const Sampler sampler{{cut, {}}};
        std::mt19937_64 engine{5};
        bool within = true;
        for (int draw = 0; draw < kDraws; ++draw) {
            const double value = sampler(engine);
            within = within && value >= cut.low && value <= cut.high;
        }
        CHECK(within);
    }
}

}  // namespace floorwalker::kernel
