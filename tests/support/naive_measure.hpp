#pragma once

#include <map>
#include <vector>

#include <floorwalker/facts.hpp>
#include <floorwalker/scenario.hpp>

#include "sim/measure/settings.hpp"
#include "sim/measure/tally.hpp"

/// Measures a replication the slow way: from all its facts, contact by contact and moment by moment, into totals of
/// each day, interval, call type and group.
namespace floorwalker::support {

/// What one cell of (day, interval of the day) has.
struct NaiveCell {
    std::vector<measure::Totals> call_types;
    std::vector<measure::Totals> groups;
    double longest_queue = 0;  ///< of all call types together
    double open_us = 0;
};

struct NaiveMeasure {
    std::map<std::pair<std::uint32_t, std::size_t>, NaiveCell> cells;  ///< by day and interval
    std::map<std::size_t, std::vector<Duration>> answered_waits;  ///< by call type; of measured days, zeros left out
};

/// Totals of all measured days, without what is judged by interval and day (intervals, days).
NaiveMeasure measure_naively(const Scenario& scenario, const std::vector<Fact>& facts);

}  // namespace floorwalker::support
