#pragma once

#include <string>

#include <SQLiteCpp/Database.h>

#include <floorwalker/results.hpp>

#include "sim/store/replication_writer.hpp"

/// The rows that a run has once. Each function is one transaction.
namespace floorwalker::store {

RunKeys write_header(SQLite::Database& database, const RunHeader& header);

void write_result(SQLite::Database& database, const RunKeys& keys, const RunResult& result,
                  const std::string& finished_at);

void mark_stopped(SQLite::Database& database, RunId run, const std::string& finished_at);

}  // namespace floorwalker::store
