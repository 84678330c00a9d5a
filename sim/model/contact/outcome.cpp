#include "sim/model/contact/outcome.hpp"

#include <cmath>

#include "sim/model/agent/condition.hpp"

namespace floorwalker::model {
namespace {

/// What goes on that changes outcomes of a call type, as multiples on odds.
struct Circumstances {
    double solved = 1.0;
    double system_defects = 1.0;
    double knowledge_defects = 1.0;
};

bool concerns(const std::optional<CallTypeId>& named, CallTypeId type) { return !named || *named == type; }

Circumstances circumstances_of(const Model& model, const World& world, CallTypeId type) {
    Circumstances now{model.knowledge_base.solved, 1.0, model.knowledge_base.defects};
    bool is_down = false;
    for (const std::uint32_t number : world.disturbances) {
        const auto& what = world.decisions[number].what;
        if (const auto* gap = std::get_if<KnowledgeGap>(&what); gap != nullptr && concerns(gap->call_type, type)) {
            now.solved *= gap->solved;
            now.knowledge_defects *= gap->defects;
        }
        if (const auto* outage = std::get_if<Outage>(&what)) is_down = is_down || concerns(outage->call_type, type);
    }
    if (is_down) now.system_defects = model.call_types[index(type)].outcome->defects.in_outage;
    return now;
}

double share_solved(const OutcomeRules& rules, GroupId group) {
    const auto own = rules.solved_by_group.find(group);
    return own == rules.solved_by_group.end() ? rules.solved : own->second;
}

/// With mean `mean`, and more for a larger one whatever the luck: u^((1 − mean) / mean).
double drawn_politeness(double mean, double luck) { return mean > 0 ? std::pow(luck, (1.0 - mean) / mean) : 0.0; }

double share_of_complaints(const ComplaintRules& rules, const Outcome& outcome) {
    double multiple = 1.0;
    if (!outcome.solved) multiple *= rules.unsolved;
    if (outcome.has_defect()) multiple *= rules.with_defect;
    if (outcome.waited > rules.long_after) multiple *= rules.long_wait;
    return with_odds(rules.share, multiple);
}

/// The uniforms of two purposes that share a block.
struct Chances {
    double first;
    double second;
};

Chances chances(kernel::StreamKey key, const ContactRef& contact, Purpose first) {
    const auto words = first_words(key, contact.customer, first, turn_of(contact));
    return {kernel::unit_interval(words[0]), kernel::unit_interval(words[1])};
}

static_assert(static_cast<unsigned>(Purpose::solved) % 2 == 0);

}  // namespace

double score_at_least(int k, const SatisfactionRules& rules, const Outcome& outcome) {
    const std::array thresholds{rules.thresholds[0], rules.thresholds[1], 0.0, rules.thresholds[2]};
    const double minutes = to_seconds(outcome.waited) / 60.0;
    const double opinion = rules.base + (outcome.solved ? rules.solved : 0.0) - rules.per_minute * minutes +
                           rules.politeness * outcome.politeness - (outcome.has_defect() ? rules.defect : 0.0);
    return 1.0 / (1.0 + std::exp(thresholds[static_cast<std::size_t>(k - 2)] - opinion));
}

Outcome outcome_of(const Model& model, const World& world, const ContactRef& contact, AgentId agent, Duration waited) {
    const OutcomeRules& rules = *model.call_types[index(contact.call_type)].outcome;
    const Circumstances now = circumstances_of(model, world, contact.call_type);
    const auto [solved, system] = chances(world.key, contact, Purpose::solved);
    const auto [knowledge, mistake] = chances(world.key, contact, Purpose::knowledge_defect);
    const auto [complaint, politeness] = chances(world.key, contact, Purpose::complaint);
    const auto [score, survey] = chances(world.key, contact, Purpose::score);
    Outcome outcome;
    outcome.waited = waited;
    outcome.defects = {
        system < with_odds(rules.defects.share[0], now.system_defects),
        knowledge < with_odds(rules.defects.share[1], now.knowledge_defects),
        mistake < with_odds(rules.defects.share[2], error_multiple(model, world, agent)),
    };
    const double odds = now.solved * knowledge_multiple(model, world, agent, contact.call_type) *
                        (outcome.has_defect() ? rules.solved_with_defect : 1.0);
    outcome.solved = solved < with_odds(share_solved(rules, world.agents[index(agent)].group), odds);
    outcome.politeness =
        drawn_politeness(with_odds(rules.politeness, politeness_multiple(model, world, agent)), politeness);
    outcome.complains = complaint < share_of_complaints(rules.complaint, outcome);
    outcome.satisfaction = 1;
    for (int k = 2; k <= 5; ++k) {
        if (score < score_at_least(k, rules.satisfaction, outcome)) outcome.satisfaction = static_cast<std::uint8_t>(k);
    }
    const double asked = with_odds(rules.survey, rules.survey_odds[outcome.satisfaction - 1U]);
    if (survey < asked) outcome.survey_score = outcome.satisfaction;
    if (outcome.satisfaction == 5)
        outcome.praises = chance(world.key, contact.customer, Purpose::praise, turn_of(contact)) < rules.praise;
    return outcome;
}

}  // namespace floorwalker::model
