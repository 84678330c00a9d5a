#pragma once

#include "sim/model/agent/standstill.hpp"
#include "sim/model/contact/peaking.hpp"
#include "sim/model/journey/outage.hpp"
#include "sim/model/machines/faults.hpp"

/// The one door for decisions, scripted or taken while the run goes on.
namespace floorwalker::model {

template <class Observer>
void change_absence(Floor<Observer>& floor, const Absent& absent, std::int64_t sign) {
    floor.group(absent.group).absent += sign * absent.agents;
    staff_group(floor, absent.group);
}

/// In a group that works by shift the extra people are individuals who come and go; by interval they raise the head
/// count.
template <class Observer>
void change_extra(Floor<Observer>& floor, const Extra& extra, std::int64_t sign) {
    GroupState& group = floor.group(extra.group);
    group.extra += sign * extra.agents;
    if (floor.model.groups[index(extra.group)].by_shift) {
        while (static_cast<std::int64_t>(group.spare.size()) < group.extra)
            group.spare.push_back(hire(floor, extra.group));
        for (std::size_t i = 0; i < group.spare.size(); ++i) {
            const bool is_needed = static_cast<std::int64_t>(i) < group.extra;
            const bool is_here = floor.agent(group.spare[i]).on_duty();
            if (is_needed && !is_here) go_on_duty(floor, group.spare[i]);
            if (!is_needed && is_here) go_off_duty(floor, group.spare[i]);
        }
    }
    staff_group(floor, extra.group);
}

inline Duration until(const Decision& decision) {
    return std::visit([](const auto& what) { return what.until; }, decision.what);
}

/// When a decision that takes effect now ends; it may begin late, but not by a day.
inline TimePoint end_of(const Decision& decision, TimePoint now) {
    const auto day = (now.time_since_epoch() - decision.at) / kDay;
    return TimePoint{kDay * day + until(decision)};
}

/// Keeps the decisions that go on and change what contacts come to.
inline void change_disturbances(World& world, std::uint32_t number, bool ends) {
    const auto& what = world.decisions[number].what;
    if (!std::holds_alternative<KnowledgeGap>(what) && !std::holds_alternative<Outage>(what)) return;
    if (ends)
        std::erase(world.disturbances, number);
    else
        world.disturbances.push_back(number);
}

/// Of all lanes of the type but those of quiet callbacks, which come last whatever happens.
inline void change_priority(World& world, const Model& model, const Prioritise& prioritise, std::int64_t sign) {
    for (std::size_t i = 0; i < world.lanes.size(); ++i) {
        const LaneModel& lane = model.lanes[i];
        if (lane.call_type != prioritise.call_type || lane.is_quiet) continue;
        if (prioritise.tier && lane.tier != *prioritise.tier) continue;
        world.lanes[i].priority += static_cast<int>(sign) * prioritise.by;
    }
}

/// When it is over, who is free looks at who has waited.
template <class Observer>
void change_keep_off(Floor<Observer>& floor, const KeepOff& keep_off, bool ends) {
    auto& all = floor.world.kept_off;
    const KeptOff one{keep_off.group, keep_off.call_type};
    if (!ends) return all.push_back(one);
    if (const auto found = std::find(all.begin(), all.end(), one); found != all.end()) all.erase(found);
    if (floor.model.groups[index(keep_off.group)].routing.chat.windows > 1) reopen_windows(floor, keep_off.group);
    idle_grew(floor, keep_off.group);
}

template <class Observer>
void take_effect(Floor<Observer>& floor, std::uint32_t number, bool ends) {
    const Decision decision = floor.world.decisions[number];
    if (ends && floor.world.is_draining && std::holds_alternative<Extra>(decision.what)) {
        floor.world.deferred_extra_ends.push_back(number);
        return;
    }
    floor.observe(DecisionApplied{floor.now(), number, ends});
    const std::int64_t sign = ends ? -1 : 1;
    if (const auto* absent = std::get_if<Absent>(&decision.what)) change_absence(floor, *absent, sign);
    if (const auto* extra = std::get_if<Extra>(&decision.what)) change_extra(floor, *extra, sign);
    if (std::holds_alternative<Peak>(decision.what) && !ends) start_peak(floor, number, end_of(decision, floor.now()));
    if (const auto* outage = std::get_if<Outage>(&decision.what))
        change_outage(floor.world, floor.model, *outage, sign, end_of(decision, floor.now()));
    if (const auto* down = std::get_if<SystemDown>(&decision.what)) change_systems(floor, *down, ends);
    if (const auto* prioritise = std::get_if<Prioritise>(&decision.what))
        change_priority(floor.world, floor.model, *prioritise, sign);
    if constexpr (Floor<Observer>::kHasMore) {
        if (const auto* keep_off = std::get_if<KeepOff>(&decision.what)) change_keep_off(floor, *keep_off, ends);
    }
    if (floor.uses(&Features::machines)) change_machines(floor, number, ends);
    if (floor.uses(&Features::outcomes)) change_disturbances(floor.world, number, ends);
}

/// Puts the decision into the calendar of the day, unless it is not for this day or is over already.
template <class Observer>
void plan_decision(Floor<Observer>& floor, std::uint32_t number, std::uint32_t day) {
    const Decision& decision = floor.world.decisions[number];
    if (decision.day && *decision.day != day) return;
    const TimePoint midnight = floor.model.midnight(day);
    if (midnight + until(decision) <= floor.now()) return;
    floor.schedule(std::max(floor.now(), midnight + decision.at), EventKind::decision_begins, number);
    floor.schedule(midnight + until(decision), EventKind::decision_ends, number);
}

}  // namespace floorwalker::model
