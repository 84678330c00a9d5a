#include <cmath>
#include <map>

#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/journeys.hpp"

/// How long and how often calls ring, against closed forms; and that ringing changes no customer.
namespace floorwalker::model {
namespace {

using namespace support;

/// 4,800 calls of a second, and always somebody free.
Scenario plenty(const Ring& ring) {
    Scenario scenario = one_day(8, 1h);
    scenario.call_types.push_back(call_type("a", {600}, constant(1s)));
    Group all = group("all", {60}, {0});
    all.ring = ring;
    add_group(scenario, all);
    return scenario;
}

double mean_ring_s(const std::vector<Answered>& answered) {
    double sum = 0.0;
    for (const Answered& one : answered) sum += to_seconds(one.rang);
    return sum / static_cast<double>(answered.size());
}

}  // namespace

TEST_CASE("ring: the mean answer delay is that of the distribution", "[model][ring]") {
    const auto answered = facts_like<Answered>(plenty({}));
    REQUIRE(answered.size() > 4000);
    // Uniform from 1 to 9: mean 5, standard deviation 8 ÷ √12 = 2.309.
    const double error = 2.309 / std::sqrt(static_cast<double>(answered.size()));
    CHECK(std::abs(mean_ring_s(answered) - 5.0) < 4.5 * error);
}

TEST_CASE("ring: a delay beyond the last ring is cut there", "[model][ring]") {
    const auto answered = facts_like<Answered>(plenty({.delay = exponential(10)}));
    // An exponential X of mean m cut at c: mean m (1 − e^(−c/m)) = 10 (1 − e^(−1.5)) = 7.769; its square has the mean
    // 2 m² (1 − e^(−c/m) (1 + c/m)) = 200 (1 − 2.5 e^(−1.5)) = 88.43, so the standard deviation is 5.298.
    const double error = 5.298 / std::sqrt(static_cast<double>(answered.size()));
    CHECK(std::abs(mean_ring_s(answered) - 10 * (1 - std::exp(-1.5))) < 4.5 * error);
}

TEST_CASE("ring: with a share p not taken a call rings 1/(1 - p) times", "[model][ring]") {
    const Scenario scenario = plenty({.not_answered = 0.4, .do_not_disturb = 1s});
    const auto calls = static_cast<double>(facts_like<Answered>(scenario).size());
    const auto rings = static_cast<double>(facts_like<RingBegan>(scenario).size());
    // Geometric: mean 1 ÷ 0.6 = 1.667, variance 0.4 ÷ 0.6² = 1.111.
    CHECK(std::abs(rings / calls - 1 / 0.6) < 4.5 * std::sqrt(1.111 / calls));
    CHECK(facts_like<RingMissed>(scenario).size() == static_cast<std::size_t>(rings - calls));
}

TEST_CASE("ring: customers are the same whether or not it rings, and is taken", "[model][ring]") {
    const auto talks = [](const Scenario& scenario) {
        std::map<std::uint32_t, Duration> found;
        for (const auto& one : facts_like<TalkEnded>(scenario)) found[one.contact.customer.number] = one.talk;
        return found;
    };
    Scenario scenario = plenty({});
    scenario.call_types.front().talk = exponential(20);
    const auto ringing = talks(scenario);
    const auto first = facts_like<Answered>(scenario);
    scenario.groups.front().ring->not_answered = 0.3;
    scenario.groups.front().ring->do_not_disturb = 0s;
    CHECK(talks(scenario) == ringing);
    // And takes as long to be taken by whoever does.
    std::map<std::uint32_t, Duration> rang;
    for (const auto& one : facts_like<Answered>(scenario)) rang[one.contact.customer.number] = one.rang;
    for (const auto& one : first) REQUIRE(rang.at(one.contact.customer.number) == one.rang);
    scenario.groups.front().ring.reset();
    CHECK(talks(scenario) == ringing);
}

}  // namespace floorwalker::model
