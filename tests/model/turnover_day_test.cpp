#include <algorithm>
#include <stdexcept>

#include <catch2/catch.hpp>

#include "sim/model/engine.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/journeys.hpp"

/// People who come and go, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

/// 8:00 to 10:00 on each of `days` days, one shift of `people` people.
Scenario desk(std::int64_t days, std::int64_t people) {
    Scenario scenario = quiet_day(2);
    scenario.centre.days = days;
    add_type(scenario, "a", 600s);
    Group team = group("team", {}, {0});
    team.shifts.push_back({{8h, 10h}, people});
    team.attrition.emplace();
    add_group(scenario, team);
    return scenario;
}

Group& team(Scenario& scenario) { return scenario.groups.front(); }

constexpr double kSoon = 1 - 1e-15;  // a year's share: 9 % a day

/// On which day, from 0.
std::int64_t day_of(TimePoint at) { return at.time_since_epoch() / kDay; }

}  // namespace

TEST_CASE("who leaves leaves at midnight, and comes for no shift after it", "[model][turnover]") {
    Scenario scenario = desk(40, 1);
    team(scenario).attrition = Attrition{kSoon, 1.0};
    const auto left = facts_like<PersonLeft>(scenario);
    REQUIRE(left.size() == 1);
    const std::int64_t day = day_of(left.front().at);
    CHECK(left.front().at == TimePoint{day * kDay});
    CHECK(left.front().tenure_days == static_cast<double>(day));
    // One shift a day until then, and none later: each is a coming and a going.
    const auto changes = facts_like<AgentChanged>(scenario);
    CHECK(changes.size() == 2 * static_cast<std::size_t>(day));
    CHECK(changes.back().at == TimePoint{(day - 1) * kDay + 10h});
    // It is paid for as long: DutyChanged at the beginning and at the end of each.
    CHECK(facts_like<DutyChanged>(scenario).size() == 2 * static_cast<std::size_t>(day));
}

TEST_CASE("who is at work when it leaves finishes the shift", "[model][turnover]") {
    Scenario scenario = desk(60, 1);
    scenario.centre.open = 20h;
    scenario.centre.close = 28h;
    team(scenario).shifts.front().span = {22h, 26h};
    team(scenario).attrition = Attrition{kSoon, 1.0};
    const auto left = facts_like<PersonLeft>(scenario);
    REQUIRE(left.size() == 1);
    const auto changes = facts_like<AgentChanged>(scenario);
    // The night before had begun at 22:00 and goes on until 2:00.
    CHECK(changes.back().at == left.front().at + 2h);
    CHECK(changes.size() == 2 * static_cast<std::size_t>(day_of(left.front().at)));
}

TEST_CASE("from the class to the floor it takes as long as the training", "[model][turnover]") {
    Scenario scenario = desk(60, 1);
    team(scenario).attrition = Attrition{kSoon, 1.0};
    const std::int64_t gone = day_of(facts_like<PersonLeft>(scenario).front().at);
    REQUIRE(gone < 30);
    team(scenario).hiring = {{.day = gone + 1, .every = {}, .people = 1, .training = 7 * kDay}};
    const auto joined = facts_like<PersonJoined>(scenario);
    REQUIRE(joined.size() == 1);
    CHECK(joined.front().at == TimePoint{(gone + 8) * kDay});
    CHECK(joined.front().person == 1);
    CHECK(joined.front().agent == AgentId{0});
    // Lessons on the seven days of training, in the hours of the shift.
    const auto lessons = facts_like<TraineesChanged>(scenario);
    REQUIRE(lessons.size() == 14);
    CHECK(lessons.front().at == TimePoint{(gone + 1) * kDay + 8h});
    CHECK(lessons.front().people == 1);
    CHECK(lessons.back().at == TimePoint{(gone + 7) * kDay + 10h});
    CHECK(lessons.back().people == 0);
}

