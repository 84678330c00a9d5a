#pragma once

#include <filesystem>

#include <SQLiteCpp/Database.h>

#include "sim/store/run_store.hpp"

namespace floorwalker::store {

/// Opens a file of runs, new or old, ready to be written. Files that are not ours are left as they are. Throws
/// StoreError, or SQLite::Exception for a `Guard` to explain.
SQLite::Database open_database(const std::filesystem::path& file, const StoreOptions& options);

}  // namespace floorwalker::store
