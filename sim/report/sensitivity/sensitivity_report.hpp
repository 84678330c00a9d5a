#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <floorwalker/scenario.hpp>

#include "sim/plan/sensitivity/demand.hpp"
#include "sim/plan/sensitivity/sensitivity.hpp"
#include "sim/report/text_report.hpp"

/// Sensitivity for people and for programs.
namespace floorwalker::report {

struct SensitivityReport {
    const Scenario& scenario;
    std::vector<plan::Metric> metrics;
    std::uint64_t seed = 1;
    double confidence = 0.95;
    const plan::SensitivityResult& inputs;
    const plan::DemandResult* demand = nullptr;  ///< none: it was not asked for
    double demand_cv = 0.0;
};

/// A tornado for each metric, and what uncertain demand comes to.
std::string sensitivity_text(const SensitivityReport& report, const TextOptions& options = {});
/// "floorwalker/sensitivity/1"
std::string sensitivity_json(const SensitivityReport& report);
/// A line for each metric, input and direction, and for each quantile.
std::string sensitivity_csv(const SensitivityReport& report);

/// "handling time"
std::string label_of(plan::Assumption input);

/// Shares at which quantiles of uncertain demand are given.
inline constexpr std::array<double, 5> kDemandShares{0.1, 0.25, 0.5, 0.75, 0.9};

}  // namespace floorwalker::report
