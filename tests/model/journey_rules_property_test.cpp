#include <catch2/catch.hpp>

#include "sim/model/engine.hpp"
#include "tests/support/journey/journey_inspector.hpp"
#include "tests/support/journey/property.hpp"
#include "tests/support/journey/world_audit.hpp"

/// The rules of the centre at every moment of many days that use everything, thrown together by chance.
namespace floorwalker::model {
namespace {

using support::JourneyInspector;

/// What the run breaks first; empty: nothing.
std::string first_broken_rule(const Scenario& scenario, std::uint64_t seed,
                              std::array<std::uint64_t, std::variant_size_v<Fact>>& facts) {
    const auto prepared = prepare(scenario);
    Engine<JourneyInspector> engine{prepared, seed, 0,
                                    JourneyInspector{scenario, prepared, kernel::stream_key(seed, 0)}};
    JourneyInspector& inspector = engine.observer();
    while (engine.step()) {
        inspector.check_between_events();
        if (!inspector.violations().empty()) return inspector.violations().front();
        if (const std::string wrong = support::audit(*prepared, engine.world(), inspector); !wrong.empty())
            return wrong;
    }
    inspector.check_at_the_end();
    for (std::size_t i = 0; i < facts.size(); ++i) facts[i] += inspector.counts()[i];
    return inspector.violations().empty() ? "" : inspector.violations().front();
}

}  // namespace

TEST_CASE("every rule holds at every moment of centres that use everything", "[model][property]") {
    std::array<std::uint64_t, std::variant_size_v<Fact>> facts{};
    support::check_for_all("rules", 500, [&](const Scenario& scenario, std::uint64_t seed) {
        return first_broken_rule(scenario, seed, facts);
    });
    // Else the random centres have become too small to say anything.
    for (std::size_t i = 0; i < facts.size(); ++i) {
        INFO("fact " << i);
        CHECK(facts[i] > 300);
    }
}

}  // namespace floorwalker::model
