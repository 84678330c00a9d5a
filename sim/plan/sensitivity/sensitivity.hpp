#pragma once

#include <vector>

#include "sim/plan/compare/run_comparison.hpp"
#include "sim/plan/sensitivity/assumptions.hpp"

/// Which input moves which target: each of them a little less and a little more, with the same customers.
namespace floorwalker::plan {

/// What a KPI gains with less and with more of an input.
struct Swing {
    Assumption input{};
    Difference with_less;
    Difference with_more;

    /// The larger of the two moves; inputs are ordered by it.
    double size() const;
};

struct SensitivityResult {
    double by = 0.1;
    std::vector<Assumption> missing;         ///< inputs that the scenario does not have; servers are not missed
    ComparisonRun run;                       ///< the first variant is the scenario as it is
    std::vector<std::vector<Swing>> swings;  ///< by metric, the largest first
};

/// `by` is above 0 and below 1: 0.1 for 10 % less and 10 % more. All intervals hold at once, as in a comparison.
SensitivityResult find_sensitivity(const Scenario& scenario, const std::vector<Metric>& metrics, double by,
                                   const ComparisonOptions& options);

}  // namespace floorwalker::plan
