#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <floorwalker/scenario.hpp>

namespace floorwalker::scenario {

/// Decisions from the text of a file that holds nothing else, for that scenario; `origin` is what the text is called in
/// messages. Throws ScenarioError with every mistake.
std::vector<Decision> parse_decisions(std::string_view toml, const std::string& origin, const Scenario& scenario);

}  // namespace floorwalker::scenario
