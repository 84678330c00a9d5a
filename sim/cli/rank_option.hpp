#pragma once

#include <optional>
#include <string>

#include "sim/plan/experiment/metric.hpp"

namespace floorwalker::cli {

/// What variants are ranked by.
struct RankWanted {
    plan::Metric metric;
    bool largest_is_best = true;
    std::optional<double> indifference{};  ///< none: the best is not looked for
};

/// `best` is "METRIC", "highest:METRIC" or "lowest:METRIC"; empty: the ranking is by `first`, and nothing is looked
/// for. `indifference` is written as in --until; empty: the default of the unit. Throws UsageError where the metric has
/// no good direction and none is named, or no default.
RankWanted parse_rank(const std::string& best, const std::string& indifference, const plan::Metric& first,
                      const Scenario& scenario);

}  // namespace floorwalker::cli
