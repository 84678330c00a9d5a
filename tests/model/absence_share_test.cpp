#include <cmath>

#include <catch2/catch.hpp>

#include "sim/model/engine.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/journeys.hpp"

/// Absences against their laws.
namespace floorwalker::model {
namespace {

using namespace support;

constexpr std::int64_t kPeople = 400;
constexpr std::int64_t kDays = 120;

Scenario months() {
    Scenario scenario = quiet_day(1);
    scenario.centre.days = kDays;
    add_type(scenario, "a", 1min);
    Group all = group("all", {}, {0});
    all.shifts = {{{8h, 9h}, kPeople}};
    add_group(scenario, all);
    return scenario;
}

struct Spells {
    std::int64_t days = 0;
    std::int64_t begun = 0;  // after the first day
    std::array<std::int64_t, 7> begun_on{};
};

Spells spells_of(const Scenario& scenario, AbsenceCause cause) {
    std::vector<std::vector<bool>> missing(kDays, std::vector<bool>(kPeople));
    for (const auto& one : facts_like<Missing>(scenario)) {
        if (one.cause != cause || one.ended) continue;
        missing[static_cast<std::size_t>(one.at.time_since_epoch() / kDay)][index(one.agent)] = true;
    }
    Spells spells;
    for (std::size_t day = 0; day < kDays; ++day) {
        for (std::size_t a = 0; a < kPeople; ++a) {
            spells.days += missing[day][a] ? 1 : 0;
            if (day == 0 || !missing[day][a] || missing[day - 1][a]) continue;
            ++spells.begun;
            ++spells.begun_on[day % 7];
        }
    }
    return spells;
}

}  // namespace

TEST_CASE("absence: spells have their share and their length", "[model][absence]") {
    Scenario scenario = months();
    const double share = 0.08;
    const double days = 4.0;
    scenario.groups.front().absence.sickness = Sickness{share, days};
    const Spells spells = spells_of(scenario, AbsenceCause::sickness);
    // The chain's correlation from day to day is ρ = 1 − h − 1/days with h = share / (days (1 − share)), so the number
    // of sick days of n independent people over many days has variance about n · T · p (1 − p) (1 + ρ) / (1 − ρ).
    const double begins = share / (days * (1.0 - share));
    const double rho = 1.0 - begins - 1.0 / days;
    const double person_days = static_cast<double>(kPeople * kDays);
    const double sd = std::sqrt(person_days * share * (1 - share) * (1 + rho) / (1 - rho));
    CHECK(static_cast<double>(spells.days) == Approx(person_days * share).margin(4.5 * sd));
    // Begun on a day: those who were well, times h.
    const double expected = static_cast<double>(kPeople * (kDays - 1)) * (1 - share) * begins;
    CHECK(static_cast<double>(spells.begun) == Approx(expected).margin(4.5 * std::sqrt(expected)));
}

TEST_CASE("absence: more fall ill on some weekdays", "[model][absence]") {
    Scenario scenario = months();  // the first day is a Monday
    REQUIRE(std::chrono::weekday{std::chrono::sys_days{scenario.centre.date}} == std::chrono::Monday);
    scenario.groups.front().absence.sickness = Sickness{0.1, 1.0, {3, 1, 1, 1, 1, 0, 0}};
    const Spells spells = spells_of(scenario, AbsenceCause::sickness);
    CHECK(spells.begun_on[5] == 0);
    CHECK(spells.begun_on[6] == 0);
    // A day long: h = 0.1 / 0.9 = 1/9. On Mondays all are well (nobody fell ill on Sunday): 16 Mondays after the first
    // day and 400 people at 3/9. On Fridays those who were well on Thursday; a ≈ share ill under h = 1/9: a = 1/10.
    const double mondays = 17.0;
    const double on_mondays = mondays * kPeople / 3.0;
    CHECK(static_cast<double>(spells.begun_on[0]) ==
          Approx(on_mondays).margin(4.5 * std::sqrt(on_mondays * 2.0 / 3.0)));
    const double on_fridays = 17.0 * kPeople * 0.1;
    CHECK(static_cast<double>(spells.begun_on[4]) == Approx(on_fridays).margin(5.0 * std::sqrt(on_fridays)));
}

TEST_CASE("absence: so many come late, and by so much", "[model][absence]") {
    Scenario scenario = months();
    scenario.groups.front().absence.lateness = Lateness{0.2, Distribution{Exponential{120.0}, {}}};
    double late_s = 0;
    double late = 0;
    for (const auto& one : facts_like<Missing>(scenario)) {
        const Duration of_day = one.at.time_since_epoch() % kDay;
        if (one.ended) late_s += to_seconds(of_day - 8h);
        late += one.ended ? 1 : 0;
    }
    const double shifts = static_cast<double>(kPeople * kDays);
    CHECK(late == Approx(0.2 * shifts).margin(4.5 * std::sqrt(0.2 * 0.8 * shifts)));
    CHECK(late_s / late == Approx(120.0).margin(4.5 * 120.0 / std::sqrt(late)));  // an hour is 30 means
}

TEST_CASE("absence: moments away come at their rate", "[model][absence]") {
    Scenario scenario = months();
    scenario.groups.front().absence.unplanned = SmallAbsences{0.5, Distribution{Constant{60.0}, {}}};
    double slips = 0;
    for (const auto& one : facts_like<AgentChanged>(scenario)) slips += one.to == AgentState::unplanned ? 1 : 0;
    // An alternating renewal process on one hour from its beginning: gaps of mean 2 h, moments of 1 min. With c = 1/60
    // h and rate 1/2 the expected number of beginnings in (0, 1) is Σ P(Γ(k) < (1 − (k − 1) c) / 2).
    const auto gamma_below = [](int k, double x) {
        double term = std::exp(-x);
        double sum = 1.0;
        for (int i = 0; i < k; ++i) {
            sum -= term;
            term *= x / (i + 1);
        }
        return sum;
    };
    double expected = 0;
    for (int k = 1; k <= 20; ++k) expected += gamma_below(k, 0.5 * (1.0 - (k - 1) / 60.0));
    const double hours = static_cast<double>(kPeople * kDays);
    CHECK(slips == Approx(hours * expected).margin(4.5 * std::sqrt(hours * expected)));
}

TEST_CASE("absence: who is ill is so whatever the volume, the staff of others and the calls", "[model][absence]") {
    Scenario scenario = months();
    scenario.centre.days = 20;
    scenario.groups.front().absence.sickness = Sickness{0.1, 2.0};
    const auto before = facts_like<Missing>(scenario);
    Scenario other = scenario;
    other.call_types.front().arrivals.per_interval = {500.0};
    Group more = group("more", {}, {0});
    more.shifts = {{{8h, 9h}, 3}};
    add_group(other, more);
    const auto after = facts_like<Missing>(other);
    REQUIRE(before.size() == after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        CHECK(before[i].agent == after[i].agent);
        CHECK(before[i].at == after[i].at);
    }
}

}  // namespace floorwalker::model
