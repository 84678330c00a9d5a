#pragma once

#include "sim/model/agent/service.hpp"
#include "sim/model/agent/turnover.hpp"

/// Who is on the floor: signing in and out as plan, shifts and decisions want it. Nobody is interrupted: an agent who
/// should go while busy goes when it has finished.
namespace floorwalker::model {

template <class Observer>
void state_paid(Floor<Observer>& floor, GroupId id) {
    GroupState& group = floor.group(id);
    const std::int64_t planned = on_duty(floor.model.groups[index(id)], group);
    const std::int64_t paid = std::max(planned, group.present_on_duty) + group.present_off_duty + group.missing_paid -
                              group.away_unpaid + group.in_lessons;
    if (paid == group.paid) return;
    group.paid = paid;
    floor.observe(DutyChanged{floor.now(), id, paid});
}

template <class Observer>
void sign_in(Floor<Observer>& floor, AgentId id) {
    ++floor.group(floor.agent(id).group).present_on_duty;
    change_state(floor, id, AgentState::available);
    if (floor.uses(&Features::slips)) [[unlikely]]
        plan_slip(floor, id);
    become_free(floor, id);
}

/// The agent must be in no idle list and without a contact.
template <class Observer>
void sign_out(Floor<Observer>& floor, AgentId id) {
    const AgentRecord& agent = floor.agent(id);
    GroupState& group = floor.group(agent.group);
    --(agent.on_duty() ? group.present_on_duty : group.present_off_duty);
    change_state(floor, id, AgentState::signed_out);
    if (floor.uses(&Features::away)) [[unlikely]]
        forget_away(floor, id);
    if (floor.uses(&Features::slips)) [[unlikely]]
        forget_slip(floor, id);
    state_paid(floor, agent.group);
    if (floor.model.groups[index(agent.group)].routing.chat.windows > 1) [[unlikely]]
        reopen_windows(floor, agent.group);
}

/// A new agent of the group's own skills, beyond those that the scenario knows.
template <class Observer>
AgentId hire(Floor<Observer>& floor, GroupId id) {
    World& world = floor.world;
    const GroupModel& model = floor.model.groups[index(id)];
    const auto agent = AgentId(world.agents.size());
    AgentRecord record;
    record.group = id;
    record.pool = model.pool;
    record.proficiency = model.proficiency;
    record.shifts = model.by_shift ? 0 : 1;
    world.agents.push_back(record);
    if (floor.model.uses.people()) add_person(floor.model, world, agent);
    floor.group(id).agents.push_back(agent);
    return agent;
}

/// Brings in who is missing, first in the list first, and sends home who is too many, last in the list first.
template <class Observer>
void staff_group(Floor<Observer>& floor, GroupId id) {
    const std::int64_t target = wanted(floor.model.groups[index(id)], floor.group(id));
    if (!floor.model.groups[index(id)].by_shift) {
        while (static_cast<std::int64_t>(floor.group(id).agents.size()) < target) hire(floor, id);
    }
    const std::vector<AgentId>& agents = floor.group(id).agents;
    for (std::size_t i = 0; i < agents.size() && floor.group(id).present_on_duty < target; ++i) {
        const AgentRecord& agent = floor.agent(agents[i]);
        if (agent.state == AgentState::signed_out && agent.on_duty()) sign_in(floor, agents[i]);
    }
    for (std::size_t i = agents.size(); i-- > 0 && floor.group(id).present_on_duty > target;) {
        const AgentState state = floor.agent(agents[i]).state;
        if (state != AgentState::available && state != AgentState::system_down) continue;
        if (state == AgentState::available) leave_idle(floor.world, agents[i]);
        sign_out(floor, agents[i]);
    }
    state_paid(floor, id);
    if (floor.model.groups[index(id)].routing.chat.windows > 1) [[unlikely]]
        reopen_windows(floor, id);
    if (floor.uses(&Features::away)) [[unlikely]]
        fill_away(floor, id);  // those whose relief has come
}

template <class Observer>
void go_on_duty(Floor<Observer>& floor, AgentId id) {
    AgentRecord& agent = floor.agent(id);
    GroupState& group = floor.group(agent.group);
    if (++agent.shifts > 1) return;
    ++group.on_shift;
    if (agent.state != AgentState::signed_out) {  // still finishing the last contact of the shift before
        --group.present_off_duty;
        ++group.present_on_duty;
    }
}

template <class Observer>
void go_off_duty(Floor<Observer>& floor, AgentId id) {
    AgentRecord& agent = floor.agent(id);
    GroupState& group = floor.group(agent.group);
    if (--agent.shifts > 0) return;
    --group.on_shift;
    if (agent.state == AgentState::signed_out) return;
    --group.present_on_duty;
    ++group.present_off_duty;
    if (agent.state == AgentState::available) {
        leave_idle(floor.world, id);
        sign_out(floor, id);
    } else if (is_away(agent.state)) {
        leave_from_away(floor, id);
    }
}

template <class Observer>
void shift_begins(Floor<Observer>& floor, std::uint32_t block) {
    const ShiftBlock& shift = floor.model.shifts[block];
    const bool has_turnover = floor.uses(&Features::turnover);
    if (has_turnover) [[unlikely]]
        hold_lessons(floor, block, true);
    if (floor.uses(&Features::absences)) [[unlikely]] {
        come_to_shift(floor, block);
    } else {
        for (std::uint32_t i = 0; i < shift.agents; ++i) {
            const AgentId id{static_cast<std::uint32_t>(shift.first) + i};
            if (!has_turnover || takes_shift(floor.world, id)) go_on_duty(floor, id);
        }
    }
    staff_group(floor, shift.group);
    // Who has stayed until the queue is empty, and left the rest alone, has a shift again.
    if (floor.world.is_draining && floor.model.uses.journeys) idle_grew(floor, shift.group);
}

/// While the centre drains nobody's shift ends.
template <class Observer>
void end_shift(Floor<Observer>& floor, std::uint32_t block) {
    if (floor.world.is_draining) {
        floor.world.deferred_shift_ends.push_back(block);
        return;
    }
    const ShiftBlock& shift = floor.model.shifts[block];
    if (floor.uses(&Features::absences) || floor.uses(&Features::staying) || floor.uses(&Features::turnover))
        [[unlikely]] {
        leave_shift(floor, block);
    } else {
        for (std::uint32_t i = 0; i < shift.agents; ++i)
            go_off_duty(floor, AgentId{static_cast<std::uint32_t>(shift.first) + i});
    }
    if (floor.uses(&Features::away)) [[unlikely]]
        fill_away(floor, shift.group);
    staff_group(floor, shift.group);
}

/// Who comes at this moment comes first, where people wait for those who relieve them.
template <class Observer>
void shift_ends(Floor<Observer>& floor, std::uint32_t block) {
    if (floor.uses(&Features::turnover)) [[unlikely]] {
        hold_lessons(floor, block, false);
        state_paid(floor, floor.model.shifts[block].group);
    }
    if (floor.model.groups[index(floor.model.shifts[block].group)].handover) {
        floor.schedule(floor.now(), EventKind::shift_hands_over, block);
        return;
    }
    end_shift(floor, block);
}

/// Sets the head counts of all groups that are staffed by interval. `interval` none: nobody.
template <class Observer>
void staff_by_plan(Floor<Observer>& floor, std::optional<std::uint16_t> interval) {
    for (std::size_t g = 0; g < floor.model.groups.size(); ++g) {
        const GroupModel& model = floor.model.groups[g];
        if (model.by_shift) continue;
        const std::int64_t count = interval ? model.head_count[*interval] : 0;
        if (floor.world.groups[g].head_count == count) continue;
        floor.world.groups[g].head_count = count;
        staff_group(floor, GroupId(static_cast<std::uint16_t>(g)));
    }
}

}  // namespace floorwalker::model
