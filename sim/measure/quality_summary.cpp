#include "sim/measure/quality_summary.hpp"

namespace floorwalker::measure {
namespace {

/// The means of the scores that monitors and customers gave, agent by agent.
PairSums pairs_of_agents(const std::vector<OutcomeCell>& agents) {
    PairSums pairs;
    for (const OutcomeCell& agent : agents) {
        if (agent.monitored == 0 || agent.surveyed == 0) continue;
        const auto points = static_cast<double>(agent.monitor_millipoints) / 1000.0;
        pairs.add(points / static_cast<double>(agent.monitored),
                  static_cast<double>(agent.score) / static_cast<double>(agent.surveyed));
    }
    return pairs;
}

}  // namespace

void QualitySummary::Stage::add(const QualityTally& tally) {
    const auto samples = static_cast<double>(tally.samples());
    samples_.add(samples, 1);
    missed_.add(static_cast<double>(tally.missed()), 1);
    score_.add(tally.score(), samples);
    quality_.add(tally.quality(), samples);
    const SpreadSums spread = tally.spread_sums();
    spread_sums_.add(spread);
    spread_.add_replication(spread.spread());
    with_customers_.add(tally.with_customers());
    correlation_.add_replication(tally.with_customers().correlation());
}

QualityResult QualitySummary::Stage::result(double confidence) const {
    QualityResult result;
    result.samples = samples_.estimate(confidence);
    result.missed = missed_.estimate(confidence);
    result.score = score_.estimate(confidence);
    result.quality = quality_.estimate(confidence);
    result.spread = spread_.estimate(spread_sums_.spread(), confidence);
    result.correlation = correlation_.estimate(with_customers_.correlation(), confidence);
    return result;
}

QualitySummary::QualitySummary(const Scenario& scenario)
    : is_on_{scenario.monitoring.has_value()}, is_calibrated_{is_on_ && scenario.monitoring->calibration.has_value()} {}

void QualitySummary::add(const Recorder& recorder) {
    if (!is_on_) return;
    QualityTally all;
    for (std::size_t s = 0; s < stages_.size(); ++s) {
        all.add(recorder.quality()[s]);
        stages_[s].add(recorder.quality()[s]);
    }
    all_.add(all);
    const PairSums of_agents = pairs_of_agents(recorder.agent_outcomes());
    of_agents_.add(of_agents);
    agent_correlation_.add_replication(of_agents.correlation());
}

void QualitySummary::fill(RunResult& result, double confidence) const {
    if (!is_on_) return;
    result.quality = all_.result(confidence);
    result.quality->agent_correlation = agent_correlation_.estimate(of_agents_.correlation(), confidence);
    if (is_calibrated_)
        result.calibration = CalibrationResult{stages_[0].result(confidence), stages_[1].result(confidence)};
}

}  // namespace floorwalker::measure
