#pragma once

#include <memory>

#include "sim/model/machines/room.hpp"

namespace floorwalker::support {

/// Machines that a test can do in its head: a look-up takes its work divided by the server's speed when it begins,
/// however many there are, and transfers take no time. At a server that is off, or goes off, out of reach or lost,
/// every try runs into its time-out.
std::shared_ptr<const model::MachineRoom> steady_room();

}  // namespace floorwalker::support
