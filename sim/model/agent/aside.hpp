#pragma once

#include <utility>

#include "sim/model/agent/staffing.hpp"

/// Absences that nobody planned: an agent is set aside for a time, and stays paid.
namespace floorwalker::model {

/// The agent must be free: neither idle in a list nor with a contact.
template <class Observer>
void set_aside(Floor<Observer>& floor, AgentId id, AgentState what, Duration length,
               EventKind end = EventKind::aside_ends) {
    World& world = floor.world;
    if (world.asides.size() <= index(id)) world.asides.resize(world.agents.size());
    ++floor.group(floor.agent(id).group).away;
    change_state(floor, id, what);
    world.asides[index(id)] = floor.schedule(floor.now() + length, end, index(id));
}

/// The agent is back, or goes home instead; what it does next is not said here.
template <class Observer>
void end_aside(Floor<Observer>& floor, AgentId id) {
    floor.world.events.cancel(std::exchange(floor.world.asides[index(id)], {}));
    --floor.group(floor.agent(id).group).away;
}

template <class Observer>
void aside_ends(Floor<Observer>& floor, AgentId id) {
    end_aside(floor, id);
    become_free(floor, id);
}

}  // namespace floorwalker::model
