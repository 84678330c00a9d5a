#include <algorithm>

#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"

namespace floorwalker::scenario {
namespace {

bool can_take(const Group& group, CallTypeId type) {
    const auto has_skill = [type](const Agent& agent) { return agent.skills.contains(type); };
    return group.skills.contains(type) || std::any_of(group.listed.begin(), group.listed.end(), has_skill);
}

}  // namespace

void check_keep_offs(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t i = 0; i < scenario.decisions.size(); ++i) {
        const auto* keep_off = std::get_if<KeepOff>(&scenario.decisions[i].what);
        if (keep_off == nullptr) continue;
        const Group& group = scenario.groups[index(keep_off->group)];
        if (can_take(group, keep_off->call_type)) continue;
        const PathPart decision{context, fmt::format("decision.{}", i + 1)};
        const PathPart part{context, "call_type"};
        context.problem(*find(entry_at(root, "decision", i), "call_type"),
                        fmt::format("changes nothing: nobody of group \"{}\" has the skill for \"{}\"", group.id,
                                    scenario.call_types[index(keep_off->call_type)].id));
    }
}

}  // namespace floorwalker::scenario
