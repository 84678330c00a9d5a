#pragma once

#include <vector>

#include "sim/plan/sweep/sweep_result.hpp"

namespace floorwalker::plan {

/// Of each input on each metric. An input of many values is cut into five parts with as many variants each.
std::vector<MainEffect> main_effects(const SweepResult& result);

}  // namespace floorwalker::plan
