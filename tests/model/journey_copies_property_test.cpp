#include <catch2/catch.hpp>

#include "tests/support/copies.hpp"
#include "tests/support/engines.hpp"
#include "tests/support/journey/property.hpp"

/// However the run of a centre that uses everything is cut: it is the same.
namespace floorwalker::model {
namespace {

using support::at_once;
using support::Dice;
using support::DigestEngine;
using support::engine_for;
using support::run_on;

std::string wrong_with_copies(const Scenario& scenario, std::uint64_t seed) {
    const auto whole = at_once(scenario, seed);
    DigestEngine engine = engine_for(scenario, seed);
    engine.run_steps(Dice{seed}.below(whole.steps));
    if (run_on(engine) != whole.digest) return "a snapshot goes on in another way";
    // From the world alone, which is all the state there is.
    if (run_on(DigestEngine{prepare(scenario), engine.world(), engine.observer()}) != whole.digest)
        return "there is state outside the world";
    return run_on(std::move(engine)) == whole.digest ? "" : "a copy has changed the original";
}

std::string wrong_with_slices(const Scenario& scenario, std::uint64_t seed) {
    const auto whole = at_once(scenario, seed);
    DigestEngine stepped = engine_for(scenario, seed);
    while (stepped.step()) {
    }
    if (stepped.observer().value() != whole.digest || stepped.world().now != whole.end) return "stepped it is another";
    DigestEngine sliced = engine_for(scenario, seed);
    Dice dice{seed};
    while (!sliced.is_over())
        sliced.run_until(sliced.world().now + Duration{std::chrono::seconds{1}} * dice.between(0, 7200));
    const bool is_same = sliced.observer().value() == whole.digest && sliced.world().steps == whole.steps;
    return is_same ? "" : "run in slices it is another";
}

}  // namespace

TEST_CASE("snapshots of centres that use everything, run on", "[model][snapshot][property]") {
    support::check_for_all("copies", 300, wrong_with_copies);
}

TEST_CASE("centres that use everything, stepped and in slices", "[model][snapshot][property]") {
    support::check_for_all("slices", 200, wrong_with_slices);
}

}  // namespace floorwalker::model
