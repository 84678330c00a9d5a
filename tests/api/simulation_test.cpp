#include <catch2/catch.hpp>

#include <floorwalker/run.hpp>
#include <floorwalker/simulation.hpp>

#include "sim/measure/digest.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/dice.hpp"
#include "tests/support/random_scenario.hpp"
#include "tests/support/shipped.hpp"

namespace floorwalker {
namespace {

using namespace std::chrono_literals;

std::uint64_t run_on(Simulation simulation) {
    simulation.run();
    return simulation.digest();
}

}  // namespace

TEST_CASE("the simulation of the hotline copied at 20 random moments and run on", "[api]") {
    Simulation simulation{support::shipped("hotline"), 9};
    const std::uint64_t whole = run_on(simulation);
    support::Dice dice{9};
    for (int i = 0; i < 20; ++i) {
        simulation.run_until(simulation.now() + Duration{1s} * dice.between(0, 2 * 16 * 3600 / 20));
        CHECK(run_on(simulation) == whole);
    }
    CHECK(run_on(std::move(simulation)) == whole);
}

TEST_CASE("a simulation is a value", "[api]") {
    const Scenario scenario = support::random_scenario(21);
    const std::uint64_t whole = run_on(Simulation{scenario, 5});
    Simulation one{scenario, 5};
    one.run_until(TimePoint{scenario.centre.open + 1h});
    Simulation other{support::random_scenario(22), 5};
    other = one;  // even of another scenario
    CHECK(other.now() == one.now());
    CHECK(other.waiting() == one.waiting());
    CHECK(other.in_centre() == one.in_centre());
    one.run();
    CHECK(one.is_over());
    CHECK_FALSE(one.step());
    CHECK_FALSE(other.is_over());
    other = Simulation{other};
    CHECK(run_on(other) == whole);
    const Simulation moved = std::move(other);
    CHECK(run_on(moved) == whole);
}

TEST_CASE("a simulation gives the result of a run of one replication", "[api]") {
    for (std::uint64_t seed = 31; seed <= 50; ++seed) {
        INFO("support::random_scenario(" << seed << ")");
        const Scenario scenario = support::random_scenario(seed);
        Simulation simulation{scenario, seed};
        while (simulation.step()) {
        }
        RunOptions options;
        options.seed = seed;
        options.replications = 1;
        const RunResult expected = run(scenario, options);
        const RunResult result = simulation.result();
        CHECK(result.digest == expected.digest);
        CHECK(result.seed == expected.seed);
        CHECK(result.contacts == expected.contacts);
        for (const Kpi kpi : all_kpis()) {
            INFO(name_of(kpi));
            CHECK(result.overall[kpi].mean == expected.overall[kpi].mean);
            CHECK(result.groups.front().kpis[kpi].mean == expected.groups.front().kpis[kpi].mean);
            CHECK(result.intervals.back().kpis[kpi].mean == expected.intervals.back().kpis[kpi].mean);
        }
        CHECK(simulation.waiting() == 0);
        CHECK(simulation.in_centre() == 0);
    }
}

TEST_CASE("results on the way change nothing", "[api]") {
    const Scenario scenario = support::random_scenario(51);
    const std::uint64_t whole = run_on(Simulation{scenario});
    Simulation simulation{scenario};
    std::optional<double> offered = 0;
    CHECK_FALSE(simulation.result().overall[Kpi::answered].mean.value_or(0) > 0);
    for (TimePoint until{}; !simulation.is_over(); until += 30min) {
        simulation.run_until(until);
        const auto now = simulation.result().overall[Kpi::offered].mean;
        if (now) CHECK(*now >= offered.value_or(0));
        offered = now;
    }
    CHECK(simulation.digest() == whole);
}

TEST_CASE("the listener hears every fact, a copy has none", "[api]") {
    const Scenario scenario = support::random_scenario(52);
    Simulation simulation{scenario};
    std::size_t facts = 0;
    simulation.listen([&](const Fact&) { ++facts; });
    simulation.run_until(TimePoint{scenario.centre.open + 1h});
    CHECK(facts > 10);
    const std::size_t so_far = facts;
    Simulation copy = simulation;
    copy.run();
    Simulation assigned{scenario};
    assigned = simulation;
    assigned.run();
    CHECK(facts == so_far);
    simulation.run();
    CHECK(facts > so_far);
    simulation.listen({});
}

TEST_CASE("what the listener hears makes the digest", "[api]") {
    Simulation simulation{support::random_scenario(53)};
    auto heard = std::make_shared<measure::Digest>();
    simulation.listen([heard](const Fact& fact) { std::visit([&](const auto& one) { (*heard)(one); }, fact); });
    simulation.run();
    CHECK(heard->value() == simulation.digest());
}

TEST_CASE("a decision applied to the simulation equals the same in the scenario", "[api]") {
    Scenario plain = support::shipped("hotline");
    const Decision decision = support::absent(GroupId{0}, 12h + 7min + 1s, 15h + 11min + 2s, 9);
    Simulation live{plain, 3};
    live.run_until(TimePoint{11h});
    Simulation other = live;
    live.apply(decision);
    const std::uint64_t applied = run_on(live);
    plain.decisions.push_back(decision);
    CHECK(applied == run_on(Simulation{plain, 3}));
    CHECK(applied != run_on(other));
}

}  // namespace floorwalker