TEST_CASE("a class that replaces is as large as the number of those who have left since the last",
          "[model][turnover]") {
    Scenario scenario = desk(100, 50);
    team(scenario).attrition = Attrition{0.99, 1.0};
    team(scenario).hiring = {{.day = 10, .every = 20 * kDay, .people = {}, .training = 5 * kDay}};
    const auto left = facts_like<PersonLeft>(scenario);
    const auto left_by = [&](std::int64_t day) {
        return std::count_if(left.begin(), left.end(), [&](const auto& one) { return day_of(one.at) <= day; });
    };
    const auto joined = facts_like<PersonJoined>(scenario);
    REQUIRE(left_by(90) > 20);
    std::int64_t before = 0;
    for (const std::int64_t day : {10, 30, 50, 70, 90}) {
        const auto came =
            std::count_if(joined.begin(), joined.end(), [&](const auto& one) { return day_of(one.at) == day + 5; });
        CHECK(came == left_by(day) - before);
        before = left_by(day);
    }
}

TEST_CASE("who finds no vacant place waits for one, paid", "[model][turnover]") {
    Scenario scenario = desk(60, 1);
    team(scenario).attrition = Attrition{kSoon, 1.0};
    team(scenario).hiring = {{.day = 0, .every = {}, .people = 3, .training = 1 * kDay}};
    const auto left = facts_like<PersonLeft>(scenario);
    const auto joined = facts_like<PersonJoined>(scenario);
    REQUIRE(joined.size() == 3);
    // A place that is left at midnight is taken at the next.
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(joined[i].at == left[i].at + kDay);
        CHECK(joined[i].person == i + 1);
    }
    std::int64_t lessons = 0;  // people × days
    for (const auto& one : facts_like<TraineesChanged>(scenario)) lessons += one.people;
    CHECK(lessons == day_of(joined[0].at) + day_of(joined[1].at) + day_of(joined[2].at));
}

TEST_CASE("who is new learns from the beginning, and has handled nothing", "[model][turnover][skill]") {
    Scenario scenario = desk(100, 1);
    team(scenario).attrition = Attrition{kSoon, 1.0};
    const std::int64_t gone = day_of(facts_like<PersonLeft>(scenario).front().at);
    team(scenario).hiring = {{.day = 0, .every = {}, .people = 1, .training = 1 * kDay}};
    team(scenario).skill.tenure = constant(100 * kDay);
    team(scenario).skill.learning = LearningByTenure{1.5, 1 * kDay};
    const std::int64_t came = gone + 1;
    const auto left = facts_like<PersonLeft>(scenario);
    REQUIRE(left.size() == 2);
    REQUIRE(day_of(left[1].at) > came + 2);
    for (std::int64_t day = 0; day < 3; ++day) add_call(scenario, (came + day) * kDay + 9h);
    std::vector<double> talks;
    for (const auto& one : facts_like<TalkEnded>(scenario)) talks.push_back(to_seconds(one.talk));
    CHECK(talks == std::vector{900.0, 750.0, 675.0});  // 600 s · (1 + 0.5 · 2^0, 2^-1, 2^-2)
    team(scenario).skill.learning.reset();
    team(scenario).skill.learning_by_calls = LearningByCalls{2.0, 1.0, 50.0};
    talks.clear();
    for (const auto& one : facts_like<TalkEnded>(scenario)) talks.push_back(to_seconds(one.talk));
    CHECK(talks == std::vector{1200.0, 900.0, 750.0});  // the 50 calls before the run are another's
}

TEST_CASE("turnover rules of scenarios built in code", "[model][turnover][rules]") {
    Scenario scenario = desk(2, 1);
    SECTION("everybody within a year") { team(scenario).attrition = Attrition{1.0, 1.0}; }
    SECTION("a negative hazard") { team(scenario).attrition = Attrition{-0.1, 1.0}; }
    SECTION("no beginners leave") { team(scenario).attrition = Attrition{0.1, 0.0}; }
    SECTION("no training") { team(scenario).hiring = {{.training = 0 * kDay}}; }
    SECTION("half a day of training") { team(scenario).hiring = {{.training = 12h}}; }
    SECTION("classes at once") { team(scenario).hiring = {{.every = 0 * kDay}}; }
    SECTION("nobody in a class") { team(scenario).hiring = {{.people = 0}}; }
    SECTION("before the run") { team(scenario).hiring = {{.day = -1}}; }
    SECTION("a head count") {
        team(scenario).shifts.clear();
        team(scenario).agents = {1};
    }
    CHECK_THROWS_AS(prepare(scenario), std::invalid_argument);
}

}  // namespace floorwalker::model
