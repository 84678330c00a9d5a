#pragma once

#include "sim/model/journey/outage.hpp"
#include "sim/model/machines/paper.hpp"

/// Look-ups before and during talks. The end of the talk stays in the calendar where it would be without them, and
/// moves only when a look-up takes time: so machines that take none change nothing.
namespace floorwalker::model {

/// There is nothing to look up for a return, a request on paper or a wrong person.
inline bool may_look_up(const Journey& journey) {
    return !journey.is_return && !journey.is_on_paper && journey.is_right_party;
}

inline void plan_one(ContactLookUps& look_ups, const PlannedLookUp& one) {
    std::uint8_t place = look_ups.count++;
    for (; place > 0 && look_ups.planned[place - 1U].at > one.at; --place)
        look_ups.planned[place] = look_ups.planned[place - 1U];
    look_ups.planned[place] = one;
}

/// What the contact looks up in a talk of this length, in order of time.
template <class Observer>
void plan_look_ups(Floor<Observer>& floor, ContactId id, Duration talk) {
    const ContactRef& ref = floor.contact(id).ref;
    const auto& rules = floor.call_type(ref.call_type).look_ups;
    ContactLookUps& look_ups = look_ups_of(floor.world, id);
    look_ups.count = look_ups.next = 0;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const LookUp& one = rules[i].rules;
        if (one.when == LookUpMoment::after) continue;
        if (chance_of(floor.world, ref, Purpose::look_up_happens, turn_of(ref), i) >= one.share) continue;
        Duration at{0};
        if (one.when == LookUpMoment::during) {
            const double point = chance_of(floor.world, ref, Purpose::look_up_point, turn_of(ref), i);
            at = Duration{static_cast<std::int64_t>(point * static_cast<double>(talk.count()))};
        }
        plan_one(look_ups, {static_cast<std::uint8_t>(i), one.server, at});
    }
}

template <class Observer>
double work_seconds(Floor<Observer>& floor, const ContactRef& ref, std::size_t number) {
    const auto purpose = static_cast<Purpose>(static_cast<std::size_t>(Purpose::first_look_up_work) + number);
    auto luck = luck_of(floor.world.key, ref.customer, purpose, turn_of(ref));
    return std::max(0.0, floor.call_type(ref.call_type).look_ups[number].work(luck));
}

/// An agent asks a server; the contact, which may have left, is its last.
template <class Observer>
std::uint32_t ask_by_agent(Floor<Observer>& floor, AgentId id, std::size_t number) {
    const ContactRef& ref = floor.agent(id).contact;
    const LookUp& rules = floor.call_type(ref.call_type).look_ups[number].rules;
    LookUpState state;
    state.by = LookUpBy::agent;
    state.when = rules.when;
    state.subject = static_cast<std::uint32_t>(id);
    return ask(floor, rules, {state, site_of(floor, id), work_seconds(floor, ref, number)});
}

/// Whether the agent does no more than write down what the customer wants, who is called back.
template <class Observer>
bool can_be_called_back(Floor<Observer>& floor, ContactId id) {
    const Journey& journey = floor.journey(id);
    return floor.call_type(floor.contact(id).ref.call_type).callback && !journey.is_outbound && !journey.is_return &&
           journey.dialled == 0;
}

/// The talk ends so much later than now.
template <class Observer>
void talk_on(Floor<Observer>& floor, AgentId agent, ContactId id, Duration left) {
    Journey& journey = floor.journey(id);
    floor.world.events.cancel(journey.timer);
    look_ups_of(floor.world, id).ends = floor.now() + left;
    journey.timer = floor.schedule(floor.now() + left, EventKind::talk_ends, index(agent));
}

/// In the middle of a talk it turns out that the server cannot be used.
template <class Observer>
void goes_to_paper(Floor<Observer>& floor, AgentId agent, ContactId id, ServerId server) {
    write_down(floor, agent, id, server);
    ContactLookUps& look_ups = look_ups_of(floor.world, id);
    look_ups.count = look_ups.next;
    look_ups_of(floor.world, agent).may_look_up = false;
    if (can_be_called_back(floor, id)) {
        floor.journey(id).is_on_paper = true;
        const ContactRef ref = floor.contact(id).ref;
        auto luck = luck_of(floor.world.key, ref.customer, Purpose::on_paper, turn_of(ref));
        const double seconds = floor.call_type(ref.call_type).callback->on_paper(luck);
        return talk_on(floor, agent, id, handling_duration(handling_seconds(floor, agent, ref.call_type, seconds)));
    }
    const auto left = static_cast<double>((look_ups.ends - floor.now()).count());
    const double longer = left * floor.model.machines.all->paper.talk;
    talk_on(floor, agent, id, std::min(Duration{static_cast<std::int64_t>(longer)}, 7 * kDay));
}

