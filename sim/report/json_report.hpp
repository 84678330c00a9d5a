#pragma once

#include <string>

#include <floorwalker/results.hpp>
#include <floorwalker/scenario.hpp>

#include "sim/report/text_report.hpp"

namespace floorwalker::report {

/// A run as JSON, schema "floorwalker/run/1" (docs/kpis.md). KPIs that mean nothing for their scope are left out; those
/// that could not be estimated have a null mean, and a null half_width where there is none.
std::string json(const Scenario& scenario, const RunResult& result, const Beside& beside = {});

}  // namespace floorwalker::report
