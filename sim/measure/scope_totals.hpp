#pragma once

#include <cstdint>
#include <vector>

#include "sim/measure/settings.hpp"
#include "sim/measure/tally.hpp"

/// Totals of every scope that results speak of.
namespace floorwalker::measure {

/// Totals of one interval of the day, or of the time after closing, over all measured days.
struct IntervalTotals {
    Totals overall;
    std::vector<Totals> call_types;
    std::vector<Totals> groups;
};

/// The scopes of a batch of days: all, each call type, each group, and tiers and channels where there are any.
struct BatchTotals {
    std::int64_t days = 0;
    Totals overall;
    std::vector<Totals> call_types;
    std::vector<Totals> groups;
    std::vector<Totals> tiers;
    std::vector<Totals> channels;

    void add(const BatchTotals& other);
};

/// A batch of no days.
BatchTotals no_days(const Settings& settings);

BatchTotals sum_of(const std::vector<BatchTotals>& batches, const Settings& settings);

}  // namespace floorwalker::measure
