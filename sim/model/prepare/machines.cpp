#include <algorithm>
#include <cmath>

#include "sim/model/machines/ways.hpp"
#include "sim/model/prepare/parts.hpp"

namespace floorwalker::model {
namespace {

void add_machine(const Machine& machine, const std::vector<MachinePhase>& phases,
                 const std::optional<Breakdowns>& breakdowns, MachinesModel& machines) {
    for (const MachinePhase& phase : phases) machines.phases.push_back({machine, phase});
    if (breakdowns)
        machines.breakdowns.push_back({machine, kernel::Sampler{breakdowns->up}, kernel::Sampler{breakdowns->down}});
}

/// Of a text that names no site: where the lines end.
SiteId site_named(const Infrastructure& all, const std::string& name) {
    const auto found =
        std::find_if(all.sites.begin(), all.sites.end(), [&](const Site& site) { return site.id == name; });
    if (found == all.sites.end()) return all.ivr_site;
    return SiteId(static_cast<std::uint16_t>(found - all.sites.begin()));
}

void find_ways(MachinesModel& machines) {
    const auto sites = static_cast<std::uint16_t>(machines.all->sites.size());
    for (std::uint16_t from = 0; from < sites; ++from) {
        for (std::uint16_t to = 0; to < sites; ++to)
            machines.ways.push_back(
                way_between(*machines.all, SiteId{from}, SiteId{to}).value_or(std::vector<LinkId>{}));
    }
}

/// How many calls the thinnest link has room for.
std::int64_t most_calls(const MachinesModel& machines, SiteId site) {
    std::int64_t most = kUnlimited;
    for (const LinkId link : *machines.way(machines.all->ivr_site, site)) {
        const double room = machines.all->voice->most * machines.all->links[index(link)].bytes_per_second;
        const double calls = std::floor(room / machines.all->voice->bytes_per_second);
        if (calls < static_cast<double>(most)) most = static_cast<std::int64_t>(calls);
    }
    return most;
}

}  // namespace

std::vector<LookUpModel> look_up_models(const std::vector<LookUp>& rules) {
    std::vector<LookUpModel> prepared;
    for (const LookUp& one : rules) {
        for (std::int64_t i = 0; i < one.times; ++i) prepared.push_back({one, kernel::Sampler{one.work}});
    }
    return prepared;
}

void prepare_machines(const Scenario& scenario, Model& model) {
    if (!model.uses.machines) return;
    MachinesModel& machines = model.machines;
    machines.all = std::make_shared<const Infrastructure>(scenario.infrastructure);
    for (const Group& group : scenario.groups) machines.site_of_group.push_back(site_named(*machines.all, group.site));
    for (std::size_t i = 0; i < machines.all->servers.size(); ++i) {
        const floorwalker::Server& server = machines.all->servers[i];
        add_machine({MachineKind::server, static_cast<std::uint16_t>(i)}, server.phases, server.breakdowns, machines);
    }
    for (std::size_t i = 0; i < machines.all->links.size(); ++i) {
        const floorwalker::Link& link = machines.all->links[i];
        add_machine({MachineKind::link, static_cast<std::uint16_t>(i)}, link.phases, link.breakdowns, machines);
    }
    machines.entry = kernel::Sampler{machines.all->paper.entry};
    if (machines.all->platform) return;
    find_ways(machines);
    if (!machines.all->voice) return;
    for (std::size_t site = 0; site < machines.all->sites.size(); ++site)
        machines.most_calls.push_back(most_calls(machines, SiteId(static_cast<std::uint16_t>(site))));
}

}  // namespace floorwalker::model
