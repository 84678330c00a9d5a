#pragma once

#include <cstdint>

#include "sim/plan/replicate.hpp"

/// What is measured of a scenario, for tests that count it by hand.
namespace floorwalker::support {

inline RunResult measured(const Scenario& scenario, std::int64_t replications = 1) {
    plan::ReplicateOptions options;
    options.run.replications = replications;
    return plan::replicate(scenario, options);
}

inline double value(const KpiSet& kpis, Kpi kpi) { return kpis[kpi].mean.value(); }

}  // namespace floorwalker::support
