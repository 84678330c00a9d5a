#include <catch2/catch.hpp>

#include <floorwalker/simulation.hpp>

#include "tests/support/journey/journey_counts.hpp"
#include "tests/support/journey/property.hpp"

/// The KPIs of centres that use everything are what anybody would count who follows each contact by its facts.
namespace floorwalker::measure {

TEST_CASE("KPIs of centres that use everything are those counted from facts", "[measure][property]") {
    support::check_for_all("counts", 300, [](const Scenario& scenario, std::uint64_t seed) {
        support::JourneyCounts counts{scenario};
        Simulation simulation{scenario, seed};
        simulation.listen([&](const Fact& fact) { counts(fact); });
        simulation.run();
        return counts.difference(simulation.result());
    });
}

}  // namespace floorwalker::measure
