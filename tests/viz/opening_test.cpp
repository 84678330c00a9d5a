#include "viz/day/opening.hpp"

#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "tests/support/shipped.hpp"

namespace floorwalker::viz {
namespace {

using Catch::Matchers::Contains;

std::string hotline() { return (support::source_folder("scenarios") / "hotline.toml").string(); }

/// A file of that name in a folder for this test.
std::string file_with(const std::string& name, const std::string& text) {
    const auto folder = std::filesystem::temp_directory_path() / "floorwalker_opening_test";
    std::filesystem::create_directories(folder);
    std::ofstream{folder / name, std::ios::binary} << text;
    return (folder / name).string();
}

}  // namespace

TEST_CASE("a scenario is opened with its overrides, seed and replication", "[viz]") {
    const auto runs = open_runs(
        {.files = {hotline(), hotline()}, .overrides = {"run.seed=5"}, .seed = {}, .kept_ids = {}, .replication = 6});
    REQUIRE(runs.size() == 2);
    CHECK(runs[1].seed == 5);
    CHECK(runs[1].replication == 6);
    CHECK(runs[1].origin->name == "hotline");
    CHECK(runs[1].origin->folder == support::source_folder("scenarios"));
    CHECK(runs[1].origin->overrides == std::vector<std::string>{"run.seed=5"});
    CHECK(runs[1].origin->own_decisions == runs[1].scenario.decisions.size());
    CHECK_FALSE(runs[1].origin->kept);
    CHECK(open_runs({.files = {hotline()}, .overrides = {}, .seed = 8, .kept_ids = {}}).front().seed == 8);
}

TEST_CASE("what is asked for must fit what it is asked of", "[viz]") {
    CHECK_THROWS_AS(open_runs({.files = {hotline()}, .overrides = {}, .seed = {}, .kept_ids = {1}}), OpeningError);
    const std::string missing = hotline() + ".db";
    CHECK_THROWS_AS(open_runs({.files = {missing}, .overrides = {}, .seed = 8, .kept_ids = {}}), OpeningError);
    CHECK_THROWS_AS(open_runs({.files = {missing}, .overrides = {"run.seed=5"}, .seed = {}, .kept_ids = {}}),
                    OpeningError);
}

TEST_CASE("a broken database is not read as a scenario", "[viz]") {
    const auto open = [](const std::string& file) {
        open_runs({.files = {file}, .overrides = {}, .seed = {}, .kept_ids = {}});
    };
    CHECK_THROWS_WITH(open(hotline() + ".db"), Contains("does not exist"));
    CHECK_THROWS_WITH(open(file_with("broken.db", std::string(2000, 'x'))), Contains("is not a SQLite database"));
    CHECK_THROWS_WITH(open(file_with("empty.db", "")), Contains("holds no run"));
    // By what it holds, whatever its name.
    CHECK_THROWS_AS(open(file_with("runs.toml", std::string("SQLite format 3\0", 16) + std::string(2000, 'x'))),
                    KeptRunError);
}

}  // namespace floorwalker::viz
