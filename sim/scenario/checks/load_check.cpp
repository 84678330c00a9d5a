#include <fmt/format.h>

#include "sim/model/prepare/parts.hpp"
#include "sim/scenario/checks/checks.hpp"

/// Coaching by a team that nobody leads, breaks that nobody shares, and abuse in writing.
namespace floorwalker::scenario {
namespace {

void check_leaders(const Group& group, const Node& table, Context& context) {
    for (std::size_t i = 0; group.leaders && i < group.away.size(); ++i) {
        if (group.away[i].what != AgentState::coaching) continue;
        const PathPart part{context, fmt::format("group.{}.away.{}", group.id, i + 1)};
        const Node& node = entry_at(table, "away", i);
        if (group.leaders->count == 0)
            context.problem(node, "a coaching takes a leader's time, and the group has no leaders");
        if (!group.away[i].is_paid)
            context.problem(node, "is coaching that is not paid; what a leader takes an agent aside for is paid");
    }
}

void check_shared_breaks(const Group& group, const Node& table, Context& context) {
    const Node* const fatigue = find(table, "fatigue");
    if (group.fatigue.shared_breaks == 0 || fatigue == nullptr || model::shares_breaks(group)) return;
    const Node* const written = find(*fatigue, "shared_breaks");
    const PathPart part{context, fmt::format("group.{}.fatigue", group.id)};
    context.problem(written != nullptr ? *written : *fatigue,
                    "is about breaks that several take at once; no break of the group lets two go at a time");
}

}  // namespace

void check_load(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        const Node& table = entry_at(root, "group", g);
        check_leaders(scenario.groups[g], table, context);
        check_shared_breaks(scenario.groups[g], table, context);
    }
    for (std::size_t t = 0; t < scenario.call_types.size(); ++t) {
        const CallType& type = scenario.call_types[t];
        if (!type.abuse || type.channel == Channel::voice) continue;
        const PathPart part{context, fmt::format("call_type.{}.abuse", type.id)};
        context.problem(*find(entry_at(root, "call_type", t), "abuse"), "is of calls only");
    }
}

}  // namespace floorwalker::scenario
