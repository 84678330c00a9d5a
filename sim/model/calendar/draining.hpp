#pragma once

#include <algorithm>

#include "sim/model/agent/service.hpp"

/// What the staff does while the centre drains: it stays for those who wait, not for work that can wait.
namespace floorwalker::model {

/// Whether the agent would have gone home: under a head count all have, of those on shift all whose shifts are over.
inline bool stays_to_drain(const Model& model, const World& world, AgentId id) {
    if (!world.is_draining) return false;
    const AgentRecord& agent = world.agents[index(id)];
    if (!model.groups[index(agent.group)].by_shift) return true;
    const auto is_of_agent = [&](std::uint32_t block) {
        const ShiftBlock& shift = model.shifts[block];
        return id >= shift.first && index(id) < index(shift.first) + shift.agents;
    };
    const auto& ended = world.deferred_shift_ends;
    return std::count_if(ended.begin(), ended.end(), is_of_agent) >= agent.shifts;
}

template <class Observer>
std::optional<ContactId> next_to_drain(Floor<Observer>& floor, AgentId id) {
    const PoolModel& pool = floor.model.pools[index(floor.agent(id).pool)];
    return next_waiting_by_rule(floor.model, floor.world, pool, Taker::becomes_free,
                                stays_to_drain(floor.model, floor.world, id));
}

}  // namespace floorwalker::model
