#include <algorithm>
#include <cmath>

#include "sim/model/require.hpp"
#include "sim/model/rules.hpp"

namespace floorwalker::model {
namespace {

constexpr double kMostMultiple = 1e6;

void require_multiple(double multiple, const std::string& name) {
    require(multiple > 0 && multiple <= kMostMultiple, name + " must be positive");
}

void check_satisfaction(const SatisfactionRules& rules, const std::string& name) {
    for (const double weight : {rules.base, rules.solved, rules.per_minute, rules.politeness, rules.defect})
        require(std::isfinite(weight), name + " must be finite");
    const auto& [two, three, five] = rules.thresholds;
    require(std::isfinite(two) && two < three && three < 0 && 0 < five && std::isfinite(five),
            name + ".thresholds must rise, and 0 must lie between the last two");
}

void check_outcome(const Scenario& scenario, const CallType& type) {
    const OutcomeRules& rules = *type.outcome;
    const std::string name = "call_type." + type.id + ".outcome";
    require(!type.repeat || type.repeat->unsolved == 0, name + " says what is solved, and so does repeat.unsolved");
    require_share(rules.solved, name + ".solved");
    for (const auto& [group, share] : rules.solved_by_group) {
        require(index(group) < scenario.groups.size(), name + " names a group that is not there");
        require_share(share, name + ".solved_by_group");
    }
    for (const double share : rules.defects.share) require_share(share, name + ".defects");
    for (const double share : {rules.politeness, rules.complaint.share, rules.survey, rules.praise})
        require_share(share, name);
    for (const double multiple : {rules.solved_with_defect, rules.defects.in_outage, rules.complaint.unsolved,
                                  rules.complaint.with_defect, rules.complaint.long_wait})
        require_multiple(multiple, name);
    for (const double multiple : rules.survey_odds) require_multiple(multiple, name + ".survey_odds");
    check_satisfaction(rules.satisfaction, name + ".satisfaction");
}

void check_monitoring(const Scenario& scenario) {
    const Monitoring& monitoring = *scenario.monitoring;
    const bool any = std::any_of(scenario.call_types.begin(), scenario.call_types.end(),
                                 [](const CallType& type) { return type.outcome.has_value(); });
    require(any, "monitoring needs a call type with an outcome");
    require(monitoring.samples_per_agent > 0 && monitoring.samples_per_agent <= 100'000,
            "monitoring.samples_per_agent must be positive, at most 100,000");
    require(monitoring.monitors >= 1 && monitoring.monitors <= 1'000'000,
            "monitoring.monitors must be from 1 to 1,000,000");
    require(monitoring.per_sample > Duration{0} && monitoring.per_day >= monitoring.per_sample &&
                monitoring.per_day <= kDay,
            "monitoring: a day must have time for a sample");
    for (const double sd : {monitoring.bias, monitoring.noise})
        require(sd >= 0 && sd <= 100, "monitoring: bias and noise must be from 0 to 100");
    const QualityWeights& weights = monitoring.weights;
    for (const double weight : {weights.politeness, weights.solved, weights.right})
        require(weight >= 0 && std::isfinite(weight), "monitoring.weights must not be negative");
    require(weights.politeness + weights.solved + weights.right > 0, "monitoring.weights must not all be 0");
    if (!monitoring.calibration) return;
    require(monitoring.calibration->every > Duration{0}, "monitoring.calibration.every must be positive");
    require_share(monitoring.calibration->shrinks, "monitoring.calibration.shrinks");
}

template <std::size_t kCount>
void require_rising(const std::array<double, kCount>& shares, const std::string& name) {
    require(std::is_sorted(shares.begin(), shares.end()), name + " must rise");
    for (const double share : shares) require_share(share, name);
}

void check_risk(const Scenario& scenario, const Risk& risk) {
    require(index(risk.call_type) < scenario.call_types.size(), "a risk names a call type that is not there");
    const CallType& type = scenario.call_types[index(risk.call_type)];
    require(risk.estimate == RiskEstimate::nothing || type.outcome.has_value(),
            "a risk that is estimated needs the outcome of call_type." + type.id);
    for (const auto& levels : risk.defects) {
        if (!levels) continue;
        require(levels->level >= 1 && levels->level <= 3, "a risk's level must be from 1 to 3");
        require(levels->vulnerability >= 1 && levels->vulnerability <= 3, "a risk's vulnerability must be from 1 to 3");
        require(levels->control >= 0 && levels->control <= 10, "a risk's control must be from 0 to 10");
    }
}

}  // namespace

void check_quality(const Scenario& scenario) {
    require_multiple(scenario.centre.knowledge_base.solved, "centre.knowledge_base.solved");
    require_multiple(scenario.centre.knowledge_base.defects, "centre.knowledge_base.defects");
    for (const CallType& type : scenario.call_types) {
        if (type.outcome) check_outcome(scenario, type);
    }
    if (scenario.monitoring) check_monitoring(scenario);
    for (const Risk& risk : scenario.risks) check_risk(scenario, risk);
    require_rising(scenario.risk_scale.likelihood, "risk_scale.likelihood");
    require_rising(scenario.risk_scale.level, "risk_scale.level");
    require(scenario.risk_scale.medium >= 0 && scenario.risk_scale.high >= scenario.risk_scale.medium,
            "risk_scale: high must not be below medium");
}

}  // namespace floorwalker::model
