#pragma once

#include <optional>

#include "sim/model/floor.hpp"

/// Waiting contacts: lanes of contacts in order of arrival, and who is next over several lanes.
namespace floorwalker::model {

inline void refresh_head(const Model& model, World& world, LaneId id) {
    LaneState& lane = world.lanes[index(id)];
    if (lane.head != kNone) lane.head_ranked = world.contacts[lane.head].arrived - model.lanes[index(id)].credit;
}

inline void join_lane(const Model& model, World& world, ContactId id) {
    ContactState& contact = world.contacts[index(id)];
    LaneState& lane = world.lanes[index(contact.lane)];
    const auto place = static_cast<std::uint32_t>(id);
    contact.previous = lane.tail;
    contact.next = kNone;
    if (lane.tail == kNone) {
        lane.head = place;
        refresh_head(model, world, contact.lane);
    } else {
        world.contacts[lane.tail].next = place;
    }
    lane.tail = place;
    ++lane.waiting;
    ++world.waiting;
    ++world.waiting_of_type[index(contact.customer.call_type)];
}

inline void leave_lane(const Model& model, World& world, ContactId id) {
    const ContactState& contact = world.contacts[index(id)];
    LaneState& lane = world.lanes[index(contact.lane)];
    if (contact.next == kNone) {
        lane.tail = contact.previous;
    } else {
        world.contacts[contact.next].previous = contact.previous;
    }
    if (contact.previous == kNone) {
        lane.head = contact.next;
        refresh_head(model, world, contact.lane);
    } else {
        world.contacts[contact.previous].next = contact.next;
    }
    --lane.waiting;
    --world.waiting;
    --world.waiting_of_type[index(contact.customer.call_type)];
}

/// The contact that a free agent of the pool takes: highest priority, then longest wait with its credit, then the lane
/// that comes first in the scenario.
inline std::optional<ContactId> next_waiting(const Model& model, const World& world, PoolId pool) {
    const LaneState* best = nullptr;
    for (const LaneId id : model.pools[index(pool)].lanes) {
        const LaneState& lane = world.lanes[index(id)];
        if (lane.head == kNone) continue;
        if (best == nullptr || lane.priority > best->priority ||
            (lane.priority == best->priority && lane.head_ranked < best->head_ranked)) {
            best = &lane;
        }
    }
    if (best == nullptr) return std::nullopt;
    return ContactId{best->head};
}

}  // namespace floorwalker::model
