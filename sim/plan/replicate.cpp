#include "sim/plan/replicate.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "sim/measure/summary.hpp"

namespace floorwalker::plan {
namespace {

using Clock = std::chrono::steady_clock;

/// Threads that compute replications and a place where their results wait until it is their turn.
class Workers {
public:
    Workers(ReplicationJob job, std::int64_t replications, unsigned threads, const std::atomic<bool>* stop)
        : job_{std::move(job)}, replications_{replications}, stop_asked_{stop}, thread_count_{threads} {
        try {
            for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
        } catch (const std::system_error&) {  // the system gives us no more threads
            const std::lock_guard lock{mutex_};
            if (threads_.empty()) throw;
            thread_count_ = threads_.size();
        }
    }

    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    ~Workers() { stop(); }

    void stop() {
        {
            const std::lock_guard lock{mutex_};
            stop_ = true;
        }
        changed_.notify_all();
    }

    /// The result of the replication `number`, or none: not yet, or never because the run was stopped.
    std::optional<FinishedReplication> take(std::int64_t number, std::chrono::milliseconds patience) {
        std::unique_lock lock{mutex_};
        changed_.wait_for(lock, patience,
                          [&] { return finished_.contains(number) || failure_ || idle_ == thread_count_; });
        if (failure_) std::rethrow_exception(failure_);
        const auto found = finished_.find(number);
        if (found == finished_.end()) return std::nullopt;
        FinishedReplication result = std::move(found->second);
        finished_.erase(found);
        taken_ = number + 1;
        lock.unlock();
        changed_.notify_all();
        return result;
    }

    bool are_done() {
        const std::lock_guard lock{mutex_};
        return idle_ == thread_count_;
    }

private:
    void work() {
        try {
            while (const auto number = next()) {
                if (auto result = run_replication(job_, *number, stop_)) keep(std::move(*result));
            }
        } catch (...) {
            const std::lock_guard lock{mutex_};
            if (!failure_) failure_ = std::current_exception();
            stop_ = true;
        }
        {
            const std::lock_guard lock{mutex_};
            ++idle_;
        }
        changed_.notify_all();
    }

    // Threads do not run far ahead of the one replication that everybody waits for: results are kept in memory.
    std::optional<std::int64_t> next() {
        std::unique_lock lock{mutex_};
        const auto most_ahead = static_cast<std::int64_t>(8 * thread_count_ + 64);
        changed_.wait(lock, [&] { return stop_ || next_ >= replications_ || next_ - taken_ < most_ahead; });
        if (stop_asked_ != nullptr && stop_asked_->load()) stop_ = true;
        if (stop_ || next_ >= replications_) return std::nullopt;
        return next_++;
    }

    void keep(FinishedReplication result) {
        {
            const std::lock_guard lock{mutex_};
            const auto number = result.number;
            finished_.emplace(number, std::move(result));
        }
        changed_.notify_all();
    }

    ReplicationJob job_;
    std::int64_t replications_;
    const std::atomic<bool>* stop_asked_;
    std::size_t thread_count_;
    std::atomic<bool> stop_ = false;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<std::int64_t, FinishedReplication> finished_;
    std::exception_ptr failure_;
    std::int64_t next_ = 0;
    std::int64_t taken_ = 0;
    std::size_t idle_ = 0;
    std::vector<std::jthread> threads_;  // last: joined before the rest goes
};

unsigned thread_count(const RunOptions& options, std::int64_t replications) {
    const unsigned wanted = options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
    return static_cast<unsigned>(std::min<std::int64_t>(wanted, replications));
}

void report_progress(const RunOptions& options, std::int64_t finished, std::int64_t asked, Clock::time_point start) {
    if (!options.on_progress) return;
    RunProgress progress{finished, asked, {}};
    if (finished > 0) {
        const std::chrono::duration<double> so_far = Clock::now() - start;
        progress.seconds_left = so_far.count() / static_cast<double>(finished) * static_cast<double>(asked - finished);
    }
    options.on_progress(progress);
}

}  // namespace

RunResult replicate(const Scenario& scenario, const ReplicateOptions& options) {
    const ReplicationJob job = job_of(scenario, options.run.seed.value_or(scenario.seed), options.with_contacts);
    std::int64_t replications = options.run.replications.value_or(scenario.replications);
    if (replications < 1) throw std::invalid_argument{"at least one replication is needed"};
    measure::Summary summary{scenario};
    const auto take = [&](const FinishedReplication& finished) {
        summary.add(finished.recorder, finished.digest);
        if (options.on_finished) options.on_finished(finished);
    };

    const auto start = Clock::now();
    Workers workers{job, replications, thread_count(options.run, replications), options.run.stop};
    std::int64_t next = 0;
    while (next < replications) {
        if (options.run.stop != nullptr && options.run.stop->load()) workers.stop();
        constexpr std::chrono::milliseconds kBetweenLooks{100};
        auto finished = workers.take(next, kBetweenLooks);
        // The last worker may have finished it between this look and the next one.
        if (!finished && workers.are_done()) finished = workers.take(next, std::chrono::milliseconds{0});
        if (finished) {
            take(*finished);
            ++next;
            if (options.is_enough && options.is_enough(*finished)) replications = next;
        } else if (workers.are_done()) {
            // Stopped before `next` was finished. Later ones may be, but those that finish first are the less busy
            // ones: to keep them would flatter the centre.
            break;
        }
        report_progress(options.run, next, replications, start);
    }
    RunResult result = summary.result(options.run.confidence);
    result.seed = job.seed;
    result.replications_asked = replications;
    return result;
}

}  // namespace floorwalker::plan
