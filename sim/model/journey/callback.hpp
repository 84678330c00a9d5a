#pragma once

#include "sim/model/journey/asking.hpp"
#include "sim/model/journey/outage.hpp"

/// Callbacks: promised, kept in the queue without a line, dialled, reached or missed.
namespace floorwalker::model {

/// Whether a customer who has given up is one of those who are called back.
template <class Observer>
bool is_missed_call_kept(Floor<Observer>& floor, const ContactRef& ref) {
    if (ref.call_type == kNoCallType || ref.leg > 0 || floor.world.is_finished) return false;
    const auto& callback = floor.call_type(ref.call_type).callback;
    if (!callback || callback->rules.missed_calls == 0.0) return false;
    return chance(floor.world.key, ref.customer, Purpose::missed_call, turn_of(ref)) < callback->rules.missed_calls;
}

/// Whether it still waits for a quiet time.
template <class Observer>
bool is_quiet(Floor<Observer>& floor, ContactId id) {
    const ContactState& contact = floor.contact(id);
    const LaneId in_turn = floor.model.lane(contact.ref.call_type, contact.ref.tier);
    return floor.call_type(contact.ref.call_type).callback->rules.when == Callback::When::quiet &&
           contact.lane == floor.model.lanes[index(in_turn)].quiet;
}

template <class Observer>
void expect_latest(Floor<Observer>& floor, ContactId id) {
    if (!is_quiet(floor, id)) return;
    Journey& journey = floor.journey(id);
    const Duration latest = floor.call_type(floor.contact(id).ref.call_type).callback->rules.latest;
    journey.timer =
        floor.schedule(std::max(floor.now(), journey.kept_since + latest), EventKind::callback_is_due, index(id));
}

/// It comes again later. The staff does not stay for it.
template <class Observer>
void put_off(Floor<Observer>& floor, ContactId id, TimePoint until) {
    Journey& journey = floor.journey(id);
    journey.place = Whereabouts::put_off;
    journey.is_deferred = true;
    journey.hold_timer = floor.schedule(until, EventKind::callback_comes, index(id));
    expect_latest(floor, id);
}

/// Whether a server that the call type needs cannot be used by the agent, and until when somebody waits to try.
template <class Observer>
std::optional<TimePoint> unusable_until(Floor<Observer>& floor, AgentId agent, CallTypeId type) {
    if (!floor.uses(&Features::look_ups)) return std::nullopt;
    const SiteId site = site_of(floor, agent);
    for (const LookUpModel& one : floor.call_type(type).look_ups) {
        const ServerId server = one.rules.server;
        if (is_out_of_reach(floor.model, floor.world, site, server))
            return floor.now() + floor.call_type(type).callback->rules.retry;
        if (is_known_unusable(floor, site, server))
            return floor.world.machines.unusable_until[place_of(floor.model.machines, site, server)];
    }
    return std::nullopt;
}

/// Why nobody can be called now, by the time at which to try again; none: nothing is in the way.
template <class Observer>
std::optional<TimePoint> hindered_until(Floor<Observer>& floor, CallTypeId type) {
    if (is_outage(floor.world, type)) return floor.world.outages[index(type)].until;
    if (floor.world.lines_used < floor.model.lines) return std::nullopt;
    return floor.now() + floor.call_type(type).callback->rules.retry;
}

/// It waits to be called: an agent dials at once if one may, else it joins its lane.
template <class Observer>
void wait_for_callback(Floor<Observer>& floor, ContactId id) {
    const ContactState& contact = floor.contact(id);
    if (is_outage(floor.world, contact.ref.call_type))
        return put_off(floor, id, floor.world.outages[index(contact.ref.call_type)].until);
    if (const auto agent = free_agent_for(floor.model, floor.world, contact.lane, contact.ref))
        return serve(floor, {*agent, Server::How::free}, id, floor.now() - contact.since, true);
    enter_lane(floor.world, id);
    expect_latest(floor, id);
}

/// The contact is in no lane and hangs up, or has.
template <class Observer>
void keep_callback(Floor<Observer>& floor, ContactId id, CallbackReason reason) {
    ContactState& contact = floor.contact(id);
    Journey& journey = floor.journey(id);
    const Callback& rules = floor.call_type(contact.ref.call_type).callback->rules;
    floor.world.events.cancel(std::exchange(contact.patience, {}));
    floor.world.events.cancel(std::exchange(journey.timer, {}));
    release_line(floor.world, journey);
    if (reason != CallbackReason::on_paper) journey.waited += floor.now() - contact.since;
    journey.is_callback = true;
    journey.kept_since = floor.now();
    journey.attempts_left = static_cast<std::uint8_t>(rules.attempts);
    floor.observe(CallbackKept{floor.now(), contact.ref, reason});
    if (floor.world.is_finished) return miss_callback(floor, id);  // nobody will call any more
    if (rules.when == Callback::When::quiet) {
        contact.lane = floor.model.lanes[index(floor.model.lane(contact.ref.call_type, contact.ref.tier))].quiet;
        journey.is_deferred = true;
    }
    wait_for_callback(floor, id);
}

/// True: accepted, the contact has hung up. A contact is asked once; one whom the centre has called is not.
template <class Observer>
bool offer_callback(Floor<Observer>& floor, ContactId id) {
    Journey& journey = floor.journey(id);
    if (journey.is_outbound || std::exchange(journey.was_offered, true)) return false;
    const ContactRef ref = floor.contact(id).ref;
    const Callback& rules = floor.call_type(ref.call_type).callback->rules;
    const bool accepted =
        chance(floor.world.key, ref.customer, Purpose::callback_accepted, turn_of(ref)) < rules.accepted;
    floor.observe(CallbackOffered{floor.now(), ref, accepted});
    if (!accepted) return false;
    stop_waiting(floor.world, id);
    release_holder(floor, id);
    keep_callback(floor, id, CallbackReason::accepted);
    return true;
}

/// Whether a waiting contact is a callback that nobody can make now: then it is put off.
template <class Observer>
bool puts_off(Floor<Observer>& floor, ContactId id) {
    if (floor.contact(id).is_plain || !floor.journey(id).is_callback) return false;
    const auto later = hindered_until(floor, floor.contact(id).ref.call_type);
    if (!later) return false;
    stop_waiting(floor.world, id);
    put_off(floor, id, *later);
    return true;
}

/// Puts off what the agent would take next as long as it can be no more than put off: one after the other rather than
/// one within the other, for there may be thousands.
template <class Observer>
void put_off_next(Floor<Observer>& floor, AgentId agent) {
    while (floor.world.waiting > 0 && !should_sign_out(floor, agent)) {
        const auto next = next_for(floor, agent);
        if (!next || !puts_off(floor, *next)) return;
    }
}

inline Turn dialling_turn(const ContactRef& ref, const Journey& journey) { return {ref.attempt, journey.dialled}; }

/// A call back holds a line from dialling on. Without one, or while the systems are down, it is put off; that is no
/// attempt.
template <class Observer>
void dial_callback(Floor<Observer>& floor, AgentId agent_id, ContactId id) {
    const ContactRef ref = floor.contact(id).ref;
    auto later = hindered_until(floor, ref.call_type);
    if (!later) later = unusable_until(floor, agent_id, ref.call_type);
    if (later) {
        put_off(floor, id, *later);
        put_off_next(floor, agent_id);
        return become_free(floor, agent_id);
    }
    Journey& journey = floor.journey(id);
    AgentRecord& agent = floor.agent(agent_id);
    journey.place = Whereabouts::called_back;
    journey.holds_line = true;
    ++floor.world.lines_used;
    agent.contact = ref;
    agent.has_plain_contact = false;
    agent.since = floor.now();
    change_state(floor, agent_id, AgentState::dialling);
    auto luck = luck_of(floor.world.key, ref.customer, Purpose::dialling, dialling_turn(ref, journey));
    const Duration length = drawn_duration(floor.call_type(ref.call_type).callback->dialling(luck));
    floor.schedule(floor.now() + length, EventKind::callback_is_dialled, index(agent_id));
}

template <class Observer>
void miss_callback(Floor<Observer>& floor, ContactId id) {
    floor.observe(CallbackMissed{floor.now(), floor.contact(id).ref});
    leave_centre(floor.world, id);
}

template <class Observer>
void callback_is_dialled(Floor<Observer>& floor, AgentId agent_id) {
    const AgentRecord& agent = floor.agent(agent_id);
    const ContactId id = agent.contact.id;
    const ContactRef ref = agent.contact;
    Journey& journey = floor.journey(id);
    const Callback& rules = floor.call_type(ref.call_type).callback->rules;
    const bool reached =
        chance(floor.world.key, ref.customer, Purpose::reached, dialling_turn(ref, journey)) < rules.reached;
    ++journey.dialled;
    --journey.attempts_left;
    floor.observe(CalledBack{floor.now(), ref, agent_id, agent.group, reached, floor.now() - journey.kept_since});
    if (reached) {
        journey.is_callback = false;
        journey.is_deferred = false;
        floor.world.events.cancel(std::exchange(journey.timer, {}));
        return begin_talk(floor, agent_id, id);
    }
    release_line(floor.world, journey);
    if (journey.attempts_left == 0 || floor.world.is_finished) {
        miss_callback(floor, id);
    } else {
        put_off(floor, id, floor.now() + rules.retry);
    }
    become_free(floor, agent_id);
}

template <class Observer>
void callback_comes(Floor<Observer>& floor, ContactId id) {
    floor.world.events.cancel(std::exchange(floor.journey(id).timer, {}));
    floor.journey(id).is_deferred = is_quiet(floor, id);
    wait_for_callback(floor, id);
}

/// The latest time has come: from now on it is in turn, by the time at which it first asked.
template <class Observer>
void callback_is_due(Floor<Observer>& floor, ContactId id) {
    Journey& journey = floor.journey(id);
    ContactState& contact = floor.contact(id);
    const LaneId in_turn = floor.model.lane(contact.ref.call_type, contact.ref.tier);
    journey.timer = {};
    if (journey.place != Whereabouts::in_lane) {
        contact.lane = in_turn;
        return;
    }
    exit_lane(floor.world, id);
    contact.lane = in_turn;
    journey.is_deferred = false;
    wait_for_callback(floor, id);
}

/// When the last day is over nobody will be called any more.
template <class Observer>
void miss_callbacks(Floor<Observer>& floor) {
    World& world = floor.world;
    for (std::size_t i = 0; i < world.journeys.size(); ++i) {
        const auto id = ContactId(static_cast<std::uint32_t>(i));
        const Journey& journey = world.journeys[i];
        if (!journey.is_callback) continue;
        if (journey.place == Whereabouts::in_lane)
            exit_lane(world, id);
        else if (journey.place != Whereabouts::put_off)
            continue;
        miss_callback(floor, id);
    }
}

}  // namespace floorwalker::model
