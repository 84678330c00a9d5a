#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <floorwalker/scenario_file.hpp>

// Each NAME.toml in tests/bad, or a folder in it, begins with the messages that it must give, one a line after "#! ";
// "#set PATH=VALUE" lines are overrides. A file whose own bytes are the mistake has its messages in NAME.toml.expected.

using namespace floorwalker;
namespace fs = std::filesystem;

namespace {

const fs::path kFolder = fs::path{FLOORWALKER_SOURCE_DIR} / "tests" / "bad";

std::string content_of(const fs::path& file) {
    std::ifstream stream{file, std::ios::binary};
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

struct BadFile {
    std::string expected;
    std::vector<std::string> overrides;
};

BadFile describe(const fs::path& file) {
    BadFile bad;
    const fs::path beside = file.string() + ".expected";
    if (fs::exists(beside)) {
        bad.expected = content_of(beside);
        return bad;
    }
    std::istringstream lines{content_of(file)};
    for (std::string line; std::getline(lines, line) && line.starts_with('#');) {
        if (line.starts_with("#! ")) bad.expected += line.substr(3) + "\n";
        if (line.starts_with("#set ")) bad.overrides.push_back(line.substr(5));
    }
    return bad;
}

/// The messages, with files named as seen from the folder.
std::string messages_for(const fs::path& file, const std::vector<std::string>& overrides) {
    try {
        load_scenario(file, overrides);
    } catch (const ScenarioError& error) {
        std::string text = error.what() + std::string{"\n"};
        const auto prefix = kFolder.string() + "/";
        for (auto at = text.find(prefix); at != std::string::npos; at = text.find(prefix, at))
            text.erase(at, prefix.size());
        return text;
    }
    return "no mistake found";
}

fs::path temporary_file(const std::string& name) { return fs::temp_directory_path() / ("floorwalker_bad_" + name); }

}  // namespace

TEST_CASE("every bad file gives exactly its messages", "[scenario][bad]") {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator{kFolder}) {
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    CHECK(files.size() >= 200);
    for (const auto& file : files) {
        CAPTURE(fs::relative(file, kFolder).string());
        const auto bad = describe(file);
        CHECK_FALSE(bad.expected.empty());
        CHECK(messages_for(file, bad.overrides) == bad.expected);
    }
}

TEST_CASE("a file that is not there, a folder and a huge file are refused", "[scenario][bad]") {
    CHECK(messages_for(kFolder / "nothing.toml", {}) == "nothing.toml: does not exist\n");
    CHECK_THAT(messages_for(kFolder, {}), Catch::EndsWith("bad: is a folder, not a file\n"));

    const auto huge = temporary_file("huge.toml");
    std::ofstream{huge} << "# much\n";
    fs::resize_file(huge, 104'857'600);  // sparse
    CHECK_THAT(messages_for(huge, {}), Catch::EndsWith("huge.toml: is 104 MB; a scenario is at most 16 MB\n"));
    fs::remove(huge);
}

TEST_CASE("what would exhaust the parser is refused", "[scenario][bad]") {
    std::string dots;
    for (int i = 0; i < 300'000; ++i) dots += "a.";
    for (const auto& text : {dots + "b = 1", "a = " + std::string(300'000, '['), "a = " + std::string(300'000, '{'),
                             "[" + dots + "b]", std::string(300'000, '"')}) {
        CHECK_THROWS_AS(parse_scenario(text, "deep.toml"), ScenarioError);
    }
    CHECK_THROWS_AS(parse_scenario("[centre]\ndays = 1", "x.toml", {}, {dots + "b=1"}), ScenarioError);
    CHECK_THROWS_AS(parse_scenario("[centre]\ndays = 1", "x.toml", {}, {"centre.days=" + std::string(300'000, '[')}),
                    ScenarioError);
}

TEST_CASE("more queues than there can be are refused", "[scenario][bad]") {
    // 300 call types for customers of 250 tiers and of none make 300 × 251 = 75,300 queues.
    std::string text;
    for (int i = 0; i < 300; ++i)
        text += "[[call_type]]\nid = \"c" + std::to_string(i) + "\"\narrivals = { per_hour = 1 }\n";
    for (int i = 0; i < 250; ++i) text += "[[tier]]\nid = \"t" + std::to_string(i) + "\"\n";
    text += "[[group]]\nagents = 5\n";
    CHECK_THROWS_WITH(parse_scenario(text, "large.toml"),
                      "large.toml:1:1: call types, tiers and steps make 75,300 queues; at most 65,000 are possible");
    // A step under a condition doubles the ways, so that eight make 2^8 = 256 of each queue: 256 × 251 = 64,256 is just
    // possible, and a ninth without a condition would add 256 × 251 more.
    std::string steps = "[[call_type]]\nid = \"c\"\narrivals = { per_hour = 1 }\n";
    for (int i = 0; i < 8; ++i)
        steps += "[[call_type.step]]\ndo = \"priority\"\nby = 1\nwhen = { queue_at_least = 1 }\n";
    const auto rest = text.substr(text.find("[[tier]]"));
    CHECK_NOTHROW(parse_scenario(steps + rest, "large.toml"));
    CHECK_THROWS_WITH(parse_scenario(steps + "[[call_type.step]]\ndo = \"priority\"\nby = 1\n" + rest, "large.toml"),
                      Catch::EndsWith("make 128,512 queues; at most 65,000 are possible"));
}

TEST_CASE("noise gives a limited number of messages", "[scenario][bad]") {
    std::string text = "[centre]\n";
    for (int i = 0; i < 5000; ++i) text += "key" + std::to_string(i) + " = 1\n";
    try {
        parse_scenario(text, "noise.toml");
        FAIL("no mistake found");
    } catch (const ScenarioError& error) {
        CHECK(error.problems().size() == 1001);
        CHECK_THAT(error.problems().back().message, Catch::Contains("more"));
    }
}
