#pragma once

#include "sim/model/journey/calling_again.hpp"
#include "sim/model/machines/in_talk.hpp"

/// Talks that are cut off because their agent's site is lost.
namespace floorwalker::model {

/// A call in progress, and not one that the agent holds for another.
template <class Observer>
bool is_in_call(Floor<Observer>& floor, AgentId id) {
    const AgentRecord& agent = floor.agent(id);
    if (agent.state != AgentState::talking && agent.state != AgentState::on_hold) return false;
    if (agent.has_plain_contact || floor.call_type(agent.contact.call_type).channel != Channel::voice) return false;
    const Journey& journey = floor.journey(agent.contact.id);
    return journey.place == Whereabouts::with_agent && journey.held_by != id;
}

/// What the agent looks up at this moment is given up.
template <class Observer>
void end_look_ups(Floor<Observer>& floor, AgentId id) {
    ContactLookUps& look_ups = look_ups_of(floor.world, floor.agent(id).contact.id);
    floor.world.events.cancel(std::exchange(look_ups.due, {}));
    look_ups.count = look_ups.next = 0;
    if (look_ups.ticket == kNone) return;
    const Duration held = floor.now() - floor.world.machines.look_ups[look_ups.ticket].since;
    give_up(floor, look_ups.ticket);
    end_hold(floor, id, held);
}

template <class Observer>
void drop_call(Floor<Observer>& floor, AgentId id) {
    if (!is_in_call(floor, id)) return;
    const ContactRef ref = floor.agent(id).contact;
    end_look_ups(floor, id);
    release_holder(floor, ref.id);
    const SourceId entry = floor.journey(ref.id).entry;
    const bool is_outbound = floor.journey(ref.id).is_outbound;
    floor.observe(CallDropped{floor.now(), ref, id, floor.agent(id).group});
    end_talk(floor, id, true);
    if (!is_outbound) may_redial(floor, ref, entry, CallAgainReason::dropped, id);
    leave_centre(floor.world, ref.id);
    look_ups_of(floor.world, id).may_look_up = false;
    become_free(floor, id);
}

}  // namespace floorwalker::model
