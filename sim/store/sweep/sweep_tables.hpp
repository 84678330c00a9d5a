#pragma once

#include <optional>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "sim/store/sweep/sweep_definition.hpp"

/// The rows of a file of a sweep. People count variants from 1, and so do the tables.
namespace floorwalker::store {

/// One transaction.
void write_definition(SQLite::Database& database, const SweepDefinition& definition, Shard shard,
                      const ValuesOfVariant& values_of);

std::optional<SweepDefinition> read_definition(SQLite::Database& database);
Shard read_shard(SQLite::Database& database);
std::vector<std::vector<std::string>> read_variants(SQLite::Database& database, const SweepDefinition& definition);

/// INSERT of one outcome: variant, replication, digest, and two numbers for each metric.
std::string outcome_insert(const SweepDefinition& definition);
/// In order.
void read_outcomes(SQLite::Database& database, const SweepDefinition& definition, const TakeOutcome& take);

}  // namespace floorwalker::store
