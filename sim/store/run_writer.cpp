#include "sim/store/run_writer.hpp"

#include <array>
#include <cstdio>
#include <optional>

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include "sim/store/names.hpp"
#include "sim/store/result_writer.hpp"

namespace floorwalker::store {
namespace {

template <class... Values>
void insert(SQLite::Statement& statement, const Values&... values) {
    statement.reset();
    SQLite::bind(statement, values...);
    statement.exec();
}

std::string text(std::string_view view) { return std::string{view}; }

std::string date_text(std::chrono::year_month_day date) {
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return buffer.data();
}

/// "08:30", with seconds where there are any.
std::string clock_text(Duration since_midnight) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(since_midnight % kDay).count();
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%02d:%02d:%02d", static_cast<int>(seconds / 3600),
                  static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
    return std::string{buffer.data()}.substr(0, seconds % 60 == 0 ? 5 : 8);
}

std::int64_t write_run(SQLite::Database& database, const RunHeader& header) {
    SQLite::Statement statement{
        database,
        "INSERT INTO run (scenario, scenario_toml, seed, program_version, started_at, replications_asked, "
        "first_date, days, warm_up_days, open_s, close_s, interval_s, service_level_variant, "
        "daily_service_level_variant, currency, decisions_toml) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    constexpr int kDecisions = 16;
    SQLite::bind(statement, header.scenario_name, header.scenario_toml, std::to_string(header.seed),
                 header.program_version, header.started_at, header.replications_asked, date_text(header.date),
                 header.days, header.warm_up_days, to_seconds(header.open), to_seconds(header.close),
                 to_seconds(header.interval), text(name_of(header.service_level)),
                 text(name_of(header.daily_service_level)), header.currency);
    if (header.decisions_toml) statement.bind(kDecisions, *header.decisions_toml);
    statement.exec();
    return database.getLastInsertRowid();
}

std::vector<std::int64_t> write_names(SQLite::Database& database, const std::string& table, std::int64_t run,
                                      const std::vector<std::string>& ids) {
    SQLite::Statement statement{database, "INSERT INTO " + table + " (run_id, position, id) VALUES (?, ?, ?)"};
    std::vector<std::int64_t> keys;
    for (std::int64_t position = 0; const std::string& id : ids) {
        insert(statement, run, position++, id);
        keys.push_back(database.getLastInsertRowid());
    }
    return keys;
}

void write_day(SQLite::Database& database, std::int64_t run, const RunHeader& header) {
    SQLite::Statement statement{database, "INSERT INTO day_interval VALUES (?, ?, ?, ?, ?, ?)"};
    std::int64_t number = 0;
    const auto add = [&](Duration start, Duration end, bool after_close) {
        insert(statement, run, number++, clock_text(start), to_seconds(start), to_seconds(end), after_close ? 1 : 0);
    };
    for (Duration start = header.open; start < header.close; start += header.interval) {
        add(start, std::min(start + header.interval, header.close), false);
    }
    add(header.close, header.open + kDay, true);
}

constexpr int kAgentColumns = 20;
constexpr int kAlways = 11;  // of these, the first

std::string insert_agent() {
    std::string places = "?";
    for (int i = 1; i < kAgentColumns; ++i) places += ", ?";
    return "INSERT INTO agent VALUES (" + places + ")";
}

/// What is not known of everybody; the rest stays NULL.
void bind_rest(SQLite::Statement& statement, const AgentResult& agent) {
    int place = kAlways;
    const auto bind_if = [&](bool is_known, double value) {
        ++place;
        if (is_known) statement.bind(place, value);
    };
    bind_if(agent.adherence.has_value(), agent.adherence.value_or(0));
    bind_if(agent.conformance.has_value(), agent.conformance.value_or(0));
    for (const double value : {agent.outcomes, agent.solved, agent.complaints, agent.surveyed, agent.satisfied})
        bind_if(agent.outcomes > 0, value);
    bind_if(agent.monitored > 0, agent.monitored);
    bind_if(agent.monitored > 0, agent.monitor_points);
}

void write_agents(SQLite::Database& database, const RunKeys& keys, const RunResult& result) {
    SQLite::Statement statement{database, insert_agent()};
    for (std::int64_t place = 0; const AgentResult& agent : result.agents) {
        std::size_t group = 0;
        while (result.groups[group].id != agent.group) ++group;
        statement.reset();
        statement.clearBindings();
        SQLite::bind(statement, static_cast<std::int64_t>(keys.run), place++, keys.groups[group], agent.number,
                     agent.name, agent.answered, agent.talk_s, agent.wrap_up_s, agent.available_s, agent.signed_in_s,
                     agent.dialling_s);
        bind_rest(statement, agent);
        statement.exec();
    }
}

}  // namespace

RunKeys write_header(SQLite::Database& database, const RunHeader& header) {
    SQLite::Transaction transaction{database, SQLite::TransactionBehavior::IMMEDIATE};
    const std::int64_t run = write_run(database, header);
    SQLite::Statement statement{database, "INSERT INTO run_override VALUES (?, ?, ?)"};
    for (std::int64_t position = 0; const std::string& path_and_value : header.overrides) {
        insert(statement, run, position++, path_and_value);
    }
    RunKeys keys{RunId{run}, write_names(database, "call_type", run, header.call_types),
                 write_names(database, "tier", run, header.tiers),
                 write_names(database, "agent_group", run, header.groups)};
    write_day(database, run, header);
    transaction.commit();
    return keys;
}

void write_result(SQLite::Database& database, const RunKeys& keys, const RunResult& result,
                  const std::string& finished_at) {
    SQLite::Transaction transaction{database, SQLite::TransactionBehavior::IMMEDIATE};
    write_estimates(database, keys, result);
    write_agents(database, keys, result);
    SQLite::Statement statement{database,
                                "UPDATE run SET finished_at = ?, state = ?, digest = ?, contacts = ?, confidence = ?, "
                                "method = ?, batches = ? WHERE run_id = ?"};
    const RunState state = result.replications < result.replications_asked ? RunState::stopped : RunState::done;
    insert(statement, finished_at, text(name_of(state)), hex(result.digest), static_cast<std::int64_t>(result.contacts),
           result.confidence, text(name_of(result.method)), result.batches, static_cast<std::int64_t>(keys.run));
    transaction.commit();
}

void mark_stopped(SQLite::Database& database, RunId run, const std::string& finished_at) {
    SQLite::Statement statement{database, "UPDATE run SET finished_at = ?, state = 'stopped' WHERE run_id = ?"};
    insert(statement, finished_at, static_cast<std::int64_t>(run));
}

}  // namespace floorwalker::store
