#pragma once

#include <functional>

#include <floorwalker/run.hpp>

#include "sim/plan/replication.hpp"

/// Runs replications on all cores. Each replication is computed on one thread from its own number alone, and results
/// are taken in order of that number: so the sums are the same for any number of threads.
namespace floorwalker::plan {

struct ReplicateOptions {
    RunOptions run;
    bool with_contacts = false;
    /// Called in order of the replications' numbers, from the thread that called `replicate`. What it throws ends the
    /// run.
    std::function<void(const FinishedReplication&)> on_finished;
    /// Likewise, after `on_finished`: true ends the run, which has then as many replications as were asked for.
    std::function<bool(const FinishedReplication&)> is_enough = {};
};

RunResult replicate(const Scenario& scenario, const ReplicateOptions& options);

}  // namespace floorwalker::plan
