#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <floorwalker/results.hpp>

#include "sim/measure/estimate.hpp"
#include "sim/plan/compare/paired_ratios.hpp"
#include "sim/plan/experiment/better.hpp"

/// Several variants that had the same customers, held against the first of them.
namespace floorwalker::plan {

/// KPI values of one replication of one variant, in the order of the metrics.
using Values = std::vector<measure::Fraction>;

enum class Verdict : std::uint8_t {
    better,  ///< the interval of the difference lies on the good side of 0
    worse,
    more,  ///< the same where neither side is the good one
    less,
    same,      ///< there is no difference at all
    not_seen,  ///< 0 is in the interval: a difference, if there is any, is within it
    unknown,   ///< no interval
};

Verdict verdict_on(const Difference& difference, Better wish);

/// The largest difference that the interval leaves possible, in either direction.
double most_possible(const Difference& difference);

/// Level of each of `intervals` so that all of them hold at once with at least `confidence` (Bonferroni: the chances to
/// be wrong add up at worst; Law, "Simulation Modeling and Analysis", 5th ed. 2015, section 9.7 and 10.3).
double simultaneous_confidence(double confidence, std::size_t intervals);

struct ComparedVariant {
    std::int64_t replications = 0;
    std::vector<Estimate> estimates{};      ///< by metric, each interval by itself
    std::vector<Difference> differences{};  ///< by metric, against the base and simultaneous; empty for the base
};

struct ComparisonResult {
    double confidence = 0.95;       ///< that all intervals of differences hold at once
    double confidence_of_each = 0;  ///< the level of each of them
    std::size_t intervals = 0;      ///< how many there are
    std::vector<ComparedVariant> variants{};
};

class Comparison {
public:
    Comparison(std::size_t variants, std::size_t metrics);

    /// The next replication. A variant without values had none, and no later one must have any.
    void add(const std::vector<std::optional<Values>>& row);

    std::int64_t replications() const { return replications_; }
    ComparisonResult result(double confidence) const;
    /// One of the differences, as in the result.
    Difference difference(std::size_t variant, std::size_t metric, double confidence) const;
    /// By itself.
    Estimate estimate(std::size_t variant, std::size_t metric, double confidence) const;

private:
    std::size_t intervals() const { return (estimators_.size() - 1) * metrics_; }

    std::size_t metrics_;
    std::int64_t replications_ = 0;
    std::vector<std::vector<measure::RatioEstimator>> estimators_;  // by variant and metric
    std::vector<std::vector<PairedRatios>> pairs_;                  // likewise; of the base: unused
};

}  // namespace floorwalker::plan
