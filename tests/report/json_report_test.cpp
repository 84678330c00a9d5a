#include "sim/report/json_report.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "tests/report/sample.hpp"

using namespace floorwalker;
using namespace floorwalker::report;

TEST_CASE("The JSON report keeps its contract", "[report]") {
    const Scenario scenario = sample_scenario();
    const RunResult result = run_sample(scenario);
    const auto report = nlohmann::json::parse(json(scenario, result));
    CHECK(report["schema"] == "floorwalker/run/1");
    CHECK(report["scenario"] == "Sample");
    CHECK(report["version"] == FLOORWALKER_VERSION);
    CHECK(report["seed"] == 1);
    CHECK(report["replications"] == 5);
    CHECK(report["digest"] == fmt::format("{:016x}", result.digest));
    CHECK(report["confidence"] == 0.95);
    CHECK(report["method"] == "replications");
    CHECK(report["contacts"] == result.contacts);

    const auto offered = result.overall[Kpi::offered];
    CHECK(report["kpis"]["offered"] == nlohmann::json{{"mean", *offered.mean}, {"half_width", *offered.half_width}});
    for (const char* name : {"offered", "answered", "abandoned", "blocked", "service_level", "abandonment", "asa_s",
                             "wait_all_s", "wait_p50_s", "wait_p99_s", "longest_wait_s", "wait_probability",
                             "occupancy", "utilisation", "aht_s", "talk_s", "wrap_up_s", "mean_queue", "cost"}) {
        CHECK(report["kpis"].contains(name));
    }
    CHECK(report["call_types"]["orders"]["wrap_up_s"]["mean"].get<double>() == Approx(15));
    CHECK(report["groups"]["floor"]["mean_agents"]["mean"].get<double>() == Approx(5).epsilon(0.1));
    CHECK(report["agents"].size() == result.agents.size());
}

TEST_CASE("Intervals, targets and what is not known in JSON", "[report]") {
    const Scenario scenario = sample_scenario();
    const auto report = nlohmann::json::parse(json(scenario, run_sample(scenario, 1)));
    CHECK(report["method"] == "none");
    CHECK(report["kpis"]["asa_s"]["half_width"].is_null());
    const auto& intervals = report["intervals"];
    REQUIRE(intervals.size() == 5);
    CHECK(intervals[0]["start"] == "08:00");
    CHECK(intervals[0]["end"] == "08:30");
    CHECK(intervals[0]["after_close"] == false);
    CHECK(intervals[0]["offered"]["mean"].is_number());
    CHECK(intervals[4]["after_close"] == true);
    CHECK(intervals[4]["service_level"]["mean"].is_null());

    REQUIRE(report["targets"].size() == 3);
    CHECK(report["targets"][1]["kpi"] == "abandonment");
    CHECK(report["targets"][1]["at_most"] == 0.05);
    CHECK(report["targets"][2]["call_type"] == "orders");
    CHECK(report["targets"][2]["within_s"] == 30);
    CHECK(report["targets"][2]["met"].is_boolean());
}

TEST_CASE("Names that are no UTF-8 do not spoil the JSON", "[report]") {
    const Scenario scenario = sample_scenario();
    RunResult result = run_sample(scenario, 1);
    result.scenario_name = "caf\xE9";
    CHECK(nlohmann::json::parse(json(scenario, result))["scenario"] == "caf\uFFFD");
}
