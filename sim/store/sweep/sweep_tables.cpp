#include "sim/store/sweep/sweep_tables.hpp"

#include <charconv>
#include <chrono>
#include <string>
#include <string_view>

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include "sim/store/replication_writer.hpp"
#include "sim/store/run_header.hpp"

namespace floorwalker::store {
namespace {

/// A name in SQL, whatever is in it.
std::string sql_name(std::string_view name) {
    std::string text = "\"";
    for (const char letter : name) text += letter == '"' ? std::string{"\"\""} : std::string{letter};
    return text + '"';
}

std::string part_of(const std::string& metric) { return sql_name(metric + ".part"); }
std::string whole_of(const std::string& metric) { return sql_name(metric + ".whole"); }

/// The tables whose columns are the sweep's own.
void make_tables(SQLite::Database& database, const SweepDefinition& definition) {
    std::string variant = "CREATE TABLE variant (number INTEGER PRIMARY KEY";
    std::string outcome =
        "CREATE TABLE outcome (variant INTEGER NOT NULL REFERENCES variant, replication INTEGER NOT NULL, digest TEXT "
        "NOT NULL";
    std::string view = "CREATE VIEW v_result AS SELECT variant.*, count(outcome.replication) AS replications";
    for (const std::string& path : definition.paths) variant += ", " + sql_name(path) + " NOT NULL";
    for (const std::string& metric : definition.metrics) {
        outcome += ", " + part_of(metric) + " REAL NOT NULL, " + whole_of(metric) + " REAL NOT NULL";
        view += ", sum(" + part_of(metric) + ") / nullif(sum(" + whole_of(metric) + "), 0) AS " + sql_name(metric);
    }
    database.exec(variant + ")");
    database.exec(outcome + ", PRIMARY KEY (variant, replication)) WITHOUT ROWID");
    database.exec(view + " FROM variant LEFT JOIN outcome ON outcome.variant = variant.number GROUP BY variant.number");
}

void write_list(SQLite::Database& database, const std::string& insert, const std::vector<std::string>& texts) {
    SQLite::Statement statement{database, insert};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        statement.reset();
        SQLite::bind(statement, static_cast<std::int64_t>(i + 1), texts[i]);
        statement.exec();
    }
}

std::vector<std::string> read_list(SQLite::Database& database, const std::string& column, const std::string& table) {
    SQLite::Statement query{database, "SELECT " + column + " FROM " + table + " ORDER BY position"};
    std::vector<std::string> texts;
    while (query.executeStep()) texts.push_back(query.getColumn(0).getString());
    return texts;
}

void write_sweep(SQLite::Database& database, const SweepDefinition& definition, Shard shard) {
    SQLite::Statement insert{database,
                             "INSERT INTO sweep (id, scenario, scenario_file, scenario_toml, seed, replications, "
                             "variants, design, shard, shards, program_version, started_at, decisions_toml) "
                             "VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    constexpr int kDecisions = 12;
    SQLite::bind(insert, definition.scenario_name, definition.scenario_file, definition.scenario_toml,
                 std::to_string(definition.seed), definition.replications, definition.variants, definition.design,
                 shard.number, shard.of, definition.program_version, utc_text(std::chrono::system_clock::now()));
    if (definition.decisions_toml) insert.bind(kDecisions, *definition.decisions_toml);
    insert.exec();
}

/// Numbers as numbers, so that they can be compared in SQL; all else as it was written.
void bind_value(SQLite::Statement& statement, int place, const std::string& value) {
    const char* const end = value.data() + value.size();
    std::int64_t whole = 0;
    if (const auto read = std::from_chars(value.data(), end, whole); read.ec == std::errc{} && read.ptr == end) {
        return statement.bind(place, whole);
    }
    double number = 0;
    if (const auto read = std::from_chars(value.data(), end, number); read.ec == std::errc{} && read.ptr == end) {
        return statement.bind(place, number);
    }
    statement.bind(place, value);
}

void write_variants(SQLite::Database& database, const SweepDefinition& definition, const ValuesOfVariant& values_of) {
    std::string sql = "INSERT INTO variant VALUES (?";
    for (std::size_t i = 0; i < definition.paths.size(); ++i) sql += ", ?";
    SQLite::Statement insert{database, sql + ")"};
    for (std::int64_t variant = 0; variant < definition.variants; ++variant) {
        insert.reset();
        insert.bind(1, variant + 1);
        const auto values = values_of(variant);
        for (std::size_t i = 0; i < values.size(); ++i) bind_value(insert, static_cast<int>(i) + 2, values[i]);
        insert.exec();
    }
}

std::uint64_t parsed(const std::string& text, int base) {
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number, base);
    return number;
}

}  // namespace

