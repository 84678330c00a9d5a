#pragma once

#include <limits>
#include <optional>

#include "sim/model/contact/queue.hpp"
#include "sim/model/routing/keeping_off.hpp"

/// Which waiting contact an agent takes. Only the first of each lane is looked at, so the cost grows with the skills of
/// the agent, not with the queue.
namespace floorwalker::model {

/// Agents of the group who are free now.
inline std::int64_t free_agents(const Model& model, const World& world, GroupId group) {
    std::int64_t free = 0;
    for (const PoolId pool : model.groups[index(group)].routing.pools) free += world.pools[index(pool)].idle;
    return free;
}

inline bool is_of_chats(const Model& model, LaneId lane) {
    return model.call_types[index(model.lanes[index(lane)].call_type)].channel == Channel::chat;
}

/// Equally good: the longest wait with its credit, then the lane that comes first in the scenario. The contacts of one
/// queue that is the longest against its share go by priority before that.
inline bool is_next_among_equals(const PoolModel& pool, const LaneState& lane, const LaneState& best) {
    if (pool.take == ContactChoice::queue_ratio && lane.priority != best.priority) return lane.priority > best.priority;
    return lane.head_ranked < best.head_ranked;
}

/// How much the first contact of a lane is worth by one of the rules other than priority; the largest is taken. Whole
/// numbers make exact ties: nothing is divided, and whole seconds are whole. To be asked lane by lane in the pool's
/// order.
class LaneWorth {
public:
    LaneWorth(const Model& model, const World& world, const PoolModel& pool)
        : model_{model}, world_{world}, pool_{pool} {
        if (pool.take == ContactChoice::queue_ratio) measure_all();
    }

    double operator()(std::size_t place) {
        const LaneModel& lane = model_.lanes[index(pool_.lanes[place])];
        if (lane.is_quiet) return -std::numeric_limits<double>::infinity();
        const double waited_s = to_seconds(world_.now - world_.lanes[index(pool_.lanes[place])].head_ranked);
        switch (pool_.take) {
        case ContactChoice::weighted_wait: return lane.weight * waited_s;
        case ContactChoice::accumulating: return lane.points + lane.points_per_second * waited_s;
        case ContactChoice::queue_ratio: return excess(place);
        // As decisions have changed it.
        case ContactChoice::priority: return world_.lanes[index(pool_.lanes[place])].priority;
        case ContactChoice::longest_wait: return waited_s;
        }
        return 0.0;
    }

    /// What the worths are multiples of: the sum of the shares, so that nothing need be divided to compare them.
    double unit() const { return pool_.take == ContactChoice::queue_ratio ? shares_ : 1.0; }

private:
    /// The end of the lanes of one call type; a pool has them side by side. A queue is the call type's, whatever the
    /// tiers and steps of its contacts.
    std::size_t measure_queue(std::size_t place) {
        queue_ = model_.lanes[index(pool_.lanes[place])].call_type;
        queue_waiting_ = 0.0;
        for (; place < pool_.lanes.size(); ++place) {
            const LaneModel& lane = model_.lanes[index(pool_.lanes[place])];
            if (lane.call_type != queue_) break;
            if (!lane.is_quiet) queue_waiting_ += world_.lanes[index(pool_.lanes[place])].waiting;
        }
        return place;
    }

    void measure_all() {
        for (std::size_t place = 0; place < pool_.lanes.size();) {
            shares_ += model_.lanes[index(pool_.lanes[place])].queue_share;
            place = measure_queue(place);
            waiting_ += queue_waiting_;
        }
        queue_ = kNoCallType;
    }

    /// By how much the queue of the lane is longer than its part of all waiting, times the sum of the shares.
    double excess(std::size_t place) {
        const LaneModel& lane = model_.lanes[index(pool_.lanes[place])];
        if (lane.call_type != queue_) measure_queue(place);
        return queue_waiting_ * shares_ - lane.queue_share * waiting_;
    }

    const Model& model_;
    const World& world_;
    const PoolModel& pool_;
    double waiting_ = 0.0;
    double shares_ = 0.0;
    CallTypeId queue_ = kNoCallType;  // measured last
    double queue_waiting_ = 0.0;
};

/// Who is free for a contact.
enum class Taker : std::uint8_t {
    becomes_free,  // not counted among the free agents yet
    is_free,
    has_window,  // takes chats only, beside those that it has
};

/// Whether nobody stays after closing for those who wait in the lane: mail, and callbacks of a quiet time.
inline bool is_deferred(const Model& model, LaneId id) {
    const LaneModel& lane = model.lanes[index(id)];
    return lane.is_quiet || model.call_types[index(lane.call_type)].channel == Channel::mail;
}

/// `skips_deferred`: the agent only stays to drain the queue.
[[gnu::noinline]] inline std::optional<ContactId> next_waiting_by_rule(const Model& model, const World& world,
                                                                       const PoolModel& pool, Taker taker,
                                                                       bool skips_deferred = false) {
    LaneWorth worth{model, world, pool};
    const bool keeps = !pool.keep.empty() && taker != Taker::has_window;
    const std::int64_t others_free =
        keeps ? free_agents(model, world, pool.group) - (taker == Taker::is_free ? 1 : 0) : 0;
    const LaneState* best = nullptr;
    double best_worth = 0.0;
    for (std::size_t i = 0; i < pool.lanes.size(); ++i) {
        const LaneState& lane = world.lanes[index(pool.lanes[i])];
        if (lane.head == kNone || (keeps && others_free < pool.keep[i])) continue;
        if (taker == Taker::has_window && !is_of_chats(model, pool.lanes[i])) continue;
        if (skips_deferred && is_deferred(model, pool.lanes[i])) continue;
        if (is_kept_off(world, pool.group, model.lanes[index(pool.lanes[i])].call_type)) continue;
        const double lane_worth = worth(i);
        if (best == nullptr || lane_worth > best_worth ||
            (lane_worth == best_worth && is_next_among_equals(pool, lane, *best))) {
            best = &lane;
            best_worth = lane_worth;
        }
    }
    if (best == nullptr) return std::nullopt;
    return ContactId{best->head};
}

/// By the rule of most groups: highest priority, then longest wait with its credit, then the lane that comes first in
/// the scenario.
inline std::optional<ContactId> next_waiting_in_turn(const World& world, const PoolModel& pool) {
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

/// The contact that an agent of the pool who has just become free takes.
inline std::optional<ContactId> next_waiting(const Model& model, const World& world, PoolId id) {
    const PoolModel& pool = model.pools[index(id)];
    if (!pool.is_simple || !world.kept_off.empty()) [[unlikely]]
        return next_waiting_by_rule(model, world, pool, Taker::becomes_free);
    return next_waiting_in_turn(world, pool);
}

/// The chat that an agent with a free window takes beside those it has.
inline std::optional<ContactId> next_waiting_chat(const Model& model, const World& world, PoolId id) {
    return next_waiting_by_rule(model, world, model.pools[index(id)], Taker::has_window);
}

}  // namespace floorwalker::model
