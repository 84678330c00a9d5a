#include <algorithm>

#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"

namespace floorwalker::scenario {
namespace {

/// Nodes that may be missing, as [group.skill] is where only its shifts have a tenure.
const Node* within(const Node* node, std::string_view name) { return node == nullptr ? nullptr : find(*node, name); }

void remark_on(const Node* tenure, const std::string& path, Context& context) {
    if (tenure == nullptr) return;
    const PathPart part{context, path};
    context.remark(*tenure,
                   "changes nothing: the group does not learn by tenure; give it skill.learning, or leave the "
                   "tenure out");
}

void remark_on_group(const Group& group, const Node& node, Context& context) {
    const std::string path = "group." + group.id;
    remark_on(within(find(node, "skill"), "tenure"), path + ".skill.tenure", context);
    const Node* const shifts = find(node, "shifts");
    if (shifts == nullptr || shifts->list() == nullptr) return;
    for (std::size_t i = 0; i < shifts->list()->size(); ++i)
        remark_on(find((*shifts->list())[i], "tenure"), fmt::format("{}.shifts.{}.tenure", path, i + 1), context);
}

/// A quality of what the people cannot handle.
void check_quality(const Quality& quality, const Skills& skills, const Scenario& scenario, const Node* node,
                   Context& context) {
    for (const auto& [type, multiple] : quality) {
        const std::string& name = scenario.call_types[index(type)].id;
        if (skills.contains(type) || node == nullptr) continue;
        const PathPart part{context, name};
        context.problem(*find(*node, name), fmt::format("\"{}\" is not among the skills, so nobody solves it", name));
    }
}

}  // namespace

void check_qualities(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        const Group& group = scenario.groups[g];
        const PathPart part{context, "group." + group.id + ".skill.quality"};
        check_quality(group.skill.quality, group.skills, scenario,
                      within(find(entry_at(root, "group", g), "skill"), "quality"), context);
    }
    for (const Group& group : scenario.groups) {
        for (const Agent& agent : group.listed) {
            if (!agent.quality) continue;
            const PathPart part{context, "agent." + agent.id + ".quality"};
            const Node& node = entry_at(root, "agent", context.agents.positions.at(agent.id));
            check_quality(*agent.quality, agent.skills, scenario, find(node, "quality"), context);
        }
    }
}

void remark_on_tenure(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        const Group& group = scenario.groups[g];
        if (group.skill.learning || group.attrition) continue;
        remark_on_group(group, entry_at(root, "group", g), context);
        for (const Agent& agent : group.listed) {
            const Node& node = entry_at(root, "agent", context.agents.positions.at(agent.id));
            remark_on(find(node, "tenure"), "agent." + agent.id + ".tenure", context);
        }
    }
}

void remark_on_profiles(const Scenario& scenario, const Node& root, Context& context) {
    const bool is_used = std::any_of(scenario.groups.begin(), scenario.groups.end(), [](const Group& group) {
        return group.profile || std::any_of(group.listed.begin(), group.listed.end(),
                                            [](const Agent& agent) { return agent.profile.has_value(); });
    });
    // Where some are used, the others are there to be compared with.
    if (is_used) return;
    for (std::size_t i = 0; i < scenario.profiles.size(); ++i) {
        const PathPart part{context, "profile." + scenario.profiles[i].id};
        context.remark(entry_at(root, "profile", i), "no group and no agent has a profile, so it changes nothing");
    }
}

}  // namespace floorwalker::scenario
