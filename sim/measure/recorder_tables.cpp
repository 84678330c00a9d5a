#include "sim/measure/recorder_tables.hpp"

#include <algorithm>

namespace floorwalker::measure {

void RecorderTables::clear(std::uint32_t day) {
    const auto clear = [first = row(day, 0), rows = rows_](auto& cells, std::size_t columns) {
        const auto begin = cells.begin() + static_cast<std::ptrdiff_t>(first * columns);
        std::fill(begin, begin + static_cast<std::ptrdiff_t>(rows * columns),
                  typename std::decay_t<decltype(cells)>::value_type{});
    };
    clear(contacts_, settings_->columns.size());
    if (has_journeys()) clear(journeys_, settings_->columns.size());
    if (has_outcomes()) {
        clear(outcomes_, settings_->columns.size());
        clear(group_outcomes_, settings_->groups);
    }
    clear(queues_, settings_->call_types);
    clear(groups_, settings_->groups);
    clear(measured_, 1);
    clear(longest_queues_, 1);
}

}  // namespace floorwalker::measure
