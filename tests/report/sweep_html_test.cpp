#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "sim/report/html/embedded.hpp"
#include "sim/report/sweep/sweep_report.hpp"

namespace floorwalker::report {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using nlohmann::json;

/// Two variants, the second of which is not done, with names that would end a script or a tag.
plan::SweepResult tricky() {
    plan::SweepResult result;
    result.definition.scenario_name = "Centre </script><b>\"A\" & @FACTS@";
    result.definition.scenario_file = "a<b>.toml";
    result.definition.design = "grid";
    result.definition.variants = 2;
    result.definition.replications = 3;
    result.definition.seed = 7;
    result.inputs = {{"call_type.calls.talk.mean", "talk.mean", true}, {"call_type.calls.choose", "choose", false}};
    result.metrics = {{"service_level", Kpi::service_level, plan::Better::more},
                      {"group.front.asa_s", Kpi::asa_s, plan::Better::less},
                      {"cost", Kpi::cost, plan::Better::less}};
    result.variants = {{{"1min", "</script>"}, 3, {{0.8125, 0.01}, {12.5, 1.0 / 3.0}, {100.0, std::nullopt}}},
                       {{"90s", "<!--"}, 1, {{std::nullopt, std::nullopt}, {30.0, std::nullopt}, {90.0, {}}}}};
    plan::MainEffect effect;
    effect.input = 0;
    effect.metric = 1;
    effect.levels = {{"1min", 60, 1, 12.5}, {"90s", 90, 1, 30.0}};
    result.effects = {effect};
    result.jobs = 6;
    result.kept = 4;
    return result;
}

std::string between(const std::string& text, const std::string& before, const std::string& after) {
    const auto begin = text.find(before);
    REQUIRE(begin != std::string::npos);
    const auto end = text.find(after, begin + before.size());
    REQUIRE(end != std::string::npos);
    return text.substr(begin + before.size(), end - begin - before.size());
}

json data_in(const std::string& page) {
    return json::parse(between(page, "<script type=\"application/json\" id=\"data\">", "</script>"));
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t times = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++times;
    return times;
}

TEST_CASE("The page of a sweep holds its values, bit for bit", "[report][html]") {
    const plan::SweepResult result = tricky();
    const json data = data_in(sweep_html(result));
    CHECK(data["schema"] == "floorwalker/sweep_page/1");
    REQUIRE(data["rows"].size() == 2);
    CHECK(data["rows"][0]["number"] == 1);
    CHECK(data["rows"][0]["replications"] == 3);
    CHECK(data["rows"][0]["values"] == json({"1min", "</script>"}));
    CHECK(data["rows"][0]["positions"] == json({60.0, nullptr}));
    CHECK(data["rows"][0]["means"] == json({0.8125, 12.5, 100.0}));
    CHECK(data["rows"][0]["halfWidths"] == json({0.01, 1.0 / 3.0, nullptr}));
    CHECK(data["rows"][1]["means"] == json({nullptr, 30.0, 90.0}));
    CHECK(data["inputs"][0]["is_time"] == true);
    CHECK(data["inputs"][1]["numeric"] == false);
    CHECK(data["metrics"][0]["title"] == "Service level");
    CHECK(data["metrics"][0]["unit"] == "percent");
    CHECK(data["metrics"][0]["better"] == "more");
    CHECK(data["metrics"][1]["title"] == "front: Mean wait (ASA)");
    CHECK(data["metrics"][1]["unit"] == "seconds");
    REQUIRE(data["effects"].size() == 1);
    CHECK(data["effects"][0]["range"] == 17.5);
    CHECK(data["effects"][0]["levels"][1] == json({{"value", "90s"}, {"mean", 30.0}}));
}

TEST_CASE("No name leaves its place in the page", "[report][html]") {
    const std::string page = sweep_html(tricky());
    // The data, Chart.js and the page's own script, and what ends each of them.
    CHECK(count(page, "<script") == 3);
    CHECK(count(page, "</script") == 3);
    CHECK_THAT(page, Contains("<h1>Centre &lt;/script&gt;&lt;b&gt;&quot;A&quot; &amp; @FACTS@</h1>"));
    CHECK_THAT(page, Contains("a&lt;b&gt;.toml"));
    CHECK_THAT(page, !Contains("@TITLE@") && !Contains("@FOOTER@") && !Contains("@WARNING@"));
}

TEST_CASE("The page is one file that asks for nothing from elsewhere", "[report][html]") {
    const std::string page = sweep_html(tricky());
    CHECK_THAT(page, StartsWith("<!DOCTYPE html>"));
    CHECK(page.find(chart_js()) != std::string::npos);
    CHECK_THAT(std::string{chart_js()}, Contains("Chart.js v3.") && Contains("MIT License"));
    for (const char* from_elsewhere : {"src=", "href=", "@import", "url("})
        CHECK_THAT(std::string{page_body()} + std::string{page_style()} + std::string{page_script()},
                   !Contains(from_elsewhere));
}

TEST_CASE("A page of a part says so", "[report][html]") {
    plan::SweepResult result = tricky();
    CHECK_THAT(sweep_html(result), Contains("Only 4 of 6 replications are done."));
    result.shard = {2, 3};
    CHECK_THAT(sweep_html(result), Contains("this is shard 2 of 3"));
    result.kept = 6;
    CHECK_THAT(sweep_html(result), !Contains("class=\"warning\">Only"));
}

}  // namespace
}  // namespace floorwalker::report
