#pragma once

#include "sim/model/contact/arriving.hpp"
#include "sim/model/journey/leaving.hpp"

/// Customers who call again: after they were blocked, gave up, or got no solution.
namespace floorwalker::model {

/// When somebody who would call at `at` really calls: who meets a closed centre comes at the next opening, spread over
/// its first hour by `spread`. None: it does not open again.
inline std::optional<TimePoint> when_open(const Model& model, TimePoint at, Duration spread) {
    const Duration since_first = at.time_since_epoch() - model.open;
    auto day = static_cast<std::int64_t>(since_first < Duration{0} ? 0 : since_first / kDay);
    for (bool is_same_day = true; day < model.days; ++day, is_same_day = false) {
        const auto number = static_cast<std::uint32_t>(day);
        const DayModel hours = model.day_model(number);
        if (hours.first >= hours.end) continue;
        const TimePoint opens = model.interval_start(number, hours.first);
        const TimePoint closes = model.interval_start(number, hours.end);
        if (is_same_day && at >= opens && at < closes) return at;
        if (is_same_day && at >= closes) continue;
        return std::min(opens + spread % std::chrono::hours{1}, closes - Duration{1});
    }
    return std::nullopt;
}

inline std::uint32_t new_caller(World& world) {
    if (world.free_callers.empty()) {
        world.callers.emplace_back();
        return static_cast<std::uint32_t>(world.callers.size() - 1);
    }
    const std::uint32_t place = world.free_callers.back();
    world.free_callers.pop_back();
    return place;
}

/// `contact` has ended and will be followed by another of the same customer after the delay.
template <class Observer>
void call_again(Floor<Observer>& floor, const ContactRef& contact, SourceId entry, CallAgainReason reason,
                const kernel::Sampler& delay, std::optional<CallTypeId> becomes, AgentId last_agent) {
    auto luck = luck_of(floor.world.key, contact.customer, Purpose::call_again_delay, turn_of(contact));
    const Duration pause = drawn_duration(delay(luck));
    const auto then = when_open(floor.model, floor.now() + pause, pause);
    if (!then) return;
    floor.observe(WillCallAgain{floor.now(), contact, reason, *then});
    const std::uint32_t place = new_caller(floor.world);
    CallerState& caller = floor.world.callers[place];
    caller.contact = contact;
    caller.contact.id = kNoContact;
    caller.contact.leg = 0;
    ++caller.contact.attempt;
    // It goes the way that it went before: through the same IVR, to the same first level.
    caller.entry = becomes ? Model::source_of(*becomes) : entry;
    caller.contact.call_type = floor.model.source(caller.entry).call_type;
    caller.last_agent = last_agent;
    floor.schedule(*then, EventKind::customer_calls_again, place);
}

/// After a try that brought no agent.
template <class Observer>
void may_redial(Floor<Observer>& floor, const ContactRef& contact, SourceId entry, CallAgainReason reason,
                AgentId last_agent) {
    const auto& redial =
        contact.call_type == kNoCallType ? floor.model.source(entry).redial : floor.call_type(contact.call_type).redial;
    const bool is_transferred = contact.leg > 0 && reason != CallAgainReason::dropped;
    if (!redial || is_transferred || contact.attempt + 1 >= redial->rules.most_tries) return;
    double share = reason == CallAgainReason::blocked ? redial->rules.after_blocked : redial->rules.after_abandoned;
    if (contact.attempt > 0) share = redial->rules.further.value_or(share);
    if (chance(floor.world.key, contact.customer, Purpose::call_again, turn_of(contact)) >= share) return;
    call_again(floor, contact, entry, reason, redial->delay, redial->rules.becomes, last_agent);
}

/// After an agent or the machine has served it; its matter is not solved with the chance `unsolved`, or that of the
/// rules.
template <class Observer>
void may_repeat(Floor<Observer>& floor, const ContactRef& contact, SourceId entry, AgentId last_agent,
                std::optional<double> unsolved = std::nullopt) {
    constexpr std::uint8_t kMostRepeats = 100;
    const auto& repeat =
        contact.call_type == kNoCallType ? floor.model.source(entry).repeat : floor.call_type(contact.call_type).repeat;
    if (!repeat || contact.attempt >= kMostRepeats) return;
    const double share = unsolved.value_or(repeat->rules.unsolved) * repeat->rules.calls_again;
    if (chance(floor.world.key, contact.customer, Purpose::call_again, turn_of(contact)) >= share) return;
    call_again(floor, contact, entry, CallAgainReason::unsolved, repeat->delay, repeat->rules.becomes, last_agent);
}

/// Of a contact that is known to have solved nothing.
template <class Observer>
void repeat_unsolved(Floor<Observer>& floor, const ContactRef& contact, SourceId entry, AgentId last_agent) {
    may_repeat(floor, contact, entry, last_agent, 1.0);
}

template <class Observer>
void customer_calls_again(Floor<Observer>& floor, std::uint32_t place) {
    World& world = floor.world;
    const CallerState caller = world.callers[place];
    world.free_callers.push_back(place);
    if (!world.is_open) return;
    Arriving arriving{caller.contact, caller.entry, 0, caller.last_agent};
    arriving.ref.day = world.day;
    arriving.ref.interval = world.interval;
    arriving.talk_word = first_word(world.key, arriving.ref.customer, Purpose::talk, turn_of(arriving.ref));
    receive(floor, arriving);
}

}  // namespace floorwalker::model
