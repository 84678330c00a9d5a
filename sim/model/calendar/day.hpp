#pragma once

#include "sim/model/agent/away.hpp"
#include "sim/model/agent/monitoring.hpp"
#include "sim/model/agent/slipping.hpp"
#include "sim/model/agent/staying_on.hpp"
#include "sim/model/calendar/deciding.hpp"
#include "sim/model/calendar/staying.hpp"
#include "sim/model/contact/replaying.hpp"
#include "sim/model/outbound/dialling.hpp"

/// The calendar: days, opening and closing, intervals, and the end of the run.
namespace floorwalker::model {

inline bool is_last_day(const Model& model, std::uint32_t day) { return std::int64_t{day} + 1 >= model.days; }

inline bool closes(const Model& model, std::uint32_t day) {
    return is_last_day(model, day) || !model.goes_on_after(day);
}

/// Whether the centre opens at this moment and has not yet: where it opens at midnight, the day itself may still have
/// to begin. Who comes at this moment comes after that.
inline bool is_about_to_open(const Model& model, const World& world) {
    if (world.is_open) return false;
    const std::int64_t today = world.now.time_since_epoch() / kDay;
    for (std::int64_t day = std::max<std::int64_t>(0, today - 1); day <= today && day < model.days; ++day) {
        const auto number = static_cast<std::uint32_t>(day);
        if (model.is_open_on(number) && model.interval_start(number, model.day_model(number).first) == world.now)
            return true;
    }
    return false;
}

template <class Observer>
void plan_campaigns(Floor<Observer>& floor, std::uint32_t day) {
    for (std::size_t i = 0; i < floor.model.campaigns.size(); ++i) {
        const TimePoint start = floor.model.midnight(day) + floor.model.campaigns[i].rules.start;
        if (start > floor.now()) floor.schedule(start, EventKind::campaign_wakes, i);
    }
}

inline bool meet(WorkSpan a, WorkSpan b) { return a.start < b.end && b.start < a.end; }

/// Whether people on this shift have the day off: it lies in the hours that the centre usually has, and in none that it
/// has around this day.
inline bool is_called_off(const Model& model, std::uint32_t day, WorkSpan shift) {
    if (model.calendar.empty()) return false;
    bool is_usual = false;
    for (const int offset : {-1, 0, 1}) {
        const WorkSpan usual{model.open + offset * kDay, model.close + offset * kDay};
        if (!meet(shift, usual)) continue;
        is_usual = true;
        const std::int64_t other = std::int64_t{day} + offset;
        if (other < 0 || other >= model.days) return false;  // not simulated: as usual
        const DayModel hours = model.day_model(static_cast<std::uint32_t>(other));
        const TimePoint midnight = model.midnight(day);
        const WorkSpan own{model.interval_start(static_cast<std::uint32_t>(other), hours.first) - midnight,
                           model.interval_start(static_cast<std::uint32_t>(other), hours.end) - midnight};
        if (hours.first < hours.end && meet(shift, own)) return false;
    }
    return is_usual;
}

template <class Observer>
void plan_shifts(Floor<Observer>& floor, std::uint32_t day) {
    const Model& model = floor.model;
    const auto plan = [&](EventKind kind, Duration WorkSpan::*when) {
        for (std::size_t block = 0; block < model.shifts.size(); ++block) {
            if (is_called_off(model, day, model.shifts[block].span)) continue;
            floor.schedule(model.midnight(day) + model.shifts[block].span.*when, kind, block);
        }
    };
    plan(EventKind::shift_ends, &WorkSpan::end);
    plan(EventKind::shift_begins, &WorkSpan::start);
}

/// Puts the activities of those who work on this day into the calendar.
template <class Observer>
void plan_away(Floor<Observer>& floor, std::uint32_t day) {
    for (std::size_t plan = 0; plan < floor.model.away.size(); ++plan) {
        if (is_called_off(floor.model, day, floor.model.away[plan].shift)) continue;
        if (floor.uses(&Features::turnover) && is_vacant(floor.world, floor.model.away[plan].agent)) continue;
        floor.schedule(floor.model.midnight(day) + floor.model.away[plan].due, EventKind::away_is_due, plan);
    }
}

/// At midnight the day's events are put into the calendar. What should happen first at the same moment is scheduled
/// first: a closing before the end of the shifts (so that a draining centre keeps them), and shifts before the opening.
template <class Observer>
void day_begins(Floor<Observer>& floor, std::uint32_t day) {
    const Model& model = floor.model;
    const TimePoint midnight = model.midnight(day);
    const DayModel hours = model.day_model(day);
    floor.world.begun_days = day + 1;
    if (model.uses.absences) draw_spells(model, floor.world, day);
    const TimePoint opens = model.interval_start(day, hours.first);
    const TimePoint end = model.interval_start(day, hours.end);
    const bool is_closed_all_day = hours.first >= hours.end;
    if (closes(model, day) && !is_closed_all_day) floor.schedule(end, EventKind::centre_closes, day);
    if (floor.uses(&Features::turnover)) [[unlikely]]
        people_come_and_go(floor, day);
    plan_shifts(floor, day);
    floor.schedule(opens, EventKind::centre_opens, day);
    if (is_closed_all_day) floor.schedule(opens, EventKind::centre_closes, day);
    plan_campaigns(floor, day);
    plan_away(floor, day);
    if (floor.uses(&Features::machines)) plan_machines(floor, day);
    if (floor.uses(&Features::monitoring)) plan_monitoring(floor, day);
    for (std::uint32_t number = 0; number < floor.world.decisions.size(); ++number) plan_decision(floor, number, day);
    if (!is_last_day(model, day)) floor.schedule(midnight + kDay, EventKind::day_begins, day + 1);
}

template <class Observer>
double busyness(Floor<Observer>& floor, const std::optional<kernel::Sampler>& sampler, std::uint32_t day,
                SourceId source, Purpose purpose) {
    if (!sampler) return 1.0;
    auto luck = luck_of_day(floor.world.key, day, source, purpose);
    return (*sampler)(luck);
}

template <class Observer>
void start_arrivals(Floor<Observer>& floor, std::uint32_t day) {
    const Model& model = floor.model;
    if (model.replay) return;
    const double of_centre = busyness(floor, model.busyness, day, SourceId{0}, Purpose::centre_busyness);
    const DayModel hours = model.day_model(day);
    const unsigned weekday = (model.first_weekday + day) % 7;
    for (std::size_t i = 0; i < model.sources.size(); ++i) {
        const SourceModel& source = model.sources[i];
        const SourceId id = model.source_at(i);
        const double of_source = busyness(floor, source.busyness, day, id, Purpose::call_type_busyness);
        ArrivalState& arrivals = floor.world.arrivals[i];
        arrivals.next = {id, day, 0};
        arrivals.last = floor.now();
        arrivals.interval = hours.first;
        arrivals.end = hours.end;
        arrivals.interval_end = model.interval_start(day, static_cast<std::uint16_t>(hours.first + 1));
        arrivals.gap_factor = 1.0 / (of_centre * of_source * source.by_weekday[weekday] * hours.volume);
        schedule_next_arrival(floor, i);
    }
}

/// Who was free while the centre drained has left alone what could wait until now.
template <class Observer>
void serve_what_was_deferred(Floor<Observer>& floor) {
    for (std::size_t g = 0; g < floor.model.groups.size() && floor.world.deferred_waiting > 0; ++g)
        serve_with_kept(floor, GroupId(static_cast<std::uint16_t>(g)));
}

template <class Observer>
void begin_interval(Floor<Observer>& floor, std::uint16_t interval, bool has_drained = false) {
    floor.world.interval = interval;
    floor.observe(IntervalBegan{floor.now(), floor.world.day, interval});
    staff_by_plan(floor, interval);
    if (has_drained) serve_what_was_deferred(floor);
    wake_campaigns(floor);
    const auto next = static_cast<std::uint16_t>(interval + 1);
    if (next < floor.model.day_model(floor.world.day).end) {
        floor.schedule(floor.model.interval_start(floor.world.day, next), EventKind::interval_begins, next);
    }
}

template <class Observer>
void end_draining(Floor<Observer>& floor) {
    floor.world.is_draining = false;
    const auto deferred = std::exchange(floor.world.deferred_shift_ends, {});
    for (const auto block : deferred) end_shift(floor, block);
    const auto extras = std::exchange(floor.world.deferred_extra_ends, {});
    for (const auto number : extras) take_effect(floor, number, true);
    floor.world.events.cancel(floor.world.end_of_run);
}

template <class Observer>
void centre_opens(Floor<Observer>& floor, std::uint32_t day) {
    World& world = floor.world;
    const bool has_drained = world.is_draining && floor.model.is_open_on(day);
    if (has_drained) end_draining(floor);
    world.day = day;
    floor.observe(DayOpened{floor.now(), day});
    if (!floor.model.is_open_on(day)) return;
    world.is_open = true;
    begin_interval(floor, floor.model.day_model(day).first, has_drained);
    start_arrivals(floor, day);
}

/// Whether a waiting contact is sent away when nobody will come any more: mail and callbacks stay.
template <class Observer>
bool is_dismissed(Floor<Observer>& floor, ContactId id) {
    if (floor.contact(id).is_plain) return true;
    return !floor.journey(id).is_callback && floor.call_type(floor.contact(id).ref.call_type).channel != Channel::mail;
}

/// Those whom the closing sends away.
template <class Observer>
std::vector<ContactId> waiting_to_be_dismissed(Floor<Observer>& floor) {
    std::vector<ContactId> found;
    const auto look_at = [&](std::uint32_t place) {
        if (is_dismissed(floor, ContactId{place})) found.push_back(ContactId{place});
    };
    for (const LaneState& lane : floor.world.lanes) {
        for (std::uint32_t place = lane.head; place != kNone; place = floor.world.contacts[place].next) look_at(place);
    }
    for (const std::uint32_t first : floor.world.wanting) {
        for (std::uint32_t place = first; place != kNone; place = floor.world.journeys[place].next_wanting)
            look_at(place);
    }
    return found;
}

/// All are called out of the queue before the first is sent away, so that no agent whom that sets free takes another.
template <class Observer>
void dismiss_waiting(Floor<Observer>& floor) {
    const auto leaving = waiting_to_be_dismissed(floor);
    for (const ContactId id : leaving) {
        if (!floor.contact(id).is_plain) {
            stop_waiting(floor.world, id);
            continue;
        }
        floor.world.events.cancel(floor.contact(id).patience);
        leave_lane(floor.world, id);
    }
    for (const ContactId id : leaving) {
        if (!floor.contact(id).is_plain) {
            dismiss_on_journey(floor, id);
            continue;
        }
        floor.observe(Dismissed{floor.now(), floor.contact(id).ref, floor.now() - floor.contact(id).since});
        release_contact(floor.world, id);
    }
}

/// Nothing more will happen to those who are still outside.
template <class Observer>
void end_last_day(Floor<Observer>& floor) {
    floor.world.is_finished = true;
    if (floor.model.uses.journeys) miss_callbacks(floor);
}

/// The last one turns off the light: called after each event while the centre drains.
template <class Observer>
[[gnu::noinline, gnu::cold]] void finish_draining(Floor<Observer>& floor) {
    end_draining(floor);
    staff_by_plan(floor, std::nullopt);
    if (is_last_day(floor.model, floor.world.day)) end_last_day(floor);
}

template <class Observer>
void centre_closes(Floor<Observer>& floor, std::uint32_t day) {
    const Model& model = floor.model;
    World& world = floor.world;
    world.is_open = false;
    world.interval = model.intervals;
    floor.observe(IntervalBegan{floor.now(), world.day, model.intervals});
    if (model.after_close == AfterClose::clear) dismiss_waiting(floor);
    const bool is_last = is_last_day(model, day);
    const bool drains =
        model.after_close == AfterClose::drain || (model.after_close == AfterClose::carry_over && is_last);
    if (drains && has_to_stay(model, world)) {
        world.is_draining = true;
        if (is_last) world.end_of_run = floor.schedule(floor.now() + kDay, EventKind::run_ends, 0);
    } else {
        staff_by_plan(floor, std::nullopt);
        if (is_last) end_last_day(floor);
    }
}

/// A day after the last closing: who has not been served by now never will be.
template <class Observer>
void run_ends(Floor<Observer>& floor) {
    floor.world.is_finished = true;
    dismiss_waiting(floor);
    if (floor.model.uses.journeys) miss_callbacks(floor);
}

}  // namespace floorwalker::model
