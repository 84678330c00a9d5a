#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

/// A tier's own flow stands in for that of the call type or the number; customers of neither hear no IVR.
bool hears_ivr(const Scenario& scenario, std::size_t tier) {
    const auto may_come = [&](std::size_t type) {
        return scenario.replay.has_value() || scenario.tiers[tier].share_by_call_type.at(type) > 0;
    };
    for (std::size_t type = 0; type < scenario.call_types.size(); ++type) {
        if (scenario.call_types[type].flow && may_come(type)) return true;
    }
    for (const auto& number : scenario.numbers) {
        if (tier < number.share_by_tier.size() && number.share_by_tier[tier] > 0) return true;
    }
    return false;
}

}  // namespace

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
    for (std::size_t i = 0; i < scenario.tiers.size(); ++i) {
        if (!scenario.tiers[i].flow || hears_ivr(scenario, i)) continue;
        const PathPart part{context, fmt::format("tier.{}.flow", scenario.tiers[i].id)};
        context.problem(*find(entry_at(root, "tier", i), "flow"),
                        "none of its customers hears an IVR; it stands in for the flow of a call type or a number");
    }
}

}  // namespace floorwalker::scenario
