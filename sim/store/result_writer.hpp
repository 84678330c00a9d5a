#pragma once

#include <SQLiteCpp/Database.h>

#include <floorwalker/results.hpp>

#include "sim/store/replication_writer.hpp"

namespace floorwalker::store {

/// The rows of the table `result`: an estimate each.
void write_estimates(SQLite::Database& database, const RunKeys& keys, const RunResult& result);

}  // namespace floorwalker::store
