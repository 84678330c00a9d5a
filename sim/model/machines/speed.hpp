#pragma once

#include "sim/model/floor.hpp"

/// How fast machines are now, and which can be reached.
namespace floorwalker::model {

inline MachineState& state_of(World& world, const Machine& machine) {
    MachinesState& machines = world.machines;
    return machine.kind == MachineKind::server ? machines.servers[machine.place] : machines.links[machine.place];
}

inline const MachineState& state_of(const World& world, const Machine& machine) {
    const MachinesState& machines = world.machines;
    return machine.kind == MachineKind::server ? machines.servers[machine.place] : machines.links[machine.place];
}

inline bool is_lost(const World& world, SiteId site) { return world.machines.lost[index(site)] > 0; }

/// What a decision that goes on leaves of the speed of a machine.
inline double speed_left(const Decision& decision, const Machine& machine) {
    const auto is_it = [&](MachineKind kind, std::size_t place) {
        return machine == Machine{kind, static_cast<std::uint16_t>(place)};
    };
    if (const auto* slow = std::get_if<ServerSlow>(&decision.what))
        return is_it(MachineKind::server, index(slow->server)) ? slow->speed : 1.0;
    if (const auto* down = std::get_if<ServerDown>(&decision.what))
        return is_it(MachineKind::server, index(down->server)) ? 0.0 : 1.0;
    if (const auto* down = std::get_if<LinkDown>(&decision.what))
        return is_it(MachineKind::link, index(down->link)) ? 0.0 : 1.0;
    return 1.0;
}

/// Times its own, but for what a platform file does of its own accord; 0: off.
inline double speed_wanted(const Model& model, const World& world, const Machine& machine) {
    const MachineState& state = state_of(world, machine);
    if (state.is_broken) return 0.0;
    if (machine.kind == MachineKind::server && is_lost(world, model.machines.all->servers[machine.place].site))
        return 0.0;
    double speed = state.phase;
    for (const std::uint32_t number : world.machines.faults) speed *= speed_left(world.decisions[number], machine);
    return speed;
}

inline bool is_off(const World& world, const Machine& machine) {
    const MachineState& state = state_of(world, machine);
    return state.ordered == 0.0 || state.platform == 0.0;
}

/// Whether nobody at the site can use the server, as far as is known without a platform file's own links.
inline bool is_out_of_reach(const Model& model, const World& world, SiteId site, ServerId server) {
    if (is_lost(world, site) || is_off(world, {MachineKind::server, static_cast<std::uint16_t>(server)})) return true;
    const auto* way = model.machines.way(site, model.machines.all->servers[index(server)].site);
    if (way == nullptr) return false;
    return std::any_of(way->begin(), way->end(), [&](LinkId link) {
        return is_off(world, {MachineKind::link, static_cast<std::uint16_t>(link)});
    });
}

}  // namespace floorwalker::model
