#include "viz/day/scene.hpp"

#include <catch2/catch.hpp>

#include <floorwalker/simulation.hpp>

#include "tests/support/shipped.hpp"
#include "tests/viz/support/ledger.hpp"

namespace floorwalker::viz {
namespace {

/// Runs a week of the scenario, or all of it when it is shorter, and holds the scene against the ledger.
void check_week(const Scenario& scenario, std::uint64_t seed, std::uint64_t replication) {
    Simulation simulation{scenario, seed, replication};
    Scene scene{scenario};
    Ledger ledger{scenario};
    simulation.listen([&](const Fact& fact) {
        scene(fact);
        ledger.check_fact(scene, fact);
    });
    constexpr std::size_t kBetweenLooks = 64;  // events, between two looks at everybody
    const TimePoint until{7 * kDay};
    std::size_t steps = 0;
    while (simulation.now() < until && simulation.step()) {
        ledger.check_waiting(scene, simulation.waiting());
        if (++steps % kBetweenLooks == 0) ledger.check_all(scene);
    }
    if (simulation.is_over()) ledger.check_end(scene);
    CHECK(ledger.complaints() == std::vector<std::string>{});
    CHECK(ledger.facts() > 100);
}

}  // namespace

TEST_CASE("a scene agrees with the simulation, fact for fact", "[viz]") {
    const auto names = support::shipped_names();
    REQUIRE(names.size() > 10);
    for (const std::string& name : names) {
        const Scenario scenario = support::shipped(name);
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            INFO(name << ", seed " << seed);
            check_week(scenario, seed, seed - 1);
        }
    }
}

}  // namespace floorwalker::viz
