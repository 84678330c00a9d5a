#include "sim/report/sweep/sweep_report.hpp"

#include <catch2/catch.hpp>

#include "sim/plan/sweep/main_effects.hpp"

namespace floorwalker::report {
namespace {

using Catch::Matchers::Contains;

/// `agents` variants, of which each has a point more service level than the one before.
plan::SweepResult of_agents(int agents) {
    plan::SweepResult result;
    result.definition.scenario_name = "Small, \"quiet\"";
    result.definition.variants = agents;
    result.definition.replications = 3;
    result.inputs = {{"group.front.agents", "front.agents", true}};
    result.metrics = {{"service_level", Kpi::service_level, plan::Better::more},
                      {"asa_s", Kpi::asa_s, plan::Better::less},
                      {"occupancy", Kpi::occupancy, plan::Better::neither}};
    for (int i = 0; i < agents; ++i) {
        result.variants.push_back({{std::to_string(10 + i)}, 3, {{0.5 + i / 100.0, 0.021}, {20.0 - i, 1.5}, {{}, {}}}});
    }
    result.jobs = result.kept = 3 * agents;
    result.digest = 0xC0FFEE;
    result.effects = plan::main_effects(result);
    return result;
}

}  // namespace

TEST_CASE("a sweep's table marks the best of each column and says what inputs do", "[report][sweep]") {
    const std::string text = sweep_text(of_agents(3));
    CHECK_THAT(text, Contains("Small, \"quiet\": 3 variants with 3 replications each"));
    CHECK_THAT(text, Contains("3            12      ★ 52.0 ±2.1  ★ 18 ±2"));
    CHECK_THAT(text, Contains("1            10        50.0 ±2.1    20 ±2"));
    // From 10 to 12 agents: 2 points up, 2 seconds down.
    CHECK_THAT(text, Contains("front.agents    10  12             +2.0   −2.0"));
    CHECK_THAT(text, Contains("digest 0000000000c0ffee"));
}

TEST_CASE("of many variants the best are shown", "[report][sweep]") {
    const std::string text = sweep_text(of_agents(41));
    CHECK_THAT(text, Contains("These are the 15 with the best service_level of 41; --format csv lists all."));
    CHECK(text.find("★ 90.0") < text.find("89.0"));
    CHECK_THAT(text, !Contains("50.0"));
    CHECK_THAT(sweep_text(of_agents(40)), Contains("50.0"));
}

TEST_CASE("what is not done is said", "[report][sweep]") {
    auto result = of_agents(2);
    result.kept = 4;
    CHECK_THAT(sweep_text(result), Contains("Only 4 of 6 replications are done."));
    result.shard = {2, 3};
    CHECK_THAT(sweep_text(result), Contains("This is shard 2 of 3: 4 of 6 replications."));
}

TEST_CASE("CSV has a row a variant", "[report][sweep]") {
    auto result = of_agents(2);
    result.inputs[0].path = "odd,key";
    CHECK(sweep_csv(result) ==
          "variant,\"odd,key\",replications,service_level,service_level.half_width,asa_s,asa_s.half_width,occupancy,"
          "occupancy.half_width\r\n"
          "1,10,3,0.5,0.021,20,1.5,,\r\n"
          "2,11,3,0.51,0.021,19,1.5,,\r\n");
}

}  // namespace floorwalker::report
