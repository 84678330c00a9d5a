#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

#include "floorwalker/distribution.hpp"

namespace floorwalker {
namespace {

[[maybe_unused]] bool is_positive(double value) { return value > 0.0 && std::isfinite(value); }

double weibull_cv(double inverse_shape) {
    const Distribution unit{Weibull{1.0 / inverse_shape, 1.0}, {}};
    return standard_deviation_of(unit) / mean_of(unit);
}

/// The cv grows with 1/shape, roughly in proportion below 1, so the root is bracketed by doubling and then
/// halved down to neighbouring doubles. Doubling ends at a cv beyond 10^20, before the moments overflow.
double weibull_inverse_shape(double cv) {
    double low = std::min(cv, 1.0) / 4.0;
    while (weibull_cv(low) > cv) {
        low /= 2.0;
    }
    double high = low;
    while (weibull_cv(high) < cv && high < 64.0) {
        low = high;
        high *= 2.0;
    }
    for (;;) {
        const double middle = low + (high - low) / 2.0;
        if (middle <= low || middle >= high) {
            return middle;
        }
        (weibull_cv(middle) < cv ? low : high) = middle;
    }
}

}  // namespace

Gamma gamma_with(double mean, double cv) {
    assert(is_positive(mean) && is_positive(cv));
    return {1.0 / (cv * cv), mean * cv * cv};
}

Lognormal lognormal_with(double mean, double cv) {
    assert(is_positive(mean) && is_positive(cv));
    const double sigma_square = std::log1p(cv * cv);
    return {std::log(mean) - sigma_square / 2.0, std::sqrt(sigma_square)};
}

Weibull weibull_with(double mean, double cv) {
    assert(is_positive(mean) && is_positive(cv));
    const double inverse_shape = weibull_inverse_shape(cv);
    return {1.0 / inverse_shape, mean / std::tgamma(1.0 + inverse_shape)};
}

Uniform uniform_with(double mean, double cv) {
    assert(is_positive(mean) && is_positive(cv));
    const double half_width = mean * cv * std::numbers::sqrt3;
    return {mean - half_width, mean + half_width};
}

Triangular triangular_with(double mean, double cv) {
    assert(is_positive(mean) && is_positive(cv));
    // A symmetric triangular of half-width w has the variance w²/6.
    const double half_width = mean * cv * std::sqrt(6.0);
    return {mean - half_width, mean, mean + half_width};
}

Hyperexponential hyperexponential_with(double mean, double cv) {
    assert(is_positive(mean) && cv > 1.0 && std::isfinite(cv));
    // Whitt's larger share is (1 + r) / 2; the smaller, (1 - r) / 2, is written so that it does not cancel.
    const double square = cv * cv;
    const double r = std::sqrt((square - 1.0) / (square + 1.0));
    const double rare = 1.0 / ((square + 1.0) * (1.0 + r));
    const double common = 1.0 - rare;
    return {{common, rare}, {mean / (2.0 * common), mean / (2.0 * rare)}};
}

}  // namespace floorwalker
