// What the recorder does with facts that not every scenario has.
#include "sim/measure/recorder.hpp"

namespace floorwalker::measure {

// A contact that comes out of the IVR was offered, and its call type then; a blocked one is neither.
void Recorder::operator()(const Blocked& fact) {
    const std::size_t column = columns().of_entry(fact.contact);
    ContactCell& cell = tables_.cell(fact.contact, column);
    ++cell.blocked;
    if (fact.contact.id != kNoContact) {
        --cell.offered;
        forget(fact.contact.id);
    } else if (fact.contact.attempt > 0) {
        ++tables_.journey(fact.contact, column).call_agains;
    }
}

void Recorder::move_offered(const ContactRef& contact, std::size_t from, std::size_t to) {
    if (from == to) return;
    --tables_.cell(contact, from).offered;
    ++tables_.cell(contact, to).offered;
    if (contact.attempt == 0) return;
    --tables_.journey(contact, from).call_agains;
    ++tables_.journey(contact, to).call_agains;
}

// While a contact is in the IVR it counts for nothing but that, whatever type it will be.
void Recorder::operator()(const EnteredIvr& fact) {
    const std::size_t in_ivr = columns().in_ivr(fact.contact);
    move_offered(fact.contact, columns().of_entry(fact.contact), in_ivr);
    ++tables_.journey(fact.contact, in_ivr).entered_ivr;
    if (tables_.is_measured(fact.contact)) ++ivr_[index(fact.flow)].entered;
}

void Recorder::operator()(const EnteredNode& fact) {
    if (tables_.is_measured(fact.contact)) ++ivr_[index(fact.flow)].visits[index(fact.node)];
}

void Recorder::operator()(const LeftIvr& fact) {
    const std::size_t in_ivr = columns().in_ivr(fact.contact);
    JourneyCell& journey = tables_.journey(fact.contact, in_ivr);
    journey.ivr_us += fact.spent.count();
    if (tables_.is_measured(fact.contact)) ivr_[index(fact.flow)].left(fact.outcome, fact.spent);
    switch (fact.outcome) {
    case IvrOutcome::contained:
        ++journey.contained;
        last_contained_ = fact.contact.id;
        last_contained_at_ = fact.at;
        break;
    case IvrOutcome::gave_up:
    case IvrOutcome::not_served: ++journey.left_ivr; break;
    case IvrOutcome::wants_agent: move_offered(fact.contact, in_ivr, columns().of(fact.contact)); break;
    }
}

void Recorder::operator()(const WaitEstimated& fact) {
    accuracy_.estimated(fact);
    watches_ = true;
}

void Recorder::forget(ContactId contact) {
    watch_.forget(contact);
    accuracy_.forget(contact);
}

// False: the mail that an agent had left for a call. It was counted when it was taken for the first time.
bool Recorder::note_answer(Answered fact) {
    accuracy_.answered(fact, tables_.is_measured(fact.contact));
    if (watch_.is_returning(fact.contact.id)) ++tables_.journey(fact.contact, columns().of(fact.contact)).returned;
    const bool was_counted = watch_.is_interrupted(fact.contact.id);
    watch_.forget(fact.contact.id);
    if (was_counted && fact.queued) leave_queue(fact.at, fact.contact);
    return !was_counted;
}

void Recorder::note_mismatch(ContactRef contact) {
    if (tables_.is_measured(contact) && contact.leg == 0) ++campaigns_[columns().campaign_of(contact)].mismatches;
}

void Recorder::note_ring(Answered fact) {
    ContactCell& cell = tables_.cell(fact.contact, columns().of(fact.contact));
    GroupCell& group = tables_.cell(fact.contact, fact.group);
    cell.rang_us += fact.rang.count();
    group.rang_us += fact.rang.count();
    if (has_standards()) standards_.add(fact);
    if (fact.queued) return;
    cell.wait_unqueued_us += fact.waited.count();
    group.wait_unqueued_us += fact.waited.count();
}

void Recorder::operator()(const RingMissed& fact) {
    ++tables_.journey(fact.contact, columns().of(fact.contact)).rings_missed;
    ++tables_.cell(fact.contact, fact.group).rings_missed;
    if (has_standards()) standards_.add(fact);
}

void Recorder::operator()(const HoldEnded& fact) {
    tables_.cell(fact.contact, columns().of(fact.contact)).hold_us += fact.held.count();
    tables_.cell(fact.contact, fact.group).hold_us += fact.held.count();
    if (has_standards()) standards_.add(fact);
}

void Recorder::operator()(const WorkDone& fact) {
    JourneyCell& journey = tables_.journey(fact.contact, columns().of(fact.contact));
    ++journey.done;
    journey.in_due += fact.in_due ? 1 : 0;
    journey.elapsed_us += fact.elapsed.count();
}

void Recorder::operator()(const Interrupted& fact) {
    ++tables_.journey(fact.contact, columns().of(fact.contact)).interrupted;
    talked(fact.contact, columns().of(fact.contact), fact.group, fact.agent, fact.worked);
    join_queue<true>(fact.at, fact.contact);
    watches_ = true;
    watch_.note_interrupted(fact.contact.id, true);
}

void Recorder::operator()(const Transferred& fact) {
    ++tables_.cell(fact.contact, columns().of(fact.contact)).offered;
    if (fact.is_return) {
        watches_ = true;
        watch_.note_returning(fact.contact.id, true);
        return;
    }
    ContactRef before = fact.contact;
    before.call_type = fact.from;
    --before.leg;
    JourneyCell& journey = tables_.journey(before, columns().of(before));
    ++journey.transferred;
    journey.escalated += fact.is_escalation ? 1 : 0;
}

void Recorder::operator()(const CallbackOffered& fact) {
    ++tables_.journey(fact.contact, columns().of(fact.contact)).callbacks_offered;
}

// One who had given up has left the queue already.
void Recorder::operator()(const CallbackKept& fact) {
    JourneyCell& journey = tables_.journey(fact.contact, columns().of(fact.contact));
    ++journey.callbacks_kept;
    journey.missed_calls += fact.reason == CallbackReason::missed ? 1 : 0;
    journey.on_paper += fact.reason == CallbackReason::on_paper ? 1 : 0;
    if (fact.reason == CallbackReason::accepted && watch_.is_waiting(fact.contact.id))
        leave_queue(fact.at, fact.contact);
    forget(fact.contact.id);
}

void Recorder::operator()(const CalledBack& fact) {
    if (!fact.reached) return;
    JourneyCell& journey = tables_.journey(fact.contact, columns().of(fact.contact));
    ++journey.callbacks_reached;
    journey.callback_wait_us += fact.waited.count();
    ++tables_.cell(fact.contact, fact.group).called_back;
    if (has_standards()) standards_.add(fact);
}

void Recorder::operator()(const Abused& fact) {
    JourneyCell& journey = tables_.journey(fact.contact, columns().of(fact.contact));
    ++journey.abused;
    if (fact.ended) ++journey.ended_by_agent;
}

void Recorder::operator()(const CallbackMissed& fact) {
    ++tables_.journey(fact.contact, columns().of(fact.contact)).callbacks_missed;
    if (has_standards()) standards_.add(fact);
}

void Recorder::operator()(const WillCallAgain& fact) {
    if (fact.reason != CallAgainReason::unsolved) return;
    const bool was_contained = fact.contact.id == last_contained_ && fact.at == last_contained_at_;
    if (was_contained) {
        ++tables_.journey(fact.contact, columns().in_ivr(fact.contact)).contained_again;
    } else {
        ++tables_.journey(fact.contact, columns().of(fact.contact)).repeats;
    }
}

void Recorder::operator()(const Dialled& fact) {
    // A record has no day of its own: it is dialled today, whenever its customer is dialled again.
    if (tables_.today() < settings().warm_up_days) return;
    CampaignTally& campaign = campaigns_[index(fact.campaign)];
    ++campaign.dials;
    if (fact.outcome != DialOutcome::answered) return;
    ++campaign.answered;
    campaign.right_party += fact.right_party ? 1 : 0;
}

OutcomeCell& Recorder::outcomes_of(AgentId agent) {
    if (agent_outcomes_.size() <= index(agent)) agent_outcomes_.resize(index(agent) + 1);
    return agent_outcomes_[index(agent)];
}

void Recorder::operator()(const OutcomeKnown& fact) {
    tables_.outcome(fact.contact, columns().of(fact.contact)).add(fact.outcome);
    tables_.outcome(fact.contact, fact.group).add(fact.outcome);
    outcomes_of(fact.agent).add(fact.outcome);
}

void Recorder::operator()(const Monitored& fact) {
    tables_.outcome(fact.contact, columns().of(fact.contact)).add(fact);
    tables_.outcome(fact.contact, fact.group).add(fact);
    outcomes_of(fact.agent).add(fact);
    if (tables_.is_measured(fact.contact)) quality_[fact.meetings == 0 ? 0 : 1].add(fact);
}

}  // namespace floorwalker::measure
