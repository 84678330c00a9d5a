#include <algorithm>

#include <fmt/format.h>

#include "sim/model/serving.hpp"
#include "sim/scenario/checks/checks.hpp"

namespace floorwalker::scenario {
namespace {

bool has_offer(const CallType& type) {
    return std::any_of(type.steps.begin(), type.steps.end(),
                       [](const RouteStep& step) { return std::holds_alternative<OfferCallback>(step.what); });
}

/// Whether requests are called back that were written down.
bool has_outage(const Scenario& scenario, CallTypeId id) {
    return std::any_of(scenario.decisions.begin(), scenario.decisions.end(), [id](const Decision& decision) {
        const auto* outage = std::get_if<Outage>(&decision.what);
        return outage != nullptr && outage->call_type.value_or(id) == id;
    });
}

/// The most people that one group which may serve the type has at once.
std::int64_t most_in_a_group(const Scenario& scenario, CallTypeId id) {
    std::int64_t most = 0;
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        const auto group = static_cast<GroupId>(g);
        if (model::may_serve(scenario, group, id)) most = std::max(most, model::most_on_duty(scenario, group));
    }
    return most;
}

void check_callback(const Scenario& scenario, CallTypeId id, const Node& node, Context& context) {
    const auto& type = scenario.call_types[index(id)];
    const Callback& callback = *type.callback;
    const bool is_for_outages = find(node, "on_paper") != nullptr || has_outage(scenario, id) || !type.look_ups.empty();
    if (!callback.offered_above && callback.missed_calls == 0.0 && !has_offer(type) && !is_for_outages) {
        context.problem(node,
                        "nobody is ever offered one; add offered_above = \"5min\", missed_calls = \"10%\", a step with "
                        "do = \"offer_callback\", or on_paper = \"1min\" for outages");
    }
    const std::int64_t most = most_in_a_group(scenario, id);
    // That nobody is there at all is reported elsewhere.
    if (callback.when != Callback::When::quiet || most == 0 || callback.free_agents <= most) return;
    const PathPart part{context, "free_agents"};
    const Node* const free_agents = find(node, "free_agents");
    context.problem(free_agents != nullptr ? *free_agents : node,
                    fmt::format("no group that serves \"{}\" ever has {} agents; the largest has {}", type.id,
                                callback.free_agents, most));
}

}  // namespace

void check_callbacks(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t i = 0; i < scenario.call_types.size(); ++i) {
        const auto& type = scenario.call_types[i];
        if (!type.callback) continue;
        const PathPart part{context, "call_type." + type.id + ".callback"};
        check_callback(scenario, static_cast<CallTypeId>(i), *find(entry_at(root, "call_type", i), "callback"),
                       context);
    }
}

}  // namespace floorwalker::scenario
