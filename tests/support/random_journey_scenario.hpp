#pragma once

#include <cstdint>

#include <floorwalker/scenario.hpp>

namespace floorwalker::support {

/// A small centre with something of everything that goes beyond a plain call: IVR, tiers with ways of their own, all
/// choices, steps, redials, transfers, callbacks, campaigns, chat, mail, peaks, special days. Thrown together by
/// chance, the same for the same seed, everywhere. Each feature is there in some centres and not in others, so that all
/// mixtures are met; its few hundred contacts come close enough together for many to wait.
Scenario random_journey_scenario(std::uint64_t seed);

}  // namespace floorwalker::support
