#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/measure/digest.hpp"
#include "tests/support/dice.hpp"
#include "tests/support/engines.hpp"
#include "tests/support/steady_room.hpp"

/// Whether a run is the same however it is run: copied and run on, stepped, in slices.
namespace floorwalker::support {

using DigestEngine = model::Engine<measure::Digest>;

inline DigestEngine engine_for(const Scenario& scenario, std::uint64_t seed) {
    return {model::prepare(scenario, steady_room()), seed, 0};
}

struct Uninterrupted {
    std::uint64_t digest = 0;
    std::uint64_t steps = 0;
    TimePoint end{};
};

inline Uninterrupted at_once(const Scenario& scenario, std::uint64_t seed) {
    DigestEngine engine = engine_for(scenario, seed);
    engine.run();
    return {engine.observer().value(), engine.world().steps, engine.world().now};
}

inline std::uint64_t run_on(DigestEngine engine) {
    engine.run();
    return engine.observer().value();
}

/// Copies the world at `copies` random moments of one run.
inline void check_copies(const Scenario& scenario, std::uint64_t seed, int copies) {
    const Uninterrupted whole = at_once(scenario, seed);
    Dice dice{seed};
    std::vector<std::uint64_t> moments;
    for (int i = 0; i < copies; ++i) moments.push_back(dice.below(whole.steps));
    std::sort(moments.begin(), moments.end());
    DigestEngine engine = engine_for(scenario, seed);
    for (const std::uint64_t moment : moments) {
        engine.run_steps(moment - engine.world().steps);
        CHECK(run_on(engine) == whole.digest);
        // From the world alone, which is all the state there is.
        CHECK(run_on(DigestEngine{model::prepare(scenario, steady_room()), engine.world(), engine.observer()}) ==
              whole.digest);
    }
    CHECK(run_on(engine) == whole.digest);
}

inline void check_all_ways(const Scenario& scenario, std::uint64_t seed) {
    const Uninterrupted whole = at_once(scenario, seed);
    DigestEngine stepped = engine_for(scenario, seed);
    while (stepped.step()) {
    }
    CHECK(stepped.observer().value() == whole.digest);
    CHECK(stepped.world().now == whole.end);

    DigestEngine sliced = engine_for(scenario, seed);
    Dice dice{seed};
    while (!sliced.is_over())
        sliced.run_until(sliced.world().now + Duration{std::chrono::seconds{1}} * dice.between(0, 7200));
    CHECK(sliced.observer().value() == whole.digest);
    CHECK(sliced.world().steps == whole.steps);
}

}  // namespace floorwalker::support
