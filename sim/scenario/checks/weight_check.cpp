#include <fmt/format.h>

#include "sim/model/serving.hpp"
#include "sim/scenario/checks/checks.hpp"

namespace floorwalker::scenario {
namespace {

/// Whether some group that may serve the type has a weight above 0.
bool has_weight(const Scenario& scenario, CallTypeId id) {
    const auto& weights = scenario.call_types[index(id)].group_weights;
    bool anyone = false;
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        const auto group = static_cast<GroupId>(g);
        if (!model::may_serve(scenario, group, id)) continue;
        anyone = true;
        const auto weight = weights.find(group);
        if (weight == weights.end() || weight->second > 0) return true;
    }
    return !anyone;  // which is reported elsewhere
}

}  // namespace

void check_weights(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t i = 0; i < scenario.call_types.size(); ++i) {
        const auto& type = scenario.call_types[i];
        if (type.group_weights.empty()) continue;
        const auto id = static_cast<CallTypeId>(i);
        const Node& node = *find(entry_at(root, "call_type", i), "group_weights");
        const PathPart part{context, "call_type." + type.id + ".group_weights"};
        for (const auto& [group, weight] : type.group_weights) {
            if (model::may_serve(scenario, group, id)) continue;
            const auto& name = scenario.groups[index(group)].id;
            const PathPart key_part{context, name};
            context.problem(*find(node, name), never_serves(name, type.id));
        }
        if (!has_weight(scenario, id)) {
            context.problem(node, "the weights of all groups that serve it are 0; one must be above");
        }
    }
}

}  // namespace floorwalker::scenario
