#include <algorithm>

#include "tests/support/journey/journey_inspector.hpp"

/// JourneyInspector: coming, the IVR, calling again, being called by a campaign.
namespace floorwalker::support {
namespace {

/// The nodes that may follow.
std::vector<NodeId> ways_from(const IvrNode& node) {
    std::vector<NodeId> ways;
    const auto add = [&](const std::optional<NodeId>& next) {
        if (next) ways.push_back(*next);
    };
    if (const auto* announcement = std::get_if<Announcement>(&node.what)) ways.push_back(announcement->next);
    if (const auto* menu = std::get_if<Menu>(&node.what)) {
        for (const auto& choice : menu->choices) ways.push_back(choice.next);
        add(menu->when_failed);
    }
    if (const auto* service = std::get_if<SelfService>(&node.what)) {
        add(service->next);
        add(service->when_failed);
    }
    return ways;
}

}  // namespace

/// A try comes once; a further one when the customer has said so, a campaign's when it has picked up.
void JourneyInspector::check_arrival(const ContactRef& ref) {
    const Try one{ref.customer, ref.attempt};
    check(seen_.insert(one).second, "comes twice", ref);
    check(ref.leg == 0, "comes in the middle of its way", ref);
    if (is_outbound(ref.customer)) {
        check(picked_up_ == ref.customer, "called by a campaign without being reached", ref);
        picked_up_.reset();
        return;
    }
    if (ref.attempt > 0) {
        check(expected_calls_.erase({now_, one}) > 0, "calls again unannounced", ref);
    }
    check(is_open_, "comes while the centre is closed", ref);
    check(ref.day == day_ && ref.interval == interval_, "comes in another interval", ref);
}

void JourneyInspector::operator()(const Offered& fact) {
    begin(fact);
    ++offered_;
    check_arrival(fact.contact);
    enter(contact(fact.contact, ContactPlace::gone, "offered"), fact.contact, ContactPlace::asking);
}

void JourneyInspector::check_blocked(const Blocked& fact) {
    const Centre& centre = scenario_.centre;
    const ContactRef& ref = fact.contact;
    ContactNow asking;
    asking.ref = ref;
    switch (fact.reason) {
    case BlockReason::no_line: check(centre.lines.has_value() && is_call(ref), "blocked without need", ref); break;
    case BlockReason::no_port: check(in_ivr_ >= centre.ivr_ports.value_or(in_ivr_ + 1), "a port is free", ref); break;
    case BlockReason::no_place: {
        const auto& places = type_of(ref).queue_places;
        const bool is_full = (centre.queue_places && waiting_for_places({}) >= *centre.queue_places) ||
                             (places && waiting_for_places(ref.call_type) >= *places);
        check(is_full, "there is a place in the queue", ref);
        break;
    }
    case BlockReason::queue_closed:
        check(type_of(ref).expected && type_of(ref).expected->closed, "the queue is never closed", ref);
        break;
    }
    if (fact.reason == BlockReason::no_place || fact.reason == BlockReason::queue_closed) check_nobody_free_for(asking);
    check(ref.call_type == kNoCallType || channel_of(ref.call_type) != Channel::mail, "mail is blocked", ref);
}

void JourneyInspector::operator()(const Blocked& fact) {
    begin(fact);
    if (fact.contact.id == kNoContact) {
        check_arrival(fact.contact);
    } else {
        ContactNow& one = contact(fact.contact, ContactPlace::asking, "blocked");
        check(fact.contact.leg == 0 && one.nodes > 0, "blocked though it did not come out of the IVR", fact.contact);
        leave(one, &Flow::blocked);
    }
    check_blocked(fact);
    end_try(fact.contact, CallAgainReason::blocked);
}

void JourneyInspector::operator()(const EnteredIvr& fact) {
    begin(fact);
    ContactNow& one = contact(fact.contact, ContactPlace::asking, "in the IVR");
    move(one, ContactPlace::in_ivr);
    one.flow = fact.flow;
    one.ivr_since = fact.at;
    check(in_ivr_ <= scenario_.centre.ivr_ports.value_or(in_ivr_), "more in the IVR than there are ports", one.ref);
    check(is_call(fact.contact), "not a call", fact.contact);
    const std::size_t tier = index(fact.contact.tier);
    const auto of_tier = tier < scenario_.tiers.size() ? scenario_.tiers[tier].flow : std::nullopt;
    check(!of_tier || *of_tier == fact.flow, "hears another flow than that of its tier", fact.contact);
}

void JourneyInspector::operator()(const EnteredNode& fact) {
    begin(fact);
    ContactNow& one = contact(fact.contact, ContactPlace::in_ivr, "at a node");
    const IvrFlow& flow = scenario_.flows[index(fact.flow)];
    check(one.flow == fact.flow, "at a node of another flow", one.ref);
    if (one.node) {
        const auto ways = ways_from(flow.nodes[index(*one.node)]);
        check(std::find(ways.begin(), ways.end(), fact.node) != ways.end(), "no way leads to this node", one.ref);
    } else {
        check(fact.node == NodeId{0}, "begins at another node than the first", one.ref);
    }
    one.node = fact.node;
    ++one.nodes;
}

void JourneyInspector::operator()(const LeftIvr& fact) {
    begin(fact);
    ContactRef before = fact.contact;
    if (fact.outcome == IvrOutcome::wants_agent && index(fact.contact.id) < contacts_.size())
        before.call_type = contacts_[index(fact.contact.id)].ref.call_type;
    ContactNow& one = contact(before, ContactPlace::in_ivr, "leaving the IVR");
    check(fact.spent == fact.at - one.ivr_since, "another time in the IVR", one.ref);
    const auto& node = scenario_.flows[index(one.flow)].nodes[index(one.node.value_or(NodeId{0}))].what;
    if (fact.outcome == IvrOutcome::wants_agent) {
        const auto* queue = std::get_if<ToQueue>(&node);
        check(queue != nullptr && fact.contact.call_type != kNoCallType, "asks for an agent elsewhere", one.ref);
        if (queue != nullptr)
            check(fact.contact.call_type == queue->call_type.value_or(before.call_type), "wants another", one.ref);
        move(one, ContactPlace::asking);
        change_type(one, fact.contact);
        return;
    }
    leave(one, fact.outcome == IvrOutcome::contained ? &Flow::contained : &Flow::left_ivr);
    // Who was served by the machine may find that it was no solution.
    const bool is_contained = fact.outcome == IvrOutcome::contained;
    end_try(fact.contact, is_contained ? CallAgainReason::unsolved : CallAgainReason::abandoned);
}

void JourneyInspector::operator()(const WillCallAgain& fact) {
    begin(fact);
    const ContactRef& ref = fact.contact;
    const Try next{ref.customer, static_cast<std::uint8_t>(ref.attempt + 1)};
    const std::pair<Try, CallAgainReason> ended{{ref.customer, ref.attempt}, fact.reason};
    check(last_end_ == ended && last_end_at_ == fact.at, "calls again though its try has not ended so", ref);
    last_end_.reset();
    check(!is_outbound(ref.customer), "whom a campaign has called calls again", ref);
    check(calendar_.is_open(fact.then) && fact.then >= fact.at, "will call while the centre is closed", ref);
    check(expected_calls_.emplace(fact.then, next).second, "calls again twice", ref);
    if (fact.reason == CallAgainReason::unsolved) {
        const auto known = outcomes_.find(ended.first);
        check(!has_outcome(ref) || (known != outcomes_.end() && !known->second.outcome.solved),
              "calls again though its matter is solved", ref);
        return;
    }
    const std::size_t number = place_in_kind(ref.customer.source);
    const bool has_asked = ref.call_type != kNoCallType;
    if (!has_asked && kind_of(ref.customer.source) != SourceKind::number)
        return;  // of a peak: which number it called is not told
    const auto& redial = has_asked ? type_of(ref).redial : scenario_.numbers[number].redial;
    check(redial && ref.attempt + 2 <= redial->most_tries, "tries more often than it may", ref);
}

void JourneyInspector::operator()(const Dialled& fact) {
    begin(fact);
    const Campaign& campaign = scenario_.campaigns[index(fact.campaign)];
    RecordNow& record = records_[index(fact.campaign)][fact.customer.number];
    const ContactRef ref{kNoContact, fact.customer};
    check(is_outbound(fact.customer) && fact.customer.number < campaign.list, "not on the list", ref);
    check(!record.is_answered, "dialled again though it was reached", ref);
    check(++record.attempts <= campaign.attempts, "dialled too often", ref);
    check(record.attempts == 1 || fact.at >= record.last + campaign.retry, "dialled again too early", ref);
    record.last = fact.at;
    record.is_answered = fact.outcome == DialOutcome::answered;
    const bool keeps_agent = campaign.dialer == Dialer::preview || campaign.dialer == Dialer::progressive;
    check(keeps_agent == (fact.agent != kNoAgent), "dialled with an agent waiting, or without, against the rule", ref);
    if (fact.agent != kNoAgent)
        check(agents_[index(fact.agent)].state == AgentState::dialling, "the agent does something else", ref);
    if (record.is_answered) picked_up_ = fact.customer;
}

}  // namespace floorwalker::support
