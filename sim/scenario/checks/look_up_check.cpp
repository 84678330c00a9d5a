#include <algorithm>

#include <fmt/format.h>

#include "sim/model/machine_rules.hpp"
#include "sim/scenario/checks/checks.hpp"

/// Look-ups by themselves: of whom, and how many.
namespace floorwalker::scenario {
namespace {

void check_count(const std::vector<LookUp>& look_ups, std::string_view of, const Node& list, Context& context) {
    const std::int64_t count = model::times_asked(look_ups);
    if (count <= model::kMostTimesAsked) return;
    context.problem(list, fmt::format("{} looks something up {} times; at most {} are possible, with the times of each",
                                      of, count, model::kMostTimesAsked));
}

void check_type(const CallType& type, const Node& entry, Context& context) {
    const PathPart part{context, fmt::format("call_type.{}.look_up", type.id)};
    const Node& list = *find(entry, "look_up");
    if (type.channel != Channel::voice) {
        context.problem(list, fmt::format("is of calls only, and these are {}s; a mail or chat has its work in talk",
                                          channel_name(type.channel)));
    }
    if (type.hold) {
        context.problem(list,
                        "stands beside hold, which is a look-up whose length is known beforehand; leave one of "
                        "the two out");
    }
    check_count(type.look_ups, "one contact", list, context);
}

void check_flow(const IvrFlow& flow, const Node& entry, Context& context) {
    for (std::size_t n = 0; n < flow.nodes.size(); ++n) {
        const auto* service = std::get_if<SelfService>(&flow.nodes[n].what);
        if (service == nullptr || service->look_ups.empty()) continue;
        const PathPart part{context, fmt::format("ivr.{}.node.{}.look_up", flow.id, flow.nodes[n].id)};
        check_count(service->look_ups, "one caller", *find(entry_at(entry, "node", n), "look_up"), context);
    }
}

}  // namespace

void check_look_ups(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t t = 0; t < scenario.call_types.size(); ++t) {
        if (!scenario.call_types[t].look_ups.empty())
            check_type(scenario.call_types[t], entry_at(root, "call_type", t), context);
    }
    for (std::size_t f = 0; f < scenario.flows.size(); ++f)
        check_flow(scenario.flows[f], entry_at(root, "ivr", f), context);
}

}  // namespace floorwalker::scenario
