#pragma once

#include "sim/model/floor.hpp"

/// The lists of agents who can take something: free ones, longest idle first in each pool; those with a chat window
/// free; those whose mail can be left for a call. An agent is in one at most.
namespace floorwalker::model {

/// Whether the time has come for the agent to be away from contacts, and it is not yet.
inline bool is_due_away(const World& world, AgentId id) {
    return (index(id) < world.away.size() && world.away[index(id)].due > 0) ||
           (index(id) < world.absences.size() && world.absences[index(id)].is_slip_due);
}

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
    ++pool.idle;
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
    --pool.idle;
}

inline void join_list(World& world, AgentList& list, AgentId id, AgentListed listed) {
    AgentRecord& agent = world.agents[index(id)];
    agent.listed = listed;
    agent.previous = list.tail;
    agent.next = kNone;
    (list.tail == kNone ? list.head : world.agents[list.tail].next) = static_cast<std::uint32_t>(id);
    list.tail = static_cast<std::uint32_t>(id);
}

inline void leave_list(World& world, AgentList& list, AgentId id) {
    AgentRecord& agent = world.agents[index(id)];
    agent.listed = AgentListed::none;
    (agent.next == kNone ? list.tail : world.agents[agent.next].previous) = agent.previous;
    (agent.previous == kNone ? list.head : world.agents[agent.previous].next) = agent.next;
}

}  // namespace floorwalker::model
