#include <cmath>
#include <set>

#include "sim/model/require.hpp"
#include "sim/model/rules.hpp"

namespace floorwalker::model {
namespace {

void check_hours(const Scenario& scenario, const std::optional<OpenHours>& hours, const std::string& name) {
    if (!hours) return;
    const Centre& centre = scenario.centre;
    require(hours->open >= centre.open && hours->close <= centre.close && hours->open < hours->close,
            name + " must lie within the centre's hours");
    const auto on_interval = [&](Duration at) {
        return at == centre.close || (at - centre.open) % centre.interval == Duration{0};
    };
    require(on_interval(hours->open) && on_interval(hours->close), name + " must begin and end with an interval");
}

}  // namespace

void check_calendar(const Scenario& scenario) {
    for (const auto& hours : scenario.centre.weekday_hours) {
        if (hours) check_hours(scenario, *hours, "hours of a weekday");
    }
    std::set<std::chrono::sys_days> dates;
    for (const SpecialDay& day : scenario.centre.special_days) {
        check_hours(scenario, day.hours, "hours of a special day");
        require(day.date.ok(), "a special day has no date");
        require(dates.insert(day.date).second, "a day is special twice");
        require(day.volume >= 0 && std::isfinite(day.volume), "the volume of a special day must not be negative");
    }
    require(scenario.centre.ivr_ports.value_or(1) > 0, "centre.ivr_ports must be positive");
}

}  // namespace floorwalker::model
