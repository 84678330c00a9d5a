#include "tests/viz/support/ledger.hpp"

#include <algorithm>
#include <variant>

namespace floorwalker::viz {

struct Ledger::Visitor {
    Ledger& books;
    const Scene& scene;

    template <class Other>
    void operator()(const Other&) const {}

    void operator()(const Blocked& fact) const {
        // Without an id it has never been in the centre.
        if (fact.contact.id != kNoContact) books.in_ivr_.erase(fact.contact.id);
    }
    void operator()(const EnteredIvr& fact) const {
        books.check(books.in_ivr_.emplace(fact.contact.id, fact.contact.customer).second, "hears the IVR twice");
    }
    void operator()(const LeftIvr& fact) const {
        books.check(books.in_ivr_.erase(fact.contact.id) == 1, "leaves an IVR in which it is not");
    }
    void operator()(const Queued& fact) const { join(fact.contact); }
    void operator()(const Interrupted& fact) const {
        books.busy_with_[fact.agent].erase(fact.contact.id);
        join(fact.contact);
    }
    void operator()(const Abandoned& fact) const { leave(fact.contact, fact.queued); }
    void operator()(const Dismissed& fact) const { leave(fact.contact, true); }
    void operator()(const Answered& fact) const {
        leave(fact.contact, fact.queued);
        talk(fact.contact, fact.agent);
    }
    void operator()(const RingBegan& fact) const {
        const bool waits = books.waiting_[index(fact.contact.call_type)].contains(fact.contact.id);
        books.check(waits == fact.queued, "queued or not, as its ring says");
        if (waits) books.ringing_.emplace(fact.contact.id, fact.contact.customer);
        books.busy_with_[fact.agent].emplace(fact.contact.id, fact.contact.customer);
    }
    void operator()(const RingMissed& fact) const {
        books.ringing_.erase(fact.contact.id);
        books.busy_with_[fact.agent].erase(fact.contact.id);
    }
    void operator()(const CallbackKept& fact) const {
        // It may have waited, or not: while the systems are down it has been answered.
        auto& queue = books.waiting_[index(fact.contact.call_type)];
        queue.erase(fact.contact.id);
        ++books.promised_[index(fact.contact.call_type)];
    }
    void operator()(const CalledBack& fact) const {
        if (!fact.reached) return;
        --books.promised_[index(fact.contact.call_type)];
        talk(fact.contact, fact.agent);
    }
    void operator()(const CallbackMissed& fact) const { --books.promised_[index(fact.contact.call_type)]; }
    void operator()(const TalkEnded& fact) const {
        books.check(books.busy_with_[fact.agent].erase(fact.contact.id) == 1, "ends a talk that has not begun");
    }
    void operator()(const AgentChanged& fact) const {
        const auto found = books.states_.find(fact.agent);
        const AgentState before = found == books.states_.end() ? AgentState::signed_out : found->second;
        books.check(before == fact.from, "a state from which it did not come");
        books.states_[fact.agent] = fact.to;
        const Seat& seat = scene.seats()[index(fact.agent)];
        books.check(seat.state == fact.to && seat.since == fact.at && seat.group == fact.group, "another state");
    }

private:
    void join(const ContactRef& contact) const {
        auto& queue = books.waiting_[index(contact.call_type)];
        books.check(queue.emplace(contact.id, contact.customer).second, "queues twice");
    }
    void leave(const ContactRef& contact, bool queued) const {
        auto& queue = books.waiting_[index(contact.call_type)];
        books.check((queue.erase(contact.id) == 1) == queued, "leaves a queue in which it is not, or none");
        books.ringing_.erase(contact.id);
        // It gave up while it rang; who answers begins to talk after this.
        for (auto& [agent, contacts] : books.busy_with_) {
            if (books.states_[agent] == AgentState::ringing) contacts.erase(contact.id);
        }
    }
    void talk(const ContactRef& contact, AgentId agent) const {
        books.busy_with_[agent].emplace(contact.id, contact.customer);
    }

