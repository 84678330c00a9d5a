#pragma once

#include "sim/scenario/keys/key.hpp"

/// Values that several tables of machines share.
namespace floorwalker::scenario {

/// More than any line or disk moves: with it, nothing waits for the transfer.
inline constexpr double kMostBytesPerSecond = 1e15;

/// More than any processor does: with it, nothing waits for the work.
inline constexpr double kMostSpeed = 1e12;

Format<std::vector<MachinePhase>> machine_phases();
Format<Breakdowns> breakdowns();

}  // namespace floorwalker::scenario
