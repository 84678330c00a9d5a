#include <algorithm>

#include "tests/support/journey/random_parts.hpp"

/// What contacts come to, and monitoring.
namespace floorwalker::support::random_parts {
namespace {

OutcomeRules random_outcome(Dice& dice) {
    OutcomeRules rules;
    rules.solved = 0.3 + 0.65 * dice.share();
    rules.solved_with_defect = dice.one_of({0.2, 0.5, 1.0});
    for (double& share : rules.defects.share) share = dice.one_of({0.0, 0.05, 0.3});
    rules.politeness = dice.one_of({0.5, 0.9, 1.0});
    rules.complaint.share = dice.one_of({0.0, 0.02, 0.2});
    rules.survey = dice.one_of({0.0, 0.3, 1.0});
    rules.survey_odds = {2.0, 1.0, 1.0, 1.0, dice.one_of({1.0, 0.5})};
    rules.praise = dice.share();
    return rules;
}

KnowledgeGap random_gap(Dice& dice, const Scenario& scenario) {
    KnowledgeGap gap;
    if (dice.happens(0.5)) gap.call_type = id_of<CallTypeId>(place_below(dice, scenario.call_types.size()));
    gap.solved = dice.one_of({0.2, 0.5, 2.0});
    gap.defects = dice.one_of({1.0, 4.0});
    return gap;
}

Monitoring random_monitoring(Dice& dice) {
    Monitoring monitoring;
    monitoring.samples_per_agent = static_cast<double>(dice.one_of({10, 60, 300}));
    monitoring.monitors = dice.between(1, 3);
    monitoring.per_day = dice.one_of<Duration>({1h, 6h});
    monitoring.method = static_cast<MonitoringMethod>(dice.below(3));
    if (dice.happens(0.5)) monitoring.calibration = Calibration{kDay, 0.5};
    monitoring.feedback = dice.happens(0.5);
    return monitoring;
}

}  // namespace

void add_quality(Dice& dice, Scenario& scenario) {
    if (!dice.happens(0.4)) return;
    for (CallType& type : scenario.call_types) {
        if (dice.happens(0.3)) continue;
        type.outcome = random_outcome(dice);
        if (type.repeat) type.repeat->unsolved = 0;  // the outcome says so
    }
    const bool any = std::any_of(scenario.call_types.begin(), scenario.call_types.end(),
                                 [](const CallType& type) { return type.outcome.has_value(); });
    if (any && dice.happens(0.6)) scenario.monitoring = random_monitoring(dice);
    if (!dice.happens(0.5)) return;
    Decision decision;
    decision.at = scenario.centre.open + seconds_between(dice, 0, 3600);
    KnowledgeGap gap = random_gap(dice, scenario);
    gap.until = decision.at + seconds_between(dice, 60, 3 * 3600);
    decision.what = gap;
    scenario.decisions.push_back(decision);
}

}  // namespace floorwalker::support::random_parts
