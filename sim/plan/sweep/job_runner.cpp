#include "sim/plan/sweep/job_runner.hpp"

namespace floorwalker::plan {

std::optional<Outcome> JobRunner::run(JobNumber job, const std::atomic<bool>& stop) {
    return runnable(job.variant)->run(job.replication, stop);
}

std::shared_ptr<RunnableVariant> JobRunner::runnable(std::int64_t variant) {
    const std::lock_guard lock{mutex_};
    for (const auto& one : kept_) {
        if (one->number() == variant) return one;
    }
    if (kept_.size() == most_kept_) kept_.pop_front();
    return kept_.emplace_back(plan_.runnable(variant));
}

}  // namespace floorwalker::plan
