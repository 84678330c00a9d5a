#include <algorithm>

#include "sim/model/prepare/parts.hpp"

namespace floorwalker::model {
namespace {

unsigned weekday_from_monday(std::chrono::sys_days day) { return std::chrono::weekday{day}.iso_encoding() - 1; }

DayModel day_with_hours(const Model& model, const std::optional<OpenHours>& hours) {
    if (!hours) return {0, 0, 1.0};
    const auto interval_at = [&](Duration at) {
        return static_cast<std::uint16_t>((at - model.open + model.interval - Duration{1}) / model.interval);
    };
    return {interval_at(hours->open), interval_at(hours->close), 1.0};
}

DayModel day_model(const Centre& centre, const Model& model, std::int64_t day) {
    DayModel prepared = day_with_hours(model, centre.hours_on(day));
    const std::chrono::sys_days date = std::chrono::sys_days{centre.date} + std::chrono::days{day};
    for (const SpecialDay& special : centre.special_days) {
        if (std::chrono::sys_days{special.date} == date) prepared.volume = special.volume;
    }
    return prepared;
}

}  // namespace

void prepare_calendar(const Scenario& scenario, Model& model) {
    const Centre& centre = scenario.centre;
    model.days = centre.days;
    model.open = centre.open;
    model.close = centre.close;
    model.interval = centre.interval;
    model.intervals = static_cast<std::uint16_t>(scenario.intervals_per_day());
    model.after_close = centre.after_close;
    model.lines = centre.lines.value_or(kUnlimited);
    model.ivr_ports = centre.ivr_ports.value_or(kUnlimited);
    model.ports_busy = centre.ports_busy;
    model.queue_places = centre.queue_places.value_or(kUnlimited);
    model.busyness = sampler_of(centre.busyness);
    model.decisions = scenario.decisions;
    model.replay = scenario.replay;
    const std::chrono::sys_days first{centre.date};
    model.first_weekday = weekday_from_monday(first);
    const bool all_alike =
        centre.special_days.empty() && std::none_of(centre.weekday_hours.begin(), centre.weekday_hours.end(),
                                                    [](const auto& hours) { return hours.has_value(); });
    if (all_alike) return;
    for (std::int64_t day = 0; day < centre.days; ++day) model.calendar.push_back(day_model(centre, model, day));
}

}  // namespace floorwalker::model
