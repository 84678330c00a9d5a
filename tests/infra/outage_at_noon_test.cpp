#include <algorithm>
#include <cstdint>
#include <set>
#include <variant>

#include <catch2/catch.hpp>

#include <floorwalker/simulation.hpp>

#include "tests/support/shipped.hpp"

/// A server that is off for ten minutes at noon, with SimGrid behind the floor.
namespace floorwalker {
namespace {

using namespace std::chrono_literals;

struct Counts {
    std::set<Customer> kept;
    std::set<Customer> done;  // reached, or given up after all attempts
    std::int64_t on_paper = 0;
    std::int64_t entered = 0;
    Duration longest{0};

    void operator()(const Fact& fact) {
        if (std::holds_alternative<WentToPaper>(fact)) ++on_paper;
        if (std::holds_alternative<EnteredFromPaper>(fact)) ++entered;
        if (const auto* one = std::get_if<CallbackKept>(&fact)) kept.insert(one->contact.customer);
        if (const auto* one = std::get_if<CallbackMissed>(&fact)) done.insert(one->contact.customer);
        if (const auto* one = std::get_if<CalledBack>(&fact)) {
            longest = std::max(longest, one->waited);
            if (one->reached) done.insert(one->contact.customer);
        }
    }
};

}  // namespace

TEST_CASE("ten minutes without a server at noon: paper, callbacks within a day, and nothing is lost", "[infra]") {
    Scenario scenario = support::shipped("site_lost");
    scenario.decisions = {{12h, {}, ServerDown{ServerId{1}, 12h + 10min}}};
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        Counts counts;
        Simulation simulation{scenario, seed};
        simulation.listen([&](const Fact& fact) { counts(fact); });
        simulation.run();
        CHECK(counts.on_paper > 0);
        CHECK(counts.entered == counts.on_paper);
        CHECK(counts.kept.size() > 0);
        CHECK(counts.done == counts.kept);
        CHECK(counts.longest <= 24h);
        CHECK(simulation.in_centre() == 0);
    }
}

}  // namespace floorwalker
