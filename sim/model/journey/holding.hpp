#pragma once

#include "sim/model/journey/asking.hpp"

/// Talks in which the agent looks something up: the customer is on hold for a while, and then the talk goes on.
namespace floorwalker::model {

struct DrawnHold {
    double point = 0.0;  // of the talk, from 0 to 1
    Duration length{0};
    Duration silence{0};
};

/// The longest part of a hold between two words of the agent, its beginning and end among them.
inline Duration drawn_silence(const HoldModel& hold, kernel::StreamKey key, const ContactRef& ref, Duration length) {
    if (!hold.report_back) return length;
    // Words that take no time at all would go on for ever.
    constexpr Duration kLeast = std::chrono::milliseconds{100};
    auto luck = luck_of(key, ref.customer, Purpose::report_back, turn_of(ref));
    Duration longest{0};
    for (Duration at{0}; at < length;) {
        const Duration gap = std::min(std::max(kLeast, handling_duration((*hold.report_back)(luck))), length - at);
        longest = std::max(longest, gap);
        at += gap;
    }
    return longest;
}

inline std::optional<DrawnHold> drawn_hold(const HoldModel& hold, kernel::StreamKey key, const ContactRef& ref) {
    const Turn turn = turn_of(ref);
    if (chance(key, ref.customer, Purpose::looks_up, turn) >= hold.share) return std::nullopt;
    auto luck = luck_of(key, ref.customer, Purpose::hold_length, turn);
    const Duration length = handling_duration(hold.length(luck));
    if (length == Duration{0}) return std::nullopt;
    const double point = chance(key, ref.customer, Purpose::hold_point, turn);
    return DrawnHold{point, length, drawn_silence(hold, key, ref, length)};
}

/// Whether the agent will have to look something up in a talk that begins at `begins`; then the end of the talk is
/// not in the calendar yet. There is nothing to look up for a return, a request on paper or a wrong person.
template <class Observer>
bool looks_up(Floor<Observer>& floor, AgentId agent, ContactId id, TimePoint begins, Duration talk) {
    Journey& journey = floor.journey(id);
    const ContactRef& ref = floor.contact(id).ref;
    const auto& rules = floor.call_type(ref.call_type).hold;
    if (!rules || journey.is_return || journey.is_on_paper || !journey.is_right_party) return false;
    const auto hold = drawn_hold(*rules, floor.world.key, ref);
    if (!hold) return false;
    const Duration before{static_cast<std::int64_t>(hold->point * static_cast<double>(talk.count()))};
    journey.on_hold = hold->length;
    journey.silence = hold->silence;
    journey.left_us = static_cast<double>((talk - before).count());
    journey.timer = floor.schedule(begins + before, EventKind::look_up_begins, index(agent));
    return true;
}

template <class Observer>
void look_up_begins(Floor<Observer>& floor, AgentId id) {
    change_state(floor, id, AgentState::on_hold);
    Journey& journey = floor.journey(floor.agent(id).contact.id);
    journey.timer = floor.schedule(floor.now() + journey.on_hold, EventKind::look_up_ends, index(id));
}

template <class Observer>
void look_up_ends(Floor<Observer>& floor, AgentId id) {
    AgentRecord& agent = floor.agent(id);
    Journey& journey = floor.journey(agent.contact.id);
    agent.since += journey.on_hold;  // so that the talk is what is not hold
    floor.observe(HoldEnded{floor.now(), agent.contact, id, agent.group, journey.on_hold, journey.silence});
    change_state(floor, id, AgentState::talking);
    const Duration left{static_cast<std::int64_t>(journey.left_us)};
    journey.timer = floor.schedule(floor.now() + left, EventKind::talk_ends, index(id));
}

}  // namespace floorwalker::model
