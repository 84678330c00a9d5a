#pragma once

#include "sim/infra/plugin.hpp"

namespace floorwalker::infra {

/// The plug-in's entries. It is loaded when it is first asked for, and stays: our own programs are not linked with
/// SimGrid, whose library brings an MPI and a network simulator with it.
struct Plugin {
    RunModel* run_model = nullptr;
    RunCentre* run_centre = nullptr;
    CheckPlatform* check_platform = nullptr;
};

/// May be called from several threads at once. Throws std::runtime_error when there is none that can be loaded.
const Plugin& plugin();

}  // namespace floorwalker::infra
