#pragma once

#include <string>

#include "sim/plan/sweep/sweep_result.hpp"
#include "sim/report/text_report.hpp"

/// What has come of a sweep.
namespace floorwalker::report {

/// For a planner to read: a row a variant, the best of each KPI marked, then what each input does. Of many variants
/// only the best are shown.
std::string sweep_text(const plan::SweepResult& result, const TextOptions& options = {.width = 140});

/// A row a variant, with all inputs, means and half-widths.
std::string sweep_csv(const plan::SweepResult& result);

/// "schema": "floorwalker/sweep/1"
std::string sweep_json(const plan::SweepResult& result);

}  // namespace floorwalker::report
