#include <algorithm>
#include <cmath>

#include "sim/model/prepare/parts.hpp"

namespace floorwalker::model {
namespace {

constexpr double kDaysOfAYear = 365.0;

std::uint32_t whole_days(Duration length) { return static_cast<std::uint32_t>(length / kDay); }

HiringModel hiring_of(const HiringClass& hiring) {
    return {static_cast<std::uint32_t>(hiring.day), hiring.every ? whole_days(*hiring.every) : 0, hiring.people,
            whole_days(hiring.training)};
}

/// The first shift that the group lists.
std::optional<std::uint32_t> lessons_of(const Model& model, GroupId group) {
    const auto is_of_group = [group](const ShiftBlock& block) { return block.group == group; };
    const auto found = std::find_if(model.shifts.begin(), model.shifts.end(), is_of_group);
    if (found == model.shifts.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - model.shifts.begin());
}

}  // namespace

double daily_hazard(const Attrition& attrition) { return -std::log1p(-attrition.per_year) / kDaysOfAYear; }

void prepare_turnover(const Scenario& scenario, Model& model) {
    if (!model.uses.turnover) return;
    std::uint32_t first = 0;
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        const Group& group = scenario.groups[g];
        TurnoverModel prepared;
        prepared.first_place = first;
        prepared.places = static_cast<std::uint32_t>(known_agents(group));
        first += prepared.places;
        if (group.has_turnover()) prepared.lessons = lessons_of(model, GroupId(static_cast<std::uint16_t>(g)));
        if (const auto& attrition = group.attrition) {
            prepared.hazard = daily_hazard(*attrition);
            prepared.early_multiple = attrition->first_90_days;
        }
        for (const HiringClass& hiring : group.hiring) prepared.hiring.push_back(hiring_of(hiring));
        model.turnover.push_back(std::move(prepared));
    }
}

}  // namespace floorwalker::model