/// Puts the next look-up of the talk into the calendar, or asks at once when its moment has come.
template <class Observer>
void expect_look_up(Floor<Observer>& floor, AgentId agent, ContactId id) {
    ContactLookUps& look_ups = look_ups_of(floor.world, id);
    if (look_ups.next >= look_ups.count) return;
    const PlannedLookUp& one = look_ups.planned[look_ups.next];
    const TimePoint due = look_ups.ends - (look_ups.talk - one.at);
    if (due > floor.now()) {
        look_ups.due = floor.schedule(due, EventKind::look_up_is_due, index(agent));
        return;
    }
    if (is_known_unusable(floor, site_of(floor, agent), one.server)) return goes_to_paper(floor, agent, id, one.server);
    look_ups.ticket = ask_by_agent(floor, agent, one.number);
}

template <class Observer>
void look_up_is_due(Floor<Observer>& floor, AgentId agent) {
    expect_look_up(floor, agent, floor.agent(agent).contact.id);
}

/// Before a talk: whether its agent knows already that it will have to do without. True: the talk takes longer.
template <class Observer>
bool begins_on_paper(Floor<Observer>& floor, AgentId agent, ContactId id) {
    ContactLookUps& look_ups = look_ups_of(floor.world, id);
    look_ups.is_on_paper = false;
    look_ups.count = look_ups.next = 0;
    Journey& journey = floor.journey(id);
    look_ups_of(floor.world, agent).may_look_up = may_look_up(journey);
    if (!may_look_up(journey)) return false;
    plan_look_ups(floor, id, Duration{0});
    const SiteId site = site_of(floor, agent);
    for (std::uint8_t i = 0; i < look_ups.count; ++i) {
        const ServerId server = look_ups.planned[i].server;
        if (!is_known_unusable(floor, site, server)) continue;
        write_down(floor, agent, id, server);
        look_ups_of(floor.world, agent).may_look_up = false;
        journey.is_on_paper = can_be_called_back(floor, id);
        return !journey.is_on_paper;
    }
    return false;
}

/// The talk has begun, or will with the end of a briefing. Nothing is known yet to be unusable: begins_on_paper.
template <class Observer>
void begin_look_ups(Floor<Observer>& floor, AgentId agent, ContactId id, TimePoint begins, Duration talk) {
    ContactLookUps& look_ups = look_ups_of(floor.world, id);
    look_ups.ends = begins + talk;
    look_ups.talk = talk;
    look_ups.count = look_ups.next = 0;
    if (look_ups.is_on_paper || !may_look_up(floor.journey(id))) return;
    plan_look_ups(floor, id, talk);
    expect_look_up(floor, agent, id);
}

/// The look-up takes time: the customer is on hold.
template <class Observer>
void hold_for_look_up(Floor<Observer>& floor, AgentId agent) {
    const ContactId id = floor.agent(agent).contact.id;
    ContactLookUps& look_ups = look_ups_of(floor.world, id);
    look_ups.left = look_ups.ends - floor.now();
    floor.world.events.cancel(std::exchange(floor.journey(id).timer, {}));
    change_state(floor, agent, AgentState::on_hold);
}

/// `held` is no part of the talk.
template <class Observer>
void end_hold(Floor<Observer>& floor, AgentId id, Duration held) {
    if (held == Duration{0}) return;  // the site was lost at the same moment
    AgentRecord& agent = floor.agent(id);
    agent.since += held;
    floor.observe(HoldEnded{floor.now(), agent.contact, id, agent.group, held, held});
}

/// `held` none: it took no time.
template <class Observer>
void look_up_in_talk_ends(Floor<Observer>& floor, AgentId agent, const LookUpState& state, std::optional<Duration> held,
                          bool is_answered) {
    const ContactId id = floor.agent(agent).contact.id;
    ContactLookUps& look_ups = look_ups_of(floor.world, id);
    look_ups.ticket = kNone;
    if (held) {
        end_hold(floor, agent, *held);
        change_state(floor, agent, AgentState::talking);
        talk_on(floor, agent, id, look_ups.left);
    }
    ++look_ups.next;
    if (is_answered) return expect_look_up(floor, agent, id);
    goes_to_paper(floor, agent, id, state.server);
}

}  // namespace floorwalker::model
