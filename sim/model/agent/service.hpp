#pragma once

#include "sim/model/agent/idle.hpp"
#include "sim/model/agent/skill.hpp"
#include "sim/model/contact/customer.hpp"
#include "sim/model/contact/queue.hpp"
#include "sim/model/journey/doors.hpp"
#include "sim/model/routing/choosing_contact.hpp"

/// An agent and a contact: answering, talking, wrapping up, becoming free.
namespace floorwalker::model {

/// Adds up how long the agent has handled contacts since it signed in.
[[gnu::noinline]] inline void note_occupation(World& world, AgentId id, AgentState to) {
    if (world.occupations.size() <= index(id)) world.occupations.resize(index(id) + 1);
    Occupation& occupation = world.occupations[index(id)];
    if (occupation.is_busy) occupation.busy += world.now - occupation.busy_since;
    if (world.agents[index(id)].state == AgentState::signed_out) occupation = {.signed_in = world.now};
    occupation.is_busy = to != AgentState::available && to != AgentState::signed_out;
    occupation.busy_since = world.now;
}

template <class Observer>
void change_state(Floor<Observer>& floor, AgentId id, AgentState to) {
    AgentRecord& agent = floor.agent(id);
    if (agent.state == to) return;
    if (floor.uses(&Features::occupancy)) [[unlikely]]
        note_occupation(floor.world, id, to);
    if (floor.uses(&Features::load)) [[unlikely]]
        note_load(floor.model, floor.world, id);
    floor.observe(AgentChanged{floor.now(), id, agent.group, agent.state, to});
    const bool comes_or_goes = agent.state == AgentState::signed_out || to == AgentState::signed_out;
    agent.state = to;
    if (floor.uses(&Features::leaders) && comes_or_goes) [[unlikely]]
        note_presence(floor, agent.group);
}

/// The line of a plain contact is free, and so is its place in the table.
inline void release_contact(World& world, ContactId id) {
    world.free_contacts.push_back(static_cast<std::uint32_t>(id));
    --world.lines_used;
}

/// The agent must be free: neither idle in a list nor with a contact. The contact must be in no lane.
template <class Observer>
void answer_plain(Floor<Observer>& floor, AgentId agent_id, const ContactRef& contact, std::uint64_t talk_word,
                  Duration waited, bool queued) {
    AgentRecord& agent = floor.agent(agent_id);
    agent.contact = contact;
    agent.has_plain_contact = true;
    agent.since = floor.now();
    floor.observe(Answered{floor.now(), contact, agent_id, agent.group, waited, queued});
    change_state(floor, agent_id, AgentState::talking);
    double seconds = handling_seconds(floor, agent_id, contact.call_type,
                                      talk_need(floor.model, floor.world.key, contact, talk_word));
    if (floor.uses(&Features::abuse)) [[unlikely]]
        seconds = talk_with_customer(floor, agent_id, contact, waited, seconds).seconds;
    floor.schedule(floor.now() + handling_duration(seconds), EventKind::talk_ends, index(agent_id));
}

/// The same for any contact.
template <class Observer>
void answer(Floor<Observer>& floor, AgentId agent, ContactId id, Duration waited, bool queued) {
    const ContactState& contact = floor.contact(id);
    if (!floor.is_plain(contact)) [[unlikely]]
        return answer_on_journey(floor, agent, id, waited, queued);
    const ContactRef ref = contact.ref;
    answer_plain(floor, agent, ref, contact.talk_word, waited, queued);
}

/// Takes a waiting contact that is not plain out of wherever it waits.
void stop_waiting(World& world, ContactId id);

template <class Observer>
void take_waiting(Floor<Observer>& floor, AgentId agent, ContactId id) {
    const ContactState& contact = floor.contact(id);
    if (floor.is_plain(contact)) [[likely]] {
        floor.world.events.cancel(contact.patience);
        leave_lane(floor.world, id);
    } else {
        stop_waiting(floor.world, id);
    }
    answer(floor, agent, id, floor.now() - contact.since, true);
}

/// Whether an agent of the group who is free now should go: its shift is over, or more are present than wanted.
inline bool should_sign_out(const AgentRecord& agent, const GroupState& group, std::int64_t wanted) {
    return !agent.on_duty() || group.present_on_duty > wanted;
}

inline std::int64_t on_duty(const GroupModel& model, const GroupState& group) {
    return model.by_shift ? group.on_shift : group.head_count + group.extra;
}

inline std::int64_t wanted(const GroupModel& model, const GroupState& group) {
    if (group.lost > 0) return 0;
    return std::max<std::int64_t>(0, on_duty(model, group) - group.absent);
}

template <class Observer>
bool should_sign_out(Floor<Observer>& floor, AgentId id) {
    const AgentRecord& agent = floor.agent(id);
    const GroupState& group = floor.group(agent.group);
    return should_sign_out(agent, group, wanted(floor.model.groups[index(agent.group)], group));
}

template <class Observer>
[[gnu::noinline]] void sign_out(Floor<Observer>& floor, AgentId id);

/// Whom an agent takes who is free while somebody waits.
template <class Observer>
std::optional<ContactId> next_for(Floor<Observer>& floor, AgentId id) {
    const PoolId pool = floor.agent(id).pool;
    if constexpr (!Floor<Observer>::kHasMore) return next_waiting_in_turn(floor.world, floor.model.pools[index(pool)]);
    return floor.world.is_draining ? next_to_drain(floor, id) : next_waiting(floor.model, floor.world, pool);
}

/// The agent has just finished or come in: it goes home, takes who is next, or becomes available.
template <class Observer>
void become_free(Floor<Observer>& floor, AgentId id) {
    const AgentRecord& agent = floor.agent(id);
    if (should_sign_out(floor, id)) {
        sign_out(floor, id);
        if (floor.uses(&Features::last_agents)) [[unlikely]]
            release_who_want(floor, id);
        return;
    }
    // Not a feature of the scenario: a trainee may decide it at any time.
    if (Floor<Observer>::kHasMore && floor.group(agent.group).systems_down > 0) [[unlikely]]
        return stand_still(floor, id);
    if (floor.uses(&Features::leaders)) [[unlikely]] {
        if (goes_to_leader(floor, id)) return;
    }
    if (floor.uses(&Features::last_agents)) [[unlikely]] {
        if (take_who_wants(floor, id)) return;
    }
    if (floor.uses(&Features::away)) [[unlikely]] {
        if (goes_away(floor, id)) return;
    }
    if (floor.uses(&Features::slips)) [[unlikely]] {
        if (slips_away(floor, id)) return;
    }
    if (floor.uses(&Features::look_ups)) [[unlikely]] {
        if (enters_from_paper(floor, id)) return;
    }
    if (floor.world.waiting > 0) {
        const auto contact = next_for(floor, id);
        if (contact) {
            take_waiting(floor, id, *contact);
            return;
        }
    }
    change_state(floor, id, AgentState::available);
    join_idle(floor.world, id);
    if (floor.uses(&Features::idle_agents)) [[unlikely]]
        idle_grew(floor, agent.group);
}

/// After the talk: what is left to do, or the next contact.
template <class Observer>
void wrap_up_or_become_free(Floor<Observer>& floor, AgentId id) {
    AgentRecord& agent = floor.agent(id);
    const CallTypeId type = agent.contact.call_type;
    if (floor.uses(&Features::look_ups)) [[unlikely]]
        begin_without_customer(floor, id);
    if (floor.call_type(type).has_wrap_up) {
        const double seconds =
            handling_seconds(floor, id, type, wrap_up_need(floor.model, floor.world.key, agent.contact));
        if (const Duration length = handling_duration(seconds); length > Duration{0}) {
            note_handled(floor, id, type);
            agent.since = floor.now();
            change_state(floor, id, AgentState::wrap_up);
            floor.schedule(floor.now() + length, EventKind::wrap_up_ends, index(id));
            return;
        }
    }
    note_handled(floor, id, type);
    if (floor.uses(&Features::look_ups) && looks_up_afterwards(floor, id)) [[unlikely]]
        return;
    become_free(floor, id);
}

template <class Observer>
void talk_ends(Floor<Observer>& floor, AgentId id) {
    const AgentRecord& agent = floor.agent(id);
    if (!floor.has_plain_contact(agent)) [[unlikely]]
        return talk_ends_on_journey(floor, id);
    floor.observe(TalkEnded{floor.now(), agent.contact, id, agent.group, floor.now() - agent.since, true});
    release_contact(floor.world, agent.contact.id);
    wrap_up_or_become_free(floor, id);
}

template <class Observer>
void finish_wrap_up(Floor<Observer>& floor, AgentId id) {
    const AgentRecord& agent = floor.agent(id);
    floor.observe(WrapUpEnded{floor.now(), agent.contact, id, agent.group, floor.now() - agent.since});
    become_free(floor, id);
}

template <class Observer>
void wrap_up_ends(Floor<Observer>& floor, AgentId id) {
    if (floor.uses(&Features::look_ups) && looks_up_afterwards(floor, id)) [[unlikely]]
        return;
    finish_wrap_up(floor, id);
}

}  // namespace floorwalker::model
