#include <stdexcept>

#include <catch2/catch.hpp>

#include "sim/model/model.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"

/// Learning by tenure and by calls, against its closed form: 1 + (start − 1) · 2^(−x / half-life).
namespace floorwalker::model {
namespace {

using namespace support;

constexpr Duration kWeek = 7 * kDay;

/// A call of 600 s by proficiency 1 and one agent on shift, on each of `days` days.
Scenario one_person(std::int64_t days = 1, Duration wrap_up = 0s) {
    Scenario scenario = quiet_day(2);
    scenario.centre.days = days;
    add_type(scenario, "a", 600s, {}, wrap_up);
    Group team = group("team", {}, {0});
    team.shifts.push_back({{8h, 10h}, 1});
    add_group(scenario, team);
    return scenario;
}

GroupSkill& skill(Scenario& scenario) { return scenario.groups.front().skill; }

/// How long each talk takes, in seconds.
std::vector<double> talks(const Scenario& scenario) {
    std::vector<double> lengths;
    for (const Fact& fact : facts_of(scenario)) {
        if (const auto* ended = std::get_if<TalkEnded>(&fact)) lengths.push_back(to_seconds(ended->talk));
    }
    return lengths;
}

std::vector<double> wrap_ups(const Scenario& scenario) {
    std::vector<double> lengths;
    for (const Fact& fact : facts_of(scenario)) {
        if (const auto* ended = std::get_if<WrapUpEnded>(&fact)) lengths.push_back(to_seconds(ended->wrap_up));
    }
    return lengths;
}

}  // namespace

TEST_CASE("a beginner of 900 s is at 750 s after one half-life of three weeks", "[model][skill]") {
    Scenario scenario = one_person(64);
    skill(scenario).learning = LearningByTenure{1.5, 3 * kWeek};
    for (const int day : {0, 21, 42, 63}) add_call(scenario, day * kDay + 9h);
    // 600 s · (1 + 0.5 · 2^0, 2^-1, 2^-2, 2^-3) = 900, 750, 675, 637.5 s.
    CHECK(talks(scenario) == std::vector{900.0, 750.0, 675.0, 637.5});
}

TEST_CASE("between whole half-lives, and the wrap-up with the talk", "[model][skill]") {
    Scenario scenario = one_person(8, 60s);
    skill(scenario).learning = LearningByTenure{1.5, 3 * kWeek};
    add_call(scenario, 7 * kDay + 9h);
    // 2^(-1/3) = 0.793701: 600 s · 1.396850 = 838.110 s, 60 s · 1.396850 = 83.811 s.
    CHECK(talks(scenario).front() == Approx(838.110).margin(0.001));
    CHECK(wrap_ups(scenario).front() == Approx(83.811).margin(0.001));
}

TEST_CASE("tenure: of the group, of a shift, of a person", "[model][skill]") {
    Scenario scenario = quiet_day(3);
    add_type(scenario, "a", 600s);
    Group team = group("team", {}, {0});
    team.skill.learning = LearningByTenure{1.5, 3 * kWeek};
    team.skill.tenure = constant(3 * kWeek);
    team.shifts.push_back({{8h, 9h}, 1});
    team.shifts.push_back({{9h, 10h}, 1, constant(6 * kWeek)});
    team.listed.push_back({"rita", team.skills, {{10h, 11h}}, constant(9 * kWeek)});
    add_group(scenario, team);
    for (const Duration at : {8h, 9h, 10h}) add_call(scenario, at + 5min);
    // 600 s · (1 + 0.5 · (1/2, 1/4, 1/8)).
    CHECK(talks(scenario) == std::vector{750.0, 675.0, 637.5});
}

TEST_CASE("who comes by decision has the group's tenure", "[model][skill]") {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 600s);
    Group team = group("team", {0}, {0});
    team.skill.learning = LearningByTenure{1.5, 3 * kWeek};
    team.skill.tenure = constant(3 * kWeek);
    const GroupId id = add_group(scenario, team);
    scenario.decisions.push_back(extra(id, 8h, 9h));
    add_call(scenario, 8h + 5min);
    CHECK(talks(scenario) == std::vector{750.0});
}

