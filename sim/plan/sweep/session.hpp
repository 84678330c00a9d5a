#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <floorwalker/run.hpp>

#include "sim/plan/sweep/sweep_plan.hpp"
#include "sim/plan/sweep/sweep_result.hpp"
#include "sim/store/sweep/sweep_store.hpp"

namespace floorwalker::plan {

/// Where a sweep is kept, and which part of it is done.
struct SweepKeeping {
    std::optional<std::filesystem::path> file = {};  ///< none: in memory
    bool resume = false;                             ///< go on with what is in the file; begin where there is nothing
    store::Shard shard = {};
    store::StoreOptions options = {};
};

/// Which jobs a shard does: every n-th variant, or every n-th replication where there are fewer variants than shards.
bool is_of(const store::Shard& shard, JobNumber job, std::int64_t variants, std::int64_t replications);

/// A sweep on its way: says which replications are missing, takes those that are finished, in any order, and keeps
/// them. Who does them is not its affair: threads, or other machines. For one thread.
///
///     SweepSession session{plan, keeping};
///     while (const auto job = session.next()) session.take(*job, …);
///     const SweepResult result = session.finish();
class SweepSession {
public:
    /// Has the file to itself from here on. Throws BadRequest when the file holds another sweep, or one that is not to
    /// be resumed, or the shard is none; StoreError. `plan` must outlive it.
    SweepSession(const SweepPlan& plan, const SweepKeeping& keeping);
    /// Keeps what has been taken, if it can.
    ~SweepSession();

    SweepSession(const SweepSession&) = delete;
    SweepSession& operator=(const SweepSession&) = delete;

    const SweepPlan& plan() const { return plan_; }

    /// A job of the shard that is neither kept nor handed out; none when there is no other at present. Variant by
    /// variant.
    std::optional<JobNumber> next();
    /// Hands a job out again whose worker has been lost.
    void put_back(JobNumber job);

    /// A finished job. It is in the file within a second, if `look` is called often. A job that is taken twice counts
    /// once. Throws StoreError when the file takes no more; what was kept stays.
    void take(std::int64_t variant, const Outcome& outcome);
    /// Writes what has waited long enough; to be called several times a second. Throws StoreError.
    void look();
    /// Writes all that has been taken. Throws StoreError.
    void flush();

    std::int64_t asked() const { return asked_; }        ///< jobs of the shard
    std::int64_t finished() const { return finished_; }  ///< of those, taken or kept before
    std::int64_t resumed() const { return resumed_; }    ///< of those, kept before
    bool is_complete() const { return finished_ == asked_; }
    /// In the file: what a failure of the file has left.
    std::int64_t in_file() const;
    RunProgress progress() const;

    /// All is in the file on return. Throws StoreError.
    SweepResult finish(double confidence = 0.95);

private:
    using Clock = std::chrono::steady_clock;

    void begin_or_resume(const SweepKeeping& keeping);
    std::size_t place(JobNumber job) const;

    const SweepPlan& plan_;
    std::unique_ptr<store::SweepStore> store_;
    store::Shard shard_;
    std::vector<bool> is_done_;
    std::vector<JobNumber> put_back_;
    std::vector<store::KeptOutcome> waiting_;
    Clock::time_point waits_since_{};
    Clock::time_point start_ = Clock::now();
    std::int64_t next_ = 0;
    std::int64_t asked_ = 0;
    std::int64_t finished_ = 0;
    std::int64_t resumed_ = 0;
    std::int64_t in_file_ = 0;
};

struct SweepWork {
    unsigned threads = 0;  ///< 0: one for each core
    const std::atomic<bool>* stop = nullptr;
    std::function<void(const RunProgress&)> on_progress = {};
};

/// Does all jobs of the session on this machine. False when it was stopped. Throws BadRequest for a variant that is
/// refused, StoreError; what was finished until then is kept.
bool do_all(SweepSession& session, const SweepWork& options);

}  // namespace floorwalker::plan
