#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {

const Node& entry_at(const Node& root, std::string_view list, std::size_t position) {
    const Node* const node = find(root, list);
    const bool there = node != nullptr && node->list() != nullptr && position < node->list()->size();
    return there ? (*node->list())[position] : root;
}

void check_tiers(const Scenario& scenario, const Node& root, Context& context) {
    if (scenario.tiers.empty()) return;
    for (std::size_t type = 0; type < scenario.call_types.size(); ++type) {
        double sum = 0.0;
        for (const auto& tier : scenario.tiers) sum += tier.share_by_call_type.at(type);
        if (sum <= 1.0 + kShareTolerance) continue;
        context.problem(entry_at(root, "tier", scenario.tiers.size() - 1),
                        fmt::format("the tiers make {} of call type \"{}\" together; at most 100% are possible",
                                    format_percentage(sum), scenario.call_types[type].id));
    }
}

void check_scenario(const Scenario& scenario, const Node& root, Context& context) {
    check_special_days(scenario, root, context);
    check_volumes(scenario, root, context);
    check_tiers(scenario, root, context);
    check_flows(scenario, root, context);
    check_queue_nodes(scenario, root, context);
    check_channels(scenario, root, context);
    check_sites(scenario, root, context);
    check_steps(scenario, root, context);
    check_transfers(scenario, root, context);
    check_outages(scenario, root, context);
    check_campaigns(scenario, root, context);
    check_staff(scenario, root, context);
}

}  // namespace floorwalker::scenario
