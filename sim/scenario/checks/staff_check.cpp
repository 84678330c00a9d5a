#include <algorithm>

#include <fmt/format.h>

#include "sim/model/serving.hpp"
#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/checks/ways_in.hpp"
#include "sim/scenario/text/suggest.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

constexpr std::int64_t kMostAgents = 8'000'000;

bool lasts_until(const WorkSpan& span, Duration clock) { return span.start < clock && clock <= span.end; }

/// Whether unnamed or listed people of the group can serve the type at all, or with `clock`, at that time.
bool has_staff(const Group& group, CallTypeId type, std::optional<Duration> clock) {
    if (group.skills.contains(type)) {
        const auto first = clock && !group.agents.empty() ? std::prev(group.agents.end()) : group.agents.begin();
        if (std::any_of(first, group.agents.end(), [](std::int64_t agents) { return agents > 0; })) return true;
        if (std::any_of(group.shifts.begin(), group.shifts.end(),
                        [&](const auto& shift) { return !clock || lasts_until(shift.span, *clock); })) {
            return true;
        }
    }
    return std::any_of(group.listed.begin(), group.listed.end(), [&](const Agent& agent) {
        return agent.skills.contains(type) &&
               std::any_of(agent.shifts.begin(), agent.shifts.end(),
                           [&](const WorkSpan& span) { return !clock || lasts_until(span, *clock); });
    });
}

bool anyone_for(const Scenario& scenario, CallTypeId id, std::optional<Duration> clock) {
    for (std::size_t group = 0; group < scenario.groups.size(); ++group) {
        const bool allowed = model::is_allowed(scenario, static_cast<GroupId>(group), id);
        if (allowed && has_staff(scenario.groups[group], id, clock)) return true;
    }
    return false;
}

/// Groups that a call type names without their having the skill. True when there are none.
bool check_chosen_groups(const Scenario& scenario, CallTypeId id, const Node& node, Context& context) {
    const auto& type = scenario.call_types[index(id)];
    bool good = true;
    for (std::size_t i = 0; i < type.groups.size(); ++i) {
        const Group& group = scenario.groups[index(type.groups[i])];
        if (model::has_skill(group, id)) continue;
        const PathPart part{context, "groups"};
        context.problem((*find(node, "groups")->list())[i],
                        fmt::format(R"(group "{}" does not have the skill "{}"; add it to the skills of the group)",
                                    group.id, type.id));
        good = false;
    }
    return good;
}

/// Whether contacts of the type come without a campaign that calls them.
bool comes_by_itself(const Scenario& scenario, CallTypeId id) {
    return scenario.replay.has_value() || !scenario.call_types[index(id)].arrivals.per_interval.empty() ||
           !ways_into(scenario, id).empty();
}

/// Mail may wait for the next day.
bool can_wait_for_ever(const Scenario& scenario, CallTypeId id) {
    const auto& type = scenario.call_types[index(id)];
    const bool can_wait = scenario.centre.queue_places != 0 && type.queue_places != 0 && type.leave_at_once < 1.0;
    return can_wait && !type.patience && type.channel != Channel::mail && comes_by_itself(scenario, id);
}

/// ", to which call_type.billing.transfer.1 leads" where contacts come from elsewhere only.
std::string way_in(const Scenario& scenario, CallTypeId id) {
    if (!scenario.call_types[index(id)].arrivals.per_interval.empty() || scenario.replay) return {};
    const auto ways = ways_into(scenario, id);
    return ways.empty() ? std::string{} : fmt::format(", to which {} leads", ways.front());
}

void check_call_type(const Scenario& scenario, CallTypeId id, const Node& node, Context& context) {
    const auto& type = scenario.call_types[index(id)];
    const PathPart part{context, "call_type." + type.id};
    if (!check_chosen_groups(scenario, id, node, context)) return;
    if (!anyone_for(scenario, id, std::nullopt)) {
        context.problem(
            node,
            fmt::format("nobody can serve \"{0}\"{1}; add agents to a group with the skill, skills = {{ {0} = 1.0 }}",
                        type.id, way_in(scenario, id)));
        return;
    }
    const auto& centre = scenario.centre;
    if (centre.after_close != AfterClose::drain || !can_wait_for_ever(scenario, id)) return;
    if (anyone_for(scenario, id, centre.close)) return;
    context.problem(
        node,
        fmt::format(
            "its customers wait for ever, but nobody can serve them at closing time, {}, so the queue would never "
            "drain; give it patience, staff the last interval, or set centre.after_close = \"clear\"",
            format_clock(centre.close)));
}

std::int64_t most_agents(const Group& group) {
    auto sum = static_cast<std::int64_t>(group.listed.size());
    if (!group.agents.empty()) sum += *std::max_element(group.agents.begin(), group.agents.end());
    for (const auto& shift : group.shifts) sum += shift.agents;
    return sum;
}

void check_group(const Group& group, const Node& node, Context& context) {
    if (!group.agents.empty() && !group.listed.empty()) {
        const PathPart part{context, "group." + group.id};
        context.problem(
            *find(node, "agents"),
            fmt::format("\"{}\" belongs to this group by name and works by shifts, so its other people must too; "
                        "write shifts = [{{ start = 08:00:00, end = 16:00:00, agents = 8 }}]",
                        group.listed.front().id));
        return;
    }
    if (find(node, "agents") != nullptr || find(node, "shifts") != nullptr || !group.listed.empty()) return;
    const PathPart part{context, "group." + group.id};
    context.problem(
        node, "the group has nobody; add agents = 8, or shifts = [{ start = 08:00:00, end = 16:00:00, agents = 8 }]");
}

}  // namespace

void check_staff(const Scenario& scenario, const Node& root, Context& context) {
    const auto before = context.problems.size();
    std::int64_t agents = 0;
    for (std::size_t i = 0; i < scenario.groups.size(); ++i) {
        check_group(scenario.groups[i], entry_at(root, "group", i), context);
        agents += most_agents(scenario.groups[i]);
    }
    if (agents > kMostAgents) {
        context.problem(
            entry_at(root, "group", 0),
            fmt::format("all groups together have {} agents; at most {} are possible",
                        format_number(static_cast<double>(agents)), format_number(static_cast<double>(kMostAgents))));
    }
    // An empty group is why nobody serves its call types.
    if (context.problems.size() > before) return;
    for (std::size_t i = 0; i < scenario.call_types.size(); ++i) {
        check_call_type(scenario, static_cast<CallTypeId>(i), entry_at(root, "call_type", i), context);
    }
}

}  // namespace floorwalker::scenario
