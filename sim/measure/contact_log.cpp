#include "sim/measure/contact_log.hpp"

#include "sim/measure/brought_along.hpp"

namespace floorwalker::measure {
namespace {

template <class Table, class Id>
auto& place(Table& table, Id id) {
    if (index(id) >= table.size()) table.resize(index(id) + 1);
    return table[index(id)];
}

bool is_of(const ContactRecord& record, const ContactRef& contact) {
    return record.customer == contact.customer && record.attempt == contact.attempt;
}

}  // namespace

ContactRecord& ContactLog::start(TimePoint at, const ContactRef& contact) {
    ContactRecord record;
    record.customer = contact.customer;
    record.call_type = kNoCallType;
    record.tier = contact.tier;
    record.day = contact.day;
    record.interval = contact.interval;
    record.attempt = contact.attempt;
    record.arrived = at;
    record.outcome = ContactOutcome::waiting;  // until something becomes of it
    if (contact.call_type != kNoCallType) asks(record, contact);
    contacts_.push_back(record);
    return contacts_.back();
}

void ContactLog::asks(ContactRecord& record, const ContactRef& contact) const {
    const BroughtAlong luck = brought_along(*model_, key_, contact);
    record.call_type = contact.call_type;
    record.patience = luck.patience;
    record.talk_need = luck.talk_need;
    record.wrap_up_need = luck.wrap_up_need;
}

ContactRecord& ContactLog::in_centre(const ContactRef& contact) { return contacts_[place(of_contact_, contact.id)]; }

void ContactLog::operator()(const Offered& fact) {
    place(of_contact_, fact.contact.id) = contacts_.size();
    start(fact.at, fact.contact);
}

// One that comes out of the IVR has its record.
void ContactLog::operator()(const Blocked& fact) {
    ContactRecord& record = fact.contact.id == kNoContact ? start(fact.at, fact.contact) : in_centre(fact.contact);
    if (record.legs == 0) record.outcome = ContactOutcome::blocked;
}

void ContactLog::operator()(const EnteredIvr& fact) {
    ContactRecord& record = in_centre(fact.contact);
    record.call_type = kNoCallType;
    record.patience = record.talk_need = record.wrap_up_need = Duration{0};
}

void ContactLog::operator()(const LeftIvr& fact) {
    ContactRecord& record = in_centre(fact.contact);
    record.in_ivr = fact.spent;
    switch (fact.outcome) {
    case IvrOutcome::contained: record.outcome = ContactOutcome::contained; break;
    case IvrOutcome::gave_up:
    case IvrOutcome::not_served: record.outcome = ContactOutcome::left_ivr; break;
    case IvrOutcome::wants_agent: asks(record, fact.contact); break;
    }
}

// Who is lost on the way to another agent was answered.
void ContactLog::operator()(const Abandoned& fact) {
    ContactRecord& record = in_centre(fact.contact);
    record.waited += fact.waited;
    if (fact.contact.leg > 0) return;
    record.outcome = fact.queued ? ContactOutcome::abandoned : ContactOutcome::left_at_once;
}

void ContactLog::operator()(const Dismissed& fact) {
    ContactRecord& record = in_centre(fact.contact);
    record.waited += fact.waited;
    if (fact.contact.leg == 0) record.outcome = ContactOutcome::dismissed;
}

// A missed call stays abandoned unless it is reached.
void ContactLog::operator()(const CallbackKept& fact) {
    if (fact.reason != CallbackReason::missed) in_centre(fact.contact).outcome = ContactOutcome::callback_missed;
}

void ContactLog::operator()(const CalledBack& fact) {
    if (!fact.reached) return;
    ContactRecord& record = in_centre(fact.contact);
    record.outcome = ContactOutcome::called_back;
    record.group = fact.group;
    record.agent = fact.agent;
    ++record.legs;
}

void ContactLog::operator()(const Answered& fact) {
    ContactRecord& record = in_centre(fact.contact);
    if (record.legs > fact.contact.leg) return;  // mail that was left for a call
    record.waited += fact.waited;
    ++record.legs;
    if (fact.contact.leg > 0) return;
    record.outcome = ContactOutcome::answered;
    record.group = fact.group;
    record.agent = fact.agent;
}

void ContactLog::operator()(const TalkEnded& fact) {
    const std::size_t contact = place(of_contact_, fact.contact.id);
    contacts_[contact].talk += fact.talk;
    Recent& recent = place(of_agent_, fact.agent);
    recent.contacts[recent.next++ % recent.contacts.size()] = contact;
}

// The contact has left, and its place may have been given to another.
void ContactLog::operator()(const WrapUpEnded& fact) {
    for (const std::size_t contact : place(of_agent_, fact.agent).contacts) {
        if (!is_of(contacts_[contact], fact.contact)) continue;
        contacts_[contact].wrap_up += fact.wrap_up;
        return;
    }
}

}  // namespace floorwalker::measure
