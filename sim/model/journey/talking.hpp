#pragma once

#include "sim/model/journey/callback.hpp"
#include "sim/model/journey/holding.hpp"
#include "sim/model/journey/ringing.hpp"
#include "sim/model/journey/settling.hpp"
#include "sim/model/journey/working.hpp"
#include "sim/model/machines/in_talk.hpp"

/// Talks that are more than a talk: briefings, conferences, transfers, and coming back to the first agent.
namespace floorwalker::model {

inline const TransferModel* transfer_of(const Model& model, const Journey& journey) {
    if (!journey.transfer) return nullptr;
    return &model.call_types[index(journey.from)].transfers[*journey.transfer];
}

/// Talk time in seconds with an agent of proficiency 1.
template <class Observer>
double talk_seconds(Floor<Observer>& floor, ContactId id) {
    const ContactState& contact = floor.contact(id);
    const Journey& journey = floor.journey(id);
    const kernel::StreamKey key = floor.world.key;
    if (journey.is_return) {
        auto luck = luck_of(key, contact.ref.customer, Purpose::return_talk, turn_of(contact.ref));
        return transfer_of(floor.model, journey)->return_talk(luck);
    }
    if (!journey.is_right_party) {
        const auto campaign = floor.model.campaign_of(contact.ref.customer.source);
        auto luck = luck_of(key, contact.ref.customer, Purpose::wrong_party_talk, turn_of(contact.ref));
        return floor.model.campaigns[index(*campaign)].wrong_party_talk(luck);
    }
    if (journey.is_on_paper) {
        auto luck = luck_of(key, contact.ref.customer, Purpose::on_paper, turn_of(contact.ref));
        return floor.call_type(contact.ref.call_type).callback->on_paper(luck);
    }
    return talk_need(floor.model, key, contact.ref, contact.talk_word);
}

/// While the first agent still holds the contact: how long it takes to tell the second what it is about.
template <class Observer>
Duration brief(Floor<Observer>& floor, ContactId id) {
    Journey& journey = floor.journey(id);
    if (journey.held_by == kNoAgent) return Duration{0};
    floor.world.events.cancel(std::exchange(journey.hold_timer, {}));
    const TransferModel* transfer = transfer_of(floor.model, journey);
    if (transfer->rules.kind != TransferKind::warm) return Duration{0};
    const ContactRef& ref = floor.contact(id).ref;
    auto luck = luck_of(floor.world.key, ref.customer, Purpose::briefing, turn_of(ref));
    const Duration length = handling_duration(transfer->briefing(luck));
    journey.hold_timer = floor.schedule(floor.now() + length, EventKind::briefing_ends, index(id));
    return length;
}

template <class Observer>
void begin_talk(Floor<Observer>& floor, AgentId agent_id, ContactId id) {
    AgentRecord& agent = floor.agent(agent_id);
    floor.journey(id).place = Whereabouts::with_agent;
    floor.journey(id).is_on_paper = is_written_down(floor, id);
    double longer = 1.0;
    if (floor.uses(&Features::machines)) [[unlikely]] {
        call_begins(floor, agent_id);
        if (floor.uses(&Features::look_ups) && begins_on_paper(floor, agent_id, id))
            longer = floor.model.machines.all->paper.talk;
    }
    agent.since = floor.now();
    change_state(floor, agent_id, AgentState::talking);
    const Duration briefing = brief(floor, id);
    const ContactRef ref = floor.contact(id).ref;
    double seconds = longer * handling_seconds(floor, agent_id, ref.call_type, talk_seconds(floor, id));
    if (floor.uses(&Features::abuse)) [[unlikely]] {
        const Duration waited = floor.now() - floor.contact(id).since;
        const AbusiveTalk talk = talk_with_customer(floor, agent_id, ref, waited, seconds);
        seconds = talk.seconds;
        floor.journey(id).ends_by_agent = talk.is_ended;
    }
    const TimePoint begins = floor.now() + briefing;
    const Duration talk = handling_duration(seconds);
    if (floor.uses(&Features::holds) && looks_up(floor, agent_id, id, begins, talk)) [[unlikely]]
        return;
    // First, so that a talk of no length does not end before what is looked up in it.
    if (floor.uses(&Features::look_ups)) [[unlikely]]
        begin_look_ups(floor, agent_id, id, begins, talk);
    floor.journey(id).timer = floor.schedule(begins + talk, EventKind::talk_ends, index(agent_id));
}

template <class Observer>
void answer_on_journey(Floor<Observer>& floor, AgentId agent_id, ContactId id, Duration waited, bool queued) {
    Journey& journey = floor.journey(id);
    if (journey.is_callback) return dial_callback(floor, agent_id, id);
    if (floor.uses(&Features::ring) && rings_first(floor.model, floor.world, agent_id, id))
        return begin_ring(floor, agent_id, id, waited, queued);
    take_contact(floor, agent_id, id, waited, queued, Duration{0});
}

template <class Observer>
void take_contact(Floor<Observer>& floor, AgentId agent_id, ContactId id, Duration waited, bool queued, Duration rang) {
    Journey& journey = floor.journey(id);
    AgentRecord& agent = floor.agent(agent_id);
    const ContactRef ref = floor.contact(id).ref;
    journey.place = Whereabouts::with_agent;
    journey.waited += waited;
    agent.contact = ref;
    agent.has_plain_contact = false;
    agent.since = floor.now();
    floor.observe(Answered{floor.now(), ref, agent_id, agent.group, waited, queued, rang});
    if (journey.is_outbound && queued && ref.leg == 0) note_mismatch(floor, id, false);
    if (!journey.is_return) remember_wait(floor.model, floor.world, ref.call_type, waited);
    switch (floor.call_type(ref.call_type).channel) {
    case Channel::voice: return begin_talk(floor, agent_id, id);
    case Channel::chat: return begin_chat(floor, agent_id, id);
    case Channel::mail: return begin_mail(floor, agent_id, id);
    }
}

/// Which of the call type's transfers happens, if any.
template <class Observer>
std::optional<std::uint16_t> drawn_transfer(Floor<Observer>& floor, const ContactRef& ref, GroupId group) {
    const auto& transfers = floor.call_type(ref.call_type).transfers;
    if (transfers.empty() || ref.leg + 1U >= detail::kMostLegs) return std::nullopt;
    double place = chance(floor.world.key, ref.customer, Purpose::transfer, turn_of(ref));
    for (std::size_t i = 0; i < transfers.size(); ++i) {
        const auto own = transfers[i].rules.share_by_group.find(group);
        place -= own == transfers[i].rules.share_by_group.end() ? transfers[i].rules.share : own->second;
        if (place < 0) return static_cast<std::uint16_t>(i);
    }
    return std::nullopt;
}

/// The contact's next leg, for the call type.
template <class Observer>
void begin_leg(Floor<Observer>& floor, ContactId id, CallTypeId call_type) {
    ContactState& contact = floor.contact(id);
    ++contact.ref.leg;
    contact.ref.call_type = call_type;
    contact.patience = {};
    floor.journey(id).rings = 0;
    contact.talk_word = first_word(floor.world.key, contact.ref.customer, Purpose::talk, turn_of(contact.ref));
    floor.journey(id).place = Whereabouts::arriving;
}

/// The agent's part is over, the contact's is not.
template <class Observer>
void talk_goes_on(Floor<Observer>& floor, AgentId agent_id) {
    end_talk(floor, agent_id, false);
}

template <class Observer>
void transfer(Floor<Observer>& floor, AgentId agent_id, std::uint16_t number) {
    const AgentRecord& agent = floor.agent(agent_id);
    const ContactRef before = agent.contact;
    const ContactId id = before.id;
    Journey& journey = floor.journey(id);
    const Transfer& rules = floor.call_type(before.call_type).transfers[number].rules;
    journey.transfer = number;
    journey.from = before.call_type;
    journey.last_agent = kNoAgent;
    journey.returns_to = rules.returns ? agent_id : kNoAgent;
    const bool stays = rules.kind != TransferKind::cold;
    if (stays) {
        journey.held_by = agent_id;
        journey.hold_timer = floor.schedule(floor.now() + rules.most_hold, EventKind::hold_ends, index(id));
    } else {
        talk_goes_on(floor, agent_id);
    }
    begin_leg(floor, id, rules.to);
    floor.observe(Transferred{floor.now(), floor.contact(id).ref, before.call_type, agent_id, agent.group, rules.kind,
                              rules.is_escalation, false});
    ask_for_agent(floor, id, false);
    if (!stays) wrap_up_or_become_free(floor, agent_id);
}

/// Whether the contact goes back to its first agent; that agent is told at once or waited for.
template <class Observer>
bool returns_to_first(Floor<Observer>& floor, AgentId agent_id) {
    const ContactRef before = floor.agent(agent_id).contact;
    const ContactId id = before.id;
    Journey& journey = floor.journey(id);
    const AgentId first = std::exchange(journey.returns_to, kNoAgent);
    if (first == kNoAgent || floor.agent(first).state == AgentState::signed_out || !floor.agent(first).on_duty())
        return false;
    const Duration longest = transfer_of(floor.model, journey)->rules.return_wait;
    talk_goes_on(floor, agent_id);
    begin_leg(floor, id, journey.from);
    journey.is_return = true;
    ContactState& contact = floor.contact(id);
    contact.lane = floor.model.lane(contact.ref.call_type, contact.ref.tier);
    contact.since = floor.now();
    floor.observe(Transferred{floor.now(), contact.ref, before.call_type, agent_id, floor.agent(agent_id).group,
                              TransferKind::cold, false, true});
    if (floor.agent(first).state == AgentState::available) {
        serve(floor, {first, Server::How::free}, id, Duration{0}, false);
    } else {
        queue_up(floor, id, kForever);
        want(floor.world, id, first);
        journey.timer = floor.schedule(floor.now() + longest, EventKind::stops_waiting_for, index(id));
    }
    wrap_up_or_become_free(floor, agent_id);
    return true;
}

/// The request stands on paper; the customer hangs up and will be called.
template <class Observer>
void put_on_list(Floor<Observer>& floor, AgentId agent_id) {
    const ContactId id = floor.agent(agent_id).contact.id;
    talk_goes_on(floor, agent_id);
    keep_callback(floor, id, CallbackReason::on_paper);
    become_free(floor, agent_id);
}

template <class Observer>
void talk_ends_on_journey(Floor<Observer>& floor, AgentId agent_id) {
    const AgentRecord& agent = floor.agent(agent_id);
    const ContactRef ref = agent.contact;
    if (floor.call_type(ref.call_type).channel == Channel::mail) return finish_mail(floor, agent_id);
    release_holder(floor, ref.id);  // of a conference
    Journey& journey = floor.journey(ref.id);
    if (std::exchange(journey.is_on_paper, false)) return put_on_list(floor, agent_id);
    const bool may_go_on = journey.is_right_party && !journey.is_return && !journey.ends_by_agent;
    if (may_go_on && returns_to_first(floor, agent_id)) return;
    if (const auto next = may_go_on ? drawn_transfer(floor, ref, agent.group) : std::nullopt)
        return transfer(floor, agent_id, *next);
    end_talk(floor, agent_id, true);
    settle(floor, ref, agent_id);
    leave_centre(floor.world, ref.id);
    wrap_up_or_become_free(floor, agent_id);
}

}  // namespace floorwalker::model
