#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include <floorwalker/trace.hpp>

#include "sim/model/routing/choosing_contact.hpp"
#include "sim/model/routing/expecting.hpp"

/// What the rules look at, as tables for people. Costs time and is for the moments that somebody asks about.
namespace floorwalker::model {

/// The groups that a contact of the lane tries.
inline std::vector<GroupLook> groups_looked_at(const Model& model, const World& world, LaneId lane,
                                               std::optional<GroupId> chosen) {
    std::vector<GroupLook> looks;
    for (const Stage& stage : model.searches[index(model.lanes[index(lane)].search)].stages) {
        for (std::size_t i = 0; i < stage.pools.size(); ++i) {
            const GroupId group = model.pools[index(stage.pools[i])].group;
            auto look = std::find_if(looks.begin(), looks.end(), [&](const auto& one) { return one.group == group; });
            if (look == looks.end()) look = looks.insert(look, GroupLook{.group = group});
            look->free += world.pools[index(stage.pools[i])].idle;
            look->kept = stage.keep.empty() ? 0 : std::int64_t{stage.keep[i]};
        }
    }
    for (GroupLook& look : looks) {
        const GroupState& group = world.groups[index(look.group)];
        look.present = at_work(group);
        const bool is_off = is_kept_off(world, look.group, model.lanes[index(lane)].call_type);
        look.may_take =
            !is_off && look.free > 0 && (look.kept == 0 || free_agents(model, world, look.group) > look.kept);
        look.is_chosen = chosen == look.group;
    }
    return looks;
}

/// The queues that an agent of the pool can take from.
inline std::vector<QueueLook> queues_looked_at(const Model& model, const World& world, PoolId id, LaneId chosen) {
    const PoolModel& pool = model.pools[index(id)];
    LaneWorth worth{model, world, pool};
    const std::int64_t others_free = pool.keep.empty() ? 0 : free_agents(model, world, pool.group);
    std::vector<QueueLook> looks;
    for (std::size_t i = 0; i < pool.lanes.size(); ++i) {
        const LaneModel& lane = model.lanes[index(pool.lanes[i])];
        const LaneState& state = world.lanes[index(pool.lanes[i])];
        if (state.waiting == 0 || is_kept_off(world, pool.group, lane.call_type)) continue;
        looks.push_back({.call_type = lane.call_type,
                         .tier = lane.tier,
                         .waiting = state.waiting,
                         .priority = state.priority,
                         .credited_wait = world.now - state.head_ranked,
                         .worth = worth(i) / worth.unit(),
                         .is_quiet = lane.is_quiet,
                         .is_kept_back = !pool.keep.empty() && others_free < std::int64_t{pool.keep[i]},
                         .is_chosen = pool.lanes[i] == chosen});
    }
    return looks;
}

inline std::vector<ConditionLook> conditions_looked_at(const Model& model, const World& world, const RouteStep& step,
                                                       CallTypeId own) {
    std::vector<ConditionLook> looks;
    for (const Condition& condition : step.when) {
        const double value = value_of(model, world, condition, own);
        looks.push_back({condition, value, value >= condition.at_least && value <= condition.at_most});
    }
    return looks;
}

}  // namespace floorwalker::model
