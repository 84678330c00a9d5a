#pragma once

#include <string>
#include <vector>

#include "sim/plan/sweep/sweep_result.hpp"

namespace floorwalker::cli {

/// What --format may be for a sweep.
std::vector<std::string> sweep_formats();

/// In one of them.
std::string sweep_report(const plan::SweepResult& result, const std::string& format);

}  // namespace floorwalker::cli
