#pragma once

#include "sim/model/machines/in_talk.hpp"

/// What an agent looks up, or saves, when the customer has gone.
namespace floorwalker::model {

template <class Observer>
void begin_without_customer(Floor<Observer>& floor, AgentId id) {
    AgentLookUps& own = look_ups_of(floor.world, id);
    own.next = 0;
    own.entered = 0;
}

/// What could not be saved is on paper.
template <class Observer>
void write_down_afterwards(Floor<Observer>& floor, AgentId id, ServerId server) {
    const AgentRecord& agent = floor.agent(id);
    floor.observe(WentToPaper{floor.now(), agent.contact, id, agent.group, server});
    ++floor.world.machines.on_paper[index(agent.group) * floor.model.machines.servers() + index(server)];
    look_ups_of(floor.world, id).may_look_up = false;
}

template <class Observer>
bool looks_up_afterwards(Floor<Observer>& floor, AgentId id) {
    AgentLookUps& own = look_ups_of(floor.world, id);
    if (!own.may_look_up) return false;
    const ContactRef& ref = floor.agent(id).contact;
    const auto& rules = floor.call_type(ref.call_type).look_ups;
    for (; own.next < rules.size(); ++own.next) {
        const LookUp& one = rules[own.next].rules;
        if (one.when != LookUpMoment::after) continue;
        if (chance_of(floor.world, ref, Purpose::look_up_happens, turn_of(ref), own.next) >= one.share) continue;
        if (is_known_unusable(floor, site_of(floor, id), one.server)) {
            write_down_afterwards(floor, id, one.server);
            return false;
        }
        own.ticket = ask_by_agent(floor, id, own.next);
        return true;
    }
    return false;
}

/// The look-up takes time, which is wrap-up.
template <class Observer>
void wrap_up_for_look_up(Floor<Observer>& floor, AgentId id) {
    AgentRecord& agent = floor.agent(id);
    if (agent.state == AgentState::wrap_up) return;
    agent.since = floor.now();
    change_state(floor, id, AgentState::wrap_up);
}

template <class Observer>
void look_up_afterwards_ends(Floor<Observer>& floor, AgentId id, const LookUpState& state, bool is_answered) {
    AgentLookUps& own = look_ups_of(floor.world, id);
    own.ticket = kNone;
    ++own.next;
    if (!is_answered) write_down_afterwards(floor, id, state.server);
    if (looks_up_afterwards(floor, id)) return;
    if (floor.agent(id).state == AgentState::wrap_up) return finish_wrap_up(floor, id);
    become_free(floor, id);
}

}  // namespace floorwalker::model
