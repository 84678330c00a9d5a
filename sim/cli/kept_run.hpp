#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "sim/plan/replicate.hpp"
#include "sim/store/run_store.hpp"

namespace floorwalker::cli {

/// A run on its way into a file of runs. Members throw store::StoreError.
class KeptRun {
public:
    KeptRun(const std::filesystem::path& file, const store::RunHeader& header);

    void add(const plan::FinishedReplication& finished);
    void finish(const RunResult& result) { store_.finish(id_, result); }

    /// "12 replications are kept as run 3 in runs.db"; nothing when the file cannot tell any more.
    std::string what_is_kept();

private:
    std::filesystem::path file_;
    store::RunStore store_;
    store::RunId id_;
};

/// Whether the fault is the user's, who named a file that cannot be used.
bool is_bad_choice_of_file(const store::StoreError& error);

}  // namespace floorwalker::cli
