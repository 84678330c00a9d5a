#include "sim/plan/experiment/work.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <system_error>
#include <thread>
#include <utility>

namespace floorwalker::plan {
namespace {

constexpr std::chrono::milliseconds kBetweenLooks{100};

/// Threads that do jobs from a queue. All members are for the thread that made it.
class Pool {
public:
    Pool(unsigned threads, std::size_t ahead) : ahead_{ahead > 0 ? ahead : 4 * std::size_t{threads} + 32} {
        try {
            for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { serve(); });
        } catch (const std::system_error&) {  // the system gives us no more threads
            if (threads_.empty()) throw;
        }
    }

    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    ~Pool() { stop(); }

    /// Jobs that are not begun are forgotten, those that are begun are given up.
    void stop() {
        const std::lock_guard lock{mutex_};
        stop_ = true;
        out_ -= queue_.size();
        queue_.clear();
        has_job_.notify_all();
    }

    /// How many more jobs would be welcome.
    std::size_t room() {
        const std::lock_guard lock{mutex_};
        return stop_ || failure_ || queue_.size() >= ahead_ ? 0 : ahead_ - queue_.size();
    }

    void add(std::vector<Job> jobs) {
        const std::lock_guard lock{mutex_};
        out_ += jobs.size();
        for (Job& job : jobs) queue_.push_back(std::move(job));
        has_job_.notify_all();
    }

    /// Waits until there are some and the queue runs low, or for a while.
    std::vector<FinishedJob> finished() {
        std::unique_lock lock{mutex_};
        has_news_.wait_for(lock, kBetweenLooks, [&] { return is_worth_a_look(); });
        return std::exchange(finished_, {});
    }

    /// Neither a job nor a result is left.
    bool is_idle() {
        const std::lock_guard lock{mutex_};
        return out_ == 0 && finished_.empty();
    }

    std::exception_ptr failure() {
        const std::lock_guard lock{mutex_};
        return failure_;
    }

private:
    bool is_worth_a_look() const { return out_ == 0 || (!finished_.empty() && queue_.size() <= ahead_ / 2); }

    void serve() {
        while (const auto job = take_job()) {
            std::optional<Outcome> outcome;
            std::exception_ptr failure;
            try {
                outcome = job->variant->run(job->replication, stop_);
            } catch (...) {
                failure = std::current_exception();
            }
            put(job->variant->number(), std::move(outcome), std::move(failure));
        }
    }

    std::optional<Job> take_job() {
        std::unique_lock lock{mutex_};
        has_job_.wait(lock, [&] { return stop_ || !queue_.empty(); });
        if (stop_) return std::nullopt;
        Job job = std::move(queue_.front());
        queue_.pop_front();
        return job;
    }

    void put(std::int64_t variant, std::optional<Outcome> outcome, std::exception_ptr failure) {
        const std::lock_guard lock{mutex_};
        --out_;
        if (outcome) finished_.push_back({variant, std::move(*outcome)});
        if (failure && !failure_) failure_ = std::move(failure);
        if (is_worth_a_look()) has_news_.notify_all();
    }

    std::size_t ahead_;
    std::mutex mutex_;
    std::condition_variable has_job_;
    std::condition_variable has_news_;
    std::deque<Job> queue_;
    std::vector<FinishedJob> finished_;
    std::size_t out_ = 0;  // queued or running
    std::exception_ptr failure_;
    std::atomic<bool> stop_ = false;
    std::vector<std::jthread> threads_;  // last: joined before the rest goes
};

std::vector<Job> jobs_for(std::size_t room, const WorkCallbacks& callbacks) {
    std::vector<Job> jobs;
    while (jobs.size() < room) {
        auto job = callbacks.next();
        if (!job) break;
        jobs.push_back(std::move(*job));
    }
    return jobs;
}

}  // namespace

RunnableVariant::RunnableVariant(std::int64_t number, std::function<Scenario()> load, std::uint64_t seed,
                                 std::shared_ptr<const std::vector<Metric>> metrics)
    : number_{number}, load_{std::move(load)}, seed_{seed}, metrics_{std::move(metrics)} {}

std::optional<Outcome> RunnableVariant::run(std::int64_t replication, const std::atomic<bool>& stop) {
    std::call_once(once_, [this] { job_ = job_of(load_(), seed_); });
    const auto finished = run_replication(job_, replication, stop);
    if (!finished) return std::nullopt;
    return outcome_of(*finished, *metrics_);
}

bool work(const WorkOptions& options, const WorkCallbacks& callbacks) {
    Pool pool{thread_count(options.threads), options.ahead};
    bool stopped = false;
    while (true) {
        const bool stop_now = options.stop != nullptr && options.stop->load();
        if ((stop_now || pool.failure()) && !stopped) {
            stopped = true;
            pool.stop();
        }
        std::vector<Job> jobs = jobs_for(pool.room(), callbacks);
        if (jobs.empty() && pool.is_idle()) break;
        if (!jobs.empty()) pool.add(std::move(jobs));
        for (const FinishedJob& finished : pool.finished()) callbacks.take(finished);
        if (callbacks.look) callbacks.look();
    }
    if (const auto failure = pool.failure()) std::rethrow_exception(failure);
    return !stopped;
}

unsigned thread_count(unsigned wanted) {
    return wanted > 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace floorwalker::plan
