#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include <floorwalker/run.hpp>

#include "tests/support/random_scenario.hpp"
#include "tests/support/shipped.hpp"

/// The digests of some runs, in digests.txt. They tie builds together: release, debug and sanitized, today's and
/// yesterday's. After a change that is meant to change what happens, run this test with FLOORWALKER_UPDATE_GOLDEN=1 in
/// the environment; it writes the table anew, and the difference belongs into the same commit as the change.
namespace floorwalker {
namespace {

using Table = std::map<std::string, std::string>;

std::string table_file() { return support::source_folder("tests/golden/digests.txt").string(); }

Table golden() {
    Table table;
    std::ifstream file{table_file()};
    for (std::string line; std::getline(file, line);) {
        std::istringstream words{line};
        std::string name;
        std::string digest;
        if (words >> name >> digest && name.front() != '#') table[name] = digest;
    }
    return table;
}

void write(const Table& table) {
    std::ofstream file{table_file()};
    file << "# Digests of two replications each; written by golden/digest_test.cpp, which says how.\n";
    for (const auto& [name, digest] : table) file << name << ' ' << digest << '\n';
    REQUIRE(file.flush());
}

std::string digest_of(const Scenario& scenario) {
    RunOptions options;
    options.seed = 1;
    options.replications = 2;
    std::ostringstream text;
    text << std::hex << run(scenario, options).digest;
    return text.str();
}

}  // namespace

TEST_CASE("digests are those of the table", "[golden]") {
    Table now;
    for (const std::string& name : support::shipped_names())
        now["scenarios/" + name] = digest_of(support::shipped(name));
    for (std::uint64_t seed = 101; seed <= 130; ++seed) {
        now["random_scenario/" + std::to_string(seed)] = digest_of(support::random_scenario(seed));
    }
    if (std::getenv("FLOORWALKER_UPDATE_GOLDEN") != nullptr) write(now);
    const Table table = golden();
    for (const auto& [name, digest] : now) {
        INFO(name);
        REQUIRE(table.contains(name));  // a new scenario: see above
        CHECK(digest == table.at(name));
    }
    CHECK(now.size() == table.size());
}

}  // namespace floorwalker
