#pragma once

#include <functional>
#include <string>

#include <floorwalker/scenario.hpp>

#include "sim/model/endless.hpp"

/// Ways round that contacts never leave, for messages.
namespace floorwalker::scenario {

/// "menu -> info -> menu"
std::string round_text(const model::Round& round, const std::function<std::string(std::size_t)>& name);

/// The same for call types.
std::string round_of_types(const Scenario& scenario, const model::Round& round);

}  // namespace floorwalker::scenario
