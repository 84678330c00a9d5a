#pragma once

#include <limits>
#include <optional>

#include "sim/model/contact/queue.hpp"

/// Which waiting contact an agent takes. Only the first of each lane is looked at, so the cost grows with the skills of
/// the agent, not with the queue.
namespace floorwalker::model {

/// Agents of the group who are free now.
inline std::int64_t free_agents(const Model& model, const World& world, GroupId group) {
    std::int64_t free = 0;
    for (const PoolId pool : model.groups[index(group)].routing.pools) free += world.pools[index(pool)].idle;
    return free;
}

/// How much a lane's first contact is worth by one of the rules other than priority; the largest is taken.
class LaneWorth {
public:
    LaneWorth(const Model& model, const World& world, const PoolModel& pool)
        : model_{model}, world_{world}, take_{pool.take} {
        if (take_ != ContactChoice::queue_ratio) return;
        for (const LaneId id : pool.lanes) {
            waiting_ += world.lanes[index(id)].waiting;
            shares_ += model.lanes[index(id)].queue_share;
        }
    }

    double operator()(LaneId id) const {
        const LaneModel& lane = model_.lanes[index(id)];
        const LaneState& state = world_.lanes[index(id)];
        const auto waited_us = static_cast<double>((world_.now - state.head_ranked).count());
        switch (take_) {
        case ContactChoice::weighted_wait: return lane.weight * waited_us;
        case ContactChoice::accumulating: return lane.points + lane.points_per_us * waited_us;
        case ContactChoice::queue_ratio: return state.waiting - lane.queue_share / shares_ * waiting_;
        case ContactChoice::priority: return lane.priority;
        case ContactChoice::longest_wait: return waited_us;
        }
        return 0.0;
    }

private:
    const Model& model_;
    const World& world_;
    ContactChoice take_;
    double waiting_ = 0.0;
    double shares_ = 0.0;
};

/// Whether nobody stays after closing for those who wait in the lane: mail, and callbacks of a quiet time.
inline bool is_deferred(const Model& model, LaneId id) {
    const LaneModel& lane = model.lanes[index(id)];
    return lane.priority == kQuietPriority || model.call_types[index(lane.call_type)].channel == Channel::mail;
}

/// `is_idle`: the agent is counted among the free ones itself. `skips_deferred`: it only stays to drain the queue.
[[gnu::noinline]] inline std::optional<ContactId> next_waiting_by_rule(const Model& model, const World& world,
                                                                       const PoolModel& pool, bool is_idle,
                                                                       bool skips_deferred = false) {
    const LaneWorth worth{model, world, pool};
    const std::int64_t others_free = pool.keep.empty() ? 0 : free_agents(model, world, pool.group) - (is_idle ? 1 : 0);
    const LaneState* best = nullptr;
    double best_worth = 0.0;
    for (std::size_t i = 0; i < pool.lanes.size(); ++i) {
        const LaneState& lane = world.lanes[index(pool.lanes[i])];
        if (lane.head == kNone) continue;
        if (!pool.keep.empty() && others_free < pool.keep[i]) continue;
        if (skips_deferred && is_deferred(model, pool.lanes[i])) continue;
        const double lane_worth = worth(pool.lanes[i]);
        if (best == nullptr || lane_worth > best_worth ||
            (lane_worth == best_worth && lane.head_ranked < best->head_ranked)) {
            best = &lane;
            best_worth = lane_worth;
        }
    }
    if (best == nullptr) return std::nullopt;
    return ContactId{best->head};
}

/// The contact that an agent of the pool who has just become free takes. By the rule of most groups: highest priority,
/// then longest wait with its credit, then the lane that comes first in the scenario.
inline std::optional<ContactId> next_waiting(const Model& model, const World& world, PoolId id) {
    const PoolModel& pool = model.pools[index(id)];
    if (!pool.is_simple) [[unlikely]]
        return next_waiting_by_rule(model, world, pool, false);
    const LaneState* best = nullptr;
    for (const LaneId lane_id : pool.lanes) {
        const LaneState& lane = world.lanes[index(lane_id)];
        if (lane.head == kNone) continue;
        if (best == nullptr || lane.priority > best->priority ||
            (lane.priority == best->priority && lane.head_ranked < best->head_ranked)) {
            best = &lane;
        }
    }
    if (best == nullptr) return std::nullopt;
    return ContactId{best->head};
}

/// The same for one call channel only: the chat that an agent with a free window takes beside those it has.
inline std::optional<ContactId> next_waiting_chat(const Model& model, const World& world, PoolId id) {
    const LaneState* best = nullptr;
    for (const LaneId lane_id : model.pools[index(id)].lanes) {
        const LaneState& lane = world.lanes[index(lane_id)];
        if (lane.head == kNone) continue;
        if (model.call_types[index(model.lanes[index(lane_id)].call_type)].channel != Channel::chat) continue;
        if (best == nullptr || lane.priority > best->priority ||
            (lane.priority == best->priority && lane.head_ranked < best->head_ranked)) {
            best = &lane;
        }
    }
    if (best == nullptr) return std::nullopt;
    return ContactId{best->head};
}

}  // namespace floorwalker::model
