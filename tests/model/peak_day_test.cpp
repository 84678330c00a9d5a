#include <catch2/catch.hpp>

#include <floorwalker/simulation.hpp>

#include "tests/support/journeys.hpp"

/// Mass calls that a decision brings: how many, when, and where they go. Counts are Poisson; margins are four standard
/// deviations, passed once in 15,000 times, with a fixed seed.
namespace floorwalker::model {
namespace {

using namespace support;

// Two hours from 8:00 with staff for everybody; a peak of `contacts` calls of type a from 8:30 to 9:30.
Scenario with_peak(double contacts, std::optional<Duration> half_life = {}) {
    Scenario scenario = quiet_day(2);
    add_type(scenario, "a", 10s);
    add_group(scenario, group("all", {5000}, {0}));
    scenario.decisions.push_back({8h + 30min, {}, Peak{CallTypeId{0}, {}, contacts, 9h + 30min, half_life}});
    return scenario;
}

std::size_t count_between(const std::vector<Offered>& offered, Duration from, Duration to) {
    std::size_t count = 0;
    for (const auto& one : offered) count += one.at >= at(from) && one.at < at(to) ? 1 : 0;
    return count;
}

double as_double(std::size_t count) { return static_cast<double>(count); }

}  // namespace

TEST_CASE("an even peak brings as many contacts as it says, evenly", "[model][peak]") {
    const auto offered = facts_like<Offered>(with_peak(10'000));
    CHECK(as_double(offered.size()) == Approx(10'000).margin(400));  // 4 × √10,000
    CHECK(count_between(offered, 8h + 30min, 9h + 30min) == offered.size());
    // A quarter of an hour brings 2,500: 4 × √2,500 = 200.
    for (const Duration from : {0min, 15min, 30min, 45min})
        CHECK(as_double(count_between(offered, 8h + 30min + from, 8h + 45min + from)) == Approx(2500).margin(200));
    // They count in the interval in which they come.
    for (const auto& one : offered) CHECK(one.contact.interval == (one.at < at(9h) ? 0 : 1));
}

TEST_CASE("a rush halves in its half-life", "[model][peak]") {
    const auto offered = facts_like<Offered>(with_peak(10'000, 20min));
    CHECK(as_double(offered.size()) == Approx(10'000).margin(400));
    // In 60 minutes it halves three times: the parts of 20 minutes are as 4 : 2 : 1, so 5,714, 2,857 and 1,429.
    CHECK(as_double(count_between(offered, 8h + 30min, 8h + 50min)) == Approx(40'000.0 / 7).margin(303));
    CHECK(as_double(count_between(offered, 8h + 50min, 9h + 10min)) == Approx(20'000.0 / 7).margin(214));
    CHECK(as_double(count_between(offered, 9h + 10min, 9h + 30min)) == Approx(10'000.0 / 7).margin(152));
    // The first 10 minutes: 1 − 2^(−1/2) = 0.29289 of 8/7 of all: 3,347.
    CHECK(as_double(count_between(offered, 8h + 30min, 8h + 40min)) == Approx(3347).margin(232));
}

TEST_CASE("a peak comes beside the others and changes none of them", "[model][peak]") {
    Scenario scenario = with_peak(1000);
    scenario.replay.reset();
    scenario.call_types.front().arrivals.per_interval = {300};
    Scenario quiet = scenario;
    quiet.decisions.clear();
    std::vector<TimePoint> own;
    for (const auto& one : facts_like<Offered>(scenario)) {
        if (one.contact.customer.source == SourceId{0}) own.push_back(one.at);
    }
    std::vector<TimePoint> without_peak;
    for (const auto& one : facts_like<Offered>(quiet)) without_peak.push_back(one.at);
    CHECK(own == without_peak);
    CHECK(own.size() > 400);
}

TEST_CASE("a peak of a number hears its IVR", "[model][peak]") {
    Scenario scenario = with_peak(1000);
    const FlowId flow = add_flow(scenario, "main", {say("hello", 5s, 1), ask("person", CallTypeId{0})});
    const NumberId number = add_number(scenario, "10000", flow);
    std::get<Peak>(scenario.decisions.front().what).number = number;
    const auto facts = facts_of(scenario);
    const std::size_t offered = facts_like<Offered>(facts).size();
    CHECK(as_double(offered) == Approx(1000).margin(126));
    CHECK(facts_like<EnteredIvr>(facts).size() == offered);
    for (const auto& answered : facts_like<Answered>(facts)) CHECK(answered.contact.call_type == CallTypeId{0});
    CHECK(facts_like<Answered>(facts).size() == offered);
}

TEST_CASE("a peak over closing: who calls a closed centre hears no more than that", "[model][peak]") {
    Scenario scenario = with_peak(9000);
    scenario.decisions.front().at = 9h + 30min;
    std::get<Peak>(scenario.decisions.front().what).until = 11h;  // closing is at 10:00
    scenario.centre.days = 2;
    const auto offered = facts_like<Offered>(scenario);
    // Each day 9,000 in an hour and a half, of which the first third finds the centre open.
    CHECK(as_double(count_between(offered, 9h + 30min, 10h)) == Approx(3000).margin(219));
    CHECK(as_double(count_between(offered, kDay + 9h + 30min, kDay + 10h)) == Approx(3000).margin(219));
    CHECK(as_double(offered.size()) == Approx(6000).margin(310));
    CHECK(offered.back().contact.day == 1);
}

TEST_CASE("a peak before the opening is lost as far as the centre is closed", "[model][peak]") {
    Scenario scenario = with_peak(4000);
    scenario.decisions.front().at = 7h;  // opening is at 8:00
    std::get<Peak>(scenario.decisions.front().what).until = 9h;
    const auto offered = facts_like<Offered>(scenario);
    CHECK(as_double(offered.size()) == Approx(2000).margin(179));
    CHECK(offered.front().at >= at(8h));
}

TEST_CASE("a peak past midnight", "[model][peak]") {
    Scenario scenario = with_peak(4000);
    scenario.centre.open = 22h;
    scenario.centre.close = 26h;
    scenario.groups.front().agents = {5000};
    scenario.decisions.front().at = 23h;
    std::get<Peak>(scenario.decisions.front().what).until = 25h;
    const auto offered = facts_like<Offered>(scenario);
    CHECK(as_double(count_between(offered, 23h, 24h)) == Approx(2000).margin(179));
    CHECK(as_double(count_between(offered, 24h, 25h)) == Approx(2000).margin(179));
    for (const auto& one : offered) {
        CHECK(one.contact.day == 0);  // the night belongs to the day before
        CHECK(one.contact.interval == (one.at < at(24h) ? 1 : 2));
    }
}

TEST_CASE("callers of a peak redial like others", "[model][peak]") {
    Scenario scenario = with_peak(200);
    scenario.groups.front().agents = {0};
    scenario.call_types.front().patience = constant(30s);
    scenario.call_types.front().redial = redial(0.0, 1.0, 2);
    const auto facts = facts_of(scenario);
    const auto again = facts_like<WillCallAgain>(facts);
    CHECK(as_double(again.size()) == Approx(200).margin(57));
    // Each calls once more, three and a half minutes after the first call.
    CHECK(facts_like<Offered>(facts).size() == 2 * again.size());
    for (const auto& one : again) CHECK(one.then == one.at + 3min);
}

TEST_CASE("a peak that is decided while it should be going on ends when it should", "[model][peak]") {
    Simulation simulation{with_peak(1000)};
    std::vector<TimePoint> came;
    simulation.listen([&](const Fact& fact) {
        const auto* offered = std::get_if<Offered>(&fact);
        if (offered != nullptr && offered->contact.customer.source == source_id(SourceKind::decision, 1))
            came.push_back(offered->at);
    });
    simulation.run_until(at(8h + 45min));
    // It should have begun at 8:15: the rest of its time is 15 minutes.
    simulation.apply({8h + 15min, {}, Peak{CallTypeId{0}, {}, 4000.0, 9h, {}}});
    simulation.run();
    REQUIRE(came.size() > 3000);
    CHECK(came.front() >= at(8h + 45min));
    CHECK(came.back() < at(9h));
}

}  // namespace floorwalker::model
