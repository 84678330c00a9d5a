#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include <floorwalker/run.hpp>

#include "sim/model/contact/luck.hpp"
#include "sim/model/model.hpp"
#include "tests/support/journeys.hpp"

/// Which contacts are judged, and how.
namespace floorwalker::model {
namespace {

using namespace support;

/// `agents` people, an hour a day in which each has some ten calls of a minute. Every contact is worth 100/3 points,
/// and another 100/3 where it is solved.
Scenario judged_centre(std::int64_t days, std::int64_t agents, double solved = 0.0) {
    Scenario scenario = one_day(1, 1h);
    scenario.centre.days = days;
    CallType type = call_type("a", {10.0 * static_cast<double>(agents)}, constant(1min));
    type.outcome.emplace();
    type.outcome->solved = solved;
    type.outcome->politeness = 0.0;
    scenario.call_types.push_back(type);
    scenario.groups.push_back(group("all", {agents}, {0}));
    scenario.monitoring = Monitoring{.samples_per_agent = 30,
                                     .monitors = 10,
                                     .per_day = 24h,
                                     .per_sample = 1min,
                                     .bias = 0.0,
                                     .noise = 0.0,
                                     .weights = {1.0, 1.0, 1.0}};
    return scenario;
}

std::vector<Monitored> samples(const Scenario& scenario, std::uint64_t seed = 1) {
    return facts_like<Monitored>(scenario, seed);
}

double mean_square(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value * value;
    return sum / static_cast<double>(values.size());
}

}  // namespace

TEST_CASE("each agent is judged as often as it should be", "[model][monitoring]") {
    Scenario scenario = judged_centre(30, 8);
    scenario.monitoring->samples_per_agent = 5;
    std::map<AgentId, int> of_agent;
    std::set<std::pair<std::uint32_t, std::uint32_t>> contacts;
    for (const Monitored& one : samples(scenario)) {
        ++of_agent[one.agent];
        CHECK(one.taken);
        CHECK(contacts.emplace(one.contact.customer.day, one.contact.customer.number).second);
    }
    REQUIRE(of_agent.size() == 8);
    for (const auto& [agent, count] : of_agent) CHECK(count == 5);
}

TEST_CASE("of a day's contacts those with the smallest luck are taken", "[model][monitoring]") {
    Scenario scenario = judged_centre(1, 4);
    scenario.monitoring->samples_per_agent = 60;  // two a day
    std::map<AgentId, std::vector<double>> all;
    for (const auto& fact : facts_like<OutcomeKnown>(scenario))
        all[fact.agent].push_back(chance(kernel::stream_key(1, 0), fact.contact.customer, Purpose::monitored));
    std::map<AgentId, std::vector<double>> taken;
    for (const Monitored& one : samples(scenario))
        taken[one.agent].push_back(chance(kernel::stream_key(1, 0), one.contact.customer, Purpose::monitored));
    REQUIRE(taken.size() == 4);
    for (auto& [agent, luck] : all) {
        std::sort(luck.begin(), luck.end());
        REQUIRE(luck.size() > 2);
        luck.resize(2);
        CHECK(taken[agent] == luck);
    }
}

TEST_CASE("monitors have so much time a day", "[model][monitoring]") {
    Scenario scenario = judged_centre(3, 10);
    scenario.monitoring->monitors = 2;
    scenario.monitoring->per_day = 1h;
    scenario.monitoring->per_sample = 20min;
    // Ten samples a day, for two monitors with time for three each.
    std::map<TimePoint, std::pair<int, int>> of_day;
    std::map<std::pair<TimePoint, std::uint32_t>, int> of_monitor;
    for (const Monitored& one : samples(scenario)) {
        ++(one.taken ? of_day[one.at].first : of_day[one.at].second);
        if (one.taken) ++of_monitor[{one.at, one.monitor}];
    }
    CHECK(of_day == std::map<TimePoint, std::pair<int, int>>{
                        {TimePoint{24h}, {6, 4}}, {TimePoint{48h}, {6, 4}}, {TimePoint{72h}, {6, 4}}});
    for (const auto& [monitor, count] : of_monitor) CHECK(count == 3);
}

TEST_CASE("who works after midnight on the last day is judged too", "[model][monitoring]") {
    Scenario scenario = judged_centre(1, 2);
    scenario.centre.open = 23h;
    scenario.centre.close = 25h;
    scenario.call_types.front().arrivals.per_interval = {0, 20};
    const auto all = samples(scenario);
    CHECK(all.size() == 2);
    for (const Monitored& one : all) CHECK(one.at == TimePoint{48h});
}

TEST_CASE("monitors differ by their bias, and each meeting halves it", "[model][monitoring]") {
    Scenario scenario = judged_centre(3, 100);
    scenario.monitoring->monitors = 100;
    scenario.monitoring->bias = 5.0;
    scenario.monitoring->calibration = Calibration{kDay, 0.5};
    scenario.monitoring->samples_per_agent = 30;
    std::vector<double> biases;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        std::map<std::uint32_t, std::map<TimePoint, double>> of_monitor;
        for (const Monitored& one : samples(scenario, seed)) {
            CHECK(one.meetings == one.at.time_since_epoch() / kDay);
            of_monitor[one.monitor][one.at] = one.score - one.quality;
        }
        REQUIRE(of_monitor.size() == 100);
        for (const auto& [monitor, errors] : of_monitor) {
            if (errors.size() < 3) continue;
            const double first = errors.at(TimePoint{24h});
            biases.push_back(first);
            CHECK(errors.at(TimePoint{48h}) == Approx(first / 2).margin(1e-9));
            CHECK(errors.at(TimePoint{72h}) == Approx(first / 4).margin(1e-9));
        }
    }
    // One meeting before the first scores: a standard deviation of 2.5. The mean of n squares of normals has the
    // relative standard error √(2 / n).
    REQUIRE(biases.size() > 950);
    CHECK(mean_square(biases) == Approx(6.25).epsilon(4.5 * std::sqrt(2.0 / static_cast<double>(biases.size()))));
}

