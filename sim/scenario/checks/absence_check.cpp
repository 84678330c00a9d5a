#include <algorithm>

#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"

namespace floorwalker::scenario {
namespace {

constexpr const char* kNeedsShifts =
    "a head count does not say who is absent or stays; give the group shifts, or lower its agents in those intervals";

/// Whether a shift of the group begins while another goes on or just as it ends: then somebody can be relieved.
bool has_relief(const Group& group) {
    std::vector<WorkSpan> spans;
    for (const auto& shift : group.shifts) spans.push_back(shift.span);
    for (const Agent& agent : group.listed) spans.insert(spans.end(), agent.shifts.begin(), agent.shifts.end());
    const auto is_relieved = [&](const WorkSpan& ending) {
        return std::any_of(spans.begin(), spans.end(), [&](const WorkSpan& other) {
            const bool is_same_day = other.start > ending.start && other.start <= ending.end && other.end > ending.end;
            const bool is_next_day = other.start + kDay <= ending.end && other.end + kDay > ending.end;
            return is_same_day || is_next_day;
        });
    };
    return std::any_of(spans.begin(), spans.end(), is_relieved);
}

void check_group(const Group& group, const Node& node, Context& context) {
    const auto report = [&](const char* key, const std::string& message) {
        const PathPart part{context, fmt::format("group.{}.{}", group.id, key)};
        const Node* const place = find(node, key);
        context.problem(place != nullptr ? *place : node, message);
    };
    if (!group.agents.empty()) {
        if (group.absence.any()) report("absence", kNeedsShifts);
        if (group.overtime) report("overtime", kNeedsShifts);
        if (group.handover) report("handover", kNeedsShifts);
        return;
    }
    if (group.handover && !has_relief(group))
        report("handover", "no shift of the group begins before another has ended, so nobody is relieved");
    else if (group.handover && !group.absence.lateness)
        report("handover", "nobody is ever late, so nobody would wait; add absence.lateness");
}

}  // namespace

void check_absences(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t g = 0; g < scenario.groups.size(); ++g)
        check_group(scenario.groups[g], entry_at(root, "group", g), context);
}

}  // namespace floorwalker::scenario
