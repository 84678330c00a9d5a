#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "sim/plan/replicate.hpp"
#include "sim/store/run_store.hpp"

namespace floorwalker::cli {

/// A run on its way into a file of runs.
class KeptRun {
public:
    /// Throws store::StoreError when the file cannot take the run.
    KeptRun(const std::filesystem::path& file, const store::RunHeader& header);

    void add(const plan::FinishedReplication& finished);
    void finish(const RunResult& result);

    /// Why the file took no more, if so; what is added later is let go.
    const std::optional<std::string>& failure() const { return failure_; }

    /// "12 replications are kept as run 3 in runs.db"; nothing when the file cannot tell any more.
    std::string what_is_kept();

private:
    std::filesystem::path file_;
    store::RunStore store_;
    store::RunId id_;
    std::optional<std::string> failure_;
};

}  // namespace floorwalker::cli
