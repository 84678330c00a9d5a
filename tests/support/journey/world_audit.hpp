#pragma once

#include <string>

#include "sim/model/model.hpp"
#include "sim/model/world.hpp"
#include "tests/support/journey/journey_inspector.hpp"

namespace floorwalker::support {

/// Holds the tables of the world, between two events, against each other and against what the facts say. What is wrong
/// first; empty: nothing.
std::string audit(const model::Model& model, const model::World& world, const JourneyInspector& facts);

}  // namespace floorwalker::support
