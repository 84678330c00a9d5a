#include <cmath>

#include <catch2/catch.hpp>

#include "tests/support/comparing.hpp"
#include "tests/validation/centres.hpp"
#include "tests/validation/erlang.hpp"

/// Does the 95 % interval of a known difference hold the truth 95 times in a hundred? Two staffings of a small centre
/// are compared a thousand times, each time with other customers; Erlang A says what they differ by.
namespace floorwalker::validation {
namespace {

constexpr int kExperiments = 1000;

// 24 calls an hour of 5 min, two erlang; patience 200 s.
Scenario centre_with(std::int64_t agents) {
    Scenario scenario = round_the_clock(24, exponential(300), agents, 1);
    only_type(scenario).patience = exponential(200);
    return scenario;
}

/// Share of the experiments whose interval of the difference in the KPI holds `truth`.
double coverage(Kpi kpi, double truth, std::uint64_t first_seed) {
    const std::vector<plan::VariantToCompare> variants{support::variant("2", centre_with(2), {kpi}),
                                                       support::variant("3", centre_with(3), {kpi})};
    int covered = 0;
    for (int e = 0; e < kExperiments; ++e) {
        const auto seed = first_seed + static_cast<std::uint64_t>(e);
        const plan::ComparisonRun run = plan::run_comparison(variants, support::comparison_options(20, seed, 1));
        const plan::Difference& difference = run.result.variants[1].differences[0];
        covered += std::abs(*difference.mean - truth) <= *difference.half_width ? 1 : 0;
    }
    return covered / double{kExperiments};
}

void check_coverage(double share) {
    INFO("covered " << share);
    CHECK(share >= 0.93);
    CHECK(share <= 0.97);
}

}  // namespace

TEST_CASE("The interval of a known difference covers it in 93 to 97 % of 1,000 repeats", "[validation][slow]") {
    const ErlangA two{24.0 / 3600, 1 / 300.0, 1 / 200.0, 2};
    const ErlangA three{24.0 / 3600, 1 / 300.0, 1 / 200.0, 3};
    SECTION("abandonment, a ratio") {
        check_coverage(coverage(Kpi::abandonment, three.abandonment() - two.abandonment(), 6'210'000));
    }
    SECTION("mean wait, a ratio of skewed sums") {
        check_coverage(coverage(Kpi::wait_all_s, three.mean_wait() - two.mean_wait(), 6'220'000));
    }
    SECTION("occupancy, of two staffs") {
        check_coverage(coverage(Kpi::occupancy, three.occupancy() - two.occupancy(), 6'230'000));
    }
}

}  // namespace floorwalker::validation
