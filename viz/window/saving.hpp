#pragma once

#include <filesystem>
#include <string>

#include "viz/day/tape.hpp"

/// A session of the window as a file.
namespace floorwalker::viz {

/// Writes the scenario of the run with all its decisions into a new file of that folder, and returns what to tell the
/// user. Throws std::runtime_error when there is no text, or when the file cannot be written or could not be read
/// again.
std::string save_as_scenario(const RunOf& run, const std::filesystem::path& folder);

}  // namespace floorwalker::viz
