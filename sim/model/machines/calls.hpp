#pragma once

#include "sim/model/journey/doors.hpp"
#include "sim/model/machines/asking_servers.hpp"

/// Calls that need bandwidth on the links to their agents' sites. Agents behind a full link take no further calls.
namespace floorwalker::model {

template <class Observer>
bool counts_calls(Floor<Observer>& floor) {
    return !floor.model.machines.most_calls.empty();
}

/// Whom a full link keeps off what.
template <class Observer, class Act>
void for_each_call_type_at(Floor<Observer>& floor, SiteId site, Act act) {
    const Model& model = floor.model;
    for (std::size_t g = 0; g < model.groups.size(); ++g) {
        if (model.machines.site_of_group[g] != site) continue;
        for (std::size_t t = 0; t < model.call_types.size(); ++t) {
            if (model.call_types[t].channel == Channel::voice)
                act(KeptOff{GroupId(static_cast<std::uint16_t>(g)), CallTypeId(static_cast<std::uint16_t>(t))});
        }
    }
}

template <class Observer>
void order_calls(Floor<Observer>& floor, SiteId site) {
    floor.world.orders.push_back({.kind = MachineOrder::Kind::calls,
                                  .site = site,
                                  .value = static_cast<double>(floor.world.machines.calls[index(site)])});
}

template <class Observer>
void call_begins(Floor<Observer>& floor, AgentId agent) {
    if (!counts_calls(floor)) return;
    const SiteId site = site_of(floor, agent);
    std::int64_t& calls = floor.world.machines.calls[index(site)];
    ++calls;
    order_calls(floor, site);
    if (calls != floor.model.machines.most_calls[index(site)]) return;
    for_each_call_type_at(floor, site, [&](const KeptOff& one) { floor.world.kept_off.push_back(one); });
}

/// Others may take a call when this one is done with: after all that belongs to its end.
template <class Observer>
void call_ends(Floor<Observer>& floor, AgentId agent) {
    if (!counts_calls(floor)) return;
    const SiteId site = site_of(floor, agent);
    std::int64_t& calls = floor.world.machines.calls[index(site)];
    --calls;
    order_calls(floor, site);
    if (calls + 1 != floor.model.machines.most_calls[index(site)]) return;
    auto& all = floor.world.kept_off;
    for_each_call_type_at(floor, site, [&](const KeptOff& one) { all.erase(std::find(all.begin(), all.end(), one)); });
    floor.schedule(floor.now(), EventKind::site_has_room, index(site));
}

template <class Observer>
void site_has_room(Floor<Observer>& floor, SiteId site) {
    for (std::size_t g = 0; g < floor.model.groups.size(); ++g) {
        if (floor.model.machines.site_of_group[g] == site) idle_grew(floor, GroupId(static_cast<std::uint16_t>(g)));
    }
}

}  // namespace floorwalker::model
