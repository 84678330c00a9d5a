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

/// The first block of text in README.md.
struct ReadmeBlock {
    std::string before;
    std::string block;
    std::string after;
};

ReadmeBlock readme_block() {
    const std::string text = content_of(support::source_folder("README.md"));
    const std::string opening = "```text\n";
    const auto begin = text.find(opening) + opening.size();
    const auto end = text.find("```", begin);
    return {text.substr(0, begin), text.substr(begin, end - begin), text.substr(end)};
}

}  // namespace

TEST_CASE("README shows what the program really prints", "[golden]") {
    const Scenario hotline = support::shipped("hotline");
    const std::string report = report::text(hotline, run(hotline));
    const ReadmeBlock readme = readme_block();
    if (std::getenv("FLOORWALKER_UPDATE_GOLDEN") != nullptr) {
        std::ofstream{support::source_folder("README.md"), std::ios::binary} << readme.before << report << readme.after;
    }
    CHECK(report == readme_block().block);
}

TEST_CASE("docs/scenario_reference.md is what the key table says", "[golden]") {
    const auto page = support::source_folder("docs/scenario_reference.md");
    if (std::getenv("FLOORWALKER_UPDATE_GOLDEN") != nullptr)
        std::ofstream{page, std::ios::binary} << keys_reference_markdown();
    CHECK(content_of(page) == keys_reference_markdown());
}

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
