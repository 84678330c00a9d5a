#include "sim/store/run_reader.hpp"

#include <cstdio>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

#include "sim/store/names.hpp"

namespace floorwalker::store {
namespace {

std::chrono::year_month_day date_of(const std::string& text) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    std::sscanf(text.c_str(), "%d-%u-%u", &year, &month, &day);
    return {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

/// One column of the rows that a run has in a table, in their order.
std::vector<std::string> read_list(SQLite::Database& database, const std::string& table, const std::string& column,
                                   RunId run) {
    SQLite::Statement query{database, "SELECT " + column + " FROM " + table + " WHERE run_id = ? ORDER BY position"};
    query.bind(1, static_cast<std::int64_t>(run));
    std::vector<std::string> list;
    while (query.executeStep()) list.push_back(query.getColumn(0).getString());
    return list;
}

}  // namespace

std::vector<RunSummary> read_runs(SQLite::Database& database) {
    SQLite::Statement query{database,
                            "SELECT run_id, scenario, seed, program_version, started_at, state, replications_asked, "
                            "(SELECT count(*) FROM replication WHERE replication.run_id = run.run_id) AS replications "
                            "FROM run ORDER BY run_id"};
    std::vector<RunSummary> runs;
    while (query.executeStep()) {
        RunSummary run;
        run.id = RunId{query.getColumn("run_id").getInt64()};
        run.scenario_name = query.getColumn("scenario").getString();
        run.seed = std::stoull(query.getColumn("seed").getString());
        run.program_version = query.getColumn("program_version").getString();
        run.started_at = query.getColumn("started_at").getString();
        run.state = choice_named(query.getColumn("state").getString(), RunState::stopped);
        run.replications = query.getColumn("replications").getInt64();
        run.replications_asked = query.getColumn("replications_asked").getInt64();
        runs.push_back(std::move(run));
    }
    return runs;
}

std::optional<RunHeader> read_header(SQLite::Database& database, RunId run) {
    SQLite::Statement query{database, "SELECT * FROM run WHERE run_id = ?"};
    query.bind(1, static_cast<std::int64_t>(run));
    if (!query.executeStep()) return std::nullopt;
    const auto text = [&](const char* column) { return query.getColumn(column).getString(); };
    const auto duration = [&](const char* column) { return from_seconds(query.getColumn(column).getDouble()); };
    RunHeader header;
    header.scenario_name = text("scenario");
    header.scenario_toml = text("scenario_toml");
    header.overrides = read_list(database, "run_override", "path_and_value", run);
    if (!query.getColumn("decisions_toml").isNull()) header.decisions_toml = text("decisions_toml");
    header.seed = std::stoull(text("seed"));
    header.program_version = text("program_version");
    header.started_at = text("started_at");
    header.replications_asked = query.getColumn("replications_asked").getInt64();
    header.date = date_of(text("first_date"));
    header.days = query.getColumn("days").getInt64();
    header.warm_up_days = query.getColumn("warm_up_days").getInt64();
    header.open = duration("open_s");
    header.close = duration("close_s");
    header.interval = duration("interval_s");
    header.service_level = choice_named(text("service_level_variant"), ServiceLevelVariant::short_abandon_ignored);
    header.daily_service_level = choice_named(text("daily_service_level_variant"), DailyServiceLevel::mean_of_days);
    header.currency = text("currency");
    header.call_types = read_list(database, "call_type", "id", run);
    header.tiers = read_list(database, "tier", "id", run);
    header.groups = read_list(database, "agent_group", "id", run);
    return header;
}

std::vector<ReplicationDigest> read_digests(SQLite::Database& database, RunId run) {
    SQLite::Statement query{database, "SELECT number, digest FROM replication WHERE run_id = ? ORDER BY number"};
    query.bind(1, static_cast<std::int64_t>(run));
    std::vector<ReplicationDigest> digests;
    while (query.executeStep()) {
        constexpr int kHexadecimal = 16;
        const std::string digest = query.getColumn(1).getString();
        digests.push_back({query.getColumn(0).getInt64(), std::stoull(digest, nullptr, kHexadecimal)});
    }
    return digests;
}

}  // namespace floorwalker::store
