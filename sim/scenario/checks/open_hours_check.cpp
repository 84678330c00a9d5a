#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/keys/weekdays.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

/// Whether the clock time is where an interval begins; the closing time too is a bound.
bool is_bound(Duration clock, const Centre& centre) {
    return clock == centre.close || (clock - centre.open) % centre.interval == Duration{0};
}

bool check_bound(std::string_view key, Duration clock, const Centre& centre, const Node& node, Context& context) {
    if (is_bound(clock, centre)) return true;
    const Node* const value = find(node, key);
    const PathPart part{context, key};
    const auto before = clock - (clock - centre.open) % centre.interval;
    context.problem(value != nullptr ? *value : node,
                    fmt::format("{} is within an interval; the nearest bounds are {} and {}", format_clock(clock),
                                format_clock(before), format_clock(std::min(before + centre.interval, centre.close))));
    return false;
}

}  // namespace

bool fit_within_hours(OpenHours& hours, const Centre& centre, const Node& node, Context& context) {
    if (hours.open < centre.open && hours.open + kDay < centre.close) hours.open += kDay;
    if (hours.close <= hours.open) hours.close += kDay;
    if (hours.open >= centre.open && hours.close <= centre.close) return true;
    context.problem(node, fmt::format("goes from {} to {}; it must lie within the centre's hours, {} to {}",
                                      format_clock(hours.open), format_clock(hours.close), format_clock(centre.open),
                                      format_clock(centre.close)));
    return false;
}

bool fit_open_hours(OpenHours& hours, const Centre& centre, const Node& node, Context& context) {
    if (!fit_within_hours(hours, centre, node, context)) return false;
    const bool opens = check_bound("open", hours.open, centre, node, context);
    return check_bound("close", hours.close, centre, node, context) && opens;
}

bool fit_weekdays(Centre& centre, const Node& table, Context& context) {
    const Node* const week = find(table, "weekdays");
    if (week == nullptr) return true;
    const PathPart part{context, "weekdays"};
    bool good = true;
    for (std::size_t day = 0; day < centre.weekday_hours.size(); ++day) {
        auto& hours = centre.weekday_hours[day];
        if (!hours || !*hours) continue;
        const PathPart day_part{context, weekday_names()[day]};
        good = fit_open_hours(**hours, centre, *find(*week, weekday_names()[day]), context) && good;
    }
    return good;
}

}  // namespace floorwalker::scenario
