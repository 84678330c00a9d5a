#pragma once

#include "sim/model/agent/aside.hpp"

/// Team leaders: they coach, and have time for an agent whom a customer has abused. Each is with one agent at a time.
namespace floorwalker::model {

inline bool is_leader_free(const Model& model, const World& world, GroupId group) {
    const auto& leaders = model.groups[index(group)].leaders;
    return !leaders || world.groups[index(group)].leaders_busy < leaders->count;
}

/// States how many leaders are there now and how many of them are busy, if that changes.
template <class Observer>
void change_leaders(Floor<Observer>& floor, GroupId id, int busy) {
    const auto& leaders = floor.model.groups[index(id)].leaders;
    if (!leaders) return;
    GroupState& group = floor.group(id);
    const std::int64_t present = group.present_on_duty + group.present_off_duty > 0 ? leaders->count : 0;
    if (busy == 0 && present == group.leaders_present) return;
    group.leaders_present = present;
    group.leaders_busy += busy;
    floor.observe(LeadersChanged{floor.now(), id, present, group.leaders_busy});
}

template <class Observer>
void note_presence(Floor<Observer>& floor, GroupId group) {
    change_leaders(floor, group, 0);
}

/// Whether it is a leader's attention, not a coaching that was planned.
inline bool is_with_leader(const World& world, AgentId id) {
    const bool is_planned = index(id) < world.away.size() && world.away[index(id)].plan != kNone;
    return world.agents[index(id)].state == AgentState::coaching && !is_planned;
}

template <class Observer>
bool goes_to_leader(Floor<Observer>& floor, AgentId id) {
    const GroupId group = floor.agent(id).group;
    if (!std::exchange(floor.world.people[index(id)].wants_leader, false)) return false;
    const auto& leaders = floor.model.groups[index(group)].leaders;
    if (!leaders || leaders->attention == Duration{0} || !is_leader_free(floor.model, floor.world, group)) return false;
    change_leaders(floor, group, 1);
    set_aside(floor, id, AgentState::coaching, leaders->attention, EventKind::attention_ends);
    return true;
}

/// The leader has time for others again; what the agent does next is not said here.
template <class Observer>
void leave_leader(Floor<Observer>& floor, AgentId id) {
    end_aside(floor, id);
    change_leaders(floor, floor.agent(id).group, -1);
}

template <class Observer>
void attention_ends(Floor<Observer>& floor, AgentId id) {
    const GroupId group = floor.agent(id).group;
    be_relieved(floor.model, floor.world, id, floor.model.groups[index(group)].leaders->relief);
    leave_leader(floor, id);
    become_free(floor, id);
    if (floor.uses(&Features::away)) fill_away(floor, group);
}

}  // namespace floorwalker::model
