#pragma once

#include "sim/model/calendar/deciding.hpp"
#include "sim/model/contact/replaying.hpp"

/// The calendar: days, opening and closing, intervals, and the end of the run.
namespace floorwalker::model {

inline bool is_last_day(const Model& model, std::uint32_t day) { return std::int64_t{day} + 1 >= model.days; }

inline bool closes(const Model& model, std::uint32_t day) {
    return is_last_day(model, day) || !model.is_round_the_clock();
}

/// At midnight the day's events are put into the calendar. What should happen first at the same moment is scheduled
/// first: a closing before the end of the shifts (so that a draining centre keeps them), and shifts before the opening.
template <class Observer>
void day_begins(Floor<Observer>& floor, std::uint32_t day) {
    const Model& model = floor.model;
    const TimePoint midnight = model.midnight(day);
    floor.world.begun_days = day + 1;
    if (closes(model, day)) floor.schedule(midnight + model.close, EventKind::centre_closes, day);
    for (std::size_t block = 0; block < model.shifts.size(); ++block) {
        floor.schedule(midnight + model.shifts[block].span.end, EventKind::shift_ends, block);
    }
    for (std::size_t block = 0; block < model.shifts.size(); ++block) {
        floor.schedule(midnight + model.shifts[block].span.start, EventKind::shift_begins, block);
    }
    floor.schedule(midnight + model.open, EventKind::centre_opens, day);
    for (std::uint32_t number = 0; number < floor.world.decisions.size(); ++number) plan_decision(floor, number, day);
    if (!is_last_day(model, day)) floor.schedule(midnight + kDay, EventKind::day_begins, day + 1);
}

template <class Observer>
double busyness(Floor<Observer>& floor, const std::optional<kernel::Sampler>& sampler, std::uint32_t day,
                CallTypeId type, Purpose purpose) {
    if (!sampler) return 1.0;
    auto luck = luck_of_day(floor.world.key, day, type, purpose);
    return (*sampler)(luck);
}

template <class Observer>
void start_arrivals(Floor<Observer>& floor, std::uint32_t day) {
    const Model& model = floor.model;
    if (model.replay) return;
    const double of_centre = busyness(floor, model.busyness, day, CallTypeId{0}, Purpose::centre_busyness);
    for (std::size_t t = 0; t < model.call_types.size(); ++t) {
        const auto id = CallTypeId(static_cast<std::uint16_t>(t));
        const double of_type = busyness(floor, model.call_types[t].busyness, day, id, Purpose::call_type_busyness);
        ArrivalState& arrivals = floor.world.arrivals[t];
        arrivals.next = {id, day, 0};
        arrivals.last = floor.now();
        arrivals.interval = 0;
        arrivals.interval_end = model.interval_start(day, 1);
        arrivals.gap_factor = 1.0 / (of_centre * of_type);
        schedule_next_arrival(floor, id);
    }
}

template <class Observer>
void begin_interval(Floor<Observer>& floor, std::uint16_t interval) {
    floor.world.interval = interval;
    floor.observe(IntervalBegan{floor.now(), floor.world.day, interval});
    staff_by_plan(floor, interval);
    const auto next = static_cast<std::uint16_t>(interval + 1);
    if (next < floor.model.intervals) {
        floor.schedule(floor.model.interval_start(floor.world.day, next), EventKind::interval_begins, next);
    }
}

template <class Observer>
void end_draining(Floor<Observer>& floor) {
    floor.world.is_draining = false;
    const auto deferred = std::exchange(floor.world.deferred_shift_ends, {});
    for (const auto block : deferred) shift_ends(floor, block);
    const auto extras = std::exchange(floor.world.deferred_extra_ends, {});
    for (const auto number : extras) take_effect(floor, number, true);
    floor.world.events.cancel(floor.world.end_of_run);
}

template <class Observer>
void centre_opens(Floor<Observer>& floor, std::uint32_t day) {
    World& world = floor.world;
    if (world.is_draining) end_draining(floor);
    world.day = day;
    world.is_open = true;
    floor.observe(DayOpened{floor.now(), day});
    begin_interval(floor, 0);
    start_arrivals(floor, day);
}

template <class Observer>
void dismiss_waiting(Floor<Observer>& floor) {
    World& world = floor.world;
    for (const LaneState& lane : world.lanes) {
        while (lane.head != kNone) {
            const ContactId id{lane.head};
            world.events.cancel(floor.contact(id).patience);
            leave_lane(floor.model, world, id);
            floor.observe(Dismissed{floor.now(), floor.ref(id), floor.now() - floor.contact(id).arrived});
            release_contact(world, id);
        }
    }
}

/// The last one turns off the light: called after each event while the centre drains.
template <class Observer>
void finish_draining(Floor<Observer>& floor) {
    end_draining(floor);
    staff_by_plan(floor, std::nullopt);
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
    const bool drains = model.after_close == AfterClose::drain || is_last;
    if (drains && world.waiting > 0) {
        world.is_draining = true;
        if (is_last) world.end_of_run = floor.schedule(floor.now() + kDay, EventKind::run_ends, 0);
    } else {
        staff_by_plan(floor, std::nullopt);
    }
}

}  // namespace floorwalker::model
