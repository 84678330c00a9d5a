#pragma once

#include "sim/model/agent/idle.hpp"
#include "sim/model/contact/customer.hpp"
#include "sim/model/contact/queue.hpp"

/// An agent and a contact: answering, talking, wrapping up, becoming free.
namespace floorwalker::model {

template <class Observer>
void change_state(Floor<Observer>& floor, AgentId id, AgentState to) {
    AgentRecord& agent = floor.agent(id);
    if (agent.state == to) return;
    floor.observe(AgentChanged{floor.now(), id, agent.group, agent.state, to});
    agent.state = to;
}

inline void release_contact(World& world, ContactId id) {
    world.free_contacts.push_back(static_cast<std::uint32_t>(id));
    --world.in_centre;
}

/// The agent must be free: neither idle in a list nor with a contact. The contact must be in no lane.
template <class Observer>
void answer(Floor<Observer>& floor, AgentId agent_id, ContactId contact_id, Duration waited, bool queued) {
    const ContactState& contact = floor.contact(contact_id);
    AgentRecord& agent = floor.agent(agent_id);
    agent.contact = floor.ref(contact_id);
    agent.since = floor.now();
    floor.observe(Answered{floor.now(), agent.contact, agent_id, agent.group, waited, queued});
    change_state(floor, agent_id, AgentState::talking);
    const double seconds =
        talk_need(floor.model, floor.world.key, contact.customer, contact.interval, contact.talk_word) *
        floor.model.multiple(agent.proficiency, contact.customer.call_type);
    floor.schedule(floor.now() + handling_duration(seconds), EventKind::talk_ends, index(agent_id));
}

template <class Observer>
void take_waiting(Floor<Observer>& floor, AgentId agent, ContactId id) {
    ContactState& contact = floor.contact(id);
    floor.world.events.cancel(contact.patience);
    leave_lane(floor.model, floor.world, id);
    answer(floor, agent, id, floor.now() - contact.arrived, true);
}

/// Whether an agent of the group who is free now should go: its shift is over, or more are present than wanted.
inline bool should_sign_out(const AgentRecord& agent, const GroupState& group, std::int64_t wanted) {
    return !agent.on_duty() || group.present_on_duty > wanted;
}

inline std::int64_t on_duty(const GroupModel& model, const GroupState& group) {
    return model.by_shift ? group.on_shift : group.head_count + group.extra;
}

inline std::int64_t wanted(const GroupModel& model, const GroupState& group) {
    return std::max<std::int64_t>(0, on_duty(model, group) - group.absent);
}

template <class Observer>
void sign_out(Floor<Observer>& floor, AgentId id);

/// The agent has just finished or come in: it goes home, takes who waits longest, or becomes available.
template <class Observer>
void become_free(Floor<Observer>& floor, AgentId id) {
    const AgentRecord& agent = floor.agent(id);
    const GroupState& group = floor.group(agent.group);
    if (should_sign_out(agent, group, wanted(floor.model.groups[index(agent.group)], group))) {
        sign_out(floor, id);
        return;
    }
    if (floor.world.waiting > 0) {
        if (const auto contact = next_waiting(floor.model, floor.world, agent.pool)) {
            take_waiting(floor, id, *contact);
            return;
        }
    }
    change_state(floor, id, AgentState::available);
    join_idle(floor.world, id);
}

template <class Observer>
void talk_ends(Floor<Observer>& floor, AgentId id) {
    AgentRecord& agent = floor.agent(id);
    floor.observe(TalkEnded{floor.now(), agent.contact, id, agent.group, floor.now() - agent.since});
    release_contact(floor.world, agent.contact.id);
    const Customer customer = agent.contact.customer;
    if (floor.call_type(customer.call_type).has_wrap_up) {
        const double seconds = wrap_up_need(floor.model, floor.world.key, customer, agent.contact.interval) *
                               floor.model.multiple(agent.proficiency, customer.call_type);
        if (const Duration length = handling_duration(seconds); length > Duration{0}) {
            agent.since = floor.now();
            change_state(floor, id, AgentState::wrap_up);
            floor.schedule(floor.now() + length, EventKind::wrap_up_ends, index(id));
            return;
        }
    }
    become_free(floor, id);
}

template <class Observer>
void wrap_up_ends(Floor<Observer>& floor, AgentId id) {
    const AgentRecord& agent = floor.agent(id);
    floor.observe(WrapUpEnded{floor.now(), agent.contact, id, agent.group, floor.now() - agent.since});
    become_free(floor, id);
}

}  // namespace floorwalker::model
