#pragma once

#include "sim/model/journey/asking.hpp"

/// The staged script of a call type: what happens to a contact while it waits.
namespace floorwalker::model {

/// Whether the step's conditions hold now; states the answer.
template <class Observer>
bool decide_step(Floor<Observer>& floor, ContactId id, std::uint16_t number, const RouteStep& step) {
    const ContactRef ref = floor.contact(id).ref;
    const bool taken = all_hold(floor.model, floor.world, step.when, ref.call_type);
    floor.observe(StepTaken{floor.now(), ref, number, taken});
    return taken;
}

/// The steps that are taken before it joins a lane.
template <class Observer>
void take_steps_at_once(Floor<Observer>& floor, ContactId id) {
    ContactState& contact = floor.contact(id);
    Journey& journey = floor.journey(id);
    const auto& steps = floor.call_type(contact.ref.call_type).steps;
    while (journey.step < steps.size() && is_at_once(steps[journey.step])) {
        const std::uint16_t number = journey.step++;
        if (decide_step(floor, id, number, steps[number]))
            contact.lane = floor.model.lanes[index(contact.lane)].after_step[number];
    }
}

/// It goes on in the lane to which the step leads, or to an agent whom the step has opened to it.
template <class Observer>
void change_lane(Floor<Observer>& floor, ContactId id, std::uint16_t step) {
    ContactState& contact = floor.contact(id);
    const LaneId to = floor.model.lanes[index(contact.lane)].after_step[step];
    if (to == contact.lane) return;
    exit_lane(floor.world, id);
    contact.lane = to;
    if (const auto server = server_for(floor.model, floor.world, to, contact.ref)) {
        floor.world.events.cancel(contact.patience);
        return serve(floor, *server, id, floor.now() - contact.since, true);
    }
    enter_lane(floor.world, id);
}

template <class Observer>
void hear_announcement(Floor<Observer>& floor, ContactId id, std::uint16_t step, const Announce& announce) {
    const ContactState& contact = floor.contact(id);
    const ContactRef ref = contact.ref;
    const Turn turn{ref.attempt, static_cast<std::uint8_t>(step)};
    bool leaves = chance(floor.world.key, ref.customer, Purpose::announcement, turn) < announce.leave;
    if (announce.tell_expected_wait) {
        const WaitEstimator estimator = estimator_of(floor.call_type(ref.call_type));
        const Duration left =
            patience_on_journey(floor.model, floor.world, id) - (floor.now() - contact.since);  // of its patience
        const std::int64_t ahead = contacts_ahead(floor.model, floor.world, contact);
        leaves = leaves || expected_wait(floor.model, floor.world, ref.call_type, estimator, ahead) > left;
    }
    if (!leaves) return;
    stop_waiting(floor.world, id);
    floor.observe(Abandoned{floor.now(), ref, floor.now() - contact.since, true});
    end_unserved(floor, id);
}

template <class Observer>
void take_step(Floor<Observer>& floor, ContactId id, std::uint16_t number, const RouteStep& step) {
    if (!decide_step(floor, id, number, step)) return;
    if (leads_elsewhere(step)) return change_lane(floor, id, number);
    if (const auto* announce = std::get_if<Announce>(&step.what))
        return hear_announcement(floor, id, number, *announce);
    if (std::holds_alternative<OfferCallback>(step.what)) {
        if (floor.call_type(floor.contact(id).ref.call_type).callback) offer_callback(floor, id);
        return;
    }
    stop_waiting(floor.world, id);
    dismiss_on_journey(floor, id);
}

/// For a contact in a lane: takes the steps whose time has come and waits for the next.
template <class Observer>
void take_due_steps(Floor<Observer>& floor, ContactId id) {
    const auto& steps = floor.call_type(floor.contact(id).ref.call_type).steps;
    if (steps.empty()) return;
    const TimePoint since = floor.contact(id).since;
    while (floor.journey(id).step < steps.size()) {
        Journey& journey = floor.journey(id);
        const RouteStep& step = steps[journey.step];
        if (floor.now() - since < step.after) {
            journey.timer = floor.schedule(since + step.after, EventKind::route_step, index(id));
            return;
        }
        const std::uint16_t number = journey.step++;
        take_step(floor, id, number, step);
        if (floor.journey(id).place != Whereabouts::in_lane || floor.journey(id).is_callback) return;
    }
}

template <class Observer>
void route_step(Floor<Observer>& floor, ContactId id) {
    take_due_steps(floor, id);
}

}  // namespace floorwalker::model
