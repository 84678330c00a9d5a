#include <fstream>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include <floorwalker/scenario_file.hpp>

#include "tests/support/json_schema.hpp"
#include "tests/support/shipped.hpp"

/// What an editor says to scenario files by the JSON Schema.
namespace floorwalker {
namespace {

std::string mistake_in(const std::string& toml) {
    static const auto schema = nlohmann::json::parse(json_schema());
    return support::schema_mistake(support::json_of_toml(toml), schema);
}

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream{file, std::ios::binary};
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("shipped scenarios and templates are as the schema says", "[scenario][guide]") {
    for (const auto& name : support::shipped_names()) {
        CAPTURE(name);
        CHECK(mistake_in(content_of(support::source_folder("scenarios") / (name + ".toml"))) == "");
    }
    for (const auto& name : template_names()) {
        CAPTURE(name);
        CHECK(mistake_in(scenario_template(name)) == "");
    }
}

TEST_CASE("the schema sees what does not fit a key", "[scenario][guide]") {
    const std::string smallest = "[[call_type]]\nid = \"a\"\n[[group]]\nid = \"b\"\nagents = 1\n";
    CHECK(mistake_in(smallest) == "");
    CHECK(mistake_in("[[group]]\nid = \"b\"\n") == "file lacks call_type");
    CHECK(mistake_in(smallest + "[[campaign]]\nid = \"c\"\ncall_type = \"a\"\n") == "file.campaign[0] lacks list");
    CHECK(
        mistake_in(smallest + "take = \"fifo\"\n") ==
        R"(file.group[0].take is "fifo": not in ["priority","longest_wait","weighted_wait","accumulating","queue_ratio"])");
    CHECK(mistake_in(smallest + "[[ivr]]\nid = \"m\"\n[[ivr.node]]\nid = \"n\"\ndo = \"menu\"\ntries = 0\n") ==
          "file.ivr[0].node[0].tries is 0: below 1");
    CHECK(mistake_in(smallest + "reserve = [{ agent = 1 }]\n") == "file.group[0].reserve[0] has agent");
    CHECK(mistake_in("[centre]\nweekdays = { friday = \"shut\" }\n" + smallest) ==
          R"(file.centre.weekdays.friday is "shut": not of type "object")");
    CHECK(mistake_in("[[special_day]]\ndate = 2024-01-01\nvolume = -1\n" + smallest).substr(0, 26) ==
          "file.special_day[0].volume");
}

}  // namespace floorwalker
