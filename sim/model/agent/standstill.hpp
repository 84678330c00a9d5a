#pragma once

#include "sim/model/agent/away.hpp"

/// The systems that agents work with are down: who is free stands still until a decision's time is over. Nobody is
/// interrupted, and who stands still may take a break that is due, or go home.
namespace floorwalker::model {

/// The agent must be free: neither idle in a list nor with a contact.
template <class Observer>
void stand_still(Floor<Observer>& floor, AgentId id) {
    if (floor.uses(&Features::away) && goes_away(floor, id)) return;
    change_state(floor, id, AgentState::system_down);
}

template <class Observer>
void take_systems_down(Floor<Observer>& floor, GroupId group) {
    if (++floor.group(group).systems_down > 1) return;
    for (const AgentId id : floor.group(group).agents) {
        if (floor.agent(id).state != AgentState::available) continue;
        leave_idle(floor.world, id);
        stand_still(floor, id);
    }
}

/// By place, not by iterator: who is free again may set off what brings others in.
template <class Observer>
void bring_systems_back(Floor<Observer>& floor, GroupId group) {
    if (--floor.group(group).systems_down > 0) return;
    for (std::size_t i = 0; i < floor.group(group).agents.size(); ++i) {
        const AgentId id = floor.group(group).agents[i];
        if (floor.agent(id).state == AgentState::system_down) become_free(floor, id);
    }
    if (floor.model.groups[index(group)].routing.chat.windows > 1) reopen_windows(floor, group);
}

template <class Observer>
void change_systems(Floor<Observer>& floor, const SystemDown& down, bool ends) {
    const auto change = [&](GroupId group) {
        return ends ? bring_systems_back(floor, group) : take_systems_down(floor, group);
    };
    if (down.group) return change(*down.group);
    for (std::size_t g = 0; g < floor.model.groups.size(); ++g) change(GroupId(static_cast<std::uint16_t>(g)));
}

}  // namespace floorwalker::model
