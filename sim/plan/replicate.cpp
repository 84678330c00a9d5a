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

#include "sim/measure/contact_log.hpp"
#include "sim/measure/digest.hpp"
#include "sim/measure/observers.hpp"
#include "sim/measure/summary.hpp"
#include "sim/model/engine.hpp"

namespace floorwalker::plan {
namespace {

using Clock = std::chrono::steady_clock;

// Between two looks at the stop flag: a few milliseconds of simulation.
constexpr std::uint64_t kStepsAtOnce = 1U << 15U;

struct Job {
    std::shared_ptr<const model::Model> model;
    std::shared_ptr<const measure::Settings> settings;
    std::uint64_t seed = 1;
    std::int64_t replications = 1;
    bool with_contacts = false;
};

/// None when stopped on the way. `OneRecorder` is PlainRecorder only where the model is plain.
template <class OneRecorder, class... Others>
std::optional<measure::Observers<OneRecorder, Others...>> run_one(const Job& job, std::int64_t number,
                                                                  const std::atomic<bool>& stop, Others... others) {
    using Observer = measure::Observers<OneRecorder, Others...>;
    model::Engine<Observer> engine{job.model, job.seed, static_cast<std::uint64_t>(number),
                                   Observer{OneRecorder{job.settings}, std::move(others)...}};
    while (engine.run_steps(kStepsAtOnce)) {
        if (stop.load(std::memory_order_relaxed)) return std::nullopt;
    }
    engine.observer().template get<OneRecorder>().finish(engine.world().now);
    return std::move(engine.observer());
}

template <class OneRecorder>
std::optional<FinishedReplication> replication(const Job& job, std::int64_t number, const std::atomic<bool>& stop) {
    using measure::ContactLog;
    using measure::Digest;
    if (!job.with_contacts) {
        auto told = run_one<OneRecorder>(job, number, stop, Digest{});
        if (!told) return std::nullopt;
        return FinishedReplication{
            number, told->template get<Digest>().value(), std::move(told->template get<OneRecorder>()), {}};
    }
    const auto key = kernel::stream_key(job.seed, static_cast<std::uint64_t>(number));
    auto told = run_one<OneRecorder>(job, number, stop, Digest{}, ContactLog{job.model, key});
    if (!told) return std::nullopt;
    return FinishedReplication{number, told->template get<Digest>().value(),
                               std::move(told->template get<OneRecorder>()),
                               told->template get<ContactLog>().contacts()};
}

std::optional<FinishedReplication> replication(const Job& job, std::int64_t number, const std::atomic<bool>& stop) {
    // A plain recorder knows no standards.
    const bool is_plain = job.model->is_plain() && job.settings->standards.standards.empty();
    if (is_plain) return replication<measure::PlainRecorder>(job, number, stop);
    return replication<measure::Recorder>(job, number, stop);
}

/// Threads that compute replications and a place where their results wait until it is their turn.
class Workers {
public:
    Workers(Job job, unsigned threads, const std::atomic<bool>* stop)
        : job_{std::move(job)}, stop_asked_{stop}, thread_count_{threads} {
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
                if (auto result = replication(job_, *number, stop_)) keep(std::move(*result));
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
        changed_.wait(lock, [&] { return stop_ || next_ >= job_.replications || next_ - taken_ < most_ahead; });
        if (stop_asked_ != nullptr && stop_asked_->load()) stop_ = true;
        if (stop_ || next_ >= job_.replications) return std::nullopt;
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

    Job job_;
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
    const auto model = model::prepare(scenario);
    const Job job{model, std::make_shared<const measure::Settings>(measure::settings_of(scenario, model)),
                  options.run.seed.value_or(scenario.seed), options.run.replications.value_or(scenario.replications),
                  options.with_contacts};
    if (job.replications < 1) throw std::invalid_argument{"at least one replication is needed"};
    measure::Summary summary{scenario};
    const auto take = [&](const FinishedReplication& finished) {
        summary.add(finished.recorder, finished.digest);
        if (options.on_finished) options.on_finished(finished);
    };

    const auto start = Clock::now();
    Workers workers{job, thread_count(options.run, job.replications), options.run.stop};
    std::int64_t next = 0;
    while (next < job.replications) {
        if (options.run.stop != nullptr && options.run.stop->load()) workers.stop();
        constexpr std::chrono::milliseconds kBetweenLooks{100};
        auto finished = workers.take(next, kBetweenLooks);
        // The last worker may have finished it between this look and the next one.
        if (!finished && workers.are_done()) finished = workers.take(next, std::chrono::milliseconds{0});
        if (finished) {
            take(*finished);
            ++next;
        } else if (workers.are_done()) {
            // Stopped before `next` was finished. Later ones may be, but those that finish first are the less busy
            // ones: to keep them would flatter the centre.
            break;
        }
        report_progress(options.run, next, job.replications, start);
    }
    RunResult result = summary.result(options.run.confidence);
    result.seed = job.seed;
    result.replications_asked = job.replications;
    return result;
}

}  // namespace floorwalker::plan
