#pragma once

#include "sim/model/floor.hpp"

/// Whether anybody works the shifts of a place. Who leaves while at work finishes the shift, and begins none; who comes
/// takes none over that has begun.
namespace floorwalker::model {

inline bool is_vacant(const World& world, AgentId id) {
    return index(id) < world.people.size() && world.people[index(id)].is_gone;
}

/// A shift of the place begins: whether its person comes for it.
inline bool takes_shift(World& world, AgentId id) {
    if (!is_vacant(world, id)) return true;
    ++world.people[index(id)].missed_shifts;
    return false;
}

/// A shift of the place ends: whether somebody has worked it. Those that nobody came for are older than those of who
/// came later, and younger than those of who is gone.
inline bool has_worked(World& world, AgentId id) {
    Person& person = world.people[index(id)];
    const bool is_first_missed = person.missed_shifts > 0 && !(person.is_gone && world.agents[index(id)].on_duty());
    if (!is_first_missed) return true;
    --person.missed_shifts;
    return false;
}

/// Whether somebody may take the place: nobody is there from before.
inline bool is_free(const World& world, AgentId id) {
    const AgentRecord& agent = world.agents[index(id)];
    return is_vacant(world, id) && !agent.on_duty() && agent.state == AgentState::signed_out;
}

}  // namespace floorwalker::model
