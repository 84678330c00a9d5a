#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "sim/plan/faults/fault_cost.hpp"
#include "sim/report/text_report.hpp"

/// What faults cost, for a planner to read and for programs.
namespace floorwalker::report {

/// A block of whole lines.
std::string fault_cost_text(const plan::FaultCost& cost, const Scenario& scenario, const TextOptions& options);

nlohmann::ordered_json fault_cost_json(const plan::FaultCost& cost);

}  // namespace floorwalker::report