TEST_CASE("who comes by decision into a group with shifts learns there", "[model][skill]") {
    Scenario scenario = quiet_day(2);
    add_type(scenario, "a", 600s);
    Group team = group("team", {}, {0});
    team.skill.learning_by_calls = LearningByCalls{2.0, 1.0, 0.0};
    team.shifts.push_back({{9h, 10h}, 1});
    const GroupId id = add_group(scenario, team);
    scenario.decisions.push_back(extra(id, 8h, 9h));
    for (const Duration at : {5min, 30min, 65min}) add_call(scenario, 8h + at);
    // 600 s · 2, and · 1.5 for the second call of the same person; at 9:05 another begins at · 2.
    CHECK(talks(scenario) == std::vector{1200.0, 900.0, 1200.0});
}

TEST_CASE("learning by calls counts the agent's own, type by type", "[model][skill]") {
    Scenario scenario = one_person(1, 60s);
    add_type(scenario, "b", 100s);
    scenario.groups.front().skills[CallTypeId{1}] = 1.0;
    skill(scenario).learning_by_calls = LearningByCalls{2.0, 1.0, 0.0};
    for (const Duration at : {0min, 25min, 50min}) add_call(scenario, 8h + at);
    add_call(scenario, 9h + 10min, CallTypeId{1});
    add_call(scenario, 9h + 20min, CallTypeId{1});
    // a: 600 s · (2, 1.5, 1.25); b, of which none was handled before: 100 s · (2, 1.5).
    CHECK(talks(scenario) == std::vector{1200.0, 900.0, 750.0, 200.0, 150.0});
    // The wrap-up belongs to its call: 60 s · (2, 1.5, 1.25).
    CHECK(wrap_ups(scenario) == std::vector{120.0, 90.0, 75.0});
}

TEST_CASE("calls handled before the run; tenure and calls multiply", "[model][skill]") {
    Scenario scenario = one_person();
    skill(scenario).learning_by_calls = LearningByCalls{1.5, 100.0, 100.0};
    add_call(scenario, 8h + 5min);
    CHECK(talks(scenario) == std::vector{750.0});  // 600 s · (1 + 0.5 / 2)
    skill(scenario).learning = LearningByTenure{1.5, 3 * kWeek};
    CHECK(talks(scenario) == std::vector{1125.0});  // · 1.5
    scenario.groups.front().skills[CallTypeId{0}] = 0.5;
    CHECK(talks(scenario) == std::vector{2250.0});  // proficiency 0.5 doubles it
}

TEST_CASE("a start below 1: who slows down", "[model][skill]") {
    Scenario scenario = one_person(22);
    skill(scenario).learning = LearningByTenure{0.5, 3 * kWeek};
    for (const int day : {0, 21}) add_call(scenario, day * kDay + 9h);
    CHECK(talks(scenario) == std::vector{300.0, 450.0});  // 600 s · (1 − 0.5, 1 − 0.25)
}

TEST_CASE("a mail and chats learn as calls do", "[model][skill]") {
    const auto channel = GENERATE(Channel::chat, Channel::mail);
    Scenario scenario = one_person();
    scenario.call_types.front().channel = channel;
    skill(scenario).learning_by_calls = LearningByCalls{2.0, 1.0, 0.0};
    for (const Duration at : {0min, 40min}) add_call(scenario, 8h + at);
    CHECK(talks(scenario) == std::vector{1200.0, 900.0});
}

TEST_CASE("skill rules of scenarios built in code", "[model][skill][rules]") {
    Scenario scenario = one_person();
    SECTION("negative spread") { skill(scenario).spread = -0.1; }
    SECTION("drift without spread") { skill(scenario).drift = 0.1; }
    SECTION("more drift than the spread allows") {
        skill(scenario).spread = 0.2;
        skill(scenario).drift = 0.3;  // √2 · √ln 1.04 = 0.280
    }
    SECTION("start 0") { skill(scenario).learning = LearningByTenure{0.0, kWeek}; }
    SECTION("half-life 0") { skill(scenario).learning = LearningByTenure{1.5, 0s}; }
    SECTION("start below 0") { skill(scenario).learning_by_calls = LearningByCalls{-1.0, 1.0, 0.0}; }
    SECTION("half-life below 0") { skill(scenario).learning_by_calls = LearningByCalls{1.5, -1.0, 0.0}; }
    SECTION("less than no calls before") { skill(scenario).learning_by_calls = LearningByCalls{1.5, 1.0, -1.0}; }
    SECTION("tenure that is no distribution") { skill(scenario).tenure = Distribution{Exponential{-1.0}, {}}; }
    CHECK_THROWS_AS(prepare(scenario), std::invalid_argument);
}

}  // namespace floorwalker::model
