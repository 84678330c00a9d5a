#pragma once

#include <optional>
#include <vector>

#include <floorwalker/scenario.hpp>

/// The moments of a scenario's captions.
namespace floorwalker::viz {

/// In order of time. `that_pause`: only those at which playing stops.
std::vector<TimePoint> bookmarks_of(const Scenario& scenario, bool that_pause = false);

/// The nearest one after that moment, or before it.
std::optional<TimePoint> bookmark_after(const Scenario& scenario, TimePoint moment);
std::optional<TimePoint> bookmark_before(const Scenario& scenario, TimePoint moment);

}  // namespace floorwalker::viz
