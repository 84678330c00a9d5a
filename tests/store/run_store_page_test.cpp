// The queries of docs/run_store.md answer what they promise.
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/store/kept_runs.hpp"
#include "tests/support/journey_centre.hpp"

using namespace floorwalker;
using namespace floorwalker::store;

namespace {

std::string page() {
    std::ifstream file{FLOORWALKER_SOURCE_DIR "/docs/run_store.md"};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::vector<std::string> queries(const std::string& page) {
    const std::string begin = "```sql\n";
    const std::string end = "```";
    std::vector<std::string> found;
    for (auto at = page.find(begin); at != std::string::npos; at = page.find(begin, at)) {
        at += begin.size();
        const auto stop = page.find(end, at);
        found.push_back(page.substr(at, stop - at));
        at = stop;
    }
    return found;
}

}  // namespace

TEST_CASE("Every query of docs/run_store.md runs and finds something", "[store]") {
    const TemporaryFolder folder;
    {
        RunStore store{folder / "runs.db"};
        keep_run(store, support::journey_centre(), true);
        Scenario more_staff = support::journey_centre();
        more_staff.groups[1].agents = {5};
        keep_run(store, more_staff, true);
    }
    SQLite::Database database = reader(folder / "runs.db");
    const auto found = queries(page());
    CHECK(found.size() == 15);
    for (const std::string& query : found) {
        INFO(query);
        SQLite::Statement statement{database, query};
        REQUIRE(statement.executeStep());
        for (int column = 0; column < statement.getColumnCount(); ++column)
            CHECK(*statement.getColumnName(column) != '\0');
    }
    // The second run has one more expert for the same customers.
    SQLite::Statement paired{database, found[3]};
    REQUIRE(paired.executeStep());
    CHECK(paired.getColumn("difference").getDouble() > 0);
    CHECK(paired.getColumn("standard_error").getDouble() > 0);
}

TEST_CASE("docs/run_store.md names every table, view and column of totals", "[store]") {
    const TemporaryFolder folder;
    { RunStore{folder / "runs.db"}; }
    SQLite::Database database = reader(folder / "runs.db");
    const std::string text = page();
    SQLite::Statement names{
        database,
        "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%' UNION "
        "SELECT name FROM pragma_table_info('replication') WHERE \"notnull\" = 0 AND pk = 0 UNION "
        "SELECT name FROM pragma_table_info('replication_journey') WHERE pk = 0 UNION "
        "SELECT name FROM pragma_table_info('replication_interval') WHERE pk = 0 UNION "
        "SELECT id FROM outcome"};
    while (names.executeStep()) {
        INFO(names.getColumn(0).getString());
        CHECK(text.find(names.getColumn(0).getString()) != std::string::npos);
    }
}
