#include "sim/plan/sweep/sweep_result.hpp"

#include <catch2/catch.hpp>

#include "sim/plan/sweep/main_effects.hpp"

namespace floorwalker::plan {
namespace {

/// One metric, the mean of which is a function of the two inputs.
SweepResult result_of(const std::vector<std::pair<std::string, std::string>>& points,
                      const std::function<double(double, double)>& mean) {
    SweepResult result;
    result.inputs = {{"group.front.agents", "front.agents", true}, {"call_type.a.talk.mean", "talk.mean", true}};
    result.metrics = {{"service_level", Kpi::service_level, Better::more}};
    for (const auto& [agents, talk] : points) {
        result.variants.push_back({{agents, talk}, 1, {{mean(std::stod(agents), std::stod(talk)), {}}}});
    }
    return result;
}

std::vector<std::pair<std::string, std::string>> grid(int agents, int talks) {
    std::vector<std::pair<std::string, std::string>> points;
    for (int a = agents; a >= 1; --a) {
        for (int t = 1; t <= talks; ++t) points.emplace_back(std::to_string(a), std::to_string(10 * t) + "s");
    }
    return points;
}

}  // namespace

TEST_CASE("a main effect is the mean over all other inputs", "[plan][sweep]") {
    const auto result = result_of(grid(3, 2), [](double agents, double talk) { return agents - talk / 100; });
    const auto effects = main_effects(result);
    REQUIRE(effects.size() == 2);
    // Agents 1, 2, 3, each with talk 10 and 20: mean = agents − 0.15.
    REQUIRE(effects[0].levels.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(effects[0].levels[i].value == std::to_string(i + 1));
        CHECK(effects[0].levels[i].mean == Approx(static_cast<double>(i) + 1 - 0.15));
        CHECK(effects[0].levels[i].variants == 2);
    }
    CHECK(effects[0].rise() == Approx(2));
    // Talk: 2 − 0.1 and 2 − 0.2.
    CHECK(effects[1].rise() == Approx(-0.1));
    CHECK(effects[1].range() == Approx(0.1));
    CHECK(effects[1].levels[1].value == "20s");
}

TEST_CASE("many values are brought together into five parts", "[plan][sweep]") {
    const auto result = result_of(grid(100, 1), [](double agents, double) { return agents; });
    const auto effect = main_effects(result).front();
    REQUIRE(effect.levels.size() == 5);
    CHECK(effect.levels[0].value == "1 – 20");
    CHECK(effect.levels[4].value == "81 – 100");
    // (1 + … + 20) / 20 = 10.5
    CHECK(effect.levels[0].mean == Approx(10.5));
    CHECK(effect.levels[0].position == Approx(10.5));
    CHECK(effect.rise() == Approx(80));
}

TEST_CASE("the best variant is the one with the best mean, whichever way that is", "[plan][sweep]") {
    auto result = result_of(grid(3, 2), [](double agents, double talk) { return agents - talk / 100; });
    CHECK(result.best(0) == 0);  // 3 agents, 10 s
    result.metrics[0].better = Better::less;
    CHECK(result.best(0) == 5);  // 1 agent, 20 s
    result.metrics[0].better = Better::neither;
    CHECK(!result.best(0));
    result.metrics[0].better = Better::more;
    result.variants[0].metrics[0].mean.reset();
    CHECK(result.best(0) == 1);
}

}  // namespace floorwalker::plan
