#include "sim/measure/settings.hpp"

#include "sim/model/model.hpp"

namespace floorwalker::measure {

Settings settings_of(const Scenario& scenario) {
    const Centre& centre = scenario.centre;
    Settings settings;
    settings.intervals = scenario.intervals_per_day();
    settings.call_types = scenario.call_types.size();
    settings.groups = scenario.groups.size();
    settings.warm_up_days = centre.warm_up_days;
    settings.open = centre.open;
    settings.close = centre.close;
    settings.interval = centre.interval;
    settings.short_abandon = centre.short_abandon;
    settings.overall_target_share = centre.answer_target.share;
    settings.service_level = centre.service_level;
    settings.daily_service_level = centre.daily_service_level;
    settings.line_cost_per_hour = centre.line_cost_per_hour;
    for (const CallType& type : scenario.call_types) {
        const AnswerTarget target = type.answer_target.value_or(centre.answer_target);
        settings.target.push_back(target.within);
        settings.target_share.push_back(target.share);
    }
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        const Group& group = scenario.groups[g];
        settings.cost_per_hour.push_back(group.cost_per_hour);
        settings.agents.insert(settings.agents.end(), static_cast<std::size_t>(model::known_agents(group)),
                               GroupId(static_cast<std::uint16_t>(g)));
    }
    return settings;
}

}  // namespace floorwalker::measure