TEST_CASE("noise weakens the correlation with the truth as it should", "[model][monitoring]") {
    Scenario scenario = judged_centre(10, 100, 0.5);
    scenario.monitoring->noise = 10.0;
    scenario.monitoring->per_day = 24h;
    double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    std::vector<double> errors;
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        for (const Monitored& one : samples(scenario, seed)) {
            const double a = one.score;
            const double b = one.quality;
            errors.push_back(a - b);
            n += 1, x += a, y += b, xx += a * a, yy += b * b, xy += a * b;
        }
    }
    REQUIRE(n > 2900);
    // Noise of 10 points: more than three of its deviations from 33.3 to 0, and from 66.7 to 100.
    CHECK(mean_square(errors) == Approx(100.0).epsilon(4.5 * std::sqrt(2 / n) + 0.01));
    // True quality is 100/3 or 200/3 with a half each: a deviation of 100/6. r = 16.667 / √(277.8 + 100) = 0.857493.
    const double r = (n * xy - x * y) / std::sqrt((n * xx - x * x) * (n * yy - y * y));
    CHECK(std::abs(r - 0.857493) < 4.5 * (1 - 0.857493 * 0.857493) / std::sqrt(n));
}

TEST_CASE("monitors' scores go with those of customers less, the more noise there is", "[model][monitoring]") {
    Scenario scenario = judged_centre(20, 60, 0.5);
    scenario.replications = 2;
    scenario.call_types.front().outcome->survey = 1.0;
    const auto correlation = [&](double noise) {
        scenario.monitoring->noise = noise;
        return run(scenario).quality->correlation.mean.value();
    };
    const double truth = correlation(0.0);
    // The same contacts with noise: r · sd / √(sd² + noise²), and what chance makes of it, below 1 / √2400 each.
    CHECK(truth > 0.3);
    CHECK(std::abs(correlation(10.0) - truth * 0.857493) < 4.5 / std::sqrt(2400.0));
}

TEST_CASE("a run says how monitors differ before and after they meet", "[model][monitoring]") {
    Scenario scenario = judged_centre(20, 40);
    scenario.replications = 20;
    scenario.monitoring->bias = 4.0;
    scenario.monitoring->noise = 3.0;
    scenario.monitoring->calibration = Calibration{10 * kDay + 12h, 0.75};
    const RunResult result = run(scenario);
    REQUIRE(result.calibration.has_value());
    // Ten days and ten: 200 monitors of replications in each, variance of theirs within √(2 / 180) = 10.5 %.
    const double before = result.calibration->before.spread.mean.value();
    const double after = result.calibration->after.spread.mean.value();
    CHECK(before * before == Approx(16.0).epsilon(4.5 * 0.11));
    CHECK(after == Approx(before / 4).epsilon(0.15));
    CHECK(result.quality->samples.mean.value() == Approx(800).margin(40));
    CHECK(result.quality->missed.mean.value() == 0);
    CHECK(result.overall[Kpi::monitored].mean == result.quality->samples.mean);
    CHECK(result.overall[Kpi::monitor_score].mean.value() == Approx(result.quality->score.mean.value()).margin(0.001));
}

TEST_CASE("the agent hears about it with feedback, and always side by side", "[model][monitoring]") {
    Scenario scenario = judged_centre(1, 2);
    scenario.monitoring->feedback = false;
    CHECK_FALSE(samples(scenario).front().with_feedback);
    scenario.monitoring->method = MonitoringMethod::side_by_side;
    CHECK(samples(scenario).front().with_feedback);
    scenario.monitoring->method = MonitoringMethod::silent;
    scenario.monitoring->feedback = true;
    CHECK(samples(scenario).front().with_feedback);
}

TEST_CASE("monitoring changes nothing for customers", "[model][monitoring][luck]") {
    const Scenario scenario = judged_centre(2, 4);
    Scenario without = scenario;
    without.monitoring.reset();
    auto facts = facts_of(scenario);
    std::erase_if(facts, [](const Fact& fact) { return std::holds_alternative<Monitored>(fact); });
    Lines lines;
    for (const Fact& fact : facts) lines.push_back(text_of(scenario, fact));
    CHECK(lines == story(without));
}

}  // namespace floorwalker::model
