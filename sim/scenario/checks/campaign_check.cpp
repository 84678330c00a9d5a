#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"

namespace floorwalker::scenario {

void check_campaigns(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t i = 0; i < scenario.campaigns.size(); ++i) {
        const auto& campaign = scenario.campaigns[i];
        const auto& type = scenario.call_types[index(campaign.call_type)];
        if (type.channel == Channel::voice) continue;
        const PathPart part{context, "campaign." + campaign.id + ".call_type"};
        context.problem(
            *find(entry_at(root, "campaign", i), "call_type"),
            fmt::format("call type \"{}\" is not of channel \"voice\", which a campaign calls by", type.id));
    }
}

}  // namespace floorwalker::scenario
