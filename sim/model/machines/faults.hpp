#pragma once

#include "sim/model/agent/staffing.hpp"
#include "sim/model/machines/calls.hpp"
#include "sim/model/machines/dropping.hpp"
#include "sim/model/machines/paper.hpp"

/// Machines that slow down, break, come back; sites that are lost.
namespace floorwalker::model {

/// Somebody will try again.
template <class Observer>
void note_return(Floor<Observer>& floor) {
    auto& unusable = floor.world.machines.unusable_until;
    std::fill(unusable.begin(), unusable.end(), TimePoint{});
    enter_with_idle(floor);
}

template <class Observer>
void state_speed(Floor<Observer>& floor, const Machine& machine) {
    MachineState& state = state_of(floor.world, machine);
    const double before = std::exchange(state.stated, state.ordered * state.platform);
    if (state.stated == before) return;
    floor.observe(MachineChanged{floor.now(), machine.kind, machine.place, state.stated});
    if (before == 0.0) note_return(floor);
}

/// Something has changed that the machine's speed depends on.
template <class Observer>
void set_speed(Floor<Observer>& floor, const Machine& machine) {
    MachineState& state = state_of(floor.world, machine);
    const double wanted = speed_wanted(floor.model, floor.world, machine);
    if (std::exchange(state.ordered, wanted) == wanted) return;
    const bool is_server = machine.kind == MachineKind::server;
    floor.world.orders.push_back({.kind = is_server ? MachineOrder::Kind::server_speed : MachineOrder::Kind::link_speed,
                                  .machine = machine.place,
                                  .value = wanted});
    state_speed(floor, machine);
}

template <class Observer>
void set_all_speeds(Floor<Observer>& floor) {
    for (std::size_t i = 0; i < floor.world.machines.servers.size(); ++i)
        set_speed(floor, {MachineKind::server, static_cast<std::uint16_t>(i)});
    for (std::size_t i = 0; i < floor.world.machines.links.size(); ++i)
        set_speed(floor, {MachineKind::link, static_cast<std::uint16_t>(i)});
}

template <class Observer>
void machine_phase(Floor<Observer>& floor, std::uint32_t number) {
    const PhaseModel& phase = floor.model.machines.phases[number];
    state_of(floor.world, phase.machine).phase = phase.phase.speed;
    set_speed(floor, phase.machine);
}

// ---- Breakdowns

/// Draws when the machine breaks, or is repaired, the next time. Each breakdown has luck of its own.
template <class Observer>
void draw_next_change(Floor<Observer>& floor, const BreakdownModel& model) {
    MachineState& state = state_of(floor.world, model.machine);
    const Purpose purpose = state.is_broken ? Purpose::machine_down : Purpose::machine_up;
    const bool is_link = model.machine.kind == MachineKind::link;
    auto luck =
        luck_of_agent(floor.world.key, GroupId{model.machine.place}, state.breakdowns, is_link ? 1 : 0, purpose);
    constexpr Duration kLeast = std::chrono::seconds{1};  // so that time goes on
    const double seconds = state.is_broken ? model.down(luck) : model.up(luck);
    state.next_change += std::max(kLeast, drawn_duration(seconds));
}

/// Within the days that have begun; those of the others when their day begins, so that none outlives the last.
template <class Observer>
void expect_change(Floor<Observer>& floor, std::size_t number) {
    const TimePoint next = state_of(floor.world, floor.model.machines.breakdowns[number].machine).next_change;
    if (next < floor.model.midnight(floor.world.begun_days)) floor.schedule(next, EventKind::machine_breaks, number);
}

template <class Observer>
void machine_breaks(Floor<Observer>& floor, std::uint32_t number) {
    const BreakdownModel& model = floor.model.machines.breakdowns[number];
    MachineState& state = state_of(floor.world, model.machine);
    state.is_broken = !state.is_broken;
    if (!state.is_broken) ++state.breakdowns;
    draw_next_change(floor, model);
    set_speed(floor, model.machine);
    expect_change(floor, number);
}

/// The day's changes of machines, which no decision brings.
template <class Observer>
void plan_machines(Floor<Observer>& floor, std::uint32_t day) {
    const MachinesModel& machines = floor.model.machines;
    for (std::size_t i = 0; i < machines.phases.size(); ++i)
        floor.schedule(floor.model.midnight(day) + machines.phases[i].phase.at, EventKind::machine_phase, i);
    for (std::size_t i = 0; i < machines.breakdowns.size(); ++i) {
        const MachineState& state = state_of(floor.world, machines.breakdowns[i].machine);
        if (state.next_change == TimePoint{}) draw_next_change(floor, machines.breakdowns[i]);
        if (state.next_change >= floor.model.midnight(day)) expect_change(floor, i);
    }
}

// ---- Decisions

template <class Observer>
void lose_people(Floor<Observer>& floor, SiteId site, bool drops_calls) {
    for (std::size_t g = 0; g < floor.model.groups.size(); ++g) {
        if (floor.model.machines.site_of_group[g] != site) continue;
        const auto group = GroupId(static_cast<std::uint16_t>(g));
        ++floor.group(group).lost;
        for (std::size_t i = 0; drops_calls && i < floor.group(group).agents.size(); ++i)
            drop_call(floor, floor.group(group).agents[i]);
        staff_group(floor, group);
    }
}

template <class Observer>
void bring_people_back(Floor<Observer>& floor, SiteId site) {
    for (std::size_t g = 0; g < floor.model.groups.size(); ++g) {
        if (floor.model.machines.site_of_group[g] != site) continue;
        const auto group = GroupId(static_cast<std::uint16_t>(g));
        --floor.group(group).lost;
        staff_group(floor, group);
    }
}

template <class Observer>
void change_site(Floor<Observer>& floor, const SiteLost& lost, bool ends) {
    std::int64_t& count = floor.world.machines.lost[index(lost.site)];
    count += ends ? -1 : 1;
    const bool is_change = ends ? count == 0 : count == 1;
    if (is_change) {
        floor.world.orders.push_back(
            {.kind = MachineOrder::Kind::site_state, .site = lost.site, .value = ends ? 1.0 : 0.0});
        floor.observe(
            MachineChanged{floor.now(), MachineKind::site, static_cast<std::uint16_t>(lost.site), ends ? 1.0 : 0.0});
        set_all_speeds(floor);
        if (ends) note_return(floor);
    }
    if (ends)
        bring_people_back(floor, lost.site);
    else
        lose_people(floor, lost.site, lost.drops_calls);
}

template <class Observer>
void change_machines(Floor<Observer>& floor, std::uint32_t number, bool ends) {
    const Decision decision = floor.world.decisions[number];
    if (const auto* lost = std::get_if<SiteLost>(&decision.what)) return change_site(floor, *lost, ends);
    const bool is_fault = std::holds_alternative<ServerSlow>(decision.what) ||
                          std::holds_alternative<ServerDown>(decision.what) ||
                          std::holds_alternative<LinkDown>(decision.what);
    if (!is_fault) return;
    auto& faults = floor.world.machines.faults;
    if (ends)
        std::erase(faults, number);
    else
        faults.push_back(number);
    set_all_speeds(floor);
}

}  // namespace floorwalker::model
