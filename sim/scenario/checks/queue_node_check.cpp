#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"

namespace floorwalker::scenario {
namespace {

/// A number whose callers come into the flow; they ask for no call type of themselves.
const AccessNumber* number_of(const Scenario& scenario, FlowId flow) {
    for (const auto& number : scenario.numbers) {
        if (number.flow == flow) return &number;
        for (std::size_t tier = 0; tier < number.share_by_tier.size(); ++tier) {
            if (number.share_by_tier[tier] > 0 && scenario.tiers[tier].flow == flow) return &number;
        }
    }
    return nullptr;
}

}  // namespace

void check_queue_nodes(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t f = 0; f < scenario.flows.size(); ++f) {
        const auto& flow = scenario.flows[f];
        const auto* const number = number_of(scenario, static_cast<FlowId>(f));
        for (std::size_t n = 0; n < flow.nodes.size(); ++n) {
            const auto* const queue = std::get_if<ToQueue>(&flow.nodes[n].what);
            if (queue == nullptr) continue;
            const Node& node = entry_at(entry_at(root, "ivr", f), "node", n);
            const PathPart part{context, fmt::format("ivr.{}.node.{}", flow.id, flow.nodes[n].id)};
            if (!queue->call_type && number != nullptr) {
                context.problem(node, fmt::format("callers of number \"{}\" bring no call type with them; add "
                                                  "call_type = \"…\"",
                                                  number->id));
                continue;
            }
            const auto* const type = queue->call_type ? &scenario.call_types[index(*queue->call_type)] : nullptr;
            if (type == nullptr || type->channel == Channel::voice) continue;
            const PathPart key_part{context, "call_type"};
            context.problem(*find(node, "call_type"),
                            fmt::format("\"{}\" is of channel \"{}\"; the IVR asks for an agent "
                                        "for a call, so it must be \"voice\"",
                                        type->id, channel_name(type->channel)));
        }
    }
}

}  // namespace floorwalker::scenario