void write_definition(SQLite::Database& database, const SweepDefinition& definition, Shard shard,
                      const ValuesOfVariant& values_of) {
    SQLite::Transaction transaction{database, SQLite::TransactionBehavior::IMMEDIATE};
    write_sweep(database, definition, shard);
    write_list(database, "INSERT INTO override VALUES (?, ?)", definition.overrides);
    write_list(database, "INSERT INTO metric VALUES (?, ?)", definition.metrics);
    SQLite::Statement input{database, "INSERT INTO input VALUES (?, ?, ?)"};
    for (std::size_t i = 0; i < definition.paths.size(); ++i) {
        input.reset();
        SQLite::bind(input, static_cast<std::int64_t>(i + 1), definition.paths[i], definition.varied[i]);
        input.exec();
    }
    SQLite::Statement file{database, "INSERT INTO data_file VALUES (?, ?, ?)"};
    for (std::size_t i = 0; i < definition.data_files.size(); ++i) {
        file.reset();
        SQLite::bind(file, static_cast<std::int64_t>(i + 1), definition.data_files[i].name,
                     definition.data_files[i].digest);
        file.exec();
    }
    make_tables(database, definition);
    write_variants(database, definition, values_of);
    transaction.commit();
}

std::optional<SweepDefinition> read_definition(SQLite::Database& database) {
    if (!database.tableExists("sweep")) return std::nullopt;
    SQLite::Statement query{database,
                            "SELECT scenario, scenario_file, scenario_toml, seed, replications, variants, design, "
                            "decisions_toml, program_version FROM sweep"};
    if (!query.executeStep()) return std::nullopt;
    SweepDefinition definition;
    definition.scenario_name = query.getColumn(0).getString();
    definition.scenario_file = query.getColumn(1).getString();
    definition.scenario_toml = query.getColumn(2).getString();
    definition.seed = parsed(query.getColumn(3).getString(), 10);
    definition.replications = query.getColumn(4).getInt64();
    definition.variants = query.getColumn(5).getInt64();
    definition.design = query.getColumn(6).getString();
    if (!query.isColumnNull(7)) definition.decisions_toml = query.getColumn(7).getString();
    definition.program_version = query.getColumn(8).getString();
    definition.overrides = read_list(database, "path_value", "override");
    definition.paths = read_list(database, "path", "input");
    definition.varied = read_list(database, "written", "input");
    definition.metrics = read_list(database, "name", "metric");
    SQLite::Statement files{database, "SELECT name, digest FROM data_file ORDER BY position"};
    while (files.executeStep()) {
        definition.data_files.push_back({files.getColumn(0).getString(), files.getColumn(1).getString()});
    }
    return definition;
}

Shard read_shard(SQLite::Database& database) {
    SQLite::Statement query{database, "SELECT shard, shards FROM sweep"};
    if (!query.executeStep()) return {};
    return {query.getColumn(0).getInt64(), query.getColumn(1).getInt64()};
}

std::vector<std::vector<std::string>> read_variants(SQLite::Database& database, const SweepDefinition& definition) {
    SQLite::Statement query{database, "SELECT * FROM variant ORDER BY number"};
    std::vector<std::vector<std::string>> variants;
    while (query.executeStep()) {
        std::vector<std::string> values;
        for (std::size_t i = 0; i < definition.paths.size(); ++i) {
            values.push_back(query.getColumn(static_cast<int>(i) + 1).getString());
        }
        variants.push_back(std::move(values));
    }
    return variants;
}

std::string outcome_insert(const SweepDefinition& definition) {
    std::string sql = "INSERT INTO outcome VALUES (?, ?, ?";
    for (std::size_t i = 0; i < definition.metrics.size(); ++i) sql += ", ?, ?";
    return sql + ")";
}

void read_outcomes(SQLite::Database& database, const SweepDefinition& definition, const TakeOutcome& take) {
    SQLite::Statement query{database, "SELECT * FROM outcome ORDER BY variant, replication"};
    KeptOutcome outcome;
    outcome.values.resize(definition.metrics.size());
    while (query.executeStep()) {
        outcome.variant = query.getColumn(0).getInt64() - 1;
        outcome.replication = query.getColumn(1).getInt64();
        outcome.digest = parsed(query.getColumn(2).getString(), 16);
        for (std::size_t i = 0; i < outcome.values.size(); ++i) {
            const int column = 3 + 2 * static_cast<int>(i);
            outcome.values[i] = {query.getColumn(column).getDouble(), query.getColumn(column + 1).getDouble()};
        }
        take(outcome);
    }
}

}  // namespace floorwalker::store
