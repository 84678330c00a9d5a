#include "sim/plan/compare/paired_ratios.hpp"

#include <algorithm>
#include <cmath>

#include "sim/measure/estimate.hpp"

namespace floorwalker::plan {
namespace {

// What is left of products that cancel is rounding.
constexpr double kRounding = 1e-14;

}  // namespace

void PairedRatios::add(const measure::Fraction& base, const measure::Fraction& other) {
    ++count_;
    const std::array<double, kValues> values{base.part, base.whole, other.part, other.whole};
    std::array<double, kValues> from_old_mean{};
    for (std::size_t i = 0; i < kValues; ++i) {
        sums_[i] += values[i];
        from_old_mean[i] = values[i] - means_[i];
        means_[i] += from_old_mean[i] / static_cast<double>(count_);
    }
    for (std::size_t i = 0; i < kValues; ++i) {
        for (std::size_t j = 0; j < kValues; ++j) products_[i][j] += from_old_mean[i] * (values[j] - means_[j]);
    }
}

std::optional<double> PairedRatios::ratio(std::size_t part) const {
    if (count_ == 0 || sums_[part + 1] == 0) return std::nullopt;
    return sums_[part] / sums_[part + 1];
}

double PairedRatios::squares(const std::array<double, kValues>& weights, std::size_t from, std::size_t to) const {
    double sum = 0;
    double sizes = 0;
    for (std::size_t i = from; i < to; ++i) {
        sizes += weights[i] * weights[i] * products_[i][i];
        for (std::size_t j = from; j < to; ++j) sum += weights[i] * weights[j] * products_[i][j];
    }
    return sum < kRounding * sizes ? 0 : sum;
}

Difference PairedRatios::difference(double confidence) const {
    Difference result;
    result.replications = count_;
    const auto first = base();
    const auto second = other();
    if (!first || !second) return result;
    result.mean = *second - *first;
    if (count_ < 2) return result;
    const auto n = static_cast<double>(count_);
    const double mean_of_first = sums_[1] / n;
    const double mean_of_second = sums_[3] / n;
    const std::array<double, kValues> weights{-1 / mean_of_first, *first / mean_of_first, 1 / mean_of_second,
                                              -*second / mean_of_second};
    const double paired = squares(weights, 0, kValues);
    const double apart = squares(weights, 0, 2) + squares(weights, 2, kValues);
    result.standard_error = std::sqrt(paired / (n * (n - 1)));
    result.half_width = measure::student_t(confidence, count_ - 1) * *result.standard_error;
    if (paired > 0) result.variance_reduction = apart / paired;
    return result;
}

}  // namespace floorwalker::plan
