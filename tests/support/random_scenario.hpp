#pragma once

#include <cstdint>

#include <floorwalker/scenario.hpp>

namespace floorwalker::support {

/// A small centre with something of everything that a scenario can say, thrown together by chance: the same for the
/// same seed, everywhere. Of a day's few hundred contacts many wait, so that every rule is put to the test.
Scenario random_scenario(std::uint64_t seed);

}  // namespace floorwalker::support
