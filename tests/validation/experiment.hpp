#pragma once

#include <cstdint>
#include <vector>

#include "sim/measure/wait_histogram.hpp"
#include "sim/plan/replicate.hpp"
#include "tests/validation/comparison.hpp"

/// Replications of which more is kept than the KPIs.
namespace floorwalker::validation {

struct Replication {
    measure::Totals all;
    std::vector<measure::Totals> call_types;
    measure::Totals
        opening_hours;  ///< contacts by interval of arrival, agents' time and queue while the centre was open
    measure::WaitHistogram waits;  ///< of all callers who had to wait
};

struct Experiment {
    RunResult result;
    std::vector<Replication> replications;
};

inline Replication kept(const measure::Recorder& recorder) {
    Replication replication;
    const measure::BatchTotals sums = measure::sum_of(recorder.batches(), recorder.settings());
    replication.all = sums.overall;
    replication.call_types = sums.call_types;
    for (std::size_t i = 0; i < recorder.settings().intervals; ++i) {
        replication.opening_hours.add(recorder.intervals()[i].overall);
    }
    for (std::size_t t = 0; t < recorder.settings().call_types; ++t) {
        replication.waits.merge(recorder.answered_waits()[t]);
        replication.waits.merge(recorder.abandoned_waits()[t]);
    }
    return replication;
}

inline RunOptions options(std::uint64_t seed, std::int64_t replications) {
    RunOptions options;
    options.seed = seed;
    options.replications = replications;
    return options;
}

inline Experiment experiment(const Scenario& scenario, std::uint64_t seed, std::int64_t replications) {
    Experiment experiment;
    plan::ReplicateOptions wanted;
    wanted.run = options(seed, replications);
    wanted.on_finished = [&](const plan::FinishedReplication& finished) {
        experiment.replications.push_back(kept(finished.recorder));
    };
    experiment.result = plan::replicate(scenario, wanted);
    return experiment;
}

/// Σ part / Σ whole over the replications, each a function of a Replication.
template <class Part, class Whole>
Simulated ratio(const Experiment& experiment, Part part, Whole whole) {
    measure::RatioEstimator estimator;
    for (const Replication& replication : experiment.replications) estimator.add(part(replication), whole(replication));
    const Estimate estimate = estimator.estimate(0.95);
    return {estimate.mean.value(), estimate.half_width.value(), estimator.count() - 1};
}

template <class Part>
Simulated mean(const Experiment& experiment, Part part) {
    return ratio(experiment, part, [](const Replication&) { return 1.0; });
}

}  // namespace floorwalker::validation
