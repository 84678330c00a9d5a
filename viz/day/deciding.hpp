#pragma once

#include <string>

#include "viz/day/tape.hpp"

/// Decisions that are taken in the window, such as a scenario file can hold them.
namespace floorwalker::viz {

/// The decision as it is taken now: from the next whole second on, or later if it says so, and until a whole second
/// after that. A scenario file knows no fractions of a second. What is decided after midnight in a centre that opened
/// the day before is of that day.
RunOf::Live taken_at(TimePoint now, Decision decision, const Centre& centre);

/// The scenario as TOML: its text, and after it as [[decision]] tables what the text does not have, the decisions of a
/// file of their own and those taken in the window. Seed and overrides stand in comments, with how to give them. Throws
/// std::invalid_argument when the run has no text.
std::string scenario_text(const RunOf& run);

}  // namespace floorwalker::viz
