#include <algorithm>

#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"

namespace floorwalker::scenario {
namespace {

void check_outage(const Outage& outage, const Scenario& scenario, const Node& entry, Context& context) {
    if (outage.call_type) {
        const CallType& type = scenario.call_types[index(*outage.call_type)];
        if (type.callback || type.outcome) return;
        const PathPart part{context, "call_type"};
        context.problem(*find(entry, "call_type"),
                        fmt::format("call type \"{}\" has no callback, by which requests on paper are dealt with; add "
                                    "callback = {{ attempts = 3 }} to it",
                                    type.id));
        return;
    }
    const bool any = std::any_of(scenario.call_types.begin(), scenario.call_types.end(),
                                 [](const CallType& type) { return type.callback || type.outcome; });
    if (any || outage.self_service_fails) return;
    context.problem(entry,
                    "changes nothing: no call type has a callback, by which requests on paper are dealt with; add "
                    "callback = { attempts = 3 } to one");
}

}  // namespace

void check_outages(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t i = 0; i < scenario.decisions.size(); ++i) {
        const auto* outage = std::get_if<Outage>(&scenario.decisions[i].what);
        if (outage == nullptr) continue;
        const PathPart part{context, fmt::format("decision.{}", i + 1)};
        check_outage(*outage, scenario, entry_at(root, "decision", i), context);
    }
}

}  // namespace floorwalker::scenario
