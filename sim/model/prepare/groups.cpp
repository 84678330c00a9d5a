#include <algorithm>

#include "sim/model/prepare/parts.hpp"

namespace floorwalker::model {
namespace {

void prepare_shifts(const Group& group, GroupId id, Roster& roster, Model& model) {
    for (const auto& shift : group.shifts) {
        const auto first = AgentId(model.agents.size());
        for (std::int64_t i = 0; i < shift.agents; ++i) roster.add_agent(id, group.skills);
        model.shifts.push_back({id, first, static_cast<std::uint32_t>(shift.agents), shift.span});
    }
    for (const auto& person : group.listed) {
        const auto agent = roster.add_agent(id, person.skills);
        for (const auto& span : person.shifts) model.shifts.push_back({id, agent, 1, span});
    }
}

GroupRouting routing_of(const Group& group) {
    GroupRouting routing;
    routing.keeps_free = !group.reserves.empty();
    routing.chat = group.chat;
    routing.chat.slowdown.resize(static_cast<std::size_t>(std::max<std::int64_t>(1, group.chat.windows)), 1.0);
    return routing;
}

}  // namespace

PoolId Roster::pool_of(GroupId group, const Skills& skills) {
    std::vector<CallTypeId> types;
    for (const auto& [type, proficiency] : skills) {
        if (proficiency > 0) types.push_back(type);
    }
    const auto [found, is_new] = pools_.try_emplace({group, types}, PoolId(model_.pools.size()));
    if (is_new) model_.pools.push_back(new_pool(group, types));
    return found->second;
}

/// A call type that names its groups is served by no other, whatever skills they have, and chats need a window.
PoolModel Roster::new_pool(GroupId id, const std::vector<CallTypeId>& types) const {
    const Group& group = scenario_.groups[index(id)];
    PoolModel pool{.group = id, .lanes = {}, .skills = types.size(), .take = group.take, .is_simple = true, .keep = {}};
    bool keeps_free = false;
    for (const CallTypeId type : types) {
        if (model_.call_types[index(type)].channel == Channel::chat && group.chat.windows == 0) continue;
        for (const LaneId lane : lanes_.of_type[index(type)]) {
            if (!lanes_.open[index(lane)].holds(id)) continue;
            pool.lanes.push_back(lane);
            pool.keep.push_back(kept_free(group, model_.lanes[index(lane)]));
            keeps_free = keeps_free || pool.keep.back() > 0;
        }
    }
    if (!keeps_free) pool.keep.clear();
    pool.is_simple = pool.take == ContactChoice::priority && pool.keep.empty();
    return pool;
}

ProficiencyId Roster::proficiency_of(const Skills& skills) {
    const auto [found, is_new] = rows_.try_emplace(skills, ProficiencyId(rows_.size()));
    if (is_new) append_row(skills);
    return found->second;
}

AgentId Roster::add_agent(GroupId group, const Skills& skills) {
    model_.agents.push_back({group, pool_of(group, skills), proficiency_of(skills)});
    return AgentId(model_.agents.size() - 1);
}

void Roster::append_row(const Skills& skills) {
    for (std::size_t type = 0; type < scenario_.call_types.size(); ++type) {
        const auto skill = skills.find(CallTypeId(static_cast<std::uint16_t>(type)));
        const bool has = skill != skills.end() && skill->second > 0;
        model_.handling_multiple.push_back(has ? 1.0 / skill->second : 0.0);
    }
}

std::uint32_t kept_free(const Group& group, const LaneModel& lane) {
    std::int64_t keep = lane.keep_free;
    for (const Reserve& reserve : group.reserves) {
        const auto names = [](const auto& list, auto id) {
            return std::find(list.begin(), list.end(), id) != list.end();
        };
        if (!names(reserve.call_types, lane.call_type) && !names(reserve.tiers, lane.tier))
            keep = std::max(keep, reserve.agents);
    }
    return static_cast<std::uint32_t>(keep);
}

void prepare_groups(const Scenario& scenario, Roster& roster, Model& model) {
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        const Group& group = scenario.groups[g];
        const auto id = GroupId(static_cast<std::uint16_t>(g));
        GroupModel prepared;
        prepared.by_shift = group.agents.empty();
        prepared.overtime = group.overtime;
        prepared.handover = group.handover;
        prepared.routing = routing_of(group);
        prepared.leaders = group.leaders;
        prepared.pool = roster.pool_of(id, group.skills);
        prepared.proficiency = roster.proficiency_of(group.skills);
        if (const auto& ring = group.ring)
            prepared.ring =
                RingModel{kernel::Sampler{ring->delay}, ring->not_answered, ring->longest(), ring->do_not_disturb};
        if (prepared.by_shift) {
            prepare_shifts(group, id, roster, model);
        } else {
            prepared.head_count = group.agents;
            if (prepared.head_count.size() == 1) prepared.head_count.resize(model.intervals, group.agents.front());
            for (std::int64_t i = 0; i < known_agents(group); ++i) roster.add_agent(id, group.skills);
        }
        model.groups.push_back(std::move(prepared));
    }
    for (std::size_t p = 0; p < model.pools.size(); ++p)
        model.groups[index(model.pools[p].group)].routing.pools.push_back(PoolId(static_cast<std::uint32_t>(p)));
}

std::int64_t known_agents(const Group& group) {
    if (!group.agents.empty()) return *std::max_element(group.agents.begin(), group.agents.end());
    auto agents = static_cast<std::int64_t>(group.listed.size());
    for (const auto& shift : group.shifts) agents += shift.agents;
    return agents;
}

}  // namespace floorwalker::model
