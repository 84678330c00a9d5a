#include <fmt/format.h>

#include "sim/model/prepare/parts.hpp"
#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

std::string window_of(const Activity& activity) {
    return fmt::format("{}–{}", format_clock(activity.from), format_clock(activity.until));
}

std::int64_t takers_of(const Group& group, const Activity& activity) {
    std::int64_t takers = 0;
    for (const auto& shift : group.shifts) takers += model::window_in(shift.span, activity) ? shift.agents : 0;
    for (const Agent& agent : group.listed) {
        for (const WorkSpan& span : agent.shifts) takers += model::window_in(span, activity) ? 1 : 0;
    }
    return takers;
}

/// What is wrong with it; empty: nothing.
std::string mistake_in(const Group& group, std::size_t place) {
    const Activity& activity = group.away[place];
    if (!group.agents.empty())
        return "a head count does not say who is away; give the group shifts, or lower its agents in those intervals";
    const std::int64_t takers = takers_of(group, activity);
    if (activity.keep >= model::known_agents(group))
        return fmt::format("keep is {}, and the group has {} {}, so nobody could ever go", activity.keep,
                           model::known_agents(group), model::known_agents(group) == 1 ? "person" : "people");
    if (takers == 0) return fmt::format("no shift of the group holds {}, so nobody would take it", window_of(activity));
    if (activity.at_once) {
        const std::int64_t rounds = (takers + *activity.at_once - 1) / *activity.at_once;
        if (activity.length * rounds > activity.until - activity.from)
            return fmt::format("{} people, {} at once, {} each, need {}, but {} has {}", takers, *activity.at_once,
                               format_duration(activity.length), format_duration(activity.length * rounds),
                               window_of(activity), format_duration(activity.until - activity.from));
    }
    for (std::size_t i = 0; i < place; ++i) {
        if (group.away[i].what == activity.what && group.away[i].is_paid != activity.is_paid)
            return fmt::format("it is{} paid, but the one before is{}; in one group the same is paid or is not",
                               activity.is_paid ? "" : " not", activity.is_paid ? " not" : "");
    }
    return {};
}

}  // namespace

void check_away(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        const Group& group = scenario.groups[g];
        for (std::size_t i = 0; i < group.away.size(); ++i) {
            const std::string mistake = mistake_in(group, i);
            if (mistake.empty()) continue;
            const PathPart part{context, fmt::format("group.{}.away.{}", group.id, i + 1)};
            context.problem(entry_at(entry_at(root, "group", g), "away", i), mistake);
        }
    }
}

}  // namespace floorwalker::scenario
