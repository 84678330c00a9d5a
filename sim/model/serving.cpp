#include "sim/model/serving.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace floorwalker::model {
namespace {

bool contains(const std::vector<GroupId>& groups, GroupId group) {
    return std::find(groups.begin(), groups.end(), group) != groups.end();
}

bool can_handle(const Skills& skills, CallTypeId type) {
    const auto skill = skills.find(type);
    return skill != skills.end() && skill->second > 0;
}

bool is_own_group_of_a_tier(const Scenario& scenario, GroupId group, CallTypeId type) {
    return std::any_of(scenario.tiers.begin(), scenario.tiers.end(), [&](const Tier& tier) {
        const bool has_any = index(type) < tier.share_by_call_type.size() && tier.share_by_call_type[index(type)] > 0;
        return has_any && contains(tier.groups, group);
    });
}

using Change = std::pair<Duration, std::int64_t>;  // of the people on duty, at a time of the day

/// A shift that passes midnight is there in the small hours of the next day too.
void add_span(const WorkSpan& span, std::int64_t people, std::vector<Change>& changes) {
    const Duration start = span.start % kDay;
    const Duration end = start + (span.end - span.start);
    changes.emplace_back(start, people);
    changes.emplace_back(std::min(end, kDay), -people);
    if (end <= kDay) return;
    changes.emplace_back(Duration{0}, people);
    changes.emplace_back(end - kDay, -people);
}

std::int64_t most_by_shift(const Group& group) {
    std::vector<Change> changes;
    for (const auto& shift : group.shifts) add_span(shift.span, shift.agents, changes);
    for (const Agent& agent : group.listed) {
        for (const WorkSpan& span : agent.shifts) add_span(span, 1, changes);
    }
    std::sort(changes.begin(), changes.end());  // who goes before who comes
    std::int64_t present = 0;
    std::int64_t most = 0;
    for (const auto& [at, people] : changes) most = std::max(most, present += people);
    return most;
}

}  // namespace

bool has_skill(const Group& group, CallTypeId type) {
    return can_handle(group.skills, type) ||
           std::any_of(group.listed.begin(), group.listed.end(),
                       [&](const Agent& agent) { return can_handle(agent.skills, type); });
}

bool is_allowed(const Scenario& scenario, GroupId group, CallTypeId id) {
    const auto& type = scenario.call_types[index(id)];
    if (type.groups.empty() || contains(type.groups, group)) return true;
    return std::any_of(type.steps.begin(), type.steps.end(), [&](const RouteStep& step) {
        const auto* const open = std::get_if<OpenGroups>(&step.what);
        return open != nullptr && contains(open->groups, group);
    });
}

bool may_serve(const Scenario& scenario, GroupId group, CallTypeId type) {
    return has_skill(scenario.groups[index(group)], type) &&
           (is_allowed(scenario, group, type) || is_own_group_of_a_tier(scenario, group, type));
}

std::int64_t most_on_duty(const Scenario& scenario, GroupId id) {
    const Group& group = scenario.groups[index(id)];
    std::int64_t most = most_by_shift(group);
    if (!group.agents.empty()) most += *std::max_element(group.agents.begin(), group.agents.end());
    for (const Decision& decision : scenario.decisions) {
        const auto* const extra = std::get_if<Extra>(&decision.what);
        if (extra != nullptr && extra->group == id) most += extra->agents;
    }
    return most;
}

}  // namespace floorwalker::model
