#include "sim/model/agent/turnover.hpp"

#include <numeric>

#include "sim/model/agent/condition.hpp"

namespace floorwalker::model {

bool leaves(const Model& model, const World& world, AgentId id, std::uint32_t day) {
    const Person& person = world.people[index(id)];
    if (day == 0 || person.is_gone || person.joined_day == day) return false;
    const GroupId group = world.agents[index(id)].group;
    const TurnoverModel& turnover = model.turnover[index(group)];
    const double tenure_yesterday = person.tenure_days + day - 1.0;
    double hazard = turnover.hazard * leaving_multiple(model, world, id);
    if (tenure_yesterday < kEarlyDays) hazard *= turnover.early_multiple;
    auto luck = luck_of_agent(world.key, group, person.number, day, Purpose::agent_leaves);
    return kernel::unit_interval(luck()) < -std::expm1(-hazard);
}

void finish_training(World& world, std::uint32_t day) {
    for (const TrainingClass& one : world.training) {
        if (one.until_day <= day) world.groups[index(one.group)].trained += one.people;
    }
    std::erase_if(world.training, [day](const TrainingClass& one) { return one.until_day <= day; });
}

void begin_training(const Model& model, World& world, GroupId group, std::uint32_t day) {
    for (const HiringModel& hiring : model.turnover[index(group)].hiring) {
        if (!hiring.begins_on(day)) continue;
        const std::int64_t people =
            hiring.people ? *hiring.people : std::exchange(world.groups[index(group)].to_replace, 0);
        if (people > 0) world.training.push_back({group, day + hiring.training, people});
    }
}

std::int64_t trainees_of(const World& world, GroupId group) {
    const auto add = [group](std::int64_t sum, const TrainingClass& one) {
        return one.group == group ? sum + one.people : sum;
    };
    return std::accumulate(world.training.begin(), world.training.end(), world.groups[index(group)].trained, add);
}

}  // namespace floorwalker::model
