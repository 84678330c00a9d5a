#include "sim/scenario/checks/staff.hpp"

#include <algorithm>

namespace floorwalker::scenario {
namespace {

bool contains(const std::vector<GroupId>& groups, GroupId group) {
    return std::find(groups.begin(), groups.end(), group) != groups.end();
}

}  // namespace

bool has_skill(const Group& group, CallTypeId type) {
    return group.skills.contains(type) || std::any_of(group.listed.begin(), group.listed.end(),
                                                      [&](const Agent& agent) { return agent.skills.contains(type); });
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
    return is_allowed(scenario, group, type) && has_skill(scenario.groups[index(group)], type);
}

}  // namespace floorwalker::scenario
