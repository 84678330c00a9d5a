#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "sim/model/serving.hpp"
#include "sim/scenario/checks/checks.hpp"

namespace floorwalker::scenario {
namespace {

/// Whether some group chooses between contacts of the two by their priority.
bool meet_by_priority(const Scenario& scenario, CallTypeId a, CallTypeId b) {
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        const auto group = static_cast<GroupId>(g);
        if (scenario.groups[g].take == ContactChoice::priority && model::may_serve(scenario, group, a) &&
            model::may_serve(scenario, group, b))
            return true;
    }
    return false;
}

/// The lowest priority of those who wait on the line beside the mail.
std::optional<int> least_of_people(const Scenario& scenario, CallTypeId mail) {
    std::optional<int> least;
    for (std::size_t t = 0; t < scenario.call_types.size(); ++t) {
        const auto& type = scenario.call_types[t];
        if (type.channel == Channel::mail || !meet_by_priority(scenario, static_cast<CallTypeId>(t), mail)) continue;
        least = std::min(least.value_or(type.priority), type.priority);
    }
    return least;
}

}  // namespace

/// Mail waits for hours, so that by equal priority it goes before whoever has just called.
void remark_on_mail(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t t = 0; t < scenario.call_types.size(); ++t) {
        const auto& type = scenario.call_types[t];
        const Node& node = entry_at(root, "call_type", t);
        if (type.channel != Channel::mail || find(node, "priority") != nullptr) continue;
        const auto least = least_of_people(scenario, static_cast<CallTypeId>(t));
        if (!least || *least > type.priority) continue;
        const PathPart part{context, "call_type." + type.id};
        context.remark(node, fmt::format("mail that has waited longer goes before calls and chats; priority = {} puts "
                                         "it behind them, and priority = 0 says that this is meant",
                                         *least - 1));
    }
}

/// `share` of a tier is that of call types; a number has its own shares, for its callers have not yet said what they
/// want.
void remark_on_numbers(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t n = 0; n < scenario.numbers.size(); ++n) {
        const Node& node = entry_at(root, "number", n);
        if (find(node, "tiers") != nullptr) continue;
        for (std::size_t i = 0; i < scenario.tiers.size(); ++i) {
            if (find(entry_at(root, "tier", i), "share") == nullptr) continue;
            const PathPart part{context, "number." + scenario.numbers[n].id};
            context.remark(node, fmt::format("none of its callers is in tier \"{0}\", whose share is that of call "
                                             "types; add tiers = {{ {0} = \"10%\" }}, or \"0%\" to say that none is "
                                             "meant",
                                             scenario.tiers[i].id));
            break;
        }
    }
}

}  // namespace floorwalker::scenario
