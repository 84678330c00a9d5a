#pragma once

#include <functional>
#include <memory>

#include <floorwalker/contact_record.hpp>
#include <floorwalker/run.hpp>

#include "sim/measure/recorder.hpp"

/// Runs replications on all cores. Each replication is computed on one thread from its own number alone, and results
/// are taken in order of that number: so the sums are the same for any number of threads.
namespace floorwalker::plan {

/// A replication that is over.
struct FinishedReplication {
    std::int64_t number = 0;
    std::uint64_t digest = 0;
    measure::Recorder recorder;
    std::vector<ContactRecord> contacts;  // when asked for
};

struct ReplicateOptions {
    RunOptions run;
    bool with_contacts = false;
    /// Called in order of the replications' numbers, from the thread that called `replicate`. What it throws ends the
    /// run.
    std::function<void(const FinishedReplication&)> on_finished;
};

RunResult replicate(const Scenario& scenario, const ReplicateOptions& options);

}  // namespace floorwalker::plan
