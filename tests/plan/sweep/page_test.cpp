// The queries of docs/sweeps.md answer what they promise.
#include <fstream>
#include <iterator>

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

#include "tests/plan/sweep/small_sweep.hpp"
#include "tests/support/shipped.hpp"

namespace floorwalker::plan {
namespace {

std::vector<std::string> queries() {
    const std::string page = cli::content(support::source_folder("docs/sweeps.md").string());
    const std::string begin = "```sql\n";
    std::vector<std::string> found;
    for (auto at = page.find(begin); at != std::string::npos; at = page.find(begin, at)) {
        at += begin.size();
        found.push_back(page.substr(at, page.find("```", at) - at));
    }
    return found;
}

}  // namespace

TEST_CASE("Every query of docs/sweeps.md runs and finds something", "[plan][sweep]") {
    const SmallSweep sweep;
    sweep.run(sweep.keep("a.db"));
    SQLite::Database database{sweep.path("a.db")};
    const auto found = queries();
    REQUIRE(found.size() == 2);
    SQLite::Statement cheapest{database, found[0]};
    REQUIRE(cheapest.executeStep());
    CHECK(cheapest.getColumn(1).getDouble() >= 0.8);
    SQLite::Statement progress{database, found[1]};
    REQUIRE(progress.executeStep());
    CHECK(progress.getColumn(0).getInt() == 24);
    CHECK(progress.getColumn(1).getInt() == 24);
}

}  // namespace floorwalker::plan
