#pragma once

#include <cstddef>
#include <string>

#include <floorwalker/results.hpp>
#include <floorwalker/scenario.hpp>

namespace floorwalker::plan {
struct FaultCost;
}

namespace floorwalker::report {

/// What comes beside a run; where it is to be had.
struct Beside {
    const plan::FaultCost* fault_cost = nullptr;
};

struct TextOptions {
    bool colour = false;      ///< ANSI colours, for a terminal
    std::size_t width = 100;  ///< columns; below about 80 half-widths and bars are left out first
};

/// A run for a planner to read: targets beside results, the key figures, a table of the call types, of the groups and
/// of the intervals. The result must be one of the scenario.
std::string text(const Scenario& scenario, const RunResult& result, const TextOptions& options = {},
                 const Beside& beside = {});

}  // namespace floorwalker::report
