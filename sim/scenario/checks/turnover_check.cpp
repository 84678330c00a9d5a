#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/model/prepare/parts.hpp"
#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

/// What is wrong with people who come and go; empty: nothing.
std::string mistake_in(const Group& group, std::string_view key) {
    if (!group.agents.empty())
        return "a head count does not say who leaves or comes; give the group shifts, whose places people hold";
    if (key == "hiring" && !group.attrition)
        return "nobody ever leaves, so there is never a vacant place; add attrition = { per_year = \"40%\" }";
    return {};
}

std::int64_t classes_of(const HiringClass& hiring, std::int64_t days) {
    return hiring.every ? (days - 1 - hiring.day) / (*hiring.every / kDay) + 1 : 1;
}

/// How many leave at the most, on average: all places held all the time, by those who leave soonest.
double most_leavers(const Group& group, std::int64_t days) {
    const Attrition& attrition = *group.attrition;
    const auto person_days = static_cast<double>(model::known_agents(group) * days);
    return person_days * model::daily_hazard(attrition) * std::max(1.0, attrition.first_90_days);
}

/// Those who can never find a place are paid for ever.
void remark_on_hiring(const Group& group, std::int64_t days, const Node& node, Context& context) {
    std::int64_t come = 0;
    for (std::size_t i = 0; i < group.hiring.size(); ++i) {
        const HiringClass& hiring = group.hiring[i];
        if (hiring.people) come += *hiring.people * classes_of(hiring, days);
        if (hiring.day + hiring.training / kDay < days) continue;
        const PathPart part{context, fmt::format("group.{}.hiring.{}", group.id, i + 1)};
        context.remark(entry_at(node, "hiring", i), "its training ends after the last day, so nobody of it comes");
    }
    const double leave = most_leavers(group, days);
    if (static_cast<double>(come) <= leave + 1) return;
    const PathPart part{context, "group." + group.id};
    context.remark(entry_at(node, "hiring", 0),
                   fmt::format("{} people come, and not more than {} places will be vacant; the others are paid and "
                               "wait for one",
                               format_number(static_cast<double>(come)), format_number(std::ceil(leave))));
}

/// A young team leaves faster, and it should be known that it is one.
void remark_on_tenure(const Group& group, const Node& node, Context& context) {
    if (group.attrition->first_90_days == 1.0 || group.skill.tenure) return;
    const auto has_tenure = [](const auto& one) { return one.tenure.has_value(); };
    if (std::any_of(group.shifts.begin(), group.shifts.end(), has_tenure) ||
        std::any_of(group.listed.begin(), group.listed.end(), has_tenure))
        return;
    const PathPart part{context, "group." + group.id};
    context.remark(*find(node, "attrition"),
                   "everybody is in the first 90 days when the run begins; skill = { tenure = \"200d\" } says how long "
                   "people have been there, and tenure = \"0d\" that this is meant");
}

}  // namespace

void check_turnover(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        const Group& group = scenario.groups[g];
        if (!group.has_turnover()) continue;
        const Node& node = entry_at(root, "group", g);
        bool good = true;
        for (const std::string_view key : {"attrition", "hiring"}) {
            const Node* const value = find(node, key);
            const std::string mistake = value != nullptr ? mistake_in(group, key) : std::string{};
            if (mistake.empty()) continue;
            const PathPart part{context, fmt::format("group.{}.{}", group.id, key)};
            context.problem(key == "hiring" ? entry_at(node, key, 0) : *value, mistake);
            good = false;
        }
        if (!good || !group.attrition) continue;
        remark_on_hiring(group, scenario.centre.days, node, context);
        remark_on_tenure(group, node, context);
    }
}

}  // namespace floorwalker::scenario
