#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include <floorwalker/run.hpp>

#include "sim/report/text_report.hpp"
#include "tests/support/shipped.hpp"

/// What a planner reads of each scenario that is shipped, letter by letter. After a change that is meant to change it,
/// run this test with FLOORWALKER_UPDATE_GOLDEN=1 in the environment, read the difference, and commit it with the
/// change.
namespace floorwalker {
namespace {

std::filesystem::path file_of(const std::string& name) {
    return support::source_folder("tests/golden/reports") / (name + ".txt");
}

std::string content_of(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("reports of the shipped scenarios are the golden ones", "[golden]") {
    const bool update = std::getenv("FLOORWALKER_UPDATE_GOLDEN") != nullptr;
    for (const std::string& name : support::shipped_names()) {
        INFO(name);
        const Scenario scenario = support::shipped(name);
        RunOptions options;
        options.seed = 1;
        options.replications = 5;
        const std::string report = report::text(scenario, run(scenario, options));
        if (update) std::ofstream{file_of(name), std::ios::binary} << report;
        CHECK(report == content_of(file_of(name)));
    }
}

}  // namespace floorwalker
