#include "sim/plan/compare/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace floorwalker::plan {

Verdict verdict_on(const Difference& difference, Better wish) {
    if (!difference.mean || !difference.half_width) return Verdict::unknown;
    if (*difference.mean == 0 && *difference.half_width == 0) return Verdict::same;
    if (std::abs(*difference.mean) <= *difference.half_width) return Verdict::not_seen;
    const bool is_more = *difference.mean > 0;
    if (wish == Better::neither) return is_more ? Verdict::more : Verdict::less;
    return is_more == (wish == Better::more) ? Verdict::better : Verdict::worse;
}

double most_possible(const Difference& difference) {
    return std::abs(difference.mean.value_or(0)) + difference.half_width.value_or(0);
}

double simultaneous_confidence(double confidence, std::size_t intervals) {
    return 1 - (1 - confidence) / static_cast<double>(std::max<std::size_t>(1, intervals));
}

Comparison::Comparison(std::size_t variants, std::size_t metrics)
    : metrics_{metrics},
      estimators_(variants, std::vector<measure::RatioEstimator>(metrics)),
      pairs_(variants, std::vector<PairedRatios>(metrics)) {
    if (variants == 0 || metrics == 0) throw std::invalid_argument{"there is nothing to compare"};
}

void Comparison::add(const std::vector<std::optional<Values>>& row) {
    ++replications_;
    const auto& base = row.at(0);
    for (std::size_t v = 0; v < estimators_.size(); ++v) {
        if (!row.at(v)) continue;
        for (std::size_t m = 0; m < metrics_; ++m) {
            const measure::Fraction& value = row[v]->at(m);
            estimators_[v][m].add(value.part, value.whole);
            if (v > 0 && base) pairs_[v][m].add(base->at(m), value);
        }
    }
}

Difference Comparison::difference(std::size_t variant, std::size_t metric, double confidence) const {
    return pairs_[variant][metric].difference(simultaneous_confidence(confidence, intervals()));
}

Estimate Comparison::estimate(std::size_t variant, std::size_t metric, double confidence) const {
    return estimators_[variant][metric].estimate(confidence);
}

ComparisonResult Comparison::result(double confidence) const {
    ComparisonResult result{confidence, simultaneous_confidence(confidence, intervals()), intervals(), {}};
    for (std::size_t v = 0; v < estimators_.size(); ++v) {
        ComparedVariant& compared = result.variants.emplace_back();
        compared.replications = estimators_[v].front().count();
        for (std::size_t m = 0; m < metrics_; ++m) {
            compared.estimates.push_back(estimate(v, m, confidence));
            if (v > 0) compared.differences.push_back(difference(v, m, confidence));
        }
    }
    return result;
}

}  // namespace floorwalker::plan
