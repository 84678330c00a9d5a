#pragma once

#include <vector>

#include <floorwalker/infrastructure.hpp>

#include "sim/infra/frames.hpp"
#include "sim/infra/ways_needed.hpp"

namespace floorwalker::infra {

/// Loads the platform file and reports what is missing in it as problems. Before it looks for a way it says, as a step,
/// what will be wrong if SimGrid ends the process over it.
void check_park(const Infrastructure& machines, const std::vector<WayNeeded>& ways, FrameWriter& frames);

}  // namespace floorwalker::infra
