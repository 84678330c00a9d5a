#include <algorithm>

#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"

/// Service standards that nothing could ever keep or break.
namespace floorwalker::scenario {
namespace {

template <class Has>
bool any_type(const Scenario& scenario, const Standard& standard, const Has& has) {
    if (standard.call_type) return has(scenario.call_types[index(*standard.call_type)]);
    return std::any_of(scenario.call_types.begin(), scenario.call_types.end(), has);
}

/// Whether its customers may have to wait in the middle of a call.
bool may_hold(const CallType& type) {
    return type.hold || std::any_of(type.look_ups.begin(), type.look_ups.end(),
                                    [](const LookUp& one) { return one.when != LookUpMoment::after; });
}

/// Why there can be no case; none when there can.
const char* obstacle(const Scenario& scenario, const Standard& standard) {
    const auto rings = [](const Group& group) { return group.ring.has_value(); };
    const auto is_call = [](const CallType& type) { return type.channel == Channel::voice; };
    switch (standard.of) {
    case StandardOf::rings:
        if (any_type(scenario, standard, is_call) && std::any_of(scenario.groups.begin(), scenario.groups.end(), rings))
            return nullptr;
        return "no phone rings; add [group.ring] to a group that takes its calls";
    case StandardOf::hold:
    case StandardOf::report_back:
        if (any_type(scenario, standard, may_hold)) return nullptr;
        return "nobody is on hold; add [call_type.hold], or a [[call_type.look_up]] before or during its talks";
    case StandardOf::callback:
        if (any_type(scenario, standard, [](const CallType& type) { return type.callback.has_value(); }))
            return nullptr;
        return "nobody is called back; add [call_type.callback]";
    case StandardOf::talk: return any_type(scenario, standard, is_call) ? nullptr : "chats and mail are no talks";
    }
    return nullptr;
}

}  // namespace

void check_standards(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t s = 0; s < scenario.standards.size(); ++s) {
        const Standard& standard = scenario.standards[s];
        const Node& entry = entry_at(root, "standard", s);
        const PathPart part{context, fmt::format("standard.{}", s + 1)};
        if (const char* const why = obstacle(scenario, standard)) context.problem(entry, why);
        const auto is_same = [&](const Standard& other) { return other.id == standard.id; };
        const auto here = scenario.standards.begin() + static_cast<std::ptrdiff_t>(s);
        if (std::any_of(scenario.standards.begin(), here, is_same))
            context.problem(entry, fmt::format("there is a standard \"{}\" already; give this one an id", standard.id));
    }
}

void check_holds(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t t = 0; t < scenario.call_types.size(); ++t) {
        const CallType& type = scenario.call_types[t];
        const Node* const written = find(entry_at(root, "call_type", t), "hold");
        if (!type.hold || type.channel == Channel::voice || written == nullptr) continue;
        const PathPart part{context, fmt::format("call_type.{}.hold", type.id)};
        context.problem(*written, "is of calls only");
    }
}

}  // namespace floorwalker::scenario
