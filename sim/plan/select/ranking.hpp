#pragma once

#include <vector>

#include "sim/plan/compare/paired_ratios.hpp"

/// Which variants may be the best, when all had the same number of replications.
namespace floorwalker::plan {

/// A variant is ruled out when some other is better by more than t · s/√n, with s²/n the variance of the paired
/// difference and t the 1 − α / (k − 1) quantile. The best one is ruled out with a probability of at most α: there are
/// k − 1 others that could do it, each by a chance of α / (k − 1). So those that are left hold the best with
/// probability 1 − α, and one that is left alone is the best with that probability. No normal distribution is needed
/// but for the mean, and no indifference zone. (Subset selection after Gupta, Technometrics 7, 1965, with paired
/// differences as in Nelson, Swann, Goldsman and Song, Operations Research 49, 2001.)
class Ranking {
public:
    Ranking(std::size_t variants, bool largest_is_best);

    /// One value a variant.
    void add(const std::vector<measure::Fraction>& row);

    /// By variant.
    std::vector<bool> may_be_best(double confidence) const;
    /// Variants from the best estimate to the worst; those without a value last.
    std::vector<std::size_t> order() const;

private:
    bool is_beaten(std::size_t one, std::size_t other, double confidence) const;
    std::optional<double> value(std::size_t variant) const;

    bool largest_is_best_;
    std::vector<measure::Fraction> sums_;
    std::vector<std::vector<PairedRatios>> pairs_;  // [one][other] where one < other
};

}  // namespace floorwalker::plan
