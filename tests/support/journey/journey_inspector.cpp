#include "tests/support/journey/journey_inspector.hpp"

#include <algorithm>

/// JourneyInspector: what all the others use.
namespace floorwalker::support {

JourneyInspector::JourneyInspector(const Scenario& scenario, std::shared_ptr<const model::Model> model,
                                   kernel::StreamKey key)
    : scenario_{scenario},
      model_{std::move(model)},
      key_{key},
      roster_{scenario},
      calendar_{scenario},
      load_{scenario},
      interval_{scenario.intervals_per_day()},
      flows_((scenario.call_types.size() + 1) * (scenario.tiers.size() + 1)),
      records_(scenario.campaigns.size()),
      groups_(scenario.groups.size()),
      outages_(scenario.call_types.size()) {
    for (std::size_t a = 0; a < roster_.size(); ++a) {
        agents_.emplace_back();
        agents_.back().group = roster_.known(a).group;
    }
}

void JourneyInspector::note(const std::string& rule, const std::string& about) const {
    constexpr std::size_t kEnough = 5;
    if (violations_.size() >= kEnough) return;
    const Duration of_day = now_.time_since_epoch() % kDay;
    violations_.push_back("day " + std::to_string(now_.time_since_epoch() / kDay) + ", " +
                          std::to_string(to_hours(of_day)) + " h: " + about + (about.empty() ? "" : ": ") + rule);
}

std::string JourneyInspector::name(const ContactRef& contact) const {
    const std::size_t source = place_in_kind(contact.customer.source);
    const bool is_of_type = kind_of(contact.customer.source) == SourceKind::call_type;
    std::string text = is_of_type ? scenario_.call_types[source].id : "source " + std::to_string(source) + " no. ";
    text += std::to_string(contact.customer.number) + " of day " + std::to_string(contact.customer.day);
    if (contact.attempt > 0) text += ", try " + std::to_string(contact.attempt + 1);
    if (contact.leg > 0) text += ", leg " + std::to_string(contact.leg + 1);
    return text;
}

void JourneyInspector::advance(TimePoint at) {
    check(at >= now_, "time goes backwards");
    if (at > now_ && is_open_) check_staffing();
    now_ = at;
}

bool JourneyInspector::is_outbound(const Customer& customer) const {
    return kind_of(customer.source) == SourceKind::campaign;
}

Channel JourneyInspector::channel_of(CallTypeId type) const {
    return type == kNoCallType ? Channel::voice : scenario_.call_types[index(type)].channel;
}

bool JourneyInspector::is_call(const ContactRef& ref) const { return channel_of(ref.call_type) == Channel::voice; }

ContactNow& JourneyInspector::contact(const ContactRef& ref, ContactPlace expected, const char* doing) {
    if (index(ref.id) >= contacts_.size()) contacts_.resize(index(ref.id) + 1);
    ContactNow& contact = contacts_[index(ref.id)];
    if (contact.place != expected) note(std::string{"cannot be "} + doing + " now", name(ref));
    if (expected != ContactPlace::gone) {
        const bool is_same = contact.ref.customer == ref.customer && contact.ref.attempt == ref.attempt &&
                             contact.ref.tier == ref.tier && contact.ref.interval == ref.interval &&
                             contact.ref.day == ref.day && contact.ref.leg == ref.leg &&
                             contact.ref.call_type == ref.call_type;
        if (!is_same) note(std::string{"another contact is "} + doing, name(ref));
    }
    return contact;
}

JourneyInspector::Flow& JourneyInspector::flow_of(const ContactRef& ref) {
    const std::size_t type = std::min(index(ref.call_type), scenario_.call_types.size());
    return flows_[type * (scenario_.tiers.size() + 1) + index(ref.tier)];
}

void JourneyInspector::enter(ContactNow& contact, const ContactRef& ref, ContactPlace place) {
    contact = ContactNow{};
    contact.ref = ref;
    contact.came = contact.asked = now_;
    contact.place = place;
    present_.insert(index(ref.id));
    ++inside_;
    calls_ += is_call(ref) ? 1 : 0;
    ++flow_of(ref).came;
}

/// Puts the contact elsewhere; a call holds its line everywhere but among the kept and the gone.
void JourneyInspector::move(ContactNow& contact, ContactPlace to) {
    const auto holds_line = [&](ContactPlace place) {
        return is_call(contact.ref) && place != ContactPlace::kept && place != ContactPlace::gone;
    };
    calls_ += (holds_line(to) ? 1 : 0) - (holds_line(contact.place) ? 1 : 0);
    in_ivr_ += (to == ContactPlace::in_ivr ? 1 : 0) - (contact.place == ContactPlace::in_ivr ? 1 : 0);
    contact.place = to;
}

void JourneyInspector::leave(ContactNow& contact, std::int64_t Flow::*by) {
    move(contact, ContactPlace::gone);
    contact.left = now_;
    present_.erase(index(contact.ref.id));
    --inside_;
    ++(flow_of(contact.ref).*by);
}

/// The contact asks for another call type, or for another agent: a new leg.
void JourneyInspector::change_type(ContactNow& contact, const ContactRef& ref) {
    ++flow_of(contact.ref).gone_on;
    contact.ref = ref;
    ++flow_of(ref).came;
    contact.asked = now_;
    contact.has_queued = false;
    contact.patience = kForever;
    contact.next_step = 0;
    contact.opened.clear();
    contact.is_sent_away = contact.is_return = false;
}

void JourneyInspector::end_try(const ContactRef& ref, CallAgainReason reason) {
    last_end_ = {{ref.customer, ref.attempt}, reason};
    last_end_at_ = now_;
}

/// Those beyond the people of the scenario are hired when they are needed, and are numbered in that order.
AgentNow& JourneyInspector::agent(AgentId id, GroupId group) {
    if (index(id) >= agents_.size()) agents_.resize(index(id) + 1);
    AgentNow& agent = agents_[index(id)];
    const bool is_new = index(id) >= roster_.size() && !agent.is_known;
    if (is_new) {
        check(groups_[index(group)].extra > 0, "somebody is hired without need");
        groups_[index(group)].has_hired = true;
        agent.group = group;
        agent.is_known = true;
    }
    check(agent.group == group, "somebody is in two groups");
    return agent;
}

}  // namespace floorwalker::support
