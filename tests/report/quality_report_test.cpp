#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "sim/report/csv_report.hpp"
#include "sim/report/json_report.hpp"
#include "sim/report/text_report.hpp"
#include "tests/report/sample.hpp"
#include "tests/support/builders.hpp"

/// Outcomes, monitoring and risks in the reports.
namespace floorwalker::report {
namespace {

using Json = nlohmann::json;
using namespace support;

Scenario judged() {
    Scenario scenario = one_day(2, 1h);
    CallType type = call_type("loans", {60}, constant(1min));
    type.outcome.emplace();
    type.outcome->defects.share[2] = 0.1;
    type.outcome->complaint.share = 0.1;
    type.outcome->survey = 0.5;
    scenario.call_types.push_back(type);
    Group team = group("desk", {4}, {0});
    scenario.groups.push_back(team);
    scenario.monitoring = Monitoring{.samples_per_agent = 90, .monitors = 2, .calibration = Calibration{kDay, 0.5}};
    Risk risk{.call_type = CallTypeId{0}, .importance = Importance::high};
    risk.defects[0] = RiskLevels{3, 2, 4.0};  // I = 8, P = 6
    risk.defects[2] = RiskLevels{1, 1, 0.0};  // I = 2, P = 1
    scenario.risks.push_back(risk);
    return scenario;
}

}  // namespace

TEST_CASE("outcomes, monitoring and risks in the text", "[report][outcome][risk]") {
    const Scenario scenario = judged();
    const std::string report = text(scenario, run_sample(scenario, 3), {});
    const auto has = [&](std::string_view part) { return report.find(part) != std::string::npos; };
    CHECK(has("What customers got"));
    CHECK(has("satisfied (4–5)"));
    CHECK(has("agent defects"));
    CHECK_FALSE(has("system defects"));  // nobody has any
    CHECK_FALSE(has("By call type"));    // there is one
    CHECK(has("Monitoring"));
    CHECK(has("before calibration"));
    CHECK(has("8.0 × 6.0 = 48.0"));
    CHECK(has("2.0 × 1.0 = 2.0"));
    // On the map: at an impact of 8 and a likelihood of 6, behind six empty places.
    CHECK(has("8 ·  ·  +  +  +  #  As #  #  #  #"));
    CHECK(has("2 ·  Aa ·"));
}

TEST_CASE("a scenario without outcomes says nothing of them", "[report][outcome]") {
    Scenario scenario = judged();
    scenario.call_types.front().outcome.reset();
    scenario.monitoring.reset();
    scenario.risks.clear();
    const RunResult result = run_sample(scenario, 2);
    const std::string report = text(scenario, result, {});
    for (const char* part : {"What customers", "Monitoring", "Risk"}) CHECK(report.find(part) == std::string::npos);
    const Json object = Json::parse(json(scenario, result));
    for (const char* key : {"quality", "risk"}) CHECK_FALSE(object.contains(key));
    CHECK_FALSE(object["agents"][0].contains("solved"));
    CHECK(csv(result).find("risk") == std::string::npos);
}

TEST_CASE("outcomes, monitoring and risks in JSON and CSV", "[report][outcome][risk]") {
    const Scenario scenario = judged();
    const RunResult result = run_sample(scenario, 3);
    const Json object = Json::parse(json(scenario, result));
    CHECK(object["quality"]["samples"]["mean"] == *result.quality->samples.mean);
    CHECK(object["quality"]["after_calibration"]["spread"]["mean"].is_number() ==
          result.calibration->after.spread.mean.has_value());
    const Json& cell = object["risk"]["businesses"][0]["defects"][0];
    CHECK(cell["impact"] == 8.0);
    CHECK(cell["likelihood"] == 6.0);
    CHECK(cell["zone"] == "high");
    CHECK(object["risk"]["by_defect"]["agent"] == 2.0);
    CHECK(object["risk"]["total"] == 50.0);
    double outcomes = 0;
    for (const AgentResult& agent : result.agents) outcomes += agent.outcomes;
    CHECK(outcomes == Approx(*result.overall[Kpi::answered].mean));
    CHECK(object["agents"][0]["solved"] == result.agents[0].solved / result.agents[0].outcomes);
    const std::string rows = csv(result);
    for (const char* row : {"risk,loans/system,,impact,8,", "risk,loans/system,,risk,48,", "risk,loans,,risk,50,",
                            "risk_of_defect,agent,,risk,2,", "risk,,,risk,50,", "quality,,,missed,",
                            "quality,before_calibration,,", "agent,desk/1,,complaints,", "agent,desk/1,,csat,"}) {
        INFO(row);
        CHECK(rows.find(row) != std::string::npos);
    }
}

}  // namespace floorwalker::report
