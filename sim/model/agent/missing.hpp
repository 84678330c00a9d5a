#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "sim/model/agent/absence.hpp"
#include "sim/model/agent/staffing.hpp"
#include "sim/model/agent/vacancy.hpp"

/// Shifts to which some people do not come, or come late.
namespace floorwalker::model {

inline bool is_paid_while_missing(const Model& model, const Missed& missed) {
    const AbsenceModel& absence = model.absences[index(model.agents[index(missed.agent)].group)];
    switch (missed.cause) {
    case AbsenceCause::leave: return absence.leave.is_paid;
    case AbsenceCause::sickness: return absence.sickness.is_paid;
    case AbsenceCause::lateness: return absence.is_late_paid;
    }
    return true;
}

template <class Observer>
void note_missing(Floor<Observer>& floor, const Missed& missed, bool ended) {
    const GroupId id = floor.agent(missed.agent).group;
    GroupState& group = floor.group(id);
    const std::int64_t change = ended ? -1 : 1;
    if (is_paid_while_missing(floor.model, missed)) group.missing_paid += change;
    if (missed.cause == AbsenceCause::lateness) group.late += change;
    floor.observe(Missing{floor.now(), missed.agent, id, missed.cause, ended});
}

/// Who comes to the shift that begins goes on duty; the others are remembered until it ends.
template <class Observer>
void come_to_shift(Floor<Observer>& floor, std::uint32_t block) {
    const ShiftBlock& shift = floor.model.shifts[block];
    World& world = floor.world;
    const auto day = static_cast<std::uint32_t>((floor.now().time_since_epoch() - shift.span.start) / kDay);
    std::vector<Missed> missed;
    for (std::uint32_t i = 0; i < shift.agents; ++i) {
        const AgentId id{static_cast<std::uint32_t>(shift.first) + i};
        if (floor.uses(&Features::turnover) && !takes_shift(world, id)) continue;
        const auto cause = absence_today(world, id);
        const Duration late = cause ? Duration{0} : lateness(floor.model, world, id, day);
        if (!cause && late == Duration{0}) {
            go_on_duty(floor, id);
            continue;
        }
        Missed one{id, cause.value_or(AbsenceCause::lateness), {}};
        if (late > Duration{0} && late < shift.span.end - shift.span.start) {
            one.comes = floor.schedule(floor.now() + late, EventKind::late_one_comes, index(id));
            world.absences[index(id)].late_for = block;
        }
        note_missing(floor, one, false);
        missed.push_back(one);
    }
    world.missed[block].push_back(std::move(missed));
}

/// Who of a shift that ends had come to it; the others are missing no longer.
template <class Observer>
std::vector<AgentId> people_of_shift(Floor<Observer>& floor, std::uint32_t block) {
    const ShiftBlock& shift = floor.model.shifts[block];
    if (!floor.uses(&Features::absences)) {
        std::vector<AgentId> came;
        for (std::uint32_t i = 0; i < shift.agents; ++i) {
            const AgentId id{static_cast<std::uint32_t>(shift.first) + i};
            if (!floor.uses(&Features::turnover) || has_worked(floor.world, id)) came.push_back(id);
        }
        return came;
    }
    auto& begun = floor.world.missed[block];
    const std::vector<Missed> missed = std::move(begun.front());
    begun.erase(begun.begin());
    std::vector<AgentId> came;
    auto next = missed.begin();
    for (std::uint32_t i = 0; i < shift.agents; ++i) {
        const AgentId id{static_cast<std::uint32_t>(shift.first) + i};
        if (next == missed.end() || next->agent != id) {
            if (!floor.uses(&Features::turnover) || has_worked(floor.world, id)) came.push_back(id);
            continue;
        }
        floor.world.events.cancel(next->comes);
        note_missing(floor, *next, true);
        ++next;
    }
    return came;
}

template <class Observer>
void late_one_comes(Floor<Observer>& floor, AgentId id) {
    auto& missed = floor.world.missed[floor.world.absences[index(id)].late_for].back();
    const auto found = std::find_if(missed.begin(), missed.end(), [&](const Missed& one) { return one.agent == id; });
    const Missed one = *found;
    missed.erase(found);
    note_missing(floor, one, true);
    go_on_duty(floor, id);
    const GroupId group = floor.agent(id).group;
    staff_group(floor, group);
    // As when a shift begins: it may have stayed until the queue is empty, and left the rest alone until now.
    if (floor.world.is_draining && floor.model.uses.journeys) idle_grew(floor, group);
    release_relieved(floor, group);
}

}  // namespace floorwalker::model
