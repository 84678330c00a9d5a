#pragma once

#include "sim/model/agent/absence.hpp"
#include "sim/model/agent/service.hpp"

/// Moments away that nobody plans: an agent who is free goes at once, others when they have finished.
namespace floorwalker::model {

/// Extra people come by decision and have none.
inline bool may_slip(const World& world, AgentId id) { return index(id) < world.absences.size(); }

template <class Observer>
void plan_slip(Floor<Observer>& floor, AgentId id) {
    if (!may_slip(floor.world, id)) return;
    const AbsenceModel& absence = floor.model.absences[index(floor.agent(id).group)];
    if (absence.slips_per_us == 0.0) return;
    const Duration pause = until_next_slip(floor.model, floor.world, id);
    floor.world.absences[index(id)].slip = floor.schedule(floor.now() + pause, EventKind::slip_is_due, index(id));
}

/// The agent signs out, and what it was about to do is forgotten.
template <class Observer>
void forget_slip(Floor<Observer>& floor, AgentId id) {
    if (!may_slip(floor.world, id)) return;
    AbsenceState& state = floor.world.absences[index(id)];
    floor.world.events.cancel(std::exchange(state.slip, {}));
    state.is_slip_due = false;
}

/// The agent must be free: neither idle in a list nor with a contact.
template <class Observer>
bool slips_away(Floor<Observer>& floor, AgentId id) {
    if (!may_slip(floor.world, id)) return false;
    AbsenceState& state = floor.world.absences[index(id)];
    if (!std::exchange(state.is_slip_due, false)) return false;
    change_state(floor, id, AgentState::unplanned);
    const Duration length = length_of_slip(floor.model, floor.world, id);
    state.slip = floor.schedule(floor.now() + length, EventKind::slip_ends, index(id));
    return true;
}

template <class Observer>
void slip_is_due(Floor<Observer>& floor, AgentId id) {
    const AgentState state = floor.agent(id).state;
    if (is_away(state)) return plan_slip(floor, id);  // it is away as it is
    floor.world.absences[index(id)].is_slip_due = true;
    if (state != AgentState::available) return;
    leave_idle(floor.world, id);
    slips_away(floor, id);
}

template <class Observer>
void slip_ends(Floor<Observer>& floor, AgentId id) {
    plan_slip(floor, id);
    become_free(floor, id);
}

}  // namespace floorwalker::model
