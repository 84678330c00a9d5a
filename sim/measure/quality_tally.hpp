#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include <floorwalker/facts.hpp>

/// What quality monitoring says, and how well: the spread between monitors, and how their scores go with those of
/// customers.
namespace floorwalker::measure {

/// Sums for Pearson's correlation.
struct PairSums {
    double n = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;

    void add(double x_value, double y_value);
    void add(const PairSums& other);
    /// None with fewer than three pairs, or when one of the two does not vary.
    std::optional<double> correlation() const;
};

/// A one-way analysis of variance of errors (score − quality) by monitor: what varies between monitors apart from
/// what varies within (Searle, Casella and McCulloch, "Variance Components", 1992, chapter 3). Sums may be added over
/// replications, whose monitors are others.
struct SpreadSums {
    double between = 0;  // sums of squares
    double within = 0;
    double between_freedom = 0;
    double within_freedom = 0;
    double weight = 0;  // Σ (N − Σn² / N)

    void add(const SpreadSums& other);
    /// Standard deviation; 0 where the monitors differ less than chance would make them. None without two monitors and
    /// a second sample.
    std::optional<double> spread() const;
};

/// The samples of one replication, before or after the first calibration meeting, or both.
class QualityTally {
public:
    void add(const Monitored& fact);
    void add(const QualityTally& other);

    std::int64_t samples() const { return samples_; }
    std::int64_t missed() const { return missed_; }
    double score() const { return score_; }
    double quality() const { return quality_; }
    const PairSums& with_customers() const { return with_customers_; }
    SpreadSums spread_sums() const;

private:
    struct OfMonitor {
        double samples = 0;
        double error = 0;
        double squares = 0;
    };

    std::int64_t samples_ = 0;
    std::int64_t missed_ = 0;
    double score_ = 0;
    double quality_ = 0;
    PairSums with_customers_;
    std::vector<OfMonitor> monitors_;
};

/// Before the first meeting, and after it.
using QualityTallies = std::array<QualityTally, 2>;

}  // namespace floorwalker::measure
