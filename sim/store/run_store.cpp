#include "sim/store/run_store.hpp"

#include <cassert>
#include <map>
#include <utility>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "sim/store/database.hpp"
#include "sim/store/failure.hpp"
#include "sim/store/run_reader.hpp"
#include "sim/store/run_writer.hpp"
#include "sim/store/write_queue.hpp"

namespace floorwalker::store {
namespace {

std::string now() { return utc_text(std::chrono::system_clock::now()); }

void copy(const measure::Recorder& recorder, Replication& replication) {
    replication.offered = recorder.contacts();
    replication.intervals = recorder.intervals();
    replication.totals = measure::sum_of(recorder.batches(), recorder.settings());
}

}  // namespace

/// The queue's thread uses the database only while something is queued, and everybody else only after `queue_.flush()`.
class RunStore::Implementation {
public:
    Implementation(const std::filesystem::path& file, const StoreOptions& options)
        : guarded_{file, options.patience},
          database_{guarded_([&] { return open_database(file, options); })},
          writer_{database_} {}

    ~Implementation() {
        try {
            queue_.flush();
        } catch (const StoreError&) {
            // It was or would have been thrown by the next call; the runs are marked all the same.
        }
        for (const auto& [run, open] : open_runs_) {
            try {
                mark_stopped(database_, run, now());
            } catch (const SQLite::Exception&) {
                return;  // They stay "running".
            }
        }
    }

    Implementation(const Implementation&) = delete;
    Implementation& operator=(const Implementation&) = delete;

    RunId begin(const RunHeader& header) {
        queue_.flush();
        RunKeys keys = guarded_([&] { return write_header(database_, header); });
        const RunId run = keys.run;
        open_runs_.emplace(run, OpenRun{std::move(keys)});
        return run;
    }

    void add(RunId run, std::int64_t number, std::uint64_t digest, const measure::Recorder& recorder,
             std::span<const ContactRecord> contacts) {
        assert(open_runs_.contains(run));
        Replication replication = queue_.spare();
        replication.run = run;
        replication.number = number;
        replication.digest = digest;
        copy(recorder, replication);
        replication.contacts.assign(contacts.begin(), contacts.end());
        queue_.push(std::move(replication));
    }

    void finish(RunId run, const RunResult& result) {
        queue_.flush();
        guarded_([&] { write_result(database_, open_runs_.at(run).keys, result, now()); });
        open_runs_.erase(run);
    }

    void flush() { queue_.flush(); }

    std::vector<RunSummary> runs() {
        queue_.flush();
        return guarded_([&] { return read_runs(database_); });
    }

    RunHeader header(RunId run) {
        queue_.flush();
        auto header = guarded_([&] { return read_header(database_, run); });
        if (header) return std::move(*header);
        throw StoreError{StoreProblem::unknown_run, guarded_.file(),
                         "has no run " + std::to_string(static_cast<std::int64_t>(run))};
    }

private:
    struct OpenRun {
        RunKeys keys;
        std::size_t kept = 0;  // replications in the file
    };

    void write(std::span<const Replication> batch) {
        try {
            guarded_([&] { write_as_many_as_fit(batch); });
        } catch (const StoreError& error) {
            const RunId run = batch.front().run;
            throw StoreError{error, ". Replications of run " + std::to_string(static_cast<std::int64_t>(run)) +
                                        " that are kept: " + std::to_string(open_runs_.at(run).kept)};
        }
    }

    void write_as_many_as_fit(std::span<const Replication> batch) {
        try {
            write_together(batch);
        } catch (const SQLite::Exception& failure) {
            if (failure.getErrorCode() != SQLITE_FULL) throw;
            for (std::size_t i = 0; i < batch.size(); ++i) write_together(batch.subspan(i, 1));
        }
    }

    void write_together(std::span<const Replication> batch) {
        SQLite::Transaction transaction{database_, SQLite::TransactionBehavior::IMMEDIATE};
        for (const Replication& replication : batch) writer_.write(open_runs_.at(replication.run).keys, replication);
        transaction.commit();
        for (const Replication& replication : batch) ++open_runs_.at(replication.run).kept;
    }

    Guard guarded_;
    SQLite::Database database_;
    ReplicationWriter writer_;
    std::map<RunId, OpenRun> open_runs_;
    WriteQueue queue_{[this](const std::vector<Replication>& batch) { write(batch); }};
};

RunStore::RunStore(const std::filesystem::path& file, const StoreOptions& options)
    : implementation_{std::make_unique<Implementation>(file, options)} {}

RunStore::~RunStore() = default;

RunId RunStore::begin(const RunHeader& header) { return implementation_->begin(header); }

void RunStore::add(RunId run, std::int64_t number, std::uint64_t digest, const measure::Recorder& recorder,
                   std::span<const ContactRecord> contacts) {
    implementation_->add(run, number, digest, recorder, contacts);
}

void RunStore::flush() { implementation_->flush(); }

void RunStore::finish(RunId run, const RunResult& result) { implementation_->finish(run, result); }

std::vector<RunSummary> RunStore::runs() { return implementation_->runs(); }

RunHeader RunStore::header(RunId run) { return implementation_->header(run); }

}  // namespace floorwalker::store
