#include <algorithm>

#include "tests/support/journey/journey_inspector.hpp"

/// JourneyInspector: who may take whom, and what holds between any two events.
namespace floorwalker::support {
namespace {

template <class List, class Id>
bool names(const List& list, Id id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

}  // namespace

const Skills& JourneyInspector::skills_of(std::size_t agent) const {
    return agent < roster_.size() ? roster_.known(agent).skills : scenario_.groups[index(agents_[agent].group)].skills;
}

/// Skill, and a group that the call type, the tier or a step allows. The first agent, to whom a contact goes back, has
/// had it before.
bool JourneyInspector::may_take(std::size_t agent, const ContactNow& contact) const {
    const CallTypeId type = contact.ref.call_type;
    if (!skills_of(agent).contains(type)) return false;
    const bool takes_chats = scenario_.groups[index(agents_[agent].group)].chat.windows > 0;
    if (channel_of(type) == Channel::chat && !takes_chats) return false;
    const auto& groups = scenario_.call_types[index(type)].groups;
    if (groups.empty() || contact.is_return) return true;
    const GroupId own = agents_[agent].group;
    const std::size_t tier = index(contact.ref.tier);
    const bool by_tier = tier < scenario_.tiers.size() && names(scenario_.tiers[tier].groups, own);
    return by_tier || names(groups, own) || names(contact.opened, own);
}

/// How many of the group must stay free when one of them takes the contact.
std::int64_t JourneyInspector::kept_free(GroupId group, const ContactNow& contact) const {
    std::int64_t keep = 0;
    for (const Reserve& reserve : scenario_.groups[index(group)].reserves) {
        if (names(reserve.call_types, contact.ref.call_type) || names(reserve.tiers, contact.ref.tier)) continue;
        keep = std::max(keep, reserve.agents);
    }
    return keep;
}

bool JourneyInspector::is_free_for(std::size_t agent, const ContactNow& contact) const {
    if (agents_[agent].state != AgentState::available || !may_take(agent, contact)) return false;
    const Channel channel = channel_of(contact.ref.call_type);
    const GroupId group = agents_[agent].group;
    // Who only stays until the queue is empty leaves mail for tomorrow.
    const bool may_be_draining = !is_open_ && (!roster_.is_by_shift(group) || !is_on_duty(agent));
    if (channel == Channel::mail && may_be_draining) return false;
    const auto free = std::count_if(agents_.begin(), agents_.end(), [group](const AgentNow& one) {
        return one.group == group && one.state == AgentState::available;
    });
    return free > kept_free(group, contact);
}

/// Of a chat: beside those that the agent has. Who goes home after them takes no more, which only the head count tells
/// for sure.
bool JourneyInspector::has_window_for(std::size_t agent, const ContactNow& contact) const {
    const AgentNow& who = agents_[agent];
    if (channel_of(contact.ref.call_type) != Channel::chat || who.chats.empty() || !may_take(agent, contact))
        return false;
    const auto windows = static_cast<std::size_t>(scenario_.groups[index(who.group)].chat.windows);
    if (who.chats.size() >= windows || roster_.is_by_shift(who.group) || !is_open_) return false;
    if (groups_[index(who.group)].systems_down > 0) return false;
    const auto present = std::count_if(agents_.begin(), agents_.end(), [&](const AgentNow& one) {
        return one.group == who.group && one.state != AgentState::signed_out;
    });
    return present <= wanted(who.group);
}

/// It may be waiting for the agent who knows it, and no other.
bool JourneyInspector::may_wait_for_one(const ContactNow& contact) const {
    const auto& longest = type_of(contact.ref).last_agent;
    return contact.is_return || (longest && contact.ref.attempt > 0 && now_ - contact.asked <= *longest);
}

/// At the moment when it asks: those who call or chat have an agent leave its mail, too; whom we call has not.
void JourneyInspector::check_nobody_free_for(const ContactNow& contact) const {
    const bool is_called = is_outbound(contact.ref.customer) && contact.ref.leg == 0;
    const bool may_interrupt = channel_of(contact.ref.call_type) != Channel::mail && !is_called;
    for (std::size_t a = 0; a < agents_.size(); ++a) {
        const AgentNow& who = agents_[a];
        check(!is_free_for(a, contact), "is not served though an agent is free", contact.ref);
        check(!has_window_for(a, contact), "is not served though an agent has a window free", contact.ref);
        const bool on_mail = who.mail && type_of(*who.mail).interruptible && !roster_.is_by_shift(who.group) &&
                             groups_[index(who.group)].systems_down == 0;
        check(!may_interrupt || !on_mail || !may_take(a, contact), "is not served though mail can be left",
              contact.ref);
    }
}

/// Nobody is lost: of each call type and tier (and so of each channel, and of all) as many have come as have gone or
/// are still inside.
void JourneyInspector::check_flows() const {
    const std::size_t tiers = scenario_.tiers.size() + 1;
    std::vector<std::int64_t> inside(flows_.size());
    for (const std::size_t place : present_) {
        const ContactRef& ref = contacts_[place].ref;
        ++inside[std::min(index(ref.call_type), scenario_.call_types.size()) * tiers + index(ref.tier)];
    }
    for (std::size_t i = 0; i < flows_.size(); ++i)
        check(flows_[i].came == flows_[i].gone() + inside[i], "contacts are lost");
}

void JourneyInspector::check_agents() const {
    std::vector<int> served(contacts_.size());
    std::int64_t dialling = 0;
    for (std::size_t a = 0; a < agents_.size(); ++a) {
        const AgentNow& who = agents_[a];
        const bool agrees =
            who.is_serving() == (who.state == AgentState::talking || who.state == AgentState::on_hold) &&
            (who.is_wrapping_up || has_servers() ? who.is_wrapping_up <= (who.state == AgentState::wrap_up)
                                                 : who.state != AgentState::wrap_up) &&
            (who.call ? 1 : 0) + (who.mail ? 1 : 0) + (who.chats.empty() ? 0 : 1) <= 1;
        if (!agrees) note("its state is not what it does", "agent " + std::to_string(a));
        if (who.call) ++served[index(who.call->id)];
        if (who.mail) ++served[index(who.mail->id)];
        for (const ContactId chat : who.chats) ++served[index(chat)];
        dialling += who.state == AgentState::dialling ? 1 : 0;
    }
    for (const std::size_t place : present_) {
        const ContactNow& one = contacts_[place];
        const int expected = (one.place == ContactPlace::with_agent ? 1 : 0) + (one.holder != kNoAgent ? 1 : 0);
        check(one.place != ContactPlace::asking, "is nowhere between two events", one.ref);
        check(served[place] == expected, "is with another number of agents than it should be", one.ref);
    }
    check(load_.leaders_agree(), "not as many leaders are busy as agents are with one");
    check(calls_ + dialling <= scenario_.centre.lines.value_or(calls_ + dialling), "more calls than lines");
    check(in_ivr_ <= scenario_.centre.ivr_ports.value_or(in_ivr_), "more in the IVR than ports");
}

void JourneyInspector::check_waits() const {
    const bool is_any_dialling = std::any_of(agents_.begin(), agents_.end(),
                                             [](const AgentNow& agent) { return agent.state == AgentState::dialling; });
    for (const std::size_t place : present_) {
        const ContactNow& one = contacts_[place];
        const bool is_kept = one.place == ContactPlace::kept;
        if (!is_kept && one.place != ContactPlace::waiting) continue;
        if (is_kept && (type_of(one.ref).callback->when == Callback::When::quiet || one.dialled > 0)) continue;
        const bool may_be_put_off =
            scenario_.centre.lines || looks_up(one.ref) || outages_[index(one.ref.call_type)] > 0;
        if (is_kept && (may_be_put_off || is_any_dialling || outage_ended_ == now_)) continue;  // or being called
        if (!is_kept) check(now_ - one.asked <= one.patience, "waits longer than its patience", one.ref);
        if (may_wait_for_one(one)) continue;
        for (std::size_t a = 0; a < agents_.size(); ++a) {
            check(!is_free_for(a, one), "waits though an agent who may take it is free", one.ref);
            check(!has_window_for(a, one), "waits though an agent who may take it has a window free", one.ref);
        }
        const auto& steps = type_of(one.ref).steps;
        if (is_kept || one.was_interrupted || one.next_step >= steps.size()) continue;
        check(now_ - one.asked <= steps[one.next_step].after, "a step is overdue", one.ref);
    }
}

void JourneyInspector::check_between_events() {
    check_flows();
    check_agents();
    check_waits();
    check(expected_calls_.empty() || expected_calls_.begin()->first >= now_, "somebody does not call again");
    check(!outcome_due_, "nobody says what a contact has come to");
    check(!picked_up_, "a campaign reaches somebody who has no contact");
}

void JourneyInspector::check_at_the_end() {
    check(day_ + 1 == scenario_.centre.days && !is_open_, "not all days have been");
    check(expected_calls_.empty(), "somebody does not call again");
    for (const std::size_t place : present_) {
        const ContactNow& one = contacts_[place];
        const bool is_backlog = one.place == ContactPlace::waiting && channel_of(one.ref.call_type) == Channel::mail;
        check(is_backlog, "is still in the centre", one.ref);
    }
    for (std::size_t a = 0; a < agents_.size(); ++a) {
        if (agents_[a].state != AgentState::signed_out) note("is still at work", "agent " + std::to_string(a));
    }
    for (const GroupNow& group : groups_) check(group.paid == 0, "somebody is still paid");
    for (const GroupNow& group : groups_) check(group.absent == 0 && group.extra == 0, "a decision has not ended");
}

}  // namespace floorwalker::support
