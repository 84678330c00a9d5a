#include <cmath>

#include <catch2/catch.hpp>

#include "tests/validation/centres.hpp"
#include "tests/validation/comparison.hpp"
#include "tests/validation/empty_start.hpp"
#include "tests/validation/experiment.hpp"

/// A rush of callers, as after a television spot or during a telethon: a number of contacts that is large for the
/// centre, at a rate that halves again and again. The answers are Kolmogorov's equations of the hour, integrated.
namespace floorwalker::validation {
namespace {

constexpr std::int64_t kHours = 3000;
constexpr double kRegular = 6;  // a minute
constexpr double kSpot = 600;   // contacts
constexpr double kHalfLife = 6;

/// An hour with a regular flow of calls and a spot at its first second; 30 agents, calls of 3 min, patience 2 min, 40
/// places.
Scenario spot_hour(std::optional<Duration> half_life, Duration until) {
    Scenario scenario = one_day(12, 5min);
    scenario.call_types.push_back(call_type("orders", {kRegular * 5}, exponential(180), exponential(120)));
    scenario.groups.push_back(group("agents", {30}, {0}));
    scenario.centre.queue_places = 40;
    Peak spot;
    spot.contacts = kSpot;
    spot.until = scenario.centre.open + until;
    spot.half_life = half_life;
    scenario.decisions.push_back({scenario.centre.open, std::nullopt, spot});
    return scenario;
}

void compare_hour(const std::string& name, const Scenario& scenario, std::uint64_t seed, const ExpectedDay& day) {
    const RunResult run = floorwalker::run(scenario, options(seed, kHours));
    compare(
        name + ": came", exact(day.came),
        mean(experiment(scenario, seed, kHours), [](const Replication& r) { return r.all.offered + r.all.blocked; }),
        0.01);
    compare(name + ": blocked", exact(day.blocked), simulated(run, Kpi::blocked), 0.02);
    compare(name + ": abandoned", exact(day.abandoned), simulated(run, Kpi::abandoned), 0.02);
    compare(name + ": mean wait of all, s", exact(60 * day.queue / (day.came - day.blocked)),
            simulated(run, Kpi::wait_all_s), 0.02);
    for (const std::size_t part : {0U, 1U, 4U, 8U}) {  // of 5 minutes
        double queue = 0;
        for (std::size_t minute = 5 * part; minute < 5 * part + 5; ++minute) queue += day.queue_by_unit[minute] / 5;
        compare_within(
            name + ": mean queue in minutes " + std::to_string(5 * part) + " to " + std::to_string(5 * part + 5),
            exact(queue), simulated(run, run.intervals[part].kpis, Kpi::mean_queue), 0.02 * queue + 0.05);
    }
}

}  // namespace

TEST_CASE("A television spot: the rush halves every 6 minutes", "[validation][slow]") {
    // Of 600 contacts in an hour, whose rate is 2^(-t/6) times that at the start: 600 × ln 2 / 6 / (1 - 2^-10).
    const double first = kSpot * std::log(2.0) / kHalfLife / (1 - std::exp2(-60 / kHalfLife));
    const EmptyStart model{[=](double t) { return kRegular + first * std::exp2(-t / kHalfLife); }, 1.0 / 3, 0.5, 30,
                           40};
    const ExpectedDay day = model.day(60);
    CHECK(day.came == Approx(kRegular * 60 + kSpot).epsilon(1e-5));
    compare_hour("spot", spot_hour(6min, 1h), 661, day);
}

TEST_CASE("An outage: an even rush of 20 minutes", "[validation][slow]") {
    const auto rate = [](double t) { return kRegular + (t < 20 ? kSpot / 20 : 0); };
    const ExpectedDay day = EmptyStart{rate, 1.0 / 3, 0.5, 30, 40}.day(60);
    compare_hour("outage", spot_hour(std::nullopt, 20min), 662, day);
}

}  // namespace floorwalker::validation
