#include "sim/measure/contact_log.hpp"

#include "sim/model/contact/customer.hpp"

namespace floorwalker::measure {
namespace {

template <class Table, class Id>
std::size_t& place(Table& table, Id id) {
    if (index(id) >= table.size()) table.resize(index(id) + 1);
    return table[index(id)];
}

}  // namespace

ContactRecord& ContactLog::start(TimePoint at, const ContactRef& contact) {
    ContactRecord record;
    record.customer = contact.customer;
    record.tier = contact.tier;
    record.interval = contact.interval;
    record.arrived = at;
    const std::uint64_t talk_word = model::first_words(key_, contact.customer, model::Purpose::talk)[1];
    record.patience = model::patience_of(*model_, key_, contact.customer, contact.interval);
    record.talk_need =
        model::handling_duration(model::talk_need(*model_, key_, contact.customer, contact.interval, talk_word));
    record.wrap_up_need =
        model::handling_duration(model::wrap_up_need(*model_, key_, contact.customer, contact.interval));
    contacts_.push_back(record);
    return contacts_.back();
}

ContactRecord& ContactLog::in_centre(const ContactRef& contact) { return contacts_[place(of_contact_, contact.id)]; }

void ContactLog::operator()(const Offered& fact) {
    place(of_contact_, fact.contact.id) = contacts_.size();
    start(fact.at, fact.contact);
}

void ContactLog::operator()(const Blocked& fact) { start(fact.at, fact.contact).outcome = ContactOutcome::blocked; }

void ContactLog::operator()(const Abandoned& fact) {
    ContactRecord& record = in_centre(fact.contact);
    record.outcome = fact.queued ? ContactOutcome::abandoned : ContactOutcome::left_at_once;
    record.waited = fact.waited;
}

void ContactLog::operator()(const Dismissed& fact) {
    ContactRecord& record = in_centre(fact.contact);
    record.outcome = ContactOutcome::dismissed;
    record.waited = fact.waited;
}

void ContactLog::operator()(const Answered& fact) {
    ContactRecord& record = in_centre(fact.contact);
    record.outcome = ContactOutcome::answered;
    record.waited = fact.waited;
    record.group = fact.group;
    record.agent = fact.agent;
    place(of_agent_, fact.agent) = place(of_contact_, fact.contact.id);
}

void ContactLog::operator()(const TalkEnded& fact) { in_centre(fact.contact).talk = fact.talk; }

void ContactLog::operator()(const WrapUpEnded& fact) { contacts_[place(of_agent_, fact.agent)].wrap_up = fact.wrap_up; }

}  // namespace floorwalker::measure
