#include <algorithm>

#include <catch2/catch.hpp>

#include "sim/plan/replicate.hpp"
#include "tests/support/journey/property.hpp"

/// The result of centres that use everything does not depend on how many threads there are.
namespace floorwalker::plan {
namespace {

RunResult result_with(const Scenario& scenario, std::uint64_t seed, unsigned threads) {
    ReplicateOptions options;
    options.run.seed = seed;
    options.run.replications = 5;
    options.run.threads = threads;
    return replicate(scenario, options);
}

bool are_equal(const KpiSet& a, const KpiSet& b) {
    return std::all_of(all_kpis().begin(), all_kpis().end(),
                       [&](Kpi kpi) { return a[kpi].mean == b[kpi].mean && a[kpi].half_width == b[kpi].half_width; });
}

bool are_equal(const std::vector<NamedKpis>& a, const std::vector<NamedKpis>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const NamedKpis& one, const NamedKpis& other) { return are_equal(one.kpis, other.kpis); });
}

}  // namespace

TEST_CASE("centres that use everything: one result for 1, 2 and 7 threads", "[plan][property]") {
    support::check_for_all("threads", 60, [](const Scenario& scenario, std::uint64_t seed) {
        const RunResult one = result_with(scenario, seed, 1);
        for (const unsigned threads : {2U, 7U}) {
            const RunResult other = result_with(scenario, seed, threads);
            const bool same = one.digest == other.digest && one.contacts == other.contacts &&
                              are_equal(one.overall, other.overall) && are_equal(one.call_types, other.call_types) &&
                              are_equal(one.groups, other.groups) && are_equal(one.tiers, other.tiers) &&
                              are_equal(one.channels, other.channels);
            if (!same) return "another result with " + std::to_string(threads) + " threads";
        }
        return std::string{};
    });
}

}  // namespace floorwalker::plan
