#pragma once

#include <cstdint>

#include <floorwalker/scenario.hpp>

namespace floorwalker::support {

/// The same centre with sites, links and servers, and with look-ups in calls and in the IVR, wherever agents look
/// nothing up yet. `longest_s` is the longest work; 0: they take no time at all.
Scenario with_machines(Scenario scenario, std::uint64_t seed, double longest_s);

/// And with machines that are slow, down or lost for some of the day.
Scenario with_faults(Scenario scenario, std::uint64_t seed);

}  // namespace floorwalker::support
