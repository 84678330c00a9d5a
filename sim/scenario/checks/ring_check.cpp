#include <algorithm>

#include <fmt/format.h>

#include "sim/model/serving.hpp"
#include "sim/scenario/checks/checks.hpp"

namespace floorwalker::scenario {
namespace {

bool takes_calls(const Scenario& scenario, GroupId group) {
    for (std::size_t t = 0; t < scenario.call_types.size(); ++t) {
        const auto type = CallTypeId(static_cast<std::uint16_t>(t));
        if (scenario.call_types[t].channel == Channel::voice && model::may_serve(scenario, group, type)) return true;
    }
    return false;
}

}  // namespace

void check_rings(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        const Group& group = scenario.groups[g];
        if (!group.ring || takes_calls(scenario, GroupId(static_cast<std::uint16_t>(g)))) continue;
        const PathPart part{context, fmt::format("group.{}.ring", group.id)};
        const Node& entry = entry_at(root, "group", g);
        const Node* const ring = find(entry, "ring");
        context.problem(ring == nullptr ? entry : *ring,
                        "no calls come to the group, so nothing rings; chats and mail do not");
    }
}

}  // namespace floorwalker::scenario
