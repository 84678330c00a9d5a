#pragma once

#include <algorithm>
#include <array>

#include "sim/model/routing/choosing_contact.hpp"

/// What the centre knows of the wait ahead: the estimators, and conditions on queues and agents.
///
/// Estimators: Ibrahim, Whitt, "Real-time delay estimation based on delay history", M&SOM 11 (2009), for last_wait
/// (LES) and head_wait (HOL); queue_length is their QL with the agents that are present.
namespace floorwalker::model {

/// Estimates go no further: nobody is told more than "today".
inline constexpr Duration kLongestEstimate = kDay;

/// Present and not away.
inline std::int64_t at_work(const GroupState& group) {
    return group.present_on_duty + group.present_off_duty - group.away;
}

inline std::int64_t present_agents(const World& world, const std::vector<GroupId>& groups) {
    std::int64_t present = 0;
    for (const GroupId id : groups) present += at_work(world.groups[index(id)]);
    return present;
}

inline std::int64_t free_agents(const Model& model, const World& world, const std::vector<GroupId>& groups) {
    std::int64_t free = 0;
    for (const GroupId group : groups) free += free_agents(model, world, group);
    return free;
}

/// How long the one has waited who waits longest.
inline Duration head_wait(const Model& model, const World& world, CallTypeId type) {
    Duration longest{0};
    for (const LaneId lane : model.call_types[index(type)].lanes) {
        const std::uint32_t head = world.lanes[index(lane)].head;
        if (head != kNone && !model.lanes[index(lane)].is_quiet)
            longest = std::max(longest, world.now - world.contacts[head].since);
    }
    return longest;
}

/// Of the contacts in the lane those that rank before: `ranked` or earlier. Looked for from the end, where a contact
/// that has just come stands.
inline std::int64_t ranked_before(const World& world, LaneId id, const ContactState& contact) {
    const LaneState& lane = world.lanes[index(id)];
    std::int64_t before = lane.waiting;
    for (std::uint32_t place = lane.tail; place != kNone; place = world.contacts[place].previous) {
        if (&world.contacts[place] != &contact && world.contacts[place].ranked <= contact.ranked) break;
        --before;
    }
    return before;
}

/// How many of its call type are served before the contact, as far as priority and rank tell. It need not be in its
/// lane yet.
inline std::int64_t contacts_ahead(const Model& model, const World& world, const ContactState& contact) {
    // As decisions have changed it.
    const int own = world.lanes[index(contact.lane)].priority;
    std::int64_t ahead = 0;
    for (const LaneId id : model.call_types[index(contact.ref.call_type)].lanes) {
        const LaneState& lane = world.lanes[index(id)];
        if (model.lanes[index(id)].is_quiet || lane.priority < own) continue;
        ahead += lane.priority > own ? lane.waiting : ranked_before(world, id, contact);
    }
    return ahead;
}

/// `position`: contacts of the type that are served before.
inline Duration expected_wait(const Model& model, const World& world, CallTypeId id, WaitEstimator estimator,
                              std::int64_t position) {
    const CallTypeModel& type = model.call_types[index(id)];
    switch (estimator) {
    case WaitEstimator::last_wait: return world.waits[index(id)].last;
    case WaitEstimator::moving_average: return Duration{static_cast<std::int64_t>(world.waits[index(id)].average_us)};
    case WaitEstimator::queue_length: {
        const std::int64_t agents = present_agents(world, type.groups);
        if (agents == 0) return kLongestEstimate;
        const double seconds = static_cast<double>(position + 1) * type.mean_handling_s / static_cast<double>(agents);
        return std::min(kLongestEstimate, drawn_duration(seconds));
    }
    case WaitEstimator::head_wait: return std::min(kLongestEstimate, head_wait(model, world, id));
    }
    return Duration{0};
}

/// All estimators for a contact that is about to join its lane.
inline std::array<Duration, kWaitEstimators> expected_waits(const Model& model, const World& world,
                                                            const ContactState& contact) {
    const std::int64_t ahead = contacts_ahead(model, world, contact);
    std::array<Duration, kWaitEstimators> waits;
    for (std::size_t i = 0; i < kWaitEstimators; ++i)
        waits[i] = expected_wait(model, world, contact.ref.call_type, static_cast<WaitEstimator>(i), ahead);
    return waits;
}

/// The scenario's choice for the type.
inline WaitEstimator estimator_of(const CallTypeModel& type) {
    return type.expected ? type.expected->estimator : WaitEstimator::queue_length;
}

/// What the wait of one who joins the queue of the type behind all others is expected to be.
inline Duration expected_wait_of_next(const Model& model, const World& world, CallTypeId id) {
    const WaitEstimator estimator = estimator_of(model.call_types[index(id)]);
    return expected_wait(model, world, id, estimator, waiting_in_turn(model, world, id));
}

/// A contact of the type was answered after `waited`.
inline void remember_wait(const Model& model, World& world, CallTypeId type, Duration waited) {
    if (!model.uses.estimates) return;
    constexpr double kWeight = 0.1;  // of the newest wait: a memory of about ten contacts
    WaitMemory& memory = world.waits[index(type)];
    const auto waited_us = static_cast<double>(waited.count());
    memory.average_us =
        memory.answered == 0 ? waited_us : memory.average_us + kWeight * (waited_us - memory.average_us);
    memory.last = waited;
    ++memory.answered;
}

inline double value_of(const Model& model, const World& world, const Condition& condition, CallTypeId own) {
    const CallTypeId id = condition.call_type.value_or(own);
    const CallTypeModel& type = model.call_types[index(id)];
    const auto& groups = condition.groups.empty() ? type.groups : condition.groups;
    const auto waiting = static_cast<double>(waiting_in_turn(model, world, id));
    switch (condition.of) {
    case Condition::Of::queue_length: return waiting;
    case Condition::Of::expected_wait: return to_seconds(expected_wait_of_next(model, world, id));
    case Condition::Of::free_agents: return static_cast<double>(free_agents(model, world, groups));
    case Condition::Of::queue_per_agent:
        return waiting / std::max(1.0, static_cast<double>(present_agents(world, groups)));
    }
    return 0.0;
}

inline bool all_hold(const Model& model, const World& world, const std::vector<Condition>& conditions, CallTypeId own) {
    return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
        const double value = value_of(model, world, condition, own);
        return value >= condition.at_least && value <= condition.at_most;
    });
}

}  // namespace floorwalker::model
