#include "sim/measure/settings.hpp"

#include "sim/model/model.hpp"

namespace floorwalker::measure {
namespace {

bool can_serve(const Group& group, CallTypeId type) {
    return group.skills.contains(type) ||
           std::any_of(group.listed.begin(), group.listed.end(),
                       [type](const Agent& agent) { return agent.skills.contains(type); });
}

std::vector<GroupId> groups_for(const Scenario& scenario, CallTypeId type) {
    std::vector<GroupId> groups;
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        if (can_serve(scenario.groups[g], type)) groups.push_back(GroupId(static_cast<std::uint16_t>(g)));
    }
    return groups;
}

/// A tier's own target comes before that of the call type, and that before the centre's.
Duration target_of(const Scenario& scenario, std::size_t call_type, std::size_t tier) {
    if (tier < scenario.tiers.size() && scenario.tiers[tier].answer_target)
        return scenario.tiers[tier].answer_target->within;
    return scenario.call_types[call_type].answer_target.value_or(scenario.centre.answer_target).within;
}

ContactColumns columns_of(const Scenario& scenario, Features features) {
    ContactColumns columns{{.call_types = scenario.call_types.size(),
                            .tiers = scenario.tiers.size() + 1,
                            .asked_later = features.has(Feature::ivr),
                            .transfers = features.has(Feature::transfers),
                            .campaigns = !scenario.campaigns.empty()}};
    for (std::size_t t = 0; t < scenario.call_types.size(); ++t) {
        const bool waits = scenario.call_types[t].channel != Channel::mail;
        for (std::size_t k = 0; k < columns.tiers(); ++k) {
            const Duration target = target_of(scenario, t, k);
            columns[columns.first_leg(t, k)] = {target, waits};
            if (columns.has_later_legs()) columns[columns.later_leg(t, k)] = {target, false};
            if (columns.has_outbound()) columns[columns.outbound(t, k)] = {target, false};
        }
    }
    return columns;
}

void set_centre(Settings& settings, const Centre& centre) {
    settings.warm_up_days = centre.warm_up_days;
    settings.open = centre.open;
    settings.close = centre.close;
    settings.interval = centre.interval;
    settings.short_abandon = centre.short_abandon;
    settings.overall_target_share = centre.answer_target.share;
    settings.service_level = centre.service_level;
    settings.daily_service_level = centre.daily_service_level;
    settings.line_cost_per_hour = centre.line_cost_per_hour;
}

/// Ten years at the most: results do not grow with the days for ever.
std::size_t months_of(const Centre& centre, Features features) {
    constexpr std::int64_t kMostMonths = 122;
    if (!features.has(Feature::turnover)) return 0;
    const std::int64_t days = centre.days - centre.warm_up_days;
    const std::int64_t months = (days + kDaysOfAMonth - 1) / kDaysOfAMonth;
    return days >= 2 * kDaysOfAMonth && months <= kMostMonths ? static_cast<std::size_t>(months) : 0;
}

}  // namespace

Settings settings_of(const Scenario& scenario) {
    Settings settings;
    set_centre(settings, scenario.centre);
    settings.intervals = scenario.intervals_per_day();
    settings.call_types = scenario.call_types.size();
    settings.groups = scenario.groups.size();
    settings.tiers = scenario.tiers.empty() ? 0 : scenario.tiers.size() + 1;
    settings.features = features_of(scenario);
    settings.columns = columns_of(scenario, settings.features);
    for (const CallType& type : scenario.call_types) {
        settings.target_share.push_back(type.answer_target.value_or(scenario.centre.answer_target).share);
        settings.channel.push_back(type.channel);
        if (type.channel != Channel::voice) settings.channels = kChannels;
    }
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        const Group& group = scenario.groups[g];
        settings.cost_per_hour.push_back(group.cost_per_hour);
        settings.is_leave_paid.push_back(!group.absence.leave || group.absence.leave->is_paid);
        settings.overtime_pay_factor.push_back(group.overtime ? group.overtime->pay_factor : 1.0);
        settings.places.push_back(group.agents.empty() ? model::known_agents(group) : 0);
        settings.is_paid_away.emplace_back();
        for (const Activity& activity : group.away)
            settings.is_paid_away.back()[activity_of(activity.what)] = activity.is_paid;
        if (group.leaders) settings.is_paid_away.back()[activity_of(AgentState::coaching)] = true;
        settings.agents.insert(settings.agents.end(), static_cast<std::size_t>(model::known_agents(group)),
                               GroupId(static_cast<std::uint16_t>(g)));
    }
    settings.standards = standards_of(scenario);
    settings.machines = machine_settings_of(scenario);
    settings.months = months_of(scenario.centre, settings.features);
    for (const IvrFlow& flow : scenario.flows) settings.flow_nodes.push_back(flow.nodes.size());
    for (const Campaign& campaign : scenario.campaigns)
        settings.campaign_groups.push_back(groups_for(scenario, campaign.call_type));
    return settings;
}

Settings settings_of(const Scenario& scenario, std::shared_ptr<const model::Model> model) {
    Settings settings = settings_of(scenario);
    if (settings.features.has(Feature::schedule))
        settings.schedule = std::make_shared<const Schedule>(std::move(model), scenario.centre.adherence_tolerance);
    return settings;
}

}  // namespace floorwalker::measure
