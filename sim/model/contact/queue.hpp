#pragma once

#include <optional>

#include "sim/model/floor.hpp"

/// Waiting contacts: lanes of contacts in order of rank, and who is next over several lanes.
namespace floorwalker::model {

inline void refresh_head(World& world, LaneId id) {
    LaneState& lane = world.lanes[index(id)];
    if (lane.head != kNone) lane.head_ranked = world.contacts[lane.head].ranked;
}

inline void count_waiting(World& world, CallTypeId type, std::int64_t change) {
    world.waiting += change;
    world.waiting_of_type[index(type)] += change;
}

/// Contacts of the type that wait, but for callbacks that wait for a quiet time: those are in nobody's way.
inline std::int64_t waiting_in_turn(const Model& model, const World& world, CallTypeId type) {
    std::int64_t waiting = world.waiting_of_type[index(type)];
    const auto& callback = model.call_types[index(type)].callback;
    if (!callback || callback->rules.when != Callback::When::quiet) return waiting;
    for (std::uint16_t tier = 0; tier < model.tiers; ++tier)
        waiting -= world.lanes[index(model.lanes[index(model.lane(type, TierId{tier}))].quiet)].waiting;
    return waiting;
}

/// For contacts that come in order of rank, as all do who have just arrived.
inline void join_lane_last(World& world, ContactId id) {
    ContactState& contact = world.contacts[index(id)];
    LaneState& lane = world.lanes[index(contact.lane)];
    const auto place = static_cast<std::uint32_t>(id);
    contact.previous = lane.tail;
    contact.next = kNone;
    if (lane.tail == kNone) {
        lane.head = place;
        lane.head_ranked = contact.ranked;
    } else {
        world.contacts[lane.tail].next = place;
    }
    lane.tail = place;
    ++lane.waiting;
    count_waiting(world, contact.ref.call_type, 1);
}

/// For contacts whose rank may be earlier than that of others: one that comes back to the queue is sought a place from
/// the nearer end.
inline void join_lane(World& world, ContactId id) {
    ContactState& contact = world.contacts[index(id)];
    LaneState& lane = world.lanes[index(contact.lane)];
    const auto ranked_at = [&](std::uint32_t place) { return world.contacts[place].ranked; };
    if (lane.tail == kNone || ranked_at(lane.tail) <= contact.ranked) return join_lane_last(world, id);
    std::uint32_t behind = lane.head;  // the contact will stand before this one
    while (ranked_at(behind) <= contact.ranked) behind = world.contacts[behind].next;
    contact.next = behind;
    contact.previous = std::exchange(world.contacts[behind].previous, static_cast<std::uint32_t>(id));
    if (contact.previous == kNone) {
        lane.head = static_cast<std::uint32_t>(id);
        lane.head_ranked = contact.ranked;
    } else {
        world.contacts[contact.previous].next = static_cast<std::uint32_t>(id);
    }
    ++lane.waiting;
    count_waiting(world, contact.ref.call_type, 1);
}

inline void leave_lane(World& world, ContactId id) {
    const ContactState& contact = world.contacts[index(id)];
    LaneState& lane = world.lanes[index(contact.lane)];
    if (contact.next == kNone) {
        lane.tail = contact.previous;
    } else {
        world.contacts[contact.next].previous = contact.previous;
    }
    if (contact.previous == kNone) {
        lane.head = contact.next;
        refresh_head(world, contact.lane);
    } else {
        world.contacts[contact.previous].next = contact.next;
    }
    --lane.waiting;
    count_waiting(world, contact.ref.call_type, -1);
}

}  // namespace floorwalker::model
