#include <algorithm>

#include "sim/model/agent/skill.hpp"
#include "sim/model/engine.hpp"

namespace floorwalker::model {
namespace {

void place_agents(const Model& model, World& world) {
    world.groups.resize(model.groups.size());
    for (std::size_t i = 0; i < model.agents.size(); ++i) {
        const AgentModel& agent = model.agents[i];
        AgentRecord record;
        record.group = agent.group;
        record.pool = agent.pool;
        record.proficiency = agent.proficiency;
        // Under a head count anyone may be called in; under shifts only those whose shift it is.
        record.shifts = model.groups[index(agent.group)].by_shift ? 0 : 1;
        world.agents.push_back(record);
        if (model.uses.people()) add_person(model, world, AgentId(i));
        world.groups[index(agent.group)].agents.push_back(AgentId(i));
    }
}

/// One dial for two agents expected to be free: how many more there may be is to be learned from below.
double first_pace(const CampaignModel& campaign) {
    const double reached = *std::min_element(campaign.reached.begin(), campaign.reached.end());
    return std::clamp(reached / 2, kLeastPace, 1.0);
}

void place_machines(const Model& model, World& world) {
    const Infrastructure& all = *model.machines.all;
    MachinesState& machines = world.machines;
    machines.servers.resize(all.servers.size());
    machines.links.resize(all.links.size());
    machines.lost.resize(all.sites.size());
    machines.calls.resize(all.sites.size());
    machines.unusable_until.resize(all.sites.size() * all.servers.size());
    machines.failures.resize(machines.unusable_until.size());
    machines.on_paper.resize(model.groups.size() * all.servers.size());
    for (std::size_t g = 0; g < model.groups.size() && !model.machines.most_calls.empty(); ++g) {
        if (model.machines.most_calls[index(model.machines.site_of_group[g])] > 0) continue;
        for (std::size_t t = 0; t < model.call_types.size(); ++t) {
            if (model.call_types[t].channel == Channel::voice)
                world.kept_off.push_back(
                    {GroupId(static_cast<std::uint16_t>(g)), CallTypeId(static_cast<std::uint16_t>(t))});
        }
    }
}

}  // namespace

World first_world(const Model& model, kernel::StreamKey key) {
    World world;
    world.key = key;
    world.arrivals.resize(model.sources.size());
    for (std::size_t i = 0; i < model.sources.size(); ++i) world.arrivals[i].next.source = model.source_at(i);
    world.waiting_of_type.resize(model.call_types.size());
    for (const LaneModel& lane : model.lanes) {
        world.lanes.emplace_back();
        world.lanes.back().priority = lane.priority;
    }
    world.pools.resize(model.pools.size());
    world.pool_extras.resize(model.pools.size());
    world.campaigns.resize(model.campaigns.size());
    for (std::size_t i = 0; i < model.campaigns.size(); ++i) world.campaigns[i].pace = first_pace(model.campaigns[i]);
    if (model.uses.estimates) world.waits.resize(model.call_types.size());
    place_agents(model, world);
    if (model.uses.away) world.away.resize(world.agents.size());
    if (model.uses.absences || model.uses.slips) world.absences.resize(world.agents.size());
    if (model.uses.absences) world.missed.resize(model.shifts.size());
    if (model.uses.staying) world.stays.resize(world.agents.size());
    world.away_at_once.resize(model.activities.size());
    if (model.uses.machines) place_machines(model, world);
    world.decisions = model.decisions;
    world.events.schedule(TimePoint{}, static_cast<std::uint32_t>(EventKind::day_begins), 0);
    if (model.replay && !model.replay->empty()) {
        world.events.schedule(model.replay->front().at, static_cast<std::uint32_t>(EventKind::recorded_call), 0);
    }
    return world;
}

}  // namespace floorwalker::model
