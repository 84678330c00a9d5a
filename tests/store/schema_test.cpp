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
