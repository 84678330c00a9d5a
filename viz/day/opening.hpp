#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "viz/day/tape.hpp"

/// From what the user names to the runs that are shown.
namespace floorwalker::viz {

struct Opening {
    std::vector<std::string> files;      ///< scenarios, and databases of kept runs
    std::vector<std::string> overrides;  ///< of the scenarios, each "path=value"
    std::optional<std::uint64_t> seed;   ///< of the scenarios; none: that of a kept run beside it, or its own
    /// Which run of each database, or one for all; empty: the last that was finished.
    std::vector<std::int64_t> kept_ids;
    std::uint64_t replication = 0;  ///< from 0
};

/// What is asked for does not fit what it is asked of.
class OpeningError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A run for each file. Throws ScenarioError, KeptRunError or OpeningError.
std::vector<RunOf> open_runs(const Opening& asked);

}  // namespace floorwalker::viz
