#pragma once

#include "sim/model/agent/missing.hpp"

/// People who stay when their shift ends: until their relief has come, or because too many wait.
namespace floorwalker::model {

/// People who wait for somebody of the group; mail and callbacks of a quiet time do not.
inline std::int64_t waiting_for(const Model& model, const World& world, GroupId id) {
    std::int64_t waiting = 0;
    for (const LaneId lane : model.pools[index(model.groups[index(id)].pool)].lanes) {
        const CallTypeId type = model.lanes[index(lane)].call_type;
        if (is_kept_off(world, id, type)) continue;
        if (model.call_types[index(type)].channel != Channel::mail) waiting += world.lanes[index(lane)].waiting;
    }
    return waiting;
}

template <class Observer>
void stay(Floor<Observer>& floor, AgentId id, StayReason reason, Duration next) {
    const GroupId group = floor.agent(id).group;
    StayState& state = floor.world.stays[index(id)];
    state.reason = reason;
    state.since = floor.now();
    state.end = floor.schedule(floor.now() + next, EventKind::stay_ends, index(id));
    ++(reason == StayReason::handover ? floor.group(group).held : floor.group(group).in_overtime);
    floor.observe(StaysOn{floor.now(), id, group, reason, false});
}

/// Whether it stays, whose shift ends now.
template <class Observer>
bool stays_on(Floor<Observer>& floor, AgentId id) {
    const AgentRecord& agent = floor.agent(id);
    if (agent.state == AgentState::signed_out || agent.shifts > 1 || floor.world.stays[index(id)].reason) return false;
    const GroupId group = floor.agent(id).group;
    const GroupState& state = floor.group(group);
    const GroupModel& model = floor.model.groups[index(group)];
    if (model.handover && state.held < state.late) {
        stay(floor, id, StayReason::handover, model.handover->most);
        return true;
    }
    if (!model.overtime ||
        waiting_for(floor.model, floor.world, group) < model.overtime->waiting * (state.in_overtime + 1))
        return false;
    stay(floor, id, StayReason::overtime, model.overtime->step);
    return true;
}

template <class Observer>
void leave_shift(Floor<Observer>& floor, std::uint32_t block) {
    const bool stay = floor.uses(&Features::staying);
    for (const AgentId id : people_of_shift(floor, block)) {
        if (!stay || !stays_on(floor, id)) go_off_duty(floor, id);
    }
}

template <class Observer>
void end_stay(Floor<Observer>& floor, AgentId id) {
    const GroupId group = floor.agent(id).group;
    StayState& state = floor.world.stays[index(id)];
    const StayReason reason = *std::exchange(state.reason, std::nullopt);
    floor.world.events.cancel(std::exchange(state.end, {}));
    --(reason == StayReason::handover ? floor.group(group).held : floor.group(group).in_overtime);
    floor.observe(StaysOn{floor.now(), id, group, reason, true});
    go_off_duty(floor, id);
    staff_group(floor, group);
}

/// The time of one who stays is over; nobody leaves while the centre drains, and in overtime there is another step
/// while too many wait.
template <class Observer>
void stay_ends(Floor<Observer>& floor, AgentId id) {
    const GroupId group = floor.agent(id).group;
    const GroupModel& model = floor.model.groups[index(group)];
    StayState& state = floor.world.stays[index(id)];
    const bool is_overtime = state.reason == StayReason::overtime;
    const Duration step = is_overtime ? model.overtime->step : model.handover->most;
    const bool is_wanted =
        is_overtime && floor.now() + step - state.since <= model.overtime->most &&
        waiting_for(floor.model, floor.world, group) >= model.overtime->waiting * floor.group(group).in_overtime;
    if (!floor.world.is_draining && !is_wanted) return end_stay(floor, id);
    state.end = floor.schedule(floor.now() + step, EventKind::stay_ends, index(id));
}

/// Somebody has come: one of those who were held may go.
template <class Observer>
void release_relieved(Floor<Observer>& floor, GroupId group) {
    if (floor.group(group).held == 0 || floor.world.is_draining) return;
    for (const AgentId id : floor.group(group).agents) {
        if (index(id) >= floor.world.stays.size() || floor.world.stays[index(id)].reason != StayReason::handover)
            continue;
        return end_stay(floor, id);
    }
}

}  // namespace floorwalker::model
