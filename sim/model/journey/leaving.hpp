#pragma once

#include "sim/model/agent/service.hpp"
#include "sim/model/machines/calls.hpp"
#include "sim/model/machines/paper.hpp"

/// How contacts that are not plain begin and end: what they hold, and giving it back.
namespace floorwalker::model {

inline void release_line(World& world, Journey& journey) {
    if (!journey.holds_line) return;
    journey.holds_line = false;
    --world.lines_used;
}

inline void release_port(World& world, Journey& journey) {
    if (!journey.holds_port) return;
    journey.holds_port = false;
    --world.ports_used;
}

/// A contact with a journey of its own.
inline ContactId new_journey(World& world, const ContactRef& ref, SourceId entry) {
    const ContactId id = new_contact(world);
    if (world.journeys.size() <= index(id)) world.journeys.resize(world.contacts.size());
    world.journeys[index(id)] = Journey{};
    world.journeys[index(id)].entry = entry;
    world.journeys[index(id)].arrived = world.now;
    ContactState& contact = world.contacts[index(id)];
    contact = ContactState{};
    contact.ref = ref;
    contact.ref.id = id;
    contact.is_plain = false;
    contact.since = world.now;
    return id;
}

/// The contact must be in no lane and with no agent.
inline void leave_centre(World& world, ContactId id) {
    Journey& journey = world.journeys[index(id)];
    journey.is_deferred = false;
    release_line(world, journey);
    release_port(world, journey);
    world.events.cancel(journey.timer);
    world.events.cancel(journey.hold_timer);
    world.events.cancel(world.contacts[index(id)].patience);
    journey.place = Whereabouts::arriving;
    leave_on_paper(world, id);
    world.free_contacts.push_back(static_cast<std::uint32_t>(id));
}

/// The agent's part of a talk is over; and the contact's, when it `leaves`.
template <class Observer>
void end_talk(Floor<Observer>& floor, AgentId id, bool leaves) {
    const AgentRecord& agent = floor.agent(id);
    floor.observe(TalkEnded{floor.now(), agent.contact, id, agent.group, floor.now() - agent.since, leaves});
    if (floor.uses(&Features::machines)) [[unlikely]]
        call_ends(floor, id);
}

inline void enter_lane(World& world, ContactId id) {
    Journey& journey = world.journeys[index(id)];
    join_lane(world, id);
    journey.place = Whereabouts::in_lane;
    if (journey.is_deferred) ++world.deferred_waiting;
}

inline void exit_lane(World& world, ContactId id) {
    Journey& journey = world.journeys[index(id)];
    leave_lane(world, id);
    journey.place = Whereabouts::arriving;
    if (journey.is_deferred) --world.deferred_waiting;
}

/// The same for a contact that waits for one agent: agents have a list of those who want them, the first to come first.
inline void want(World& world, ContactId id, AgentId agent) {
    Journey& journey = world.journeys[index(id)];
    if (world.wanting.size() <= index(agent)) world.wanting.resize(world.agents.size(), kNone);
    std::uint32_t* end = &world.wanting[index(agent)];
    while (*end != kNone) end = &world.journeys[*end].next_wanting;
    *end = static_cast<std::uint32_t>(id);
    journey.next_wanting = kNone;
    journey.wanted = agent;
    journey.place = Whereabouts::with_one;
    count_waiting(world, world.contacts[index(id)].ref.call_type, 1);
}

inline void stop_wanting(World& world, ContactId id) {
    Journey& journey = world.journeys[index(id)];
    std::uint32_t* place = &world.wanting[index(journey.wanted)];
    while (*place != static_cast<std::uint32_t>(id)) place = &world.journeys[*place].next_wanting;
    *place = journey.next_wanting;
    journey.wanted = kNoAgent;
    journey.place = Whereabouts::arriving;
    count_waiting(world, world.contacts[index(id)].ref.call_type, -1);
}

/// Takes a waiting contact out of wherever it waits.
inline void stop_waiting(World& world, ContactId id) {
    world.events.cancel(world.contacts[index(id)].patience);
    world.events.cancel(world.journeys[index(id)].timer);
    if (world.journeys[index(id)].place == Whereabouts::with_one) {
        stop_wanting(world, id);
    } else {
        exit_lane(world, id);
    }
}

/// The first agent of a warm transfer or a conference is no longer held.
template <class Observer>
void release_holder(Floor<Observer>& floor, ContactId id) {
    Journey& journey = floor.journey(id);
    if (journey.held_by == kNoAgent) return;
    const AgentId holder = std::exchange(journey.held_by, kNoAgent);
    floor.world.events.cancel(std::exchange(journey.hold_timer, {}));
    end_talk(floor, holder, false);
    // Its contact's talk goes on elsewhere: what it has to save itself, it has saved while it held the line.
    if (floor.uses(&Features::look_ups)) look_ups_of(floor.world, holder).may_look_up = false;
    wrap_up_or_become_free(floor, holder);
}

}  // namespace floorwalker::model
