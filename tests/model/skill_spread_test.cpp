#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/model/agent/skill.hpp"
#include "sim/model/engine.hpp"
#include "tests/support/builders.hpp"

/// The paces of many agents against the lognormal that they are drawn from. Intervals hold with probability 1 − 1e-4.
namespace floorwalker::model {
namespace {

using namespace support;

constexpr double kNormal = 3.8906;  // two-sided 1e-4
constexpr std::int64_t kPeople = 100'000;
constexpr double kSpread = 0.3;
constexpr double kDrift = 0.05;
// √ln(1 + 0.3²)
constexpr double kSigma = 0.293560;

Scenario crowd(std::int64_t people = kPeople) {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 600s);
    Group team = group("team", {people}, {0});
    team.skill.spread = kSpread;
    team.skill.drift = kDrift;
    add_group(scenario, team);
    return scenario;
}

/// The multiples of all agents of the group, `weeks` after the beginning.
std::vector<double> multiples(const Model& model, World& world, std::int64_t weeks, GroupId group = {}) {
    world.now = TimePoint{weeks * 7 * kDay + 9h};
    std::vector<double> all;
    for (const AgentId agent : world.groups[index(group)].agents)
        all.push_back(personal_multiple(model, world, agent, CallTypeId{0}));
    return all;
}

std::vector<double> multiples(const Scenario& scenario, std::int64_t weeks = 0, GroupId group = {}) {
    const auto model = prepare(scenario);
    World world = first_world(*model, 1, 0);
    return multiples(*model, world, weeks, group);
}

struct MeanAndSd {
    double mean = 0.0;
    double sd = 0.0;
};

MeanAndSd mean_and_sd(const std::vector<double>& values) {
    const auto count = static_cast<double>(values.size());
    double sum = 0.0;
    for (const double value : values) sum += value;
    const double mean = sum / count;
    double squares = 0.0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return {mean, std::sqrt(squares / (count - 1))};
}

std::vector<double> logs(std::vector<double> values) {
    for (double& value : values) value = std::log(value);
    return values;
}

/// The standard error of a mean is sd / √n, that of a normal's standard deviation sd / √(2n).
void check_is_the_lognormal(const std::vector<double>& values) {
    const auto count = static_cast<double>(values.size());
    const MeanAndSd plain = mean_and_sd(values);
    CHECK(plain.mean == Approx(1.0).margin(kNormal * kSpread / std::sqrt(count)));
    const double sigma = mean_and_sd(logs(values)).sd;
    const double half_width = kNormal * kSigma / std::sqrt(2 * count);
    CHECK(sigma == Approx(kSigma).margin(half_width));
    // cv = √(exp(σ²) − 1) is 0.3 at σ and grows with it: the same interval, carried over.
    const auto cv = [](double of) { return std::sqrt(std::expm1(of * of)); };
    CHECK(cv(sigma) > cv(kSigma - half_width));
    CHECK(cv(sigma) < cv(kSigma + half_width));
    CHECK(plain.sd / plain.mean == Approx(kSpread).margin(0.01));
}

}  // namespace

TEST_CASE("paces are lognormal with mean 1 and the spread as cv", "[model][skill]") {
    check_is_the_lognormal(multiples(crowd()));
}

TEST_CASE("drift: the spread of any week is the same, each changes by the drift", "[model][skill]") {
    const auto model = prepare(crowd());
    World world = first_world(*model, 1, 0);
    const auto before = logs(multiples(*model, world, 9));
    const auto after = multiples(*model, world, 10);
    check_is_the_lognormal(after);
    std::vector<double> changes = logs(after);
    for (std::size_t i = 0; i < changes.size(); ++i) changes[i] -= before[i];
    CHECK(mean_and_sd(changes).mean == Approx(0.0).margin(kNormal * kDrift / std::sqrt(1e5)));
    CHECK(mean_and_sd(changes).sd == Approx(kDrift).margin(kNormal * kDrift / std::sqrt(2e5)));
}

TEST_CASE("a pace holds for a week and is the same however often one asks", "[model][skill]") {
    const Scenario scenario = crowd(50);
    const auto model = prepare(scenario);
    World world = first_world(*model, 1, 0);
    std::vector<double> step_by_step;
    for (std::int64_t week = 0; week <= 20; ++week) step_by_step = multiples(*model, world, week);
    CHECK(step_by_step == multiples(scenario, 20));
    world.now += 6 * kDay;
    const double later = personal_multiple(*model, world, AgentId{0}, CallTypeId{0});
    CHECK(later == step_by_step.front());
}

TEST_CASE("an agent or a group more leaves the others who they are", "[model][skill][luck]") {
    const auto alone = multiples(crowd(50), 5);
    auto with_another = multiples(crowd(51), 5);
    with_another.pop_back();
    CHECK(with_another == alone);
    Scenario scenario = crowd(50);
    scenario.groups.push_back(scenario.groups.front());
    CHECK(multiples(scenario, 5) == alone);
    CHECK(multiples(scenario, 5, GroupId{1}) != alone);
}

TEST_CASE("listed people have no pace beyond their proficiency", "[model][skill]") {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 600s);
    Group team = group("team", {}, {0});
    team.skill.spread = kSpread;
    team.listed.push_back({"rita", team.skills, {{8h, 9h}}, {}});
    add_group(scenario, team);
    CHECK(multiples(scenario) == std::vector{1.0});
}

TEST_CASE("tenure drawn for each agent", "[model][skill]") {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 600s);
    Group team = group("team", {kPeople}, {0});
    team.skill.learning = LearningByTenure{2.0, 10 * kDay};
    team.skill.tenure = Distribution{Uniform{0.0, to_seconds(10 * kDay)}, {}};
    add_group(scenario, team);
    // 1 + the mean of 2^-u for u uniform in [0, 1]: 1 + 1 / (2 ln 2) = 1.721348; sd below 0.15.
    CHECK(mean_and_sd(multiples(scenario)).mean == Approx(1.721348).margin(kNormal * 0.15 / std::sqrt(1e5)));
}

}  // namespace floorwalker::model
