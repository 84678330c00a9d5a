#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "sim/plan/experiment/outcome.hpp"

/// Replications of many variants over many threads. The customers are the same in all variants: a replication is keyed
/// by the experiment's seed and its own number alone.
namespace floorwalker::plan {

/// A variant with its model, which is made by the first thread that needs it, shared by all, and gone with the last
/// job.
class RunnableVariant {
public:
    /// `load` may throw; so then does every job. `metrics` are those of the scenario that it returns.
    RunnableVariant(std::int64_t number, std::function<Scenario()> load, std::uint64_t seed,
                    std::shared_ptr<const std::vector<Metric>> metrics);

    std::int64_t number() const { return number_; }

    /// A pure function of scenario, seed and `replication`. None when `stop` was set on the way. Any thread.
    std::optional<Outcome> run(std::int64_t replication, const std::atomic<bool>& stop);

private:
    std::int64_t number_;
    std::function<Scenario()> load_;
    std::uint64_t seed_;
    std::shared_ptr<const std::vector<Metric>> metrics_;
    std::once_flag once_;
    ReplicationJob job_;
};

struct Job {
    std::shared_ptr<RunnableVariant> variant;
    std::int64_t replication = 0;
};

struct FinishedJob {
    std::int64_t variant = 0;
    Outcome outcome;
};

struct WorkOptions {
    unsigned threads = 0;  ///< 0: one for each core
    /// Jobs that are asked for before a thread is free to do them; 0: enough to keep all threads busy. Those who decide
    /// on the next job by what has come of the last ones want few.
    std::size_t ahead = 0;
    /// Set it to end early: replications on their way are given up, finished ones are still taken.
    const std::atomic<bool>* stop = nullptr;
};

/// All three are called on the thread that called `work`, one at a time.
struct WorkCallbacks {
    /// None: nothing at present. It is asked again when another job has been taken; when none is out, that is the end.
    std::function<std::optional<Job>()> next;
    /// Finished jobs, in any order. What it throws ends the work.
    std::function<void(const FinishedJob&)> take;
    /// About ten times a second and after each `take`, for progress; may be left out.
    std::function<void()> look = {};
};

/// True when all is done; false when it was stopped. What a job throws is thrown when all others are over and taken.
bool work(const WorkOptions& options, const WorkCallbacks& callbacks);

/// One for each core when `wanted` is 0.
unsigned thread_count(unsigned wanted);

}  // namespace floorwalker::plan
