#pragma once

#include <string>
#include <string_view>

#include "sim/plan/experiment/outcome.hpp"

namespace floorwalker::plan {

/// An outcome for the way between machines of one kind: every bit of it comes back.
std::string to_bytes(const Outcome& outcome);
/// Throws std::runtime_error for anything else.
Outcome outcome_from(std::string_view bytes);

}  // namespace floorwalker::plan
