#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/measure/service_level.hpp"

/// Finds the best of several variants with a probability asked for, and spends replications where they decide.
namespace floorwalker::plan {

struct SelectionOptions {
    double confidence = 0.95;
    double indifference = 0.01;     ///< δ > 0: a smaller difference of the KPI is not worth finding
    std::int64_t first_stage = 10;  ///< replications of every variant before the first is put aside; at least 2
    bool largest_is_best = true;
};

/// What became of one variant.
struct Candidate {
    std::int64_t replications = 0;
    std::optional<std::size_t> beaten_by{};  ///< none: it still may be the best
};

/// The fully sequential procedure KN (Kim and Nelson, ACM TOMACS 11, 2001): each candidate has one replication after
/// the other, and is put aside as soon as another is ahead by more than
///
///   W(r) = max(0, δ / 2r · (h² S² / δ² − r)),   h² = (n₀ − 1) · ((2α / (k − 1))^(−2 / (n₀ − 1)) − 1),
///
/// after r replications of both; S² is the variance of the difference of the two in the first n₀, with the same
/// customers in both, so that common random numbers shorten it. The variant that is left is the best with probability
/// 1 − α when it is better than all others by δ; else it is hardly worse than the best by more than δ. It takes normal
/// values, which KPIs of a day nearly are.
///
/// KPIs that are ratios enter as the ratio so far, with the variance of the delta method (see PairedRatios): r times
/// their difference moves as the sum of r independent differences does, so that the promise holds for large n₀.
class Selection {
public:
    /// Throws std::invalid_argument for options out of range.
    Selection(std::size_t variants, const SelectionOptions& options);

    /// The next replication of all candidates; what stands in the places of the others is not looked at.
    void add(const std::vector<measure::Fraction>& row);

    std::int64_t replications() const { return replications_; }
    bool is_candidate(std::size_t variant) const { return !candidates_[variant].beaten_by; }
    /// The one that is left.
    std::optional<std::size_t> best() const;
    const std::vector<Candidate>& candidates() const { return candidates_; }
    /// Σx/Σy so far.
    std::optional<double> value(std::size_t variant) const;

private:
    void end_first_stage();
    void screen();
    /// Whether `one` is so far behind `other` that it is put aside.
    bool is_behind(std::size_t one, std::size_t other) const;
    std::vector<std::size_t> those_left() const;

    SelectionOptions options_;
    std::int64_t replications_ = 0;
    std::vector<Candidate> candidates_;
    std::vector<measure::Fraction> sums_;
    std::vector<std::vector<measure::Fraction>> first_rows_;
    std::vector<std::vector<double>> variance_;  // S² of each pair, after the first stage
};

}  // namespace floorwalker::plan
