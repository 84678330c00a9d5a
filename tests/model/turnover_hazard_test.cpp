#include <cmath>
#include <map>

#include <catch2/catch.hpp>

#include "sim/model/engine.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/copies.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/journeys.hpp"

/// How many leave, against the closed forms of their hazard, and what holds at every moment.
namespace floorwalker::model {
namespace {

using namespace support;

constexpr std::int64_t kPeople = 20'000;

/// Nobody calls, and everybody works for a minute a day.
Scenario quiet_year(std::int64_t days, Attrition attrition) {
    Scenario scenario = quiet_day(1);
    scenario.centre.days = days;
    add_type(scenario, "a", 60s);
    Group team = group("team", {}, {0});
    team.shifts.push_back({{8h, 8h + 1min}, kPeople});
    team.attrition = attrition;
    add_group(scenario, team);
    return scenario;
}

/// The share of all places that has been left by the end of the day, counted from 0.
double left_by(const std::vector<PersonLeft>& left, std::int64_t day) {
    const auto is_in = [&](const PersonLeft& one) { return one.at.time_since_epoch() / kDay <= day; };
    return static_cast<double>(std::count_if(left.begin(), left.end(), is_in)) / static_cast<double>(kPeople);
}

/// 4.5 standard errors of a share.
double margin(double share) { return 4.5 * std::sqrt(share * (1 - share) / static_cast<double>(kPeople)); }

/// A small centre of the next months, with calls, nights, breaks, listed people, classes and waiting for places.
Scenario busy_months(std::int64_t per_hour) {
    Scenario scenario = one_day(6, 1h);
    scenario.centre.days = 40;
    scenario.centre.open = 20h;
    scenario.centre.close = 26h;
    scenario.call_types.push_back(call_type("a", {static_cast<double>(per_hour)}, exponential(300)));
    scenario.call_types.front().patience = exponential(240);
    Group team = group("team", {}, {0});
    team.shifts = {{{20h, 26h}, 3}, {{22h, 26h}, 3}};
    team.listed.push_back({"rita", team.skills, {{20h, 22h}, {22h, 26h}}});
    team.away = {{.what = AgentState::on_break, .from = 23h, .until = 25h, .at_once = 2}};
    team.attrition = Attrition{1 - 1e-8, 2.0};
    team.hiring = {{.day = 2, .every = 5 * kDay, .people = {}, .training = 3 * kDay},
                   {.day = 4, .every = {}, .people = 4, .training = 2 * kDay}};
    team.skill.spread = 0.2;
    team.skill.drift = 0.05;
    team.skill.learning_by_calls.emplace();
    add_group(scenario, team);
    return scenario;
}

}  // namespace

TEST_CASE("of those with a constant hazard e^(-lambda d) are left after d days", "[model][turnover]") {
    // Everybody's tenure is 0 and a multiple of 1 changes nothing: λ = −ln(1 − 0.45) / 365.
    const auto left = facts_like<PersonLeft>(quiet_year(366, {0.45, 1.0}));
    const double hazard = -std::log(1 - 0.45) / 365;
    for (const std::int64_t day : {30, 182, 365}) {
        const double expected = 1 - std::exp(-hazard * static_cast<double>(day));
        INFO(day);
        CHECK(left_by(left, day) == Approx(expected).margin(margin(expected)));
    }
    CHECK(1 - std::exp(-hazard * 365) == Approx(0.45));
    CHECK(left_by(left, 0) == 0.0);
}

TEST_CASE("twice the hazard in the first 90 days", "[model][turnover]") {
    const auto left = facts_like<PersonLeft>(quiet_year(201, {0.45, 2.0}));
    const double hazard = -std::log(1 - 0.45) / 365;
    for (const std::int64_t day : {45, 90, 91, 200}) {
        // Two days for one up to the 90th: e^(-λ (d + min(d, 90))).
        const double days = static_cast<double>(day + std::min<std::int64_t>(day, 90));
        const double expected = 1 - std::exp(-hazard * days);
        INFO(day);
        CHECK(left_by(left, day) == Approx(expected).margin(margin(expected)));
    }
    SECTION("but not of those who have been there for longer") {
        Scenario scenario = quiet_year(101, {0.45, 2.0});
        scenario.groups.front().skill.tenure = constant(60 * kDay);  // 30 days are left of the 90
        const double expected = 1 - std::exp(-hazard * (100 + 30));
        CHECK(left_by(facts_like<PersonLeft>(scenario), 100) == Approx(expected).margin(margin(expected)));
    }
}

TEST_CASE("with replacement at once the expected number leaves from places that are held", "[model][turnover]") {
    // A class each day, trained in one: a place is vacant for two midnights, left at d and taken at d + 1.
    Scenario scenario = quiet_year(366, {0.45, 1.0});
    scenario.groups.front().hiring = {{.day = 0, .every = 1 * kDay, .people = {}, .training = 1 * kDay}};
    const auto left = facts_like<PersonLeft>(scenario);
    const auto joined = facts_like<PersonJoined>(scenario);
    // Each held place is left with probability p a day; in the long run a share p / (1 + p) of places is not exposed at
    // a midnight, because who joins at it is not asked. So 365 N p / (1 + p) leave, but for the first day.
    const double p = -std::expm1(std::log(1 - 0.45) / 365);
    const double expected = 365 * static_cast<double>(kPeople) * p / (1 + p);
    CHECK(static_cast<double>(left.size()) == Approx(expected).margin(4.5 * std::sqrt(expected) + kPeople * p * p));
    // All but those who left at the last midnight have a successor.
    const auto last =
        std::count_if(left.begin(), left.end(), [](const auto& one) { return one.at == TimePoint{365 * kDay}; });
    CHECK(joined.size() == left.size() - static_cast<std::size_t>(last));
}

TEST_CASE("places are held or vacant, and people are new", "[model][turnover]") {
    constexpr std::int64_t kPlaces = 7;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        INFO("seed " << seed);
        std::vector<std::optional<std::uint32_t>> holder(kPlaces);
        for (std::uint32_t i = 0; i < kPlaces; ++i) holder[i] = i;
        std::vector<AgentState> state(kPlaces, AgentState::signed_out);
        std::uint32_t next = kPlaces;
        std::size_t left = 0;
        bool good = true;
        for (const Fact& fact : facts_of(busy_months(30), seed)) {
            if (const auto* one = std::get_if<PersonLeft>(&fact)) {
                good = good && holder[index(one->agent)] == one->person;
                holder[index(one->agent)].reset();
                ++left;
            }
            if (const auto* one = std::get_if<PersonJoined>(&fact)) {
                good = good && !holder[index(one->agent)] && one->person == next++ &&
                       state[index(one->agent)] == AgentState::signed_out;
                holder[index(one->agent)] = one->person;
            }
            if (const auto* one = std::get_if<AgentChanged>(&fact)) {
                // Nobody comes to a vacant place.
                good = good && (one->from != AgentState::signed_out || holder[index(one->agent)].has_value());
                state[index(one->agent)] = one->to;
            }
        }
        CHECK(good);
        CHECK(left > 5);
        CHECK(next > kPlaces);
        for (const AgentState one : state) CHECK(one == AgentState::signed_out);
    }
}

TEST_CASE("the same persons leave on the same days, however many call", "[model][turnover][luck]") {
    const auto told = [](std::int64_t per_hour) {
        Lines lines;
        const Scenario scenario = busy_months(per_hour);
        for (const Fact& fact : facts_of(scenario, 3)) {
            if (std::holds_alternative<PersonLeft>(fact) || std::holds_alternative<PersonJoined>(fact))
                lines.push_back(std::to_string(time_of(fact).time_since_epoch() / kDay) + " " +
                                text_of(scenario, fact));
        }
        return lines;
    };
    const Lines few = told(5);
    CHECK(few.size() > 20);
    CHECK(few == told(60));
}

TEST_CASE("nobody more or less is paid at the end than at the beginning", "[model][turnover]") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        std::int64_t paid = 0;
        for (const auto& one : facts_like<DutyChanged>(busy_months(30), seed)) paid = one.agents;
        CHECK(paid == 0);
    }
}

TEST_CASE("a world whose people come and go is a value", "[model][turnover][snapshot]") {
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        check_copies(busy_months(30), seed, 10);
        check_all_ways(busy_months(30), seed);
    }
}

}  // namespace floorwalker::model
