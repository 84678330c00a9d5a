#include <cmath>
#include <cstddef>
#include <numbers>
#include <numeric>

#include "floorwalker/distribution.hpp"

namespace floorwalker {
namespace {

struct Moments {
    double mean = 0.0;
    double variance = 0.0;
};

Moments moments(const Constant& constant) { return {constant.value, 0.0}; }

Moments moments(const Uniform& uniform) {
    const double width = uniform.high - uniform.low;
    return {uniform.low + width / 2.0, width * width / 12.0};
}

Moments moments(const Exponential& exponential) { return {exponential.mean, exponential.mean * exponential.mean}; }

Moments moments(const Erlang& erlang) { return {erlang.mean, erlang.mean * erlang.mean / erlang.phases}; }

Moments moments(const Gamma& gamma) { return {gamma.shape * gamma.scale, gamma.shape * gamma.scale * gamma.scale}; }

/// log(1 + cv²) of a Weibull with shape 1/x: log of Γ(1 + 2x) / Γ(1 + x)². When x is small the two logarithms
/// cancel, so their power series stands in for the difference: Σ (-1)^n ζ(n) (2^n - 2) / n x^n for n >= 2.
double weibull_log_spread(double x) {
    if (x > 1e-3) {
        return std::lgamma(1.0 + 2.0 * x) - 2.0 * std::lgamma(1.0 + x);
    }
    constexpr double kZeta2 = 1.6449340668482264;
    constexpr double kZeta3 = 1.2020569031595943;
    constexpr double kZeta4 = 1.0823232337111382;
    constexpr double kZeta5 = 1.0369277551433699;
    return x * x * (kZeta2 + x * (-2.0 * kZeta3 + x * (3.5 * kZeta4 + x * -6.0 * kZeta5)));
}

Moments moments(const Weibull& weibull) {
    const double x = 1.0 / weibull.shape;
    const double mean = weibull.scale * std::tgamma(1.0 + x);
    return {mean, mean * mean * std::expm1(weibull_log_spread(x))};
}

Moments moments(const Lognormal& lognormal) {
    const double sigma_square = lognormal.sigma * lognormal.sigma;
    const double mean = std::exp(lognormal.mu + sigma_square / 2.0);
    return {mean, mean * mean * std::expm1(sigma_square)};
}

double normal_density(double z) { return std::exp(-z * z / 2.0) * std::numbers::inv_sqrtpi / std::numbers::sqrt2; }

/// z times the normal density; 0, its limit, at infinity.
double density_times(double z) { return std::isinf(z) ? 0.0 : z * normal_density(z); }

/// Density at a less density at b, without cancellation when they are close.
double density_difference(double a, double b) {
    if (a == -b) return 0.0;                           // infinite bounds too
    const double log_ratio = (b - a) * (b + a) / 2.0;  // log(density(a) / density(b))
    return log_ratio > 0.0 ? -normal_density(a) * std::expm1(-log_ratio) : normal_density(b) * std::expm1(log_ratio);
}

/// With a <= 0 <= b the bounds in standard units, Z = Φ(b) - Φ(a) and δ = (φ(a) - φ(b)) / Z: mean δ, variance
/// 1 + (a φ(a) - b φ(b)) / Z - δ².
Moments moments(const TruncatedNormal& normal) {
    if (!(normal.sd > 0.0)) {
        return {normal.mean, 0.0};
    }
    const double a = (normal.low - normal.mean) / normal.sd;
    const double b = (normal.high - normal.mean) / normal.sd;
    if (!(a < b)) {
        return {normal.low, 0.0};
    }
    // a and b have opposite signs, so nothing cancels here.
    const double share = (std::erf(b / std::numbers::sqrt2) - std::erf(a / std::numbers::sqrt2)) / 2.0;
    const double shift = density_difference(a, b) / share;
    double variance = 1.0 + (density_times(a) - density_times(b)) / share - shift * shift;
    if (b - a < 0.01) {
        // Nearly uniform: the sum above is nearly 1 - 1. With half-width h the variance is h²/3 - 2h⁴/45 +
        // O(h⁶).
        const double half_square = (b - a) * (b - a) / 4.0;
        variance = half_square * (1.0 / 3.0 - half_square * 2.0 / 45.0);
    }
    return {normal.mean + normal.sd * shift, normal.sd * normal.sd * variance};
}

Moments moments(const Triangular& triangular) {
    const double width = triangular.high - triangular.low;
    const double below = triangular.mode - triangular.low;
    const double above = triangular.high - triangular.mode;
    return {triangular.low + (width + below) / 3.0, (width * width - below * above) / 18.0};
}

Moments moments(const Hyperexponential& hyperexponential) {
    const auto& shares = hyperexponential.shares;
    const auto& means = hyperexponential.means;
    const double mean = std::inner_product(shares.begin(), shares.end(), means.begin(), 0.0);
    double variance = 0.0;
    for (std::size_t phase = 0; phase < shares.size(); ++phase) {
        const double distance = means[phase] - mean;
        variance += shares[phase] * (means[phase] * means[phase] + distance * distance);
    }
    return {mean, variance};
}

/// Of the distribution, which is these values and no others: divided by n, not n - 1.
Moments moments(const EmpiricalValues& empirical) {
    const auto count = static_cast<double>(empirical.values.size());
    const double mean = std::accumulate(empirical.values.begin(), empirical.values.end(), 0.0) / count;
    double squares = 0.0;
    for (const double value : empirical.values) {
        squares += (value - mean) * (value - mean);
    }
    return {mean, squares / count};
}

/// A mixture of uniforms, one a line; that between distances p and q from the mean has mean square (p² + pq +
/// q²) / 3.
Moments moments(const EmpiricalQuantiles& empirical) {
    const auto& points = empirical.points;
    Moments result;
    for (std::size_t next = 1; next < points.size(); ++next) {
        const double share = points[next].share - points[next - 1].share;
        result.mean += share * (points[next - 1].value + points[next].value) / 2.0;
    }
    for (std::size_t next = 1; next < points.size(); ++next) {
        const double share = points[next].share - points[next - 1].share;
        const double p = points[next - 1].value - result.mean;
        const double q = points[next].value - result.mean;
        result.variance += share * (p * p + p * q + q * q) / 3.0;
    }
    return result;
}

Moments moments_of(const Distribution& distribution) {
    const Moments shape = std::visit([](const auto& each) { return moments(each); }, distribution.shape);
    if (!distribution.atom) {
        return shape;
    }
    const auto& [share, value] = *distribution.atom;
    const double rest = 1.0 - share;
    const double distance = value - shape.mean;
    return {share * value + rest * shape.mean, rest * shape.variance + share * rest * distance * distance};
}

}  // namespace

double mean_of(const Distribution& distribution) { return moments_of(distribution).mean; }

double standard_deviation_of(const Distribution& distribution) { return std::sqrt(moments_of(distribution).variance); }

}  // namespace floorwalker
