#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/plan/sweep/sweep_result.hpp"
#include "sim/store/run_store.hpp"

namespace floorwalker::plan {

struct MissingWork {
    std::int64_t replications = 0;
    std::vector<store::Shard> shards;    ///< of which nothing is there, of the number that the files were made for
    std::vector<std::int64_t> variants;  ///< other variants with missing replications, from 0, in order
};

struct Merged {
    SweepResult result;
    MissingWork missing;
};

/// Puts the parts of a sweep together in a new file, in which it is as if one machine had done it; what is missing can
/// be resumed there. Throws BadRequest when the files are not parts of one sweep, when two say something else of the
/// same replication, or when the new file holds a sweep already; StoreError.
Merged merge(const std::filesystem::path& into, const std::vector<std::filesystem::path>& parts,
             double confidence = 0.95, const store::StoreOptions& options = {});

/// "of 400 replications 100 are missing: all of shard 3/4"
std::string describe(const MissingWork& missing, std::int64_t jobs);

}  // namespace floorwalker::plan
