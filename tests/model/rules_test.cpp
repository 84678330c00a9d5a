#include <string>

#include <catch2/catch.hpp>

#include "sim/model/engine.hpp"
#include "tests/support/inspector.hpp"
#include "tests/support/random_scenario.hpp"

/// The rules of the centre, at every fact of many days thrown together by chance.
namespace floorwalker::model {
namespace {

using support::Inspector;

std::string first_violation(const Inspector& inspector) {
    return inspector.violations().empty() ? "" : inspector.violations().front();
}

Inspector inspect(const Scenario& scenario, std::uint64_t seed) {
    const auto prepared = prepare(scenario);
    Engine<Inspector> engine{prepared, seed, 0, Inspector{scenario, prepared, kernel::stream_key(seed, 0)}};
    while (engine.step()) {
        Inspector& inspector = engine.observer();
        inspector.check_between_events();
        if (inspector.waiting() != engine.world().waiting || inspector.in_centre() != engine.world().in_centre()) {
            FAIL("the world counts " << engine.world().waiting << " waiting and " << engine.world().in_centre()
                                     << " in the centre, the facts say " << inspector.waiting() << " and "
                                     << inspector.in_centre());
        }
    }
    engine.observer().check_at_the_end();
    return std::move(engine.observer());
}

}  // namespace

TEST_CASE("every rule holds at every fact of 1000 random centres", "[model]") {
    std::uint64_t contacts = 0;
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
        INFO("support::random_scenario(" << seed << ")");
        const Scenario scenario = support::random_scenario(seed);
        const Inspector inspector = inspect(scenario, seed);
        CHECK(first_violation(inspector) == "");
        contacts += inspector.contacts();
    }
    CHECK(contacts > 300'000);  // else the random centres have become too small to say anything
}

}  // namespace floorwalker::model
