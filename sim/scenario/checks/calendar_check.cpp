#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/csv/recorded_time.hpp"

namespace floorwalker::scenario {
namespace {

/// Days outside the run may stand there too: a calendar of holidays is written once.
void check_special_days(const Scenario& scenario, const Node& root, Context& context) {
    std::map<std::chrono::sys_days, std::size_t> known;
    const auto& days = scenario.centre.special_days;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const PathPart part{context, fmt::format("special_day.{}.date", i + 1)};
        const Node& date = *find(entry_at(root, "special_day", i), "date");
        const std::chrono::sys_days date_of_day{days[i].date};
        const auto [before, is_new] = known.emplace(date_of_day, i);
        if (!is_new) {
            context.problem(date, fmt::format("{} is already special day {}", shown(date), before->second + 1));
        }
    }
}

/// A run in which the centre never opens would be all zeros.
void check_opens(const Scenario& scenario, const Node& root, Context& context) {
    const Centre& centre = scenario.centre;
    const std::chrono::sys_days first{centre.date};
    // Weeks are alike; special days can open and close single ones.
    const auto days = std::min<std::int64_t>(centre.days, 7 + static_cast<std::int64_t>(centre.special_days.size()));
    for (std::int64_t day = 0; day < days; ++day) {
        if (centre.hours_on(day)) return;
    }
    for (const auto& special : centre.special_days) {
        if (special.hours) return;
    }
    const PathPart part{context, "centre"};
    const Node* const table = find(root, "centre");
    const auto last = std::chrono::year_month_day{first + std::chrono::days{centre.days - 1}};
    context.problem(table != nullptr ? *table : root,
                    fmt::format("never opens on the simulated days, {} to {}; leave one of them open",
                                format_date(centre.date), format_date(last)));
}

}  // namespace

std::optional<OpenHours> usual_hours(const Centre& centre, std::chrono::sys_days date) {
    const OpenHours usual{centre.open, centre.close};
    return centre.weekday_hours.at(std::chrono::weekday{date}.iso_encoding() - 1).value_or(usual);
}

void check_calendar(const Scenario& scenario, const Node& root, Context& context) {
    const auto before = context.problems.size();
    check_special_days(scenario, root, context);
    if (context.problems.size() == before) check_opens(scenario, root, context);
}

}  // namespace floorwalker::scenario
