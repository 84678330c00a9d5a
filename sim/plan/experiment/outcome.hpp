#pragma once

#include <cstdint>
#include <vector>

#include "sim/plan/experiment/metric.hpp"
#include "sim/plan/replication.hpp"

namespace floorwalker::plan {

/// What a replication came to: as little as statistics need.
struct Outcome {
    std::int64_t replication = 0;  ///< its number, from 0
    std::uint64_t digest = 0;      ///< of its facts
    /// In the order of the experiment's metrics. A ratio is Σ part ÷ Σ whole over replications, not the mean of ratios;
    /// counts, quantiles and maxima have whole = 1; {0, 0} where there is nothing to divide by.
    std::vector<measure::Fraction> values;
};

Outcome outcome_of(const FinishedReplication& finished, const std::vector<Metric>& metrics);

}  // namespace floorwalker::plan
