#include "sim/plan/sweep/session.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "sim/plan/experiment/bad_request.hpp"
#include "sim/plan/sweep/difference.hpp"

namespace floorwalker::plan {
namespace {

// With the time that finished jobs wait to be taken, and that of writing, all is in the file within a second.
constexpr std::chrono::milliseconds kGatherFor{250};
constexpr std::size_t kGatherRows = 20'000;

void check(const store::Shard& shard) {
    if (shard.of >= 1 && shard.number >= 1 && shard.number <= shard.of) return;
    throw BadRequest{fmt::format("there is no shard {}/{}; write 1/4 to 4/4 for four parts", shard.number, shard.of)};
}

}  // namespace

bool is_of(const store::Shard& shard, JobNumber job, std::int64_t variants, std::int64_t replications) {
    const bool by_variant = variants >= shard.of;
    const std::int64_t unit = by_variant ? job.variant : job.variant * replications + job.replication;
    return unit % shard.of == shard.number - 1;
}

SweepSession::SweepSession(const SweepPlan& plan, const SweepKeeping& keeping) : plan_{plan}, shard_{keeping.shard} {
    check(shard_);
    store_ = keeping.file ? std::make_unique<store::SweepStore>(*keeping.file, keeping.options)
                          : std::make_unique<store::SweepStore>();
    begin_or_resume(keeping);
    is_done_ = store_->kept();
    for (std::int64_t variant = 0; variant < plan.variants(); ++variant) {
        for (std::int64_t replication = 0; replication < plan.replications(); ++replication) {
            const JobNumber job{variant, replication};
            const bool is_kept = is_done_[place(job)];
            in_file_ += is_kept ? 1 : 0;
            if (!is_of(shard_, job, plan.variants(), plan.replications())) continue;
            ++asked_;
            resumed_ += is_kept ? 1 : 0;
        }
    }
    finished_ = resumed_;
}

SweepSession::~SweepSession() {
    try {
        flush();
    } catch (const store::StoreError&) {
        // Whoever asked for more than what is kept has been told by `take` or `look`.
    }
}

void SweepSession::begin_or_resume(const SweepKeeping& keeping) {
    const auto definition = plan_.definition();
    const auto kept = store_->definition();
    if (!kept) {
        store_->begin(definition, shard_, [this](std::int64_t number) { return plan_.points().values(number); });
        return;
    }
    const std::string file = keeping.file->string();
    if (!keeping.resume) {
        throw BadRequest{fmt::format("{} holds a sweep already; --resume goes on with it, or name another file", file)};
    }
    if (const std::string other = difference(*kept, definition, "kept", "now"); !other.empty()) {
        throw BadRequest{
            fmt::format("{} holds another sweep than this one, so it cannot be resumed:\n{}\nAsk for the "
                        "same, or name another file.",
                        file, other)};
    }
    const store::Shard before = store_->shard();
    if (before == shard_) return;
    const std::string right =
        before.of == 1 ? "leave out --shard" : fmt::format("resume it with --shard {}/{}", before.number, before.of);
    throw BadRequest{fmt::format("{} holds shard {}/{} of this sweep, not {}/{}; {}, or name another file", file,
                                 before.number, before.of, shard_.number, shard_.of, right)};
}

std::size_t SweepSession::place(JobNumber job) const {
    return static_cast<std::size_t>(job.variant * plan_.replications() + job.replication);
}

std::optional<JobNumber> SweepSession::next() {
    while (!put_back_.empty()) {
        const JobNumber job = put_back_.back();
        put_back_.pop_back();
        if (!is_done_[place(job)]) return job;
    }
    for (; next_ < plan_.jobs(); ++next_) {
        const JobNumber job{next_ / plan_.replications(), next_ % plan_.replications()};
        if (is_done_[place(job)] || !is_of(shard_, job, plan_.variants(), plan_.replications())) continue;
        ++next_;
        return job;
    }
    return std::nullopt;
}

void SweepSession::put_back(JobNumber job) { put_back_.push_back(job); }

void SweepSession::take(std::int64_t variant, const Outcome& outcome) {
    const std::size_t job = place({variant, outcome.replication});
    if (is_done_[job]) return;
    is_done_[job] = true;
    ++finished_;
    if (waiting_.empty()) waits_since_ = Clock::now();
    waiting_.push_back({variant, outcome.replication, outcome.digest, outcome.values});
    look();
}

void SweepSession::look() {
    if (waiting_.empty()) return;
    if (waiting_.size() >= kGatherRows || Clock::now() - waits_since_ >= kGatherFor) flush();
}

void SweepSession::flush() {
    // Forgotten first: what cannot be written now is not tried once more when the session ends.
    const auto batch = std::exchange(waiting_, {});
    if (batch.empty()) return;
    store_->add(batch);
    in_file_ += static_cast<std::int64_t>(batch.size());
}

RunProgress SweepSession::progress() const {
    RunProgress progress{finished_, asked_, {}};
    if (const std::int64_t here = finished_ - resumed_; here > 0) {
        const std::chrono::duration<double> so_far = Clock::now() - start_;
        progress.seconds_left = so_far.count() / static_cast<double>(here) * static_cast<double>(asked_ - finished_);
    }
    return progress;
}

std::int64_t SweepSession::in_file() const {
    try {
        return store_->size();
    } catch (const store::StoreError&) {
        return in_file_;  // at least
    }
}

SweepResult SweepSession::finish(double confidence) {
    flush();
    return result_of(*store_, confidence);
}

bool do_all(SweepSession& session, const SweepWork& options) {
    std::shared_ptr<RunnableVariant> current;
    WorkCallbacks callbacks;
    callbacks.next = [&]() -> std::optional<Job> {
        const auto job = session.next();
        if (!job) return std::nullopt;
        if (!current || current->number() != job->variant) current = session.plan().runnable(job->variant);
        return Job{current, job->replication};
    };
    callbacks.take = [&](const FinishedJob& job) { session.take(job.variant, job.outcome); };
    callbacks.look = [&] {
        session.look();
        if (options.on_progress) options.on_progress(session.progress());
    };
    const bool done = work({options.threads, 0, options.stop}, callbacks);
    session.flush();
    return done;
}

}  // namespace floorwalker::plan
