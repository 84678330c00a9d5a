#pragma once

#include <string>

#include "sim/store/sweep/sweep_definition.hpp"

namespace floorwalker::plan {

/// In what the sweep that was begun is another one than the one that is asked for, one thing a line; empty when both
/// are the same. `kept_name` and `asked_name` are what the lines call them: "the file", "now".
std::string difference(const store::SweepDefinition& kept, const store::SweepDefinition& asked,
                       const std::string& kept_name, const std::string& asked_name);

}  // namespace floorwalker::plan
