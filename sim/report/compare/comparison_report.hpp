#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <floorwalker/scenario.hpp>

#include "sim/plan/compare/run_comparison.hpp"
#include "sim/report/text_report.hpp"

/// A comparison for people and for programs.
namespace floorwalker::report {

struct ComparisonReport {
    const Scenario& base;            ///< of the first variant
    std::vector<std::string> names;  ///< of the variants
    std::vector<plan::Metric> metrics;
    std::uint64_t seed = 1;
    const plan::ComparisonOptions& options;
    const plan::ComparisonRun& run;
};

std::string comparison_text(const ComparisonReport& report, const TextOptions& options = {});
/// "floorwalker/compare/1"
std::string comparison_json(const ComparisonReport& report);
/// A line for each variant and metric.
std::string comparison_csv(const ComparisonReport& report);

/// "better"
std::string_view name_of(plan::Verdict verdict);

}  // namespace floorwalker::report
