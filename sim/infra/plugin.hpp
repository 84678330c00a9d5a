#pragma once

#include <vector>

#include <floorwalker/infrastructure.hpp>

#include "sim/infra/centre.hpp"
#include "sim/infra/ways_needed.hpp"
#include "sim/kernel/stream.hpp"
#include "sim/model/machines/room.hpp"

/// What the plug-in with SimGrid in it (sim/infra/simgrid/) offers. Each is to be called at most once in a process,
/// which has been forked for it; they write frames (frames.hpp) to `fd` and throw nothing.
namespace floorwalker::infra {

/// Runs a model's centre with its machines.
using RunModel = void(const model::Model& model, kernel::StreamKey key, const std::vector<model::LiveDecision>& live,
                      int fd);

/// Runs any centre with these machines.
using RunCentre = void(const Infrastructure& machines, Centre& centre, int fd);

/// Loads the platform file and looks for what the scenario wants from it.
using CheckPlatform = void(const Infrastructure& machines, const std::vector<WayNeeded>& ways, int fd);

inline constexpr const char* kRunModel = "floorwalker_run_model";
inline constexpr const char* kRunCentre = "floorwalker_run_centre";
inline constexpr const char* kCheckPlatform = "floorwalker_check_platform";

}  // namespace floorwalker::infra
