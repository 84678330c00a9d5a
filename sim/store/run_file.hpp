#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "sim/store/run_store.hpp"

namespace floorwalker::store {

struct ReplicationDigest {
    std::int64_t number = 0;  ///< from 0
    std::uint64_t digest = 0;
};

/// A file of runs that is read and stays as it is: none is made, one of an older schema is not brought up to date, and
/// a read-only one will do. Not for several threads at once. Every member throws StoreError.
class RunFile {
public:
    /// `patience` is how long to wait for a program that has locked the file.
    explicit RunFile(const std::filesystem::path& file, std::chrono::milliseconds patience = std::chrono::seconds{5});
    ~RunFile();

    RunFile(const RunFile&) = delete;
    RunFile& operator=(const RunFile&) = delete;

    /// In the order in which they were begun.
    std::vector<RunSummary> runs();
    RunHeader header(RunId run);
    /// Of the replications that are kept, in the order of their numbers.
    std::vector<ReplicationDigest> digests(RunId run);

private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace floorwalker::store
