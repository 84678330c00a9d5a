#pragma once

#include <algorithm>
#include <utility>

#include "sim/model/agent/aside.hpp"
#include "sim/model/journey/asking.hpp"

/// A call rings at its agent, who takes it after a while or not at all. Until then it waits: it may give up, and is in
/// no lane.
namespace floorwalker::model {

/// The agent has taken it.
template <class Observer>
void take_contact(Floor<Observer>& floor, AgentId agent, ContactId id, Duration waited, bool queued, Duration rang);

/// Who has been dialled, or comes back to its first agent, is not rung for.
inline bool rings_first(const Model& model, const World& world, AgentId agent, ContactId id) {
    const ContactRef& ref = world.contacts[index(id)].ref;
    const Journey& journey = world.journeys[index(id)];
    const bool is_dialled = journey.is_outbound && ref.leg == 0;
    return model.groups[index(world.agents[index(agent)].group)].ring &&
           model.call_types[index(ref.call_type)].channel == Channel::voice && !is_dialled && !journey.is_return;
}

/// Whether nobody takes it this time. Each ring of a turn has luck of its own.
template <class Observer>
bool rings_out(Floor<Observer>& floor, ContactId id, double share) {
    if (share == 0.0) return false;
    const ContactRef& ref = floor.contact(id).ref;
    auto luck = luck_of(floor.world.key, ref.customer, Purpose::ring_missed, turn_of(ref));
    for (std::uint32_t before = floor.journey(id).rings; before > 0; --before) luck();
    return kernel::unit_interval(luck()) < share;
}

/// Its patience goes on from when it asked. Who would leave at once rather than queue does not mind the ring.
template <class Observer>
void wait_on(Floor<Observer>& floor, ContactId id) {
    ContactState& contact = floor.contact(id);
    floor.world.events.cancel(std::exchange(contact.patience, {}));
    const Duration patience = patience_on_journey(floor.model, floor.world, id);
    if (patience == Duration{0} || patience == kForever) return;
    const TimePoint end = std::max(floor.now(), contact.since + patience);
    contact.patience = floor.schedule(end, EventKind::patience_ends, index(id));
}

/// The agent must be free, and the contact in no lane.
template <class Observer>
void begin_ring(Floor<Observer>& floor, AgentId agent_id, ContactId id, Duration waited, bool queued) {
    AgentRecord& agent = floor.agent(agent_id);
    Journey& journey = floor.journey(id);
    const ContactRef ref = floor.contact(id).ref;
    const RingModel& ring = *floor.model.groups[index(agent.group)].ring;
    journey.place = Whereabouts::ringing;
    journey.agent = agent_id;
    journey.was_queued = queued;
    journey.rings_out = rings_out(floor, id, ring.not_answered);
    ++journey.rings;
    ++floor.world.ringing;
    agent.contact = ref;
    agent.has_plain_contact = false;
    agent.since = floor.now();
    floor.observe(RingBegan{floor.now(), ref, agent_id, agent.group, waited, queued});
    change_state(floor, agent_id, AgentState::ringing);
    Duration length = ring.longest;
    if (!journey.rings_out) {  // of a turn only one ring is ever taken
        auto luck = luck_of(floor.world.key, ref.customer, Purpose::ring_delay, turn_of(ref));
        length = std::min(length, drawn_duration(ring.delay(luck)));
    }
    wait_on(floor, id);
    journey.timer = floor.schedule(floor.now() + length, EventKind::ring_ends, index(id));
}

inline void stop_ringing(World& world, ContactId id) {
    Journey& journey = world.journeys[index(id)];
    world.events.cancel(std::exchange(journey.timer, {}));
    world.events.cancel(std::exchange(world.contacts[index(id)].patience, {}));
    journey.place = Whereabouts::arriving;
    --world.ringing;
}

/// Nobody took it: another agent who is free gets it at once, else it waits in its place by rank.
template <class Observer>
void goes_back(Floor<Observer>& floor, ContactId id) {
    const ContactState& contact = floor.contact(id);
    const bool was_queued = floor.journey(id).was_queued;
    if (was_queued && is_after_hours(floor.model, floor.world)) return dismiss_on_journey(floor, id);
    take_steps_at_once(floor, id);
    if (const auto server = server_for(floor.model, floor.world, contact.lane, contact.ref))
        return serve(floor, *server, id, floor.now() - contact.since, was_queued);
    if (!was_queued) return join_queue(floor, id);
    wait_on(floor, id);
    enter_lane(floor.world, id);
    take_due_steps(floor, id);
}

template <class Observer>
void misses_ring(Floor<Observer>& floor, AgentId agent_id, ContactId id, Duration rang) {
    const GroupId group = floor.agent(agent_id).group;
    floor.observe(RingMissed{floor.now(), floor.contact(id).ref, agent_id, group, rang});
    if (should_sign_out(floor, agent_id)) {
        become_free(floor, agent_id);  // goes home
    } else {
        const Duration length = floor.model.groups[index(group)].ring->do_not_disturb;
        set_aside(floor, agent_id, AgentState::do_not_disturb, length);
    }
    goes_back(floor, id);
}

template <class Observer>
void ring_ends(Floor<Observer>& floor, ContactId id) {
    const Journey& journey = floor.journey(id);
    const AgentId agent = journey.agent;
    const Duration rang = floor.now() - floor.agent(agent).since;
    stop_ringing(floor.world, id);
    if (journey.rings_out) return misses_ring(floor, agent, id, rang);
    take_contact(floor, agent, id, floor.now() - floor.contact(id).since, journey.was_queued, rang);
}

template <class Observer>
void gives_up_ringing(Floor<Observer>& floor, ContactId id) {
    const ContactState& contact = floor.contact(id);
    const AgentId agent = floor.journey(id).agent;
    stop_ringing(floor.world, id);
    floor.observe(Abandoned{floor.now(), contact.ref, floor.now() - contact.since, floor.journey(id).was_queued});
    end_unserved(floor, id);
    become_free(floor, agent);
}

}  // namespace floorwalker::model
