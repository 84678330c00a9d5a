#pragma once

#include "sim/measure/recorder_tables.hpp"
#include "sim/measure/scope_totals.hpp"

/// From the cells of a day to totals of every scope.
namespace floorwalker::measure {

/// The totals of a day, which are added to those of its intervals too.
BatchTotals fold_day(RecorderTables& tables, std::uint32_t day, std::vector<IntervalTotals>& intervals);

}  // namespace floorwalker::measure
