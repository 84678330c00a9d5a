#pragma once

#include <vector>

#include <floorwalker/infrastructure.hpp>

#include "sim/infra/frames.hpp"
#include "sim/infra/ways_needed.hpp"

namespace floorwalker::infra {

/// Loads the platform file and reports what is missing in it as problems. Says of each way what it looks for before it
/// does, as SimGrid may end the process over it.
void check_park(const Infrastructure& machines, const std::vector<WayNeeded>& ways, FrameWriter& frames);

}  // namespace floorwalker::infra
