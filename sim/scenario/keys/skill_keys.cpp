#include <cmath>

#include <fmt/format.h>

#include "sim/scenario/keys/group_parts.hpp"
#include "sim/scenario/keys/tables.hpp"

/// How the people of a group differ and learn.
namespace floorwalker::scenario {
namespace {

constexpr double kMostStart = 100.0;
constexpr double kMostCalls = 1e9;

Format<LearningByTenure> learning() {
    return table_of<LearningByTenure>({
        key("start", number_above(0, kMostStart), &LearningByTenure::start, "1.5",
            "How many times as long a beginner takes."),
        key("half_life", duration_above(Duration{0}, kLongestDuration), &LearningByTenure::half_life, "\"21d\"",
            "In which half of the way to 1 is made."),
        key("peers", share(0.0, 0.9), &LearningByTenure::peers, "0",
            "By how much a group of experienced colleagues shortens the way; published: 36%."),
        key("experienced_after", duration(Duration{0}, kLongestDuration), &LearningByTenure::experienced_after,
            "\"42d\"", "From which tenure on a colleague is experienced."),
        key("beginner_errors", number(0, kMostStart), &LearningByTenure::beginner_errors, "1",
            "Multiple on a beginner's odds of a mistake, which falls to 1 likewise."),
    });
}

Format<LearningByCalls> learning_by_calls() {
    return table_of<LearningByCalls>({
        key("start", number_above(0, kMostStart), &LearningByCalls::start, "1.5",
            "How many times as long an agent takes for the first contact of a call type."),
        key("half_life", number_above(0, kMostCalls), &LearningByCalls::half_life, "100",
            "In how many contacts of the type half of the way to 1 is made."),
        key("before", number(0, kMostCalls), &LearningByCalls::before, "0",
            "How many contacts of each type each agent has handled before the run."),
    });
}

/// More change from week to week than between independent weeks would need a larger spread.
std::optional<GroupSkill> finish_skill(GroupSkill& skill, const Node& node, Context& context) {
    const double most = std::sqrt(2.0 * std::log1p(skill.spread * skill.spread));
    if (skill.drift <= most) return skill;
    const PathPart part{context, "drift"};
    const Node& value = *find(node, "drift");
    const auto why = skill.spread > 0 ? fmt::format("is more than {:.3g}, the most that the spread allows", most)
                                      : std::string{"needs a spread: people who are all alike do not drift apart"};
    context.problem(value, fmt::format("{} {}", shown(value), why));
    return std::nullopt;
}

}  // namespace

Format<Quality> quality() { return map_of<CallTypeId>(&Context::call_types, "call type", number_above(0, 100)); }

Format<GroupSkill> group_skill() {
    return table_of<GroupSkill>(
        {
            key("spread", share(0.0, 2.0), &GroupSkill::spread, "0",
                "Coefficient of variation of the mean handling time between its unnamed agents; lognormal, mean 1."),
            key("drift", share(0.0, 2.0), &GroupSkill::drift, "0",
                "By how much the mean handling time of an unnamed agent changes from week to week: standard deviation "
                "of its logarithm."),
            key("learning", learning(), &GroupSkill::learning, "none",
                "Learning by tenure: 1 + (start − 1) · 2^(−tenure / half_life) times the handling time."),
            key("learning_by_calls", learning_by_calls(), &GroupSkill::learning_by_calls, "none",
                "Learning by the contacts of a call type that the agent has handled, likewise."),
            key("quality", quality(), &GroupSkill::quality, "1",
                "By call type: a multiple on the odds that a contact is solved."),
            key("tenure", distribution_of_durations(), &GroupSkill::tenure, "\"0s\"",
                "How long each agent has been there on the first day of the run; for learning."),
        },
        finish_skill);
}

}  // namespace floorwalker::scenario
