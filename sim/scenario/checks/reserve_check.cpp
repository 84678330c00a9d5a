#include <fmt/format.h>

#include "sim/model/serving.hpp"
#include "sim/scenario/checks/checks.hpp"

namespace floorwalker::scenario {

void check_reserves(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        const auto& group = scenario.groups[g];
        if (group.reserves.empty()) continue;
        const std::int64_t most = model::most_on_duty(scenario, static_cast<GroupId>(g));
        // That the group has nobody is reported elsewhere.
        if (most == 0) continue;
        for (std::size_t i = 0; i < group.reserves.size(); ++i) {
            if (group.reserves[i].agents < most) continue;
            const PathPart part{context, fmt::format("group.{}.reserve.{}.agents", group.id, i + 1)};
            const Node& node = entry_at(entry_at(root, "group", g), "reserve", i);
            const Node* const agents = find(node, "agents");
            context.problem(agents != nullptr ? *agents : node,
                            fmt::format("{} agents are kept free, but the group has {} at most, so others would never "
                                        "get one",
                                        group.reserves[i].agents, most));
        }
    }
}

}  // namespace floorwalker::scenario
