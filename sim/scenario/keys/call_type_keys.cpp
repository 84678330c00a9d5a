#include <algorithm>

#include "sim/scenario/keys/call_type_parts.hpp"

namespace floorwalker::scenario {
namespace {

using namespace std::chrono_literals;

constexpr double kLeastFactor = 0.001;
constexpr double kMostFactor = 1000;

std::optional<CallType> finish(CallType& type, const Node& node, Context& context) {
    if (type.name.empty()) type.name = type.id;
    const Node* const groups = find(node, "groups");
    for (std::size_t i = 0; i < type.groups.size(); ++i) {
        if (std::find(type.groups.begin(), type.groups.begin() + static_cast<std::ptrdiff_t>(i), type.groups[i]) ==
            type.groups.begin() + static_cast<std::ptrdiff_t>(i)) {
            continue;
        }
        const PathPart part{context, "groups"};
        const Node& again = groups->list()->at(i);
        context.problem(again, shown(again) + " stands twice in the list");
        return std::nullopt;
    }
    return type;
}

}  // namespace

Keys<CallType> customer_keys() {
    return {
        key("id", id(), &CallType::id, "", "What the rest of the file calls this type.").required(),
        key("name", text(), &CallType::name, "the id", "What reports call it."),
        key("arrivals", arrivals(), &CallType::arrivals, "",
            "How many contacts come; not needed when calls are replayed, or where contacts come another way."),
        key("patience", distribution_of_durations(), &CallType::patience, "for ever",
            "How long a customer waits before giving up."),
        key("leave_at_once", share(), &CallType::leave_at_once, "0",
            "Of those who would have to wait, the share that hangs up at once."),
        key("talk", distribution_of_durations(), &CallType::talk, "{ dist = \"exponential\", mean = \"3min\" }",
            "Talk time with an agent of proficiency 1."),
        key("wrap_up", distribution_of_durations(), &CallType::wrap_up, "\"0s\"",
            "Work after the talk, before the agent is free again."),
        key("handling_factor", per_interval(number(kLeastFactor, kMostFactor)), &CallType::handling_factor,
            "1 throughout", "A factor on talk and wrap-up time by the interval of arrival."),
        key("patience_factor", per_interval(number(kLeastFactor, kMostFactor)), &CallType::patience_factor,
            "1 throughout", "A factor on patience by the interval of arrival."),
        key("answer_target", answer_target(), &CallType::answer_target, "the centre's",
            "The service level to reach for this type."),
        key("abandonment_target", share(), &CallType::abandonment_target, "none",
            "The largest share of this type that may abandon."),
        key("hold", hold(), &CallType::hold, "none", "Agents look something up while the customer is on hold."),
    };
}

Format<CallType> call_type() {
    static const Keys<CallType> keys = [] {
        auto all = customer_keys();
        for (auto& key : routing_keys()) all.push_back(std::move(key));
        for (auto& key : journey_keys()) all.push_back(std::move(key));
        return all;
    }();
    return table_of<CallType>(keys, finish);
}

}  // namespace floorwalker::scenario
