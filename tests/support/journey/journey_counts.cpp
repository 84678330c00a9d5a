#include "tests/support/journey/journey_counts.hpp"

#include <cmath>

namespace floorwalker::support {

LegCounts& JourneyCounts::begin(const ContactRef& ref) {
    LegCounts& one = leg(ref);
    one.is_first = ref.leg == 0;
    one.is_outbound = one.is_first && kind_of(ref.customer.source) == SourceKind::campaign;
    one.is_measured = ref.day >= scenario_.centre.warm_up_days;
    one.type = ref.call_type;
    one.tier = ref.tier;
    one.is_again = ref.attempt > 0;
    return one;
}

void JourneyCounts::operator()(const Offered& fact) { begin(fact.contact).offered = 1; }

void JourneyCounts::operator()(const Blocked& fact) {
    LegCounts& one = fact.contact.id == kNoContact ? begin(fact.contact) : leg(fact.contact);
    one.offered = 0;
    one.blocked = 1;
}

void JourneyCounts::operator()(const EnteredIvr& fact) {
    leg(fact.contact).type = kNoCallType;
    leg(fact.contact).entered_ivr = 1;
}

void JourneyCounts::operator()(const LeftIvr& fact) {
    LegCounts& one = leg(fact.contact);
    one.ivr_s = to_seconds(fact.spent);
    if (fact.outcome == IvrOutcome::wants_agent) {
        one.type = fact.contact.call_type;
    } else {
        ++(fact.outcome == IvrOutcome::contained ? one.contained : one.left_ivr);
    }
}

void JourneyCounts::operator()(const Abandoned& fact) {
    LegCounts& one = leg(fact.contact);
    ++one.abandoned;
    one.left_at_once += fact.queued || fact.waited > Duration{0} ? 0 : 1;
    one.wait_lost_s += to_seconds(fact.waited);
}

void JourneyCounts::operator()(const Dismissed& fact) {
    LegCounts& one = leg(fact.contact);
    ++one.abandoned;
    ++one.dismissed;
    one.wait_lost_s += to_seconds(fact.waited);
}

/// Of mail that was left for a call, the first time.
void JourneyCounts::operator()(const Answered& fact) {
    LegCounts& one = leg(fact.contact);
    if (one.answered > 0) return;
    one.answered = 1;
    one.returned = one.is_return ? 1 : 0;
    one.group = fact.group;
    one.queued = fact.queued ? 1 : 0;
    one.wait_answered_s = to_seconds(fact.waited);
    one.wait_unqueued_s = fact.queued ? 0 : one.wait_answered_s;
    one.rang_s = to_seconds(fact.rang);
}

void JourneyCounts::operator()(const WorkDone& fact) {
    LegCounts& one = leg(fact.contact);
    ++one.done;
    one.in_due += fact.in_due ? 1 : 0;
    one.elapsed_s += to_seconds(fact.elapsed);
}

void JourneyCounts::operator()(const Interrupted& fact) {
    ++leg(fact.contact).interrupted;
    leg(fact.contact).talk_s += to_seconds(fact.worked);
}

void JourneyCounts::operator()(const Transferred& fact) {
    begin(fact.contact).offered = 1;
    leg(fact.contact).is_return = fact.is_return;
    if (fact.is_return) return;
    ContactRef before = fact.contact;
    --before.leg;
    ++leg(before).transferred;
    leg(before).escalated += fact.is_escalation ? 1 : 0;
}

void JourneyCounts::operator()(const CalledBack& fact) {
    if (!fact.reached) return;
    LegCounts& one = leg(fact.contact);
    ++one.reached;
    one.callback_wait_s += to_seconds(fact.waited);
}

void JourneyCounts::operator()(const WillCallAgain& fact) {
    // Of those handled by people; whom the machine had served are told apart, by containment.
    LegCounts& one = leg(fact.contact);
    one.repeats += fact.reason == CallAgainReason::unsolved && one.contained == 0 ? 1 : 0;
}

void JourneyCounts::operator()(const OutcomeKnown& fact) {
    LegCounts& one = leg(fact.contact);
    const Outcome& outcome = fact.outcome;
    ++one.outcomes;
    one.solved += outcome.solved ? 1 : 0;
    one.complaints += outcome.complains ? 1 : 0;
    one.mistakes += outcome.defects[static_cast<std::size_t>(DefectKind::agent)] ? 1 : 0;
    if (outcome.survey_score == 0) return;
    ++one.surveyed;
    one.satisfied += outcome.survey_score > 3 ? 1 : 0;
    one.score += outcome.survey_score;
}

void JourneyCounts::operator()(const Monitored& fact) {
    LegCounts& one = leg(fact.contact);
    one.judged += fact.taken ? 1 : 0;
    one.not_judged += fact.taken ? 0 : 1;
    one.points += fact.taken ? std::round(fact.score * 1000) / 1000 : 0;
}

void JourneyCounts::operator()(const DayOpened& fact) {
    if (fact.day != scenario_.centre.warm_up_days || fact.day == 0) return;
    for (auto& [id, agent] : agents_) agent = {.state = agent.state, .since = fact.at};
}

void JourneyCounts::operator()(const AgentChanged& fact) {
    AgentTimes& agent = agents_[fact.agent];
    const double passed = to_seconds(fact.at - agent.since);
    if (fact.from == AgentState::available) agent.available_s += passed;
    if (is_handling(fact.from)) agent.handling_s += passed;
    agent.state = fact.to;
    agent.since = fact.at;
}

}  // namespace floorwalker::support
