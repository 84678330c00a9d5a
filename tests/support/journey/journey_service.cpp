#include <algorithm>

#include "sim/model/contact/customer.hpp"
#include "sim/model/floor.hpp"
#include "tests/support/journey/journey_inspector.hpp"

/// JourneyInspector: agents and contacts.
namespace floorwalker::support {

void JourneyInspector::operator()(const Answered& fact) {
    begin(fact);
    AgentNow& who = agent(fact.agent, fact.group);
    check(fact.rang == (who.rings ? fact.at - who.since : Duration{0}), "rang for another time", fact.contact);
    const bool rings = who.rings && who.rings->id == fact.contact.id;
    if (rings) stop_ringing(contacts_[index(fact.contact.id)], fact.queued);
    ContactNow& one = contact(fact.contact, fact.queued ? ContactPlace::waiting : ContactPlace::asking, "answered");
    const bool must_ring = scenario_.groups[index(fact.group)].ring && is_call(one.ref) && !one.is_return &&
                           !(is_outbound(one.ref.customer) && one.ref.leg == 0);
    check(rings == must_ring, "does not ring where it should, or does elsewhere", one.ref);
    one.most_talk.reset();
    one.is_dropped = false;
    const Channel channel = channel_of(one.ref.call_type);
    check(who.state != AgentState::signed_out && !who.is_wrapping_up && !who.call && !who.mail,
          "answered by an agent who has another contact", one.ref);
    check(channel == Channel::chat || who.chats.empty(), "answered by an agent who chats", one.ref);
    check(may_take(index(fact.agent), one), "answered by somebody who may not", one.ref);
    check(fact.waited == fact.at - one.asked, "a wait of another length", one.ref);
    check(fact.waited <= one.patience, "waited longer than its patience", one.ref);
    check(fact.queued || one.has_rung || fact.waited == Duration{0}, "waited without being queued", one.ref);
    check(!one.is_return || fact.agent == one.returns_to, "goes back to another than the first agent", one.ref);
    move(one, ContactPlace::with_agent);
    one.felt += fact.waited;
    one.agent = fact.agent;
    one.answered = fact.at;
    one.is_on_paper = outages_[index(one.ref.call_type)] > 0 && !is_outbound(one.ref.customer) && !one.is_return &&
                      !one.was_called_back;
    who.pace = load_.multiple(fact.agent, fact.group, fact.at);
    who.since = fact.at;
    who.last.reset();
    if (channel == Channel::voice) who.call = one.ref;
    if (channel == Channel::mail) who.mail = one.ref;
    if (channel != Channel::chat) return;
    who.chats.insert(one.ref.id);
    const auto windows = static_cast<std::size_t>(scenario_.groups[index(fact.group)].chat.windows);
    check(who.chats.size() <= windows, "more chats than windows", one.ref);
}

/// A talk that is nothing but that takes what the customer needs, by the agent's proficiency.
void JourneyInspector::check_talk(const TalkEnded& fact, const AgentNow& who, const ContactNow& one) const {
    check(fact.talk == fact.at - who.since, "talks for another time", fact.contact);
    const bool is_simple = !one.is_return && one.came_by != TransferKind::warm && !is_outbound(one.ref.customer) &&
                           one.holder != fact.agent && !one.is_on_paper && !one.has_paper && !one.is_dropped &&
                           channel_of(one.ref.call_type) == Channel::voice;
    if (!is_simple || !skills_of(index(fact.agent)).contains(fact.contact.call_type)) return;
    const double proficiency = skills_of(index(fact.agent)).at(fact.contact.call_type);
    const double need = model::talk_need(*model_, key_, fact.contact) * (1.0 / proficiency);
    if (one.most_talk) {
        check(fact.talk == *one.most_talk && fact.talk <= model::handling_duration(need * who.pace),
              "not the talk after which the agent ends it", fact.contact);
        return;
    }
    check(is_handled_in(fact.talk, need, who), "not the talk that the customer needs", fact.contact);
}

void JourneyInspector::operator()(const TalkEnded& fact) {
    begin(fact);
    AgentNow& who = agent(fact.agent, fact.group);
    ContactNow& one = contacts_[index(fact.contact.id)];
    const bool is_holder = one.is_inside() && one.holder == fact.agent && who.call && who.call->leg < one.ref.leg;
    // Who held it and is let go because it has hung up states the end of the talk after it has left.
    const bool was_holder = !one.is_inside() && one.holder == fact.agent;
    if (!is_holder && !was_holder) contact(fact.contact, ContactPlace::with_agent, "talking");
    const bool is_chat = who.chats.erase(fact.contact.id) > 0;
    if (!is_chat) {
        const auto& with = who.mail ? who.mail : who.call;
        check(with && with->customer == fact.contact.customer && with->leg == fact.contact.leg, "talks with another",
              fact.contact);
        check_talk(fact, who, one);
    } else {
        check(fact.talk <= fact.at - one.answered, "worked longer than the chat lasted", fact.contact);
    }
    who.pace = load_.multiple(fact.agent, fact.group, fact.at);  // of the wrap-up
    who.call.reset();
    who.mail.reset();
    who.last = is_chat ? std::nullopt : std::optional{fact.contact};
    who.last_end = fact.at;
    if (is_holder || was_holder) {
        check(!fact.leaves, "leaves with the first agent", fact.contact);
        one.holder = kNoAgent;
        return;
    }
    check(one.agent == fact.agent, "talks with another agent", fact.contact);
    one.agent = kNoAgent;
    if (!fact.leaves) return move(one, ContactPlace::asking);
    check(one.holder == kNoAgent, "leaves while the first agent holds it", fact.contact);
    leave(one, &Flow::answered);
    if (is_outbound(one.ref.customer)) return;
    end_try(one.ref, one.is_dropped ? CallAgainReason::dropped : CallAgainReason::unsolved);
    if (has_outcome(one.ref) && !one.is_dropped) outcome_due_ = {one.ref.customer, one.ref.attempt};
}

void JourneyInspector::operator()(const HoldEnded& fact) {
    begin(fact);
    ContactNow& one = contact(fact.contact, ContactPlace::with_agent, "on hold");
    AgentNow& who = agent(fact.agent, fact.group);
    check(who.state == AgentState::on_hold && who.call && who.call->id == one.ref.id, "is held by nobody", one.ref);
    check((type_of(one.ref).hold || looks_up(one.ref)) && !one.is_return && !one.is_on_paper, "is held without need",
          one.ref);
    check(fact.held > Duration{0} && fact.held == fact.at - who.held_since, "is held for another time", one.ref);
    who.since += fact.held;
}

void JourneyInspector::operator()(const WrapUpEnded& fact) {
    begin(fact);
    AgentNow& who = agent(fact.agent, fact.group);
    check(who.is_wrapping_up && who.last && who.last->customer == fact.contact.customer &&
              who.last->leg == fact.contact.leg,
          "wraps up after another", fact.contact);
    check(fact.wrap_up == fact.at - who.since, "wraps up for another time", fact.contact);
    const auto skill = skills_of(index(fact.agent)).find(fact.contact.call_type);
    if (skill != skills_of(index(fact.agent)).end()) {
        const double need = model::wrap_up_need(*model_, key_, fact.contact) * (1.0 / skill->second);
        // What is looked up afterwards comes on top.
        check(looks_up(fact.contact) || is_handled_in(fact.wrap_up, need, who), "not its wrap-up", fact.contact);
    }
    who.is_wrapping_up = false;
    who.last.reset();
}

void JourneyInspector::operator()(const WorkDone& fact) {
    begin(fact);
    const ContactNow& one = contacts_[index(fact.contact.id)];
    const Channel channel = channel_of(fact.contact.call_type);
    check(channel != Channel::voice && !one.is_inside() && one.left == fact.at, "is not done now", fact.contact);
    const bool is_mail = channel == Channel::mail;
    check(fact.elapsed == fact.at - one.came, "took another time", fact.contact);
    check(fact.in_due == (!is_mail || fact.elapsed <= type_of(fact.contact).due), "due at another time", fact.contact);
}

void JourneyInspector::operator()(const Interrupted& fact) {
    begin(fact);
    ContactNow& one = contact(fact.contact, ContactPlace::with_agent, "interrupted");
    AgentNow& who = agent(fact.agent, fact.group);
    check(who.mail && who.mail->id == one.ref.id && type_of(one.ref).interruptible, "cannot be interrupted", one.ref);
    check(fact.worked == fact.at - who.since, "worked for another time", one.ref);
    who.mail.reset();
    one.agent = kNoAgent;
    one.was_interrupted = true;
    move(one, ContactPlace::waiting);
}

/// `contact` is as it goes on: with one leg more.
void JourneyInspector::operator()(const Transferred& fact) {
    begin(fact);
    ContactRef before = fact.contact;
    --before.leg;
    before.call_type = fact.from;
    const bool stays = fact.kind != TransferKind::cold;
    ContactNow& one = contact(before, stays ? ContactPlace::with_agent : ContactPlace::asking, "transferred");
    check(is_call(fact.contact), "not a call any more", before);
    if (stays) {
        check(one.agent == fact.agent && one.holder == kNoAgent, "transferred by another agent", before);
        one.holder = fact.agent;
        one.agent = kNoAgent;
        move(one, ContactPlace::asking);
    }
    change_type(one, fact.contact);
    one.is_return = fact.is_return;
    if (fact.is_return) return;
    one.came_by = fact.kind;
    one.returns_to = fact.agent;
    const auto& transfers = scenario_.call_types[index(fact.from)].transfers;
    const bool is_known = std::any_of(transfers.begin(), transfers.end(), [&](const Transfer& transfer) {
        return transfer.to == fact.contact.call_type && transfer.kind == fact.kind &&
               transfer.is_escalation == fact.is_escalation;
    });
    check(is_known, "no transfer leads there", before);
}

void JourneyInspector::operator()(const CalledBack& fact) {
    begin(fact);
    ContactNow& one = contact(fact.contact, ContactPlace::kept, "called back");
    AgentNow& who = agent(fact.agent, fact.group);
    check(who.state == AgentState::dialling && !who.is_serving(), "called by an agent who does not dial", one.ref);
    check(may_take(index(fact.agent), one), "called by somebody who may not", one.ref);
    check(++one.dialled <= type_of(one.ref).callback->attempts, "dialled too often", one.ref);
    check(fact.waited == fact.at - one.kept_since, "waited for another time", one.ref);
    if (!fact.reached) return;
    move(one, ContactPlace::with_agent);
    one.was_called_back = true;
    one.agent = fact.agent;
    one.answered = fact.at;
    who.pace = load_.multiple(fact.agent, fact.group, fact.at);
    who.call = one.ref;
    who.since = fact.at;
    who.last.reset();
}

}  // namespace floorwalker::support
