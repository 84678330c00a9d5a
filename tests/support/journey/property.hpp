#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include <floorwalker/scenario.hpp>

/// Properties of random journey scenarios, tried by RapidCheck. Which scenarios are tried is the same each time;
/// RC_PARAMS="seed=7 max_success=20000" in the environment tries others.
namespace floorwalker::support {

/// Runs the scenario with the seed, and says what is wrong; empty: nothing.
using Property = std::function<std::string(const Scenario& scenario, std::uint64_t seed)>;

/// A check of Catch2 that the property holds for so many random journey scenarios. One for which it does not is made
/// simpler for as long as that is so, and shown.
void check_for_all(const std::string& name, int scenarios, const Property& property);

}  // namespace floorwalker::support
