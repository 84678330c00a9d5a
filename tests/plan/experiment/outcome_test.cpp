#include "sim/plan/experiment/outcome.hpp"

#include <map>

#include <catch2/catch.hpp>

#include "sim/measure/summary.hpp"
#include "tests/support/random_journey_scenario.hpp"
#include "tests/support/shipped.hpp"

namespace floorwalker::plan {
namespace {

using measure::Fraction;
using measure::Scope;

/// Every KPI of every part of the centre.
std::vector<Metric> all_metrics(const Scenario& scenario, const RunResult& result) {
    std::vector<Metric> metrics;
    const auto add = [&](Scope scope, const std::string& id, std::size_t place) {
        for (const Kpi kpi : all_kpis()) metrics.push_back({kpi, scope, id, place});
    };
    add(Scope::overall, "", 0);
    for (std::size_t i = 0; i < scenario.call_types.size(); ++i) add(Scope::call_type, result.call_types[i].id, i);
    for (std::size_t i = 0; i < scenario.groups.size(); ++i) add(Scope::group, result.groups[i].id, i);
    for (std::size_t i = 0; i < result.tiers.size(); ++i) add(Scope::tier, result.tiers[i].id, i);
    for (const NamedKpis& channel : result.channels) {
        const std::map<std::string, std::size_t> places{{"voice", 0}, {"chat", 1}, {"mail", 2}};
        add(Scope::channel, channel.id, places.at(channel.id));
    }
    return metrics;
}

const KpiSet& kpis_of(const RunResult& result, const Metric& metric) {
    const auto named = [&](const std::vector<NamedKpis>& all) -> const KpiSet& {
        for (const NamedKpis& one : all) {
            if (one.id == metric.id) return one.kpis;
        }
        throw std::logic_error{metric.id};
    };
    switch (metric.scope) {
    case Scope::call_type: return named(result.call_types);
    case Scope::group: return named(result.groups);
    case Scope::tier: return named(result.tiers);
    case Scope::channel: return named(result.channels);
    default: return result.overall;
    }
}

/// What is wrong; empty when the outcome says what the summary of the same replication says.
std::string difference(const Scenario& scenario, std::uint64_t seed) {
    const std::atomic<bool> stop{false};
    const auto finished = run_replication(job_of(scenario, seed), 0, stop);
    measure::Summary summary{scenario};
    summary.add(finished->recorder, finished->digest);
    const RunResult result = summary.result(0.95);
    const auto metrics = all_metrics(scenario, result);
    const Outcome outcome = outcome_of(*finished, metrics);
    if (outcome.digest != finished->digest || outcome.values.size() != metrics.size()) return "another replication";
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        const auto mean = kpis_of(result, metrics[i])[metrics[i].kpi].mean;
        const Fraction& value = outcome.values[i];
        const bool same = mean ? value.whole != 0 && value.part / value.whole == *mean : value.whole == 0;
        if (!same) return name_of(metrics[i]);
    }
    return {};
}

}  // namespace

TEST_CASE("an outcome says what a report of the same replication says, KPI by KPI", "[plan][outcome]") {
    for (const char* name : {"erlang_a", "callback", "chat_and_mail", "skills", "outbound_blend"}) {
        INFO(name);
        CHECK(difference(support::shipped(name), 1).empty());
    }
}

TEST_CASE("an outcome of a random centre says what its report says", "[plan][outcome]") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        INFO("random_journey_scenario(" << seed << ")");
        CHECK(difference(support::random_journey_scenario(seed), seed) == "");
    }
}

TEST_CASE("where there is nothing to divide by, an outcome has 0 of 0", "[plan][outcome]") {
    Scenario scenario = support::shipped("single_queue");
    scenario.call_types[0].arrivals.per_interval.assign(scenario.intervals_per_day(), 0);
    const std::atomic<bool> stop{false};
    const auto finished = run_replication(job_of(scenario, 1), 0, stop);
    const Outcome outcome =
        outcome_of(*finished, {{.kpi = Kpi::service_level}, {.kpi = Kpi::offered}, {.kpi = Kpi::wait_p90_s}});
    CHECK(outcome.values[0].whole == 0);
    CHECK(outcome.values[1].part == 0);
    CHECK(outcome.values[1].whole == 1);
    CHECK(outcome.values[2].whole == 0);
}

}  // namespace floorwalker::plan
