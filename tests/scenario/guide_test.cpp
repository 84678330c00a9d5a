#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <floorwalker/run.hpp>
#include <floorwalker/scenario_file.hpp>

#include "sim/scenario/keys/key_paths.hpp"

using namespace floorwalker;

TEST_CASE("the schema is JSON and knows every key", "[scenario][guide]") {
    const auto schema = nlohmann::json::parse(json_schema());
    for (const auto& key : scenario::all_keys()) {
        CAPTURE(key.path);
        nlohmann::json node = schema;
        for (std::size_t begin = 0; begin <= key.path.size();) {
            const auto end = std::min(key.path.find('.', begin), key.path.size());
            const auto part = key.path.substr(begin, end - begin);
            if (node.contains("anyOf")) node = node.at("anyOf").back();  // a duration alone is the other
            if (node.contains("$ref"))
                node = schema.at(nlohmann::json::json_pointer{node["$ref"].get<std::string>().substr(1)});
            node = part == "*" ? node.at("items") : node.at("properties").at(part);
            begin = end + 1;
        }
        CHECK(node.contains("description"));
    }
}

TEST_CASE("the reference and the key list mention every key", "[scenario][guide]") {
    const auto reference = keys_reference_markdown();
    const auto list = keys_text();
    for (const auto& key : scenario::all_keys()) {
        CAPTURE(key.path);
        CHECK(reference.find(key.info->help) != std::string::npos);
        CHECK(keys_text(key.path).find(key.path) != std::string::npos);
        if (!key.in_distribution) CHECK(list.find(key.path) != std::string::npos);
        CHECK_FALSE(key.info->help.empty());
    }
}

TEST_CASE("keys are found by part of the path, by id and by explanation", "[scenario][guide]") {
    CHECK_THAT(keys_text("group.general.agents"), Catch::StartsWith("group.*.agents\n"));
    CHECK_THAT(keys_text("call_type.regular.talk.mean"), Catch::Contains("call_type.*.talk.mean"));
    CHECK_THAT(keys_text("proficiency"), Catch::Contains("call_type.*.talk"));
    CHECK(keys_text("no such thing").empty());
}

TEST_CASE("templates check clean and run", "[scenario][guide]") {
    const auto folder = std::filesystem::temp_directory_path() / "floorwalker_templates";
    std::filesystem::create_directories(folder);
    REQUIRE(template_names().size() >= 4);
    for (const auto& name : template_names()) {
        CAPTURE(name);
        for (const auto& companion : template_companions(name))
            std::ofstream{folder / companion.name} << companion.text;
        const auto scenario = parse_scenario(scenario_template(name), name + ".toml", folder).scenario;
        RunOptions options;
        options.replications = 1;
        CHECK(run(scenario, options).contacts > 0);
        CHECK_FALSE(template_summary(name).empty());
    }
    CHECK_THROWS_AS(scenario_template("nothing"), std::out_of_range);
    std::filesystem::remove_all(folder);
}

TEST_CASE("the full template has every section", "[scenario][guide]") {
    const auto text = scenario_template("full");
    for (const auto& key : scenario::all_keys()) {
        const auto name = key.path.substr(key.path.rfind('.') + 1);
        if (key.in_distribution || key.path.starts_with("replay") || name == "per_hour" || name == "file" ||
            name == "column")
            continue;
        CAPTURE(key.path);
        CHECK(text.find(name) != std::string::npos);
    }
}