    friend class Ledger;
    Visitor(Ledger& of, const Scene& seen) : books{of}, scene{seen} {}
};

Ledger::Ledger(const Scenario& scenario)
    : scenario_{scenario}, waiting_(scenario.call_types.size()), promised_(scenario.call_types.size()) {
    for (const CallType& type : scenario.call_types) has_chats_ = has_chats_ || type.channel == Channel::chat;
}

void Ledger::check(bool holds, const std::string& what) {
    constexpr std::size_t kEnough = 5;
    if (holds || complaints_.size() >= kEnough) return;
    const Duration of_day = now_.time_since_epoch() % kDay;
    complaints_.push_back("day " + std::to_string(now_.time_since_epoch() / kDay) + ", " +
                          std::to_string(to_hours(of_day)) + " h: " + what);
}

void Ledger::check_fact(const Scene& scene, const Fact& fact) {
    ++facts_;
    std::visit([this](const auto& one) { now_ = one.at; }, fact);
    check(scene.now() == now_, "another time");
    std::visit(Visitor{*this, scene}, fact);
    std::size_t all = 0;
    for (std::size_t type = 0; type < waiting_.size(); ++type) {
        const std::size_t waits = waiting_[type].size();
        all += waits;
        check(scene.queues()[type].size() == waits,
              "so many wait: " + std::to_string(waits) + ", not " + std::to_string(scene.queues()[type].size()));
        check(scene.callbacks()[type] == promised_[type], "another number of callbacks");
        check(promised_[type] >= 0, "fewer callbacks than none");
    }
    most_waiting_ = std::max(most_waiting_, all);
    check(scene.waiting() == static_cast<std::int64_t>(all), "waiting() is not all that wait");
    check(scene.in_ivr().size() == in_ivr_.size(), "another number in the IVR");
    check(scene.lines_used() >= 0, "fewer lines used than none");
    check(!scenario_.centre.lines || scene.lines_used() <= *scenario_.centre.lines, "more lines used than there are");
}

void Ledger::check_all(const Scene& scene) {
    std::set<ContactId> seen;
    for (std::size_t type = 0; type < waiting_.size(); ++type) {
        TimePoint last{};
        for (const Waiting& one : scene.queues()[type]) {
            const auto found = waiting_[type].find(one.contact.id);
            check(found != waiting_[type].end() && found->second == one.contact.customer, "somebody else waits");
            check(seen.insert(one.contact.id).second, "waits twice");
            check(index(one.contact.call_type) == type, "waits in another's queue");
            check(last <= one.since && one.since <= now_, "not the oldest first");
            check(one.rings == ringing_.contains(one.contact.id), "it rings, or not");
            last = one.since;
        }
    }
    for (const Waiting& one : scene.in_ivr()) check(in_ivr_.contains(one.contact.id), "not in the IVR");
    for (const Seat& seat : scene.seats()) {
        const auto found = states_.find(seat.agent);
        check(seat.state == (found == states_.end() ? AgentState::signed_out : found->second), "another state");
        const Contacts& contacts = busy_with_[seat.agent];
        if (seat.contact) {
            const auto with = contacts.find(seat.contact->id);
            check(with != contacts.end() && with->second == seat.contact->customer,
                  "seat " + std::to_string(index(seat.agent) + 1) + " shows somebody who is not with it");
            check(is_handling(seat.state), "a contact of somebody who is not at work");
        }
        if (!has_chats_)
            check(seat.contact.has_value() == !contacts.empty(),
                  "seat " + std::to_string(index(seat.agent) + 1) + " shows nobody");
    }
}

void Ledger::check_waiting(const Scene& scene, std::int64_t in_lanes) {
    std::int64_t promised = 0;
    for (const std::int64_t callbacks : promised_) promised += callbacks;
    const std::int64_t in_queues = scene.waiting() - static_cast<std::int64_t>(ringing());
    check(in_queues <= in_lanes && in_lanes <= in_queues + promised,
          std::to_string(in_lanes) + " stand in lanes, but " + std::to_string(in_queues) + " are shown to wait, and " +
              std::to_string(promised) + " to be called back");
}

void Ledger::check_end(const Scene& scene) {
    check_all(scene);
    check(!scene.is_open(), "open at the end");
    check(scene.lines_used() == 0, "lines are used at the end: " + std::to_string(scene.lines_used()));
    check(scene.in_ivr().empty(), "somebody is in the IVR at the end");
    for (std::size_t type = 0; type < waiting_.size(); ++type) {
        const bool is_mail = scenario_.call_types[type].channel == Channel::mail;
        check(is_mail || scene.queues()[type].empty(), "somebody waits at the end");
        check(scene.callbacks()[type] == 0, "callbacks are left at the end");
    }
    for (const Seat& seat : scene.seats())
        check(!seat.contact, "seat " + std::to_string(index(seat.agent) + 1) + " has a contact at the end");
}

}  // namespace floorwalker::viz
