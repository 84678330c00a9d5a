#pragma once

#include <vector>

#include <floorwalker/results.hpp>
#include <floorwalker/scenario.hpp>

namespace floorwalker::report {

/// The intervals of a day brought together by the hour in which they begin, for days of very many intervals. Of the
/// KPIs, those that the table of intervals shows are formed, exactly as from all contacts of the hour; they have no
/// half-widths, which depend on how the intervals of an hour vary together. What came after closing stays apart.
std::vector<IntervalKpis> by_hour(const std::vector<IntervalKpis>& intervals, ServiceLevelVariant variant);

}  // namespace floorwalker::report
