#include "sim/store/schema.hpp"

#include <array>

#include <catch2/catch.hpp>

#include "tests/store/kept_runs.hpp"

using namespace floorwalker;
using namespace floorwalker::store;

namespace {

constexpr std::array<std::string_view, 3> kSteps{
    "CREATE TABLE run (run_id INTEGER PRIMARY KEY, scenario TEXT)",
    "ALTER TABLE run ADD COLUMN seed TEXT; UPDATE run SET seed = 'unknown'",
    "CREATE TABLE contact (run_id INTEGER)",
};

Schema first(std::size_t steps, std::string_view views) { return {std::span{kSteps}.first(steps), views}; }

std::string text(SQLite::Database& database, const std::string& query) {
    return database.execAndGet(query).getString();
}

}  // namespace

TEST_CASE("A file of an older schema is brought up to date, with its rows", "[store]") {
    SQLite::Database database{":memory:", SQLite::OPEN_READWRITE};
    migrate(database, first(1, "CREATE VIEW v_run AS SELECT scenario FROM run; CREATE VIEW v_old AS SELECT 1"));
    CHECK(schema_version(database) == 1);
    CHECK(database.execAndGet("PRAGMA application_id").getInt() == kApplicationId);
    database.exec("INSERT INTO run VALUES (1, 'Monday'); CREATE VIEW mine AS SELECT * FROM run");

    migrate(database, first(3, "CREATE VIEW v_run AS SELECT scenario || ' ' || seed AS name FROM run"));
    CHECK(schema_version(database) == 3);
    CHECK(text(database, "SELECT name FROM v_run") == "Monday unknown");
    CHECK(text(database, "SELECT scenario FROM mine") == "Monday");  // a planner's own view
    CHECK(text(database, "SELECT group_concat(name) FROM (SELECT name FROM sqlite_schema ORDER BY name)") ==
          "contact,mine,run,v_run");
}

TEST_CASE("A step that fails leaves the file as it was", "[store]") {
    SQLite::Database database{":memory:", SQLite::OPEN_READWRITE};
    migrate(database, first(1, ""));
    const std::array<std::string_view, 3> broken{kSteps[0], kSteps[1], "CREATE TABLE run (twice INTEGER)"};
    CHECK_THROWS_AS(migrate(database, {broken, ""}), SQLite::Exception);
    CHECK(schema_version(database) == 1);
    CHECK(text(database, "SELECT group_concat(name) FROM pragma_table_info('run')") == "run_id,scenario");
    migrate(database, first(3, ""));
    CHECK(schema_version(database) == 3);
}

TEST_CASE("A file of the present or a newer schema is not touched", "[store]") {
    SQLite::Database database{":memory:", SQLite::OPEN_READWRITE};
    migrate(database, first(3, ""));
    migrate(database, first(3, "this is not SQL"));
    migrate(database, first(1, "this is not SQL"));
    CHECK(schema_version(database) == 3);
}

TEST_CASE("A file that was begun and left without tables is a new one", "[store]") {
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    SQLite::Database{file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE}.exec("PRAGMA journal_mode = WAL");
    RunStore store{file};
    CHECK(store.runs().empty());
    CHECK(reader(file).execAndGet("PRAGMA user_version").getInt64() == schema().version());
    CHECK(reader(file).execAndGet("PRAGMA journal_mode").getString() == "wal");
}

TEST_CASE("A run of the first schema reads on as it was", "[store]") {
    SQLite::Database database{":memory:", SQLite::OPEN_READWRITE};
    migrate(database, {schema().steps.first(1), ""});
    database.exec(
        "INSERT INTO run (run_id, scenario, scenario_toml, seed, program_version, started_at, replications_asked, "
        "first_date, days, warm_up_days, open_s, close_s, interval_s, service_level_variant, "
        "daily_service_level_variant, currency) VALUES "
        "(1, 'Old', '', '1', '0.1', '', 2, '2024-01-01', 1, 0, 0, 3600, 1800, 'offered', 'ratio_of_sums', 'EUR');"
        "INSERT INTO call_type VALUES (5, 1, 0, 'a'), (6, 1, 1, 'b');"
        "INSERT INTO tier VALUES (7, 1, 0, 'standard');"
        "INSERT INTO agent_group VALUES (8, 1, 0, 'all');"
        "INSERT INTO day_interval VALUES (1, 0, '00:00', 0, 1800, 0), (1, 1, '00:30', 1800, 3600, 0), "
        "(1, 2, '01:00', 3600, 86400, 1);"
        "INSERT INTO replication (replication_id, run_id, number, digest, contacts) VALUES (1, 1, 0, '', 0), (2, 1, 1, "
        "'', 0);"
        "INSERT INTO interval_call_type (replication_id, interval, call_type_id, offered, answered, "
        "answered_in_target, "
        "abandoned, wait_answered_s, talk_s, wrap_up_s, longest_wait_s, queue_s, open_s, cost) VALUES "
        "(1, 0, 5, 10, 8, 6, 2, 80, 800, 0, 50, 90, 1800, 1), (1, 0, 6, 4, 4, 4, 0, 0, 400, 80, 0, 0, 1800, 2), "
        "(2, 0, 5, 6, 6, 5, 0, 20, 600, 0, 20, 20, 1800, 3);"
        "INSERT INTO interval_group (replication_id, interval, agent_group_id, answered, open_s, cost, available_s, "
        "talking_s, wrapping_up_s, paid_s, present_open_s) VALUES "
        "(1, 0, 8, 12, 1800, 20, 520, 1200, 80, 1800, 1800), (2, 0, 8, 6, 1800, 20, 1200, 600, 0, 1800, 1800);"
        "INSERT INTO contact VALUES (1, 0, 6, 0, 3, 7, 0, 0, NULL, 0, 0, 0, 0, NULL, NULL, 0, 0), "
        "(1, 1, 5, 0, 4, 7, 0, 0, NULL, 0, 0, 1, 0, NULL, NULL, 0, 0);");
    migrate(database, schema());
    const auto value = [&](const std::string& query) { return database.execAndGet(query).getDouble(); };
    const auto of_interval = [&](const std::string& column) {
        return value("SELECT " + column + " FROM v_interval WHERE starts = '00:00'");
    };
    // Two replications: 14 and 6 offered, 12 and 6 answered, 10 and 5 within the target, 2 abandoned.
    CHECK(of_interval("offered") == 10);
    CHECK(of_interval("service_level") == Approx(15.0 / 20));
    CHECK(of_interval("abandonment") == Approx(2.0 / 20));
    CHECK(of_interval("asa_s") == Approx(100.0 / 18));
    CHECK(of_interval("aht_s") == Approx((800.0 + 480 + 600) / 18));
    CHECK(of_interval("longest_wait_s") == 50);
    CHECK(of_interval("mean_queue") == Approx(110.0 / 3600));
    CHECK(of_interval("occupancy") == Approx(1880.0 / 3600));
    CHECK(of_interval("cost") == Approx((1.0 + 2 + 3 + 20 + 20) / 2));
    CHECK(value("SELECT offered FROM v_interval WHERE starts = '00:30'") == 0);
    // The customer of a plain contact comes from the source of its call type, on its day.
    CHECK(text(database,
               "SELECT group_concat(source || ' ' || customer_day || ' ' || number || ' ' || attempt || ' ' || "
               "legs || ' ' || outcome) FROM (SELECT * FROM v_contact ORDER BY sequence)") ==
          "1 0 3 0 1 answered,0 0 4 0 0 abandoned");
}
