#pragma once

#include "sim/model/agent/service.hpp"

/// Which agents who are in chats take another beside them.
namespace floorwalker::model {

/// Agents of the group who are present and should not be.
inline std::int64_t too_many(const Model& model, const World& world, GroupId id) {
    return world.groups[index(id)].present_on_duty - wanted(model.groups[index(id)], world.groups[index(id)]);
}

/// Where more agents are present than wanted, as many as are too many take no new chats: those with the fewest open,
/// who are the first to be free; of equals the last in the list.
inline bool takes_chats(const Model& model, const World& world, AgentId id) {
    const AgentRecord& agent = world.agents[index(id)];
    if (!agent.on_duty() || is_due_away(world, id) || world.groups[index(agent.group)].systems_down > 0) return false;
    std::int64_t leaving = too_many(model, world, agent.group);
    if (leaving <= 0) return true;
    for (const AgentId other_id : world.groups[index(agent.group)].agents) {
        const AgentRecord& other = world.agents[index(other_id)];
        if (other.chats == 0 || !other.on_duty()) continue;
        const bool goes_before = other.chats < agent.chats || (other.chats == agent.chats && other_id > id);
        if (goes_before && --leaving == 0) return true;
    }
    return false;
}

/// Of the agents with a chat window free, the one with the fewest chats; then the one who has had one free longest.
inline std::optional<AgentId> agent_with_window(const Model& model, const World& world, const Search& search,
                                                CallTypeId type) {
    std::uint32_t best = kNone;
    for (const Stage& stage : search.stages) {
        for (const PoolId pool : stage.pools) {
            if (is_kept_off(world, model.pools[index(pool)].group, type)) continue;
            for (std::uint32_t agent = world.pool_extras[index(pool)].chatting.head; agent != kNone;
                 agent = world.agents[agent].next) {
                if (best != kNone && world.agents[agent].chats >= world.agents[best].chats) continue;
                if (takes_chats(model, world, AgentId{agent})) best = agent;
            }
        }
    }
    return best == kNone ? std::nullopt : std::optional{AgentId{best}};
}

}  // namespace floorwalker::model
