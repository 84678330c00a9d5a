#pragma once

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>

#include "sim/plan/sweep/sweep_plan.hpp"

namespace floorwalker::plan {

/// Runs single jobs of a sweep for whoever hands them out. Any number of threads; jobs of one variant should come close
/// together, for only the last few variants' models are kept.
class JobRunner {
public:
    /// `plan` must outlive it. `threads` is how many will ask at once.
    JobRunner(const SweepPlan& plan, unsigned threads) : plan_{plan}, most_kept_{threads + 1} {}

    /// None when `stop` was set on the way. Throws BadRequest for a variant that is refused.
    std::optional<Outcome> run(JobNumber job, const std::atomic<bool>& stop);

private:
    std::shared_ptr<RunnableVariant> runnable(std::int64_t variant);

    const SweepPlan& plan_;
    std::size_t most_kept_;
    std::mutex mutex_;
    std::deque<std::shared_ptr<RunnableVariant>> kept_;  // the newest last
};

}  // namespace floorwalker::plan
