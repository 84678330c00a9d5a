#pragma once

#include <optional>

#include "sim/model/floor.hpp"

/// Free agents, longest idle first in each pool, and the choice of the one who takes a contact.
namespace floorwalker::model {

inline void join_idle(World& world, AgentId id) {
    AgentRecord& agent = world.agents[index(id)];
    PoolState& pool = world.pools[index(agent.pool)];
    const auto place = static_cast<std::uint32_t>(id);
    agent.idle_order = world.idle_counter++;
    agent.previous = pool.idle_tail;
    agent.next = kNone;
    if (pool.idle_tail == kNone) {
        pool.idle_head = place;
    } else {
        world.agents[pool.idle_tail].next = place;
    }
    pool.idle_tail = place;
}

inline void leave_idle(World& world, AgentId id) {
    const AgentRecord& agent = world.agents[index(id)];
    PoolState& pool = world.pools[index(agent.pool)];
    if (agent.next == kNone) {
        pool.idle_tail = agent.previous;
    } else {
        world.agents[agent.next].previous = agent.previous;
    }
    if (agent.previous == kNone) {
        pool.idle_head = agent.next;
    } else {
        world.agents[agent.previous].next = agent.next;
    }
}

/// The free agent for a contact of the call type, by the type's stages.
inline std::optional<AgentId> free_agent_for(const CallTypeModel& type, const World& world) {
    for (const Stage& stage : type.stages) {
        std::uint32_t best = kNone;
        for (const PoolId pool : stage.pools) {
            const std::uint32_t head = world.pools[index(pool)].idle_head;
            if (head == kNone) continue;
            if (best == kNone || world.agents[head].idle_order < world.agents[best].idle_order) best = head;
        }
        if (best != kNone) return AgentId{best};
    }
    return std::nullopt;
}

}  // namespace floorwalker::model
