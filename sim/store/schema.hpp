#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace SQLite {
class Database;
}

/// The tables of a file of runs, and how a file of an older version is brought up to date.
namespace floorwalker::store {

/// Marks a SQLite file as ours (PRAGMA application_id): "FLWK" holds runs, "FLWS" a sweep.
inline constexpr std::int32_t kApplicationId = 0x464C'574B;
inline constexpr std::int32_t kSweepApplicationId = 0x464C'5753;

struct Schema {
    /// The SQL that turns a file of schema version k into one of version k + 1, at place k. A step that has been
    /// released never changes; every change of the schema, and of the views, is a new step.
    std::span<const std::string_view> steps;
    /// Views hold no data: they are made anew when a file has been brought up to date. All their names begin with "v_".
    std::string_view views;
    std::int32_t application_id = kApplicationId;
    std::string_view content = "runs";   ///< what the file is for, in messages: "the runs"
    std::string_view contents = "runs";  ///< what it holds: "runs", "a sweep"

    std::int64_t version() const { return static_cast<std::int64_t>(steps.size()); }
};

/// That of this program, of a file of runs.
Schema schema();
/// That of a file of a sweep; the tables whose columns depend on the sweep come with it.
Schema sweep_schema();

/// PRAGMA user_version: how many steps have been taken. An empty file has taken none.
std::int64_t schema_version(SQLite::Database& database);

/// Takes the steps that are missing, all or none; other programs may do so at the same time. The file must be empty or
/// ours. One that is newer than the schema stays as it is.
void migrate(SQLite::Database& database, const Schema& schema);

}  // namespace floorwalker::store
