#pragma once

#include <string>

#include <floorwalker/scenario.hpp>

namespace floorwalker::support {

/// What a scenario says, a line an entry, without what it leaves as usual: for the eyes of whoever looks into a test
/// that failed. Call types, groups and the rest are called by their places.
std::string text_of(const Scenario& scenario);

}  // namespace floorwalker::support
