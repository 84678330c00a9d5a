#pragma once

#include <optional>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "sim/store/run_file.hpp"

namespace floorwalker::store {

std::vector<RunSummary> read_runs(SQLite::Database& database);

/// None when there is no such run.
std::optional<RunHeader> read_header(SQLite::Database& database, RunId run);

/// In the order of their numbers; empty when there is no such run.
std::vector<ReplicationDigest> read_digests(SQLite::Database& database, RunId run);

}  // namespace floorwalker::store
