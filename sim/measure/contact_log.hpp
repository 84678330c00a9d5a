#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include <floorwalker/contact_record.hpp>
#include <floorwalker/facts.hpp>

#include "sim/kernel/stream.hpp"
#include "sim/model/model.hpp"

/// Writes down every contact of a replication, in order of arrival: one record for all its agents. Memory grows with
/// the number of contacts.
namespace floorwalker::measure {

class ContactLog {
public:
    /// Model and key are those of the run: what customers bring along is looked up, not guessed from what happened.
    ContactLog(std::shared_ptr<const model::Model> model, kernel::StreamKey key)
        : model_{std::move(model)}, key_{key} {}

    const std::vector<ContactRecord>& contacts() const { return contacts_; }

    void operator()(const DayOpened&) {}
    void operator()(const IntervalBegan&) {}
    void operator()(const Queued&) {}
    void operator()(const AgentChanged&) {}
    void operator()(const DutyChanged&) {}
    void operator()(const Missing&) {}
    void operator()(const StaysOn&) {}
    void operator()(const DecisionApplied&) {}
    void operator()(const EnteredNode&) {}
    void operator()(const WaitEstimated&) {}
    void operator()(const StepTaken&) {}
    void operator()(const WorkDone&) {}
    void operator()(const Transferred&) {}
    void operator()(const CallbackOffered&) {}
    void operator()(const CallbackMissed&) {}
    void operator()(const Abused&) {}
    void operator()(const WillCallAgain&) {}
    void operator()(const Dialled&) {}
    void operator()(const OutcomeKnown&) {}
    void operator()(const Monitored&) {}
    void operator()(const RingBegan&) {}
    void operator()(const HoldEnded&) {}
    void operator()(const RingMissed&) {}
    void operator()(const PersonLeft&) {}
    void operator()(const PersonJoined&) {}
    void operator()(const TraineesChanged&) {}
    void operator()(const LoadFelt&) {}
    void operator()(const LeadersChanged&) {}
    void operator()(const LookedUp&) {}
    void operator()(const ServerLoad&) {}
    void operator()(const MachineChanged&) {}
    void operator()(const WentToPaper&) {}
    void operator()(const EnteredFromPaper&) {}
    void operator()(const CallDropped&) {}
    void operator()(const Offered& fact);
    void operator()(const Blocked& fact);
    void operator()(const EnteredIvr& fact);
    void operator()(const LeftIvr& fact);
    void operator()(const Abandoned& fact);
    void operator()(const Dismissed& fact);
    void operator()(const CallbackKept& fact);
    void operator()(const CalledBack& fact);
    void operator()(const Answered& fact);
    void operator()(const Interrupted& fact) { in_centre(fact.contact).talk += fact.worked; }
    void operator()(const TalkEnded& fact);
    void operator()(const WrapUpEnded& fact);

private:
    /// The contacts that an agent talked to last, some of which it may have to wrap up.
    struct Recent {
        std::array<std::size_t, 8> contacts{};
        std::size_t next = 0;
    };

    ContactRecord& start(TimePoint at, const ContactRef& contact);
    ContactRecord& in_centre(const ContactRef& contact);
    void asks(ContactRecord& record, const ContactRef& contact) const;

    std::shared_ptr<const model::Model> model_;
    kernel::StreamKey key_;
    std::vector<ContactRecord> contacts_;
    std::vector<std::size_t> of_contact_;  // by ContactId: place in contacts_
    std::vector<Recent> of_agent_;         // by AgentId
};

}  // namespace floorwalker::measure
