#include <cmath>

#include "sim/model/contact/luck.hpp"
#include "tests/support/journey/journey_inspector.hpp"

/// JourneyInspector: what contacts come to, and how they are judged.
namespace floorwalker::support {

bool JourneyInspector::has_outcome(const ContactRef& ref) const {
    return ref.call_type != kNoCallType && type_of(ref).outcome.has_value();
}

/// By log-odds. People here have no skill, fatigue or stress of their own.
void JourneyInspector::check_solved(const OutcomeKnown& fact) const {
    const OutcomeRules& rules = *type_of(fact.contact).outcome;
    double log_odds = std::log(rules.solved / (1.0 - rules.solved)) + std::log(scenario_.centre.knowledge_base.solved);
    if (fact.outcome.has_defect()) log_odds += std::log(rules.solved_with_defect);
    for (const std::uint32_t number : decisions_going_on_) {
        const auto* gap = std::get_if<KnowledgeGap>(&scenario_.decisions[number].what);
        if (gap != nullptr && gap->call_type.value_or(fact.contact.call_type) == fact.contact.call_type)
            log_odds += std::log(gap->solved);
    }
    const double share = 1.0 / (1.0 + std::exp(-log_odds));
    const double luck =
        model::chance(key_, fact.contact.customer, model::Purpose::solved, model::turn_of(fact.contact));
    check(fact.outcome.solved == (luck < share), "solved or not against its luck", fact.contact);
}

void JourneyInspector::operator()(const OutcomeKnown& fact) {
    begin(fact);
    const Try one_try{fact.contact.customer, fact.contact.attempt};
    check(outcome_due_ == one_try, "has an outcome though it has not ended now", fact.contact);
    outcome_due_.reset();
    check(outcomes_.emplace(one_try, fact).second, "has two outcomes", fact.contact);
    const ContactNow& one = contacts_[index(fact.contact.id)];
    const AgentNow& who = agent(fact.agent, fact.group);
    check(who.last_end == fact.at, "the outcome of another agent", fact.contact);
    const bool is_mail = channel_of(fact.contact.call_type) == Channel::mail;
    const Duration late = std::max(Duration{0}, fact.at - one.came - type_of(fact.contact).due);
    check(fact.outcome.waited == (is_mail ? late : one.felt), "another wait counts", fact.contact);
    const Outcome& outcome = fact.outcome;
    check(outcome.satisfaction >= 1 && outcome.satisfaction <= 5, "no score", fact.contact);
    check(outcome.survey_score == 0 || outcome.survey_score == outcome.satisfaction, "says another score",
          fact.contact);
    check(!outcome.praises || outcome.satisfaction == 5, "praises what is not very good", fact.contact);
    check(outcome.politeness >= 0 && outcome.politeness <= 1, "no politeness", fact.contact);
    check_solved(fact);
}

void JourneyInspector::operator()(const Monitored& fact) {
    begin(fact);
    if (fact.taken) load_.monitored(fact);
    const Monitoring& rules = *scenario_.monitoring;
    check(fact.at.time_since_epoch() % kDay == Duration{0}, "judged in the middle of a day", fact.contact);
    const auto known = outcomes_.find({fact.contact.customer, fact.contact.attempt});
    if (known == outcomes_.end()) return note("judged twice, or without an outcome", name(fact.contact));
    const OutcomeKnown& outcome = known->second;
    check(outcome.agent == fact.agent && outcome.group == fact.group, "judged with another agent", fact.contact);
    check(fact.at - outcome.at >= Duration{0} && fact.at - outcome.at <= kDay, "judged on another day", fact.contact);
    check(
        fact.quality == quality_of(outcome.outcome, rules.weights) && fact.survey_score == outcome.outcome.survey_score,
        "another contact is judged", fact.contact);
    outcomes_.erase(known);
    check(fact.score >= 0 && fact.score <= 100 && fact.monitor < rules.monitors, "no score", fact.contact);
    const auto days = static_cast<double>(fact.at.time_since_epoch() / kDay);
    const auto most = static_cast<std::int64_t>(std::floor(rules.samples_per_agent * days / 30.0)) + 1;
    check(++samples_[fact.agent] <= most, "an agent is judged too often", fact.contact);
    if (samples_now_.first != fact.at) samples_now_ = {fact.at, 0};
    const std::int64_t capacity = rules.monitors * (rules.per_day / rules.per_sample);
    check(fact.taken == (samples_now_.second < capacity), "monitors have time, or have none", fact.contact);
    ++samples_now_.second;
}

}  // namespace floorwalker::support
