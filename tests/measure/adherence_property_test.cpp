#include <catch2/catch.hpp>

#include <floorwalker/simulation.hpp>

#include "tests/support/journey/property.hpp"
#include "tests/support/naive_adherence.hpp"

/// Adherence and conformance of random centres are what anybody would work out who asks piece of time by piece of time.
namespace floorwalker::measure {
namespace {

/// More happens to schedules: breaks of all who have room for one, and in some centres people who hardly stay.
Scenario with_more_to_keep_to(Scenario scenario, std::uint64_t seed) {
    constexpr Duration kTolerances[] = {Duration{0}, std::chrono::seconds{45}, std::chrono::minutes{7},
                                        std::chrono::minutes{40}};
    scenario.centre.adherence_tolerance = kTolerances[seed % 4];
    const bool is_restless = seed % 3 == 0;
    if (is_restless) scenario.centre.days = 4;
    for (Group& group : scenario.groups) {
        if (!group.agents.empty()) continue;
        if (is_restless) {
            group.attrition = Attrition{1 - 1e-15, 10.0};  // three of five leave in a day
            group.hiring = {{.day = 0, .every = kDay, .people = 2, .training = kDay}};
        }
        if (!group.away.empty() || group.shifts.empty()) continue;
        const WorkSpan shift = group.shifts.front().span;
        const Duration from = shift.start % kDay;
        group.away = {{.what = AgentState::on_break,
                       .from = from,
                       .until = from + (shift.end - shift.start) / 2,
                       .length = (shift.end - shift.start) / 8}};
    }
    return scenario;
}

}  // namespace

TEST_CASE("adherence of random centres is that of every moment", "[measure][property][adherence]") {
    int some = 0;
    int all_kept = 0;
    support::check_for_all("adherence", 150, [&](const Scenario& random, std::uint64_t seed) {
        const Scenario scenario = with_more_to_keep_to(random, seed);
        support::NaiveAdherence naive{scenario};
        Simulation simulation{scenario, seed};
        simulation.listen([&](const Fact& fact) { naive(fact); });
        simulation.run();
        const std::string wrong = naive.difference(simulation.result(), simulation.now());
        if (naive.scheduled_s() > 0) ++some;
        if (naive.scheduled_s() > 0 && naive.missed_s() == 0) ++all_kept;
        return wrong;
    });
    CHECK(some > 40);
    CHECK(all_kept < some / 2);
}

}  // namespace floorwalker::measure
