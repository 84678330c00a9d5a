#include <cmath>
#include <stdexcept>

#include <catch2/catch.hpp>

#include "sim/model/model.hpp"
#include "tests/support/journeys.hpp"

/// What scenarios built in code may not say of outcomes, monitoring and risks.
namespace floorwalker::model {
namespace {

using namespace support;

/// Sound as it is.
Scenario judged_day() {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 60s);
    scenario.call_types.front().outcome.emplace();
    add_group(scenario, group("all", {1}, {0}));
    scenario.monitoring.emplace();
    return scenario;
}

}  // namespace

TEST_CASE("a scenario with outcomes and monitoring by default is sound", "[model][outcome][rules]") {
    CHECK_NOTHROW(prepare(judged_day()));
}

TEST_CASE("outcome rules of scenarios built in code", "[model][outcome][rules]") {
    Scenario scenario = judged_day();
    OutcomeRules& rules = *scenario.call_types.front().outcome;
    SECTION("solved") { rules.solved = 1.1; }
    SECTION("a group that is not there") { rules.solved_by_group[GroupId{7}] = 0.5; }
    SECTION("share of a group") { rules.solved_by_group[GroupId{0}] = NAN; }
    SECTION("a multiple of 0") { rules.solved_with_defect = 0.0; }
    SECTION("a defect") { rules.defects.share[1] = -0.1; }
    SECTION("in_outage") { rules.defects.in_outage = -1.0; }
    SECTION("complaint") { rules.complaint.share = 2.0; }
    SECTION("survey odds") { rules.survey_odds[4] = 0.0; }
    SECTION("thresholds that fall") { rules.satisfaction.thresholds = {-1.0, -2.0, 1.0}; }
    SECTION("a threshold that is not below that of 4") { rules.satisfaction.thresholds = {-1.0, 0.0, 1.0}; }
    SECTION("a weight") { rules.satisfaction.base = INFINITY; }
    SECTION("unsolved said twice") {
        scenario.call_types.front().repeat = Repeat{};
        scenario.call_types.front().repeat->unsolved = 0.1;
    }
    SECTION("knowledge base") { scenario.centre.knowledge_base.defects = 0.0; }
    SECTION("a gap") { scenario.decisions.push_back({8h, {}, KnowledgeGap{{}, 0.0, 1.0, 9h}}); }
    SECTION("a gap of a type that is not there") {
        scenario.decisions.push_back({8h, {}, KnowledgeGap{CallTypeId{9}, 1.0, 1.0, 9h}});
    }
    CHECK_THROWS_AS(prepare(scenario), std::invalid_argument);
}

TEST_CASE("monitoring rules of scenarios built in code", "[model][monitoring][rules]") {
    Scenario scenario = judged_day();
    Monitoring& monitoring = *scenario.monitoring;
    SECTION("nothing to judge") { scenario.call_types.front().outcome.reset(); }
    SECTION("no samples") { monitoring.samples_per_agent = 0; }
    SECTION("no monitors") { monitoring.monitors = 0; }
    SECTION("no time") { monitoring.per_day = 30s; }
    SECTION("samples of no time") { monitoring.per_sample = 0s; }
    SECTION("negative noise") { monitoring.noise = -1; }
    SECTION("weights of nothing") { monitoring.weights = {0, 0, 0}; }
    SECTION("meetings all the time") { monitoring.calibration = Calibration{0s, 0.5}; }
    SECTION("more than the whole") { monitoring.calibration = Calibration{kDay, 1.5}; }
    SECTION("a risk of a type that is not there") { scenario.risks.push_back({.call_type = CallTypeId{3}}); }
    SECTION("levels") { scenario.risks.push_back({.defects = {RiskLevels{4, 1, 0}, {}, {}}}); }
    SECTION("control") { scenario.risks.push_back({.defects = {RiskLevels{1, 1, 11}, {}, {}}}); }
    SECTION("falling thresholds") { scenario.risk_scale.level = {0.2, 0.1}; }
    SECTION("zones") { scenario.risk_scale.high = 1; }
    CHECK_THROWS_AS(prepare(scenario), std::invalid_argument);
}

}  // namespace floorwalker::model
