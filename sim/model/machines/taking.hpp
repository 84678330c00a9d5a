#pragma once

#include "sim/model/machines/after_talk.hpp"
#include "sim/model/machines/faults.hpp"
#include "sim/model/machines/in_ivr.hpp"

/// What the machines tell the centre.
namespace floorwalker::model {

/// Whoever has not been answered by now waits.
template <class Observer>
void settle_look_ups(Floor<Observer>& floor) {
    MachinesState& machines = floor.world.machines;
    floor.world.fresh_look_ups = 0;
    for (const std::uint32_t ticket : std::exchange(machines.fresh_tickets, {})) {
        LookUpState& state = machines.look_ups[ticket];
        state.is_fresh = false;
        if (state.by == LookUpBy::ivr) continue;
        const AgentId agent{state.subject};
        if (state.when == LookUpMoment::after)
            wrap_up_for_look_up(floor, agent);
        else
            hold_for_look_up(floor, agent);
    }
}

template <class Observer>
void look_up_ends_at_server(Floor<Observer>& floor, std::uint32_t ticket, std::uint8_t tries, bool is_answered) {
    const LookUpState state = take_ticket(floor.world, ticket);
    if (!state.is_fresh || !is_answered)
        state_end(floor, state, tries, is_answered ? LookUpEnd::answered : LookUpEnd::failed);
    if (state.by == LookUpBy::ivr) {
        note_end(floor, floor.model.machines.all->ivr_site, state.server, is_answered);
        return look_up_in_ivr_ends(floor, ContactId{state.subject}, is_answered);
    }
    const AgentId agent{state.subject};
    note_end(floor, site_of(floor, agent), state.server, is_answered);
    if (state.when == LookUpMoment::after) return look_up_afterwards_ends(floor, agent, state, is_answered);
    const auto held = state.is_fresh ? std::nullopt : std::optional{floor.now() - state.since};
    look_up_in_talk_ends(floor, agent, state, held, is_answered);
}

template <class Observer>
void take_machine_event(Floor<Observer>& floor, const MachineEvent& event) {
    using Kind = MachineEvent::Kind;
    switch (event.kind) {
    case Kind::settled: return settle_look_ups(floor);
    case Kind::answered: return look_up_ends_at_server(floor, event.subject, event.tries, true);
    case Kind::failed: return look_up_ends_at_server(floor, event.subject, event.tries, false);
    case Kind::server_load: floor.observe(ServerLoad{floor.now(), ServerId{event.machine}, event.subject}); return;
    case Kind::server_speed:
    case Kind::link_speed: {
        const auto kind = event.kind == Kind::server_speed ? MachineKind::server : MachineKind::link;
        state_of(floor.world, {kind, event.machine}).platform = event.value;
        return state_speed(floor, {kind, event.machine});
    }
    }
}

}  // namespace floorwalker::model
