#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "sim/plan/compare/run_comparison.hpp"

/// Variants for comparisons, built in code.
namespace floorwalker::support {

inline plan::VariantToCompare variant(std::string name, Scenario scenario, const std::vector<Kpi>& kpis) {
    std::vector<plan::Metric> metrics;
    for (const Kpi kpi : kpis) metrics.push_back({.kpi = kpi});
    return {std::move(name), std::make_shared<const Scenario>(std::move(scenario)), std::move(metrics)};
}

inline plan::ComparisonOptions comparison_options(std::int64_t replications, std::uint64_t seed = 1,
                                                  unsigned threads = 0) {
    plan::ComparisonOptions options;
    options.seed = seed;
    options.most_replications = replications;
    options.threads = threads;
    return options;
}

}  // namespace floorwalker::support
