#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"

/// Coaching by a team that nobody leads, and abuse in writing.
namespace floorwalker::scenario {

void check_load(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        const Group& group = scenario.groups[g];
        if (group.leaders.value_or(1) > 0) continue;
        for (std::size_t i = 0; i < group.away.size(); ++i) {
            if (group.away[i].what != AgentState::coaching) continue;
            const PathPart part{context, fmt::format("group.{}.away.{}", group.id, i + 1)};
            context.problem(entry_at(entry_at(root, "group", g), "away", i),
                            "a coaching takes a leader's time, and the group has no leaders");
        }
    }
    for (std::size_t t = 0; t < scenario.call_types.size(); ++t) {
        const CallType& type = scenario.call_types[t];
        if (!type.abuse || type.channel == Channel::voice) continue;
        const PathPart part{context, fmt::format("call_type.{}.abuse", type.id)};
        context.problem(*find(entry_at(root, "call_type", t), "abuse"), "is of calls only");
    }
}

}  // namespace floorwalker::scenario
