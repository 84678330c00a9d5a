#include <limits>

#include "sim/model/prepare/parts.hpp"

namespace floorwalker::model {
namespace {

/// One of those for whom an activity is, and the window in the hours of its shift.
struct Taker {
    AgentId agent{};
    WorkSpan shift;
    Duration from{0};
};

std::vector<Taker> takers_of(const Model& model, GroupId group, const Activity& activity) {
    std::vector<Taker> takers;
    for (const ShiftBlock& block : model.shifts) {
        if (block.group != group) continue;
        const auto from = window_in(block.span, activity);
        if (!from) continue;
        for (std::uint32_t i = 0; i < block.agents; ++i)
            takers.push_back({AgentId{static_cast<std::uint32_t>(block.first) + i}, block.span, *from});
    }
    return takers;
}

}  // namespace

std::optional<Duration> window_in(WorkSpan shift, const Activity& activity) {
    for (const Duration offset : {Duration{0}, kDay}) {
        if (activity.from + offset >= shift.start && activity.until + offset <= shift.end)
            return activity.from + offset;
    }
    return std::nullopt;
}

/// In rounds of as many as may go at once, the first at the beginning of the window and the last so that it is back at
/// its end.
void prepare_activities(const Scenario& scenario, Model& model) {
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        const auto group = GroupId(static_cast<std::uint16_t>(g));
        for (const Activity& activity : scenario.groups[g].away) {
            const auto number = static_cast<std::uint32_t>(model.activities.size());
            const auto at_once =
                static_cast<std::uint32_t>(activity.at_once.value_or(std::numeric_limits<std::uint32_t>::max()));
            model.activities.push_back(
                {group, activity.what, activity.length, activity.is_paid, at_once, activity.keep});
            const std::vector<Taker> takers = takers_of(model, group, activity);
            const std::size_t in_round = activity.at_once ? at_once : 1;
            const std::size_t rounds = (takers.size() + in_round - 1) / in_round;
            const Duration room = activity.until - activity.from - activity.length;
            for (std::size_t i = 0; i < takers.size(); ++i) {
                const auto round = static_cast<std::int64_t>(i / in_round);
                const Duration later = rounds > 1 ? room * round / static_cast<std::int64_t>(rounds - 1) : Duration{0};
                model.away.push_back({takers[i].agent, number, takers[i].from + later, takers[i].shift});
            }
        }
    }
}

}  // namespace floorwalker::model
