#pragma once

#include <chrono>
#include <filesystem>

#include <SQLiteCpp/Database.h>

#include "sim/store/run_store.hpp"
#include "sim/store/schema.hpp"

namespace floorwalker::store {

/// Opens a file of runs, new or old, ready to be written. Files that are not ours are left as they are. Throws
/// StoreError, or SQLite::Exception for a `Guard` to explain.
SQLite::Database open_database(const std::filesystem::path& file, const StoreOptions& options,
                               const Schema& schema = schema());

/// Opens a file of runs that is there, to be read only: whatever its age, it stays as it is. Throws like the other.
SQLite::Database open_to_read(const std::filesystem::path& file, std::chrono::milliseconds patience,
                              const Schema& schema = schema());

}  // namespace floorwalker::store
