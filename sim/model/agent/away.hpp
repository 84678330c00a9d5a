#pragma once

#include <algorithm>

#include "sim/model/agent/leading.hpp"

/// Planned activities: an agent whose time has come goes as soon as it is free and the activity has room, and comes
/// back after the length of it. Nobody is interrupted for it, and who goes home takes nothing along.
namespace floorwalker::model {

inline const ActivityModel& activity_of(const Model& model, std::uint32_t plan) {
    return model.activities[model.away[plan].activity];
}

/// Whether one more may go: not too many are away for it, enough stay on the floor, and for a coaching there is a
/// leader who has time, where the group says how many it has.
inline bool may_go(const Model& model, const World& world, std::uint32_t number) {
    const ActivityModel& activity = model.activities[number];
    const GroupState& group = world.groups[index(activity.group)];
    if (activity.what == AgentState::coaching && !is_leader_free(model, world, activity.group)) return false;
    return world.away_at_once[number] < activity.at_once && group.present_on_duty - group.away > activity.keep;
}

inline bool has_room(const Model& model, const World& world, std::uint32_t plan) {
    return may_go(model, world, model.away[plan].activity);
}

inline void count_away(World& world, const Model& model, std::uint32_t plan, int change) {
    const ActivityModel& activity = activity_of(model, plan);
    GroupState& group = world.groups[index(activity.group)];
    world.away_at_once[model.away[plan].activity] += static_cast<std::uint32_t>(change);
    group.away += change;
    if (!activity.is_paid) group.away_unpaid += change;
}

/// The agent must be free: neither idle in a list nor with a contact.
template <class Observer>
void begin_away(Floor<Observer>& floor, std::uint32_t plan) {
    World& world = floor.world;
    const AgentId id = floor.model.away[plan].agent;
    AwayState& state = world.away[index(id)];
    std::erase(world.away_due, plan);
    --state.due;
    state.plan = plan;
    count_away(world, floor.model, plan, 1);
    if (activity_of(floor.model, plan).what == AgentState::coaching) change_leaders(floor, floor.agent(id).group, 1);
    change_state(floor, id, activity_of(floor.model, plan).what);
    state.end = floor.schedule(floor.now() + activity_of(floor.model, plan).length, EventKind::away_ends, index(id));
    state_paid(floor, activity_of(floor.model, plan).group);
}

template <class Observer>
bool goes_away(Floor<Observer>& floor, AgentId id) {
    if (!is_due_away(floor.world, id)) return false;
    const auto is_next = [&](std::uint32_t plan) {
        return floor.model.away[plan].agent == id && has_room(floor.model, floor.world, plan);
    };
    const auto& due = floor.world.away_due;
    const auto found = std::find_if(due.begin(), due.end(), is_next);
    if (found == due.end()) return false;
    begin_away(floor, *found);
    return true;
}

/// Free, or would be but for the systems.
inline bool is_without_contact(AgentState state) {
    return state == AgentState::available || state == AgentState::system_down;
}

/// Somebody is back: those who waited for it go, in the order in which their time came.
template <class Observer>
void send_next_away(Floor<Observer>& floor, std::uint32_t activity) {
    const auto is_next = [&](std::uint32_t plan) {
        return floor.model.away[plan].activity == activity &&
               is_without_contact(floor.agent(floor.model.away[plan].agent).state);
    };
    const auto& due = floor.world.away_due;
    while (may_go(floor.model, floor.world, activity)) {
        const auto found = std::find_if(due.begin(), due.end(), is_next);
        if (found == due.end()) return;
        const AgentId id = floor.model.away[*found].agent;
        if (floor.agent(id).state == AgentState::available) leave_idle(floor.world, id);
        begin_away(floor, *found);
    }
}

/// Who is absent, or has gone home, takes no break.
template <class Observer>
void away_is_due(Floor<Observer>& floor, std::uint32_t plan) {
    const AgentId id = floor.model.away[plan].agent;
    const AgentRecord& agent = floor.agent(id);
    if (!agent.on_duty() || agent.state == AgentState::signed_out) return;
    floor.world.away_due.push_back(plan);
    ++floor.world.away[index(id)].due;
    if (is_without_contact(agent.state)) send_next_away(floor, floor.model.away[plan].activity);
}

/// The agent is back, or goes home instead; what it does next is not said here. Returns the activity.
template <class Observer>
std::uint32_t end_away(Floor<Observer>& floor, AgentId id) {
    AwayState& state = floor.world.away[index(id)];
    const std::uint32_t plan = std::exchange(state.plan, kNone);
    floor.world.events.cancel(state.end);
    count_away(floor.world, floor.model, plan, -1);
    if (activity_of(floor.model, plan).what == AgentState::coaching) change_leaders(floor, floor.agent(id).group, -1);
    return floor.model.away[plan].activity;
}

template <class Observer>
void away_ends(Floor<Observer>& floor, AgentId id) {
    if (floor.uses(&Features::load) && floor.agent(id).state == AgentState::coaching)
        be_coached(floor.model, floor.world, id);
    const std::uint32_t activity = end_away(floor, id);
    state_paid(floor, floor.agent(id).group);
    become_free(floor, id);
    send_next_away(floor, activity);
    fill_away(floor, floor.agent(id).group);
}

template <class Observer>
void leave_from_away(Floor<Observer>& floor, AgentId id) {
    const AgentState state = floor.agent(id).state;
    if (is_with_leader(floor.world, id)) {
        leave_leader(floor, id);
    } else if (is_away_as_planned(state)) {
        end_away(floor, id);
    }
    if (state == AgentState::do_not_disturb) end_aside(floor, id);
    sign_out(floor, id);
}

template <class Observer>
void fill_away(Floor<Observer>& floor, GroupId group) {
    for (std::uint32_t activity = 0; activity < floor.model.activities.size(); ++activity) {
        if (floor.model.activities[activity].group == group) send_next_away(floor, activity);
    }
}

template <class Observer>
void forget_away(Floor<Observer>& floor, AgentId id) {
    if (!is_due_away(floor.world, id)) return;
    std::erase_if(floor.world.away_due, [&](std::uint32_t plan) { return floor.model.away[plan].agent == id; });
    floor.world.away[index(id)].due = 0;
}

}  // namespace floorwalker::model
