#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <floorwalker/scenario_file.hpp>

// Each tests/bad/NAME.toml begins with the messages that it must give, one a line after "#! "; "#set PATH=VALUE" lines
// are overrides. A file whose own bytes are the mistake has its messages in NAME.toml.expected.

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
    for (const auto& entry : fs::directory_iterator{kFolder}) {
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    CHECK(files.size() >= 45);
    for (const auto& file : files) {
        CAPTURE(file.filename().string());
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
