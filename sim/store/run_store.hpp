#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <floorwalker/contact_record.hpp>
#include <floorwalker/results.hpp>

#include "sim/measure/recorder.hpp"
#include "sim/store/run_header.hpp"
#include "sim/store/store_error.hpp"

/// Runs kept in one SQLite file, for good: a run is added, nothing is ever overwritten. docs/run_store.md describes the
/// file.
namespace floorwalker::store {

enum class RunState {
    running,  ///< or cut off: the program that wrote it ended without a word
    done,
    stopped,  ///< ended before all replications were made
};

struct RunSummary {
    RunId id{};
    std::string scenario_name;
    std::uint64_t seed = 1;
    std::string program_version;
    std::string started_at;
    RunState state{};
    std::int64_t replications = 0;  ///< kept so far
    std::int64_t replications_asked = 0;
};

struct StoreOptions {
    /// How long to wait for another program that is writing to the file.
    std::chrono::milliseconds patience{5000};
    /// The file may not grow beyond this; 0: no limit but the disk.
    std::int64_t most_bytes = 0;
};

/// Writes and reads one file. Not for several threads at once; several stores, also of several programs, may share a
/// file. Every member throws StoreError.
class RunStore {
public:
    /// Opens the file; makes it when there is none; brings one of an older schema up to date.
    explicit RunStore(const std::filesystem::path& file, const StoreOptions& options = {});

    /// Runs that were begun and not finished are marked as stopped; the replications added to them are kept.
    ~RunStore();

    RunStore(const RunStore&) = delete;
    RunStore& operator=(const RunStore&) = delete;

    RunId begin(const RunHeader& header);

    /// A finished replication: its number, the digest of its facts, a finished recorder, and its contacts if they are
    /// to be kept. It is in the file within a second. A write that fails later is thrown by the next call.
    void add(RunId run, std::int64_t number, std::uint64_t digest, const measure::Recorder& recorder,
             std::span<const ContactRecord> contacts = {});

    /// Returns when everything that was added is in the file.
    void flush();

    /// All that was added and the estimates are in the file on return. A result of fewer replications than asked for is
    /// that of a stopped run.
    void finish(RunId run, const RunResult& result);

    /// In the order in which they were begun.
    std::vector<RunSummary> runs();

    RunHeader header(RunId run);

private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace floorwalker::store
