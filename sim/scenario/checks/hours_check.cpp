#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

constexpr std::size_t kMostIntervals = 10'000;

void report_at(std::string_view key, const std::string& message, const Node& table, Context& context) {
    const Node* const value = find(table, key);
    const PathPart part{context, key};
    context.problem(value != nullptr ? *value : table, message);
}

}  // namespace

bool check_hours(Centre& centre, const Node& table, Context& context) {
    const auto before = context.problems.size();
    if (centre.open >= kDay) {
        report_at("open",
                  fmt::format("{} is not on the day itself; a centre opens before 24:00", format_clock(centre.open)),
                  table, context);
        return false;
    }
    if (centre.close <= centre.open) centre.close += kDay;
    if (centre.close - centre.open > kDay) {
        report_at("close",
                  fmt::format("{} is more than 24h after the opening at {}", format_clock(centre.close),
                              format_clock(centre.open)),
                  table, context);
        return false;
    }
    Scenario opening;
    opening.centre = centre;
    if (opening.intervals_per_day() > kMostIntervals) {
        report_at("interval",
                  fmt::format("{} makes {} intervals a day; at most {} are possible", format_duration(centre.interval),
                              format_number(static_cast<double>(opening.intervals_per_day())),
                              format_number(static_cast<double>(kMostIntervals))),
                  table, context);
    }
    if (centre.warm_up_days >= centre.days) {
        report_at(
            "warm_up_days",
            fmt::format("with {} of {} days not measured there is nothing to report", centre.warm_up_days, centre.days),
            table, context);
    }
    return context.problems.size() == before;
}

}  // namespace floorwalker::scenario
