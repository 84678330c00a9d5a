#include <array>
#include <string_view>

#include "sim/store/schema.hpp"

namespace floorwalker::store {
namespace {

constexpr std::string_view kSweepSchema1 = R"sql(
-- What the sweep is: one row. The tables "variant" and "outcome" and the view "v_result" come with it.
CREATE TABLE sweep (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    scenario TEXT NOT NULL,          -- the name of the centre
    scenario_file TEXT NOT NULL,     -- as it was named
    scenario_toml TEXT NOT NULL,     -- as it was read
    decisions_toml TEXT,
    seed TEXT NOT NULL,              -- whole numbers up to 2^64 - 1 do not fit into an INTEGER
    replications INTEGER NOT NULL,   -- of each variant
    variants INTEGER NOT NULL,
    design TEXT NOT NULL,            -- grid, latin or sobol
    shard INTEGER NOT NULL,          -- from 1
    shards INTEGER NOT NULL,
    program_version TEXT NOT NULL,
    started_at TEXT NOT NULL         -- ISO 8601, UTC
);
-- Keys that are changed in all variants.
CREATE TABLE override (position INTEGER PRIMARY KEY, path_value TEXT NOT NULL);
-- Keys that are varied, and over what.
CREATE TABLE input (position INTEGER PRIMARY KEY, path TEXT NOT NULL, written TEXT NOT NULL);
CREATE TABLE metric (position INTEGER PRIMARY KEY, name TEXT NOT NULL);
-- Files that the scenario names, by what was in them.
CREATE TABLE data_file (position INTEGER PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL);
)sql";

}  // namespace

Schema sweep_schema() {
    static const std::array<std::string_view, 1> steps{kSweepSchema1};
    return {steps, {}, kSweepApplicationId, "sweep", "a sweep"};
}

}  // namespace floorwalker::store
