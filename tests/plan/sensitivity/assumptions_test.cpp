#include "sim/plan/sensitivity/assumptions.hpp"

#include <catch2/catch.hpp>

#include "sim/plan/replicate.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/shipped.hpp"

namespace floorwalker::plan {
namespace {

using namespace std::chrono_literals;

double mean(const Scenario& scenario, Kpi kpi, std::int64_t replications = 60) {
    ReplicateOptions options;
    options.run.replications = replications;
    options.run.seed = 625;
    return *replicate(scenario, options).overall[kpi].mean;
}

}  // namespace

TEST_CASE("Inputs move what they are", "[plan][sensitivity]") {
    Scenario scenario = support::one_day(4, 1h);
    scenario.call_types.push_back(support::call_type("a", {60}, support::exponential(180), support::exponential(120)));
    scenario.call_types.back().wrap_up = support::exponential(20);
    scenario.groups.push_back(support::group("all", {3}, {0}));
    // Counts of 240 × 60 contacts: a standard deviation of about 0.8 %, shared by both.
    CHECK(mean(*scaled(scenario, Assumption::volume, 1.1), Kpi::offered) / mean(scenario, Kpi::offered) ==
          Approx(1.1).epsilon(0.02));
    // The answered are not the same people, and so the mean of their talks differs a little more.
    CHECK(mean(*scaled(scenario, Assumption::handling_time, 1.25), Kpi::aht_s) / mean(scenario, Kpi::aht_s) ==
          Approx(1.25).epsilon(0.03));
    CHECK(mean(*scaled(scenario, Assumption::patience, 1.5), Kpi::abandonment) < mean(scenario, Kpi::abandonment));
    CHECK_FALSE(scaled(scenario, Assumption::shrinkage, 1.1));
    scenario.call_types.back().patience.reset();
    CHECK_FALSE(scaled(scenario, Assumption::patience, 1.1));
    scenario.replay.emplace();
    CHECK_FALSE(scaled(scenario, Assumption::volume, 1.1));
}

TEST_CASE("Everything of the hotline is scaled, and it still runs", "[plan][sensitivity]") {
    const Scenario hotline = support::shipped("hotline");
    for (const Assumption input : kAssumptions) {
        INFO(name_of(input));
        if (input == Assumption::server_work) continue;  // the hotline has no machines
        for (const double factor : {0.5, 0.9, 1.1, 1.5}) {
            const auto changed = scaled(hotline, input, factor);
            REQUIRE(changed);
            CHECK_NOTHROW(model::prepare(*changed));
        }
    }
    const double shrinkage = mean(hotline, Kpi::shrinkage, 12);
    CHECK(mean(*scaled(hotline, Assumption::shrinkage, 1.2), Kpi::shrinkage, 12) / shrinkage ==
          Approx(1.2).epsilon(0.05));
    CHECK(mean(*scaled(hotline, Assumption::shrinkage, 0.8), Kpi::shrinkage, 12) / shrinkage ==
          Approx(0.8).epsilon(0.05));
}

TEST_CASE("More work for servers is less speed", "[plan][sensitivity][machines]") {
    CHECK_FALSE(scaled(support::shipped("hotline"), Assumption::server_work, 1.25));
    const Scenario scenario = support::shipped("crm_slow");
    const auto changed = scaled(scenario, Assumption::server_work, 1.25);
    REQUIRE(changed);
    CHECK(changed->infrastructure.servers[0].speed == scenario.infrastructure.servers[0].speed * 0.8);  // 1 / 1.25
}

TEST_CASE("Longer meals find room in their window", "[plan][sensitivity]") {
    Scenario scenario;
    Group& group = scenario.groups.emplace_back();
    Activity& meal = group.away.emplace_back();
    meal.from = 11h;
    meal.until = 14h;
    meal.length = 30min;
    meal.at_once = 7;  // six turns of seven: 42 people
    const auto longer = scaled(scenario, Assumption::shrinkage, 1.1);
    REQUIRE(longer);
    CHECK(longer->groups[0].away[0].length == 33min);
    CHECK(longer->groups[0].away[0].at_once == 9);  // five turns: 45 people
    const auto shorter = scaled(scenario, Assumption::shrinkage, 0.9);
    CHECK(shorter->groups[0].away[0].length == 27min);
    CHECK(shorter->groups[0].away[0].at_once == 7);
    meal.length = 3h;
    CHECK(scaled(scenario, Assumption::shrinkage, 1.1)->groups[0].away[0].length == 3h);  // as long as its window
}

TEST_CASE("Shares of absence stay possible", "[plan][sensitivity]") {
    Scenario scenario;
    Group& group = scenario.groups.emplace_back();
    group.absence.sickness.emplace().share = 0.7;
    group.absence.sickness->days = 3;
    CHECK(scaled(scenario, Assumption::shrinkage, 1.05)->groups[0].absence.sickness->share == Approx(0.735));
    CHECK(scaled(scenario, Assumption::shrinkage, 1.5)->groups[0].absence.sickness->share < 0.75);
}

}  // namespace floorwalker::plan
