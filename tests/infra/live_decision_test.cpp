#include <cstdint>

#include <catch2/catch.hpp>

#include <floorwalker/simulation.hpp>

#include "tests/support/shipped.hpp"

/// Decisions about machines while a run goes on, with SimGrid behind it.
namespace floorwalker {
namespace {

using namespace std::chrono_literals;

const Decision kLost{11h, 0, SiteLost{SiteId{1}, true, 12h + 30min}};

Scenario two_houses() {
    Scenario scenario = support::shipped("site_lost");
    scenario.decisions.clear();
    return scenario;
}

std::uint64_t digest_of(Simulation simulation) {
    simulation.run();
    return simulation.digest();
}

}  // namespace

TEST_CASE("a lost site that is decided on live is one that was scripted", "[infra][live]") {
    Scenario scripted = two_houses();
    scripted.decisions = {kLost};
    const std::uint64_t expected = digest_of(Simulation{scripted, 3});

    Simulation live{two_houses(), 3};
    live.run_until(TimePoint{10h});
    live.apply(kLost);  // ahead of its time
    CHECK(digest_of(live) == expected);

    Simulation later{two_houses(), 3};
    later.run_until(TimePoint{11h});
    const Simulation snapshot = later;
    Decision now = kLost;
    now.what = SiteLost{SiteId{1}, true, 12h + 30min};
    later.apply(now);
    CHECK(digest_of(later) == expected);
    // The copy that was made before knows nothing of it.
    CHECK(digest_of(snapshot) == digest_of(Simulation{two_houses(), 3}));
    CHECK(digest_of(snapshot) != expected);
}

TEST_CASE("decisions one after the other run the machines from the start each time, and the same up to now",
          "[infra][live]") {
    Scenario scripted = two_houses();
    const Decision slow{9h, 0, ServerSlow{ServerId{1}, 0.2, 10h}};
    const Decision down{9h + 30min, 0, ServerDown{ServerId{0}, 9h + 40min}};
    scripted.decisions = {slow, down, kLost};
    Simulation live{two_houses(), 5};
    live.apply(slow);
    live.run_until(TimePoint{9h + 15min});
    live.apply(down);
    live.run_until(TimePoint{9h + 35min});
    live.apply(kLost);
    CHECK(digest_of(live) == digest_of(Simulation{scripted, 5}));
}

}  // namespace floorwalker
