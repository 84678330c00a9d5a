#include <cmath>

#include <catch2/catch.hpp>

#include "sim/measure/digest.hpp"
#include "sim/model/agent/condition.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/engines.hpp"
#include "tests/support/facts.hpp"

/// What people bring along and learn from one another: traits, quality, peers.
namespace floorwalker::model {
namespace {

using namespace support;

std::vector<double> talks(const Scenario& scenario) {
    std::vector<double> lengths;
    for (const Fact& fact : facts_of(scenario)) {
        if (const auto* ended = std::get_if<TalkEnded>(&fact)) lengths.push_back(to_seconds(ended->talk));
    }
    return lengths;
}

/// One call of 600 s on day `day` for a beginner, who comes from 08:00 to 09:00.
double talk_on_day(int day, double peers, int experienced) {
    Scenario scenario = quiet_day(2);
    scenario.centre.days = day + 1;
    add_type(scenario, "a", 600s);
    Group team = group("team", {}, {0});
    team.skill.learning = LearningByTenure{1.5, 21 * kDay, peers, 42 * kDay};
    team.shifts.push_back({{8h, 9h}, 1});
    if (experienced > 0) team.shifts.push_back({{9h, 10h}, experienced, constant(100 * kDay)});
    add_group(scenario, team);
    add_call(scenario, day * kDay + 8h);
    return talks(scenario).front();
}

/// 4,000 calls at once for as many people of one profile.
Scenario crowd(TraitSpread skill) {
    Scenario scenario = quiet_day(2);
    add_type(scenario, "a", 600s);
    scenario.profiles.push_back({.id = "any"});
    scenario.profiles.front().traits[static_cast<std::size_t>(Trait::skill)] = skill;
    Group team = group("team", {}, {0});
    team.shifts.push_back({{8h, 10h}, 4000});
    team.profile = ProfileId{0};
    add_group(scenario, team);
    for (int i = 0; i < 4000; ++i) add_call(scenario, 8h);
    return scenario;
}

/// By agent.
std::vector<double> log_multiples(const Scenario& scenario) {
    std::vector<double> logs(4000);
    for (const Fact& fact : facts_of(scenario)) {
        if (const auto* one = std::get_if<TalkEnded>(&fact))
            logs[index(one->agent)] = std::log(to_seconds(one->talk) / 600);
    }
    return logs;
}

}  // namespace

TEST_CASE("nine experienced colleagues of ten make a day worth 1.479", "[model][skill]") {
    // 1 / (1 − 0.36 · 0.9) = 1.479290: after 10 days 14.79290 of tenure, 2^(−14.79290/21) = 0.613686.
    CHECK(talk_on_day(10, 0.36, 9) == Approx(600 * (1 + 0.5 * std::exp2(-14.79290 / 21))).margin(0.001));
    CHECK(talk_on_day(10, 0.0, 9) == Approx(600 * (1 + 0.5 * std::exp2(-10.0 / 21))).margin(0.001));
    // Nobody to learn from.
    CHECK(talk_on_day(10, 0.36, 0) == talk_on_day(10, 0.0, 0));
}

TEST_CASE("among experienced colleagues only, 36 % less time to the same multiple", "[model][skill]") {
    // A thousand of them: e = 0.999, so 16 days are worth 16 / (1 − 0.35964) = 24.986, against 25 = 16 / 0.64.
    CHECK(talk_on_day(16, 0.36, 999) == Approx(talk_on_day(25, 0.0, 0)).margin(0.1));
}

TEST_CASE("beginners make more mistakes, along the curve of their speed", "[model][skill]") {
    Scenario scenario = quiet_day(2);
    add_type(scenario, "a", 600s);
    Group team = group("team", {}, {0});
    team.skill.learning = LearningByTenure{.start = 1.0, .half_life = 21 * kDay, .beginner_errors = 3.0};
    team.skill.quality[CallTypeId{0}] = 0.9;
    team.shifts.push_back({{8h, 9h}, 1});
    team.shifts.push_back({{8h, 9h}, 1, constant(42 * kDay)});
    add_group(scenario, team);
    const auto model = prepare(scenario);
    const Engine<measure::Digest> engine{model, 1, 0};
    CHECK(error_multiple(*model, engine.world(), AgentId{0}) == Approx(3.0));
    CHECK(error_multiple(*model, engine.world(), AgentId{1}) == Approx(1.5));  // 1 + 2 · 2^−2
    CHECK(knowledge_multiple(*model, engine.world(), AgentId{0}, CallTypeId{0}) == Approx(0.9));
    CHECK(knowledge_multiple(*model, engine.world(), AgentId{0}) == 1.0);
}

TEST_CASE("traits are normal, and of the same person by every profile", "[model][traits][luck]") {
    const auto average = log_multiples(crowd({0.0, 1.0}));
    double sum = 0;
    double squares = 0;
    for (const double one : average) {
        sum += one;
        squares += one * one;
    }
    // −0.1 z: 4.5 standard errors of the mean are 4.5 · 0.1/√4000 = 0.0071; of the variance 4.5 · 0.01 · √(2/4000) =
    // 0.0010.
    CHECK(sum / 4000 == Approx(0).margin(0.0071));
    CHECK(squares / 4000 == Approx(0.01).margin(0.0010));
    // One standard deviation better, half as different: −0.1 − 0.05 z.
    const auto better = log_multiples(crowd({1.0, 0.5}));
    for (std::size_t i = 0; i < 4000; ++i) REQUIRE(better[i] == Approx(-0.1 + average[i] / 2).margin(1e-5));
}

TEST_CASE("what each trait does", "[model][traits]") {
    Scenario scenario = crowd({0.0, 0.0});
    scenario.profiles.front().traits = {{{1, 0}, {0, 0}, {1, 0}, {1, 0}, {0, 0}, {1, 0}}};
    const auto model = prepare(scenario);
    const Engine<measure::Digest> engine{model, 1, 0};
    CHECK(knowledge_multiple(*model, engine.world(), AgentId{0}) == Approx(std::exp(0.3)));
    CHECK(politeness_multiple(*model, engine.world(), AgentId{0}) == Approx(std::exp(0.3)));
    CHECK(error_multiple(*model, engine.world(), AgentId{0}) == Approx(std::exp(-0.3)));
    scenario.call_types.front().abuse = Abuse{.share = 1.0, .stress = 0.5};
    scenario.groups.front().stress = Stress{.handling = 1.0};
    scenario.groups.front().shifts = {{{8h, 10h}, 1}};
    scenario.replay->resize(2);
    // S = 0.5 · e^−0.3 = 0.370409 after the first.
    CHECK(talks(scenario).back() == Approx(600 * 1.370409).margin(0.001));
}

TEST_CASE("who learns fast has a shorter half-life", "[model][traits]") {
    Scenario scenario = quiet_day(2);
    scenario.centre.days = 11;
    add_type(scenario, "a", 600s);
    scenario.profiles.push_back({.id = "quick"});
    scenario.profiles.front().traits.fill({0, 0});
    scenario.profiles.front().traits[static_cast<std::size_t>(Trait::learning)] = {1, 0};
    Group team = group("team", {}, {0});
    team.skill.learning = LearningByTenure{1.5, 21 * kDay};
    team.shifts.push_back({{8h, 9h}, 1});
    team.profile = ProfileId{0};
    add_group(scenario, team);
    add_call(scenario, 10 * kDay + 8h);
    // Half-life 21 d · e^−0.2.
    CHECK(talks(scenario).front() == Approx(600 * (1 + 0.5 * std::exp2(-10 * std::exp(0.2) / 21))).margin(0.001));
}

}  // namespace floorwalker::model
