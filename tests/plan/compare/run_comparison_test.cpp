#include "sim/plan/compare/run_comparison.hpp"

#include <stdexcept>

#include <catch2/catch.hpp>

#include "sim/plan/replicate.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/comparing.hpp"

namespace floorwalker::plan {
namespace {

using namespace std::chrono_literals;
using support::comparison_options;

Scenario centre_with(std::int64_t agents, double patience_s = 60) {
    Scenario scenario = support::one_day(2, 1h);
    scenario.call_types.push_back(
        support::call_type("a", {60}, support::exponential(60), support::exponential(patience_s)));
    scenario.groups.push_back(support::group("all", {agents}, {0}));
    return scenario;
}

std::vector<VariantToCompare> one_to(std::int64_t most) {
    std::vector<VariantToCompare> variants;
    for (std::int64_t agents = 1; agents <= most; ++agents) {
        variants.push_back(support::variant(std::to_string(agents), centre_with(agents),
                                            {Kpi::service_level, Kpi::abandonment, Kpi::offered}));
    }
    return variants;
}

void check_equal(const ComparisonRun& a, const ComparisonRun& b) {
    CHECK(a.end == b.end);
    CHECK(a.replications == b.replications);
    CHECK(a.digests == b.digests);
    CHECK(a.order == b.order);
    CHECK(a.may_be_best == b.may_be_best);
    REQUIRE(a.result.variants.size() == b.result.variants.size());
    for (std::size_t v = 0; v < a.result.variants.size(); ++v) {
        CHECK(a.result.variants[v].replications == b.result.variants[v].replications);
        for (std::size_t m = 0; m < a.result.variants[v].differences.size(); ++m) {
            CHECK(a.result.variants[v].differences[m].mean == b.result.variants[v].differences[m].mean);
            CHECK(a.result.variants[v].differences[m].half_width == b.result.variants[v].differences[m].half_width);
        }
    }
}

}  // namespace

TEST_CASE("A variant has the same replications as a run of its own", "[plan][compare]") {
    const auto variants = one_to(3);
    const ComparisonRun compared = run_comparison(variants, comparison_options(7, 5));
    CHECK(compared.end == ComparisonEnd::all_done);
    CHECK(compared.replications == 7);
    for (std::size_t v = 0; v < variants.size(); ++v) {
        ReplicateOptions alone;
        alone.run.seed = 5;
        alone.run.replications = 7;
        const RunResult run = replicate(*variants[v].scenario, alone);
        CHECK(compared.digests[v] == run.digest);
        const Estimate& estimate = compared.result.variants[v].estimates[0];
        CHECK(*estimate.mean == *run.overall[Kpi::service_level].mean);
        CHECK(*estimate.half_width == Approx(*run.overall[Kpi::service_level].half_width));
    }
    // The same customers: as many in every replication of every variant.
    CHECK(*compared.result.variants[2].differences[2].mean == 0);
    CHECK(*compared.result.variants[2].differences[2].half_width == 0);
}

TEST_CASE("One comparison for 1, 2 and 5 threads, however it ends", "[plan][compare]") {
    const auto variants = one_to(4);
    ComparisonOptions options = comparison_options(60);
    SECTION("after all replications") { options.most_replications = 12; }
    SECTION("when it is precise") {
        options.precision = {{{.kpi = Kpi::service_level}, 0.04, false, ""}};
        options.precise_metrics = {0};
    }
    SECTION("when the best is known") { options.indifference = 0.01; }
    options.threads = 1;
    const ComparisonRun one = run_comparison(variants, options);
    for (const unsigned threads : {2U, 5U}) {
        options.threads = threads;
        check_equal(one, run_comparison(variants, options));
    }
}

TEST_CASE("It goes on until differences are precise", "[plan][compare]") {
    const auto variants = one_to(2);
    ComparisonOptions options = comparison_options(500);
    options.precision = {{{.kpi = Kpi::service_level}, 0.01, false, ""}};
    options.precise_metrics = {0};
    const ComparisonRun run = run_comparison(variants, options);
    CHECK(run.end == ComparisonEnd::precise);
    CHECK(*run.result.variants[1].differences[0].half_width <= 0.01);
    CHECK(run.replications > kLeastReplications);
    // One replication fewer was not enough.
    options.precision.clear();
    options.most_replications = run.replications - 1;
    CHECK(*run_comparison(variants, options).result.variants[1].differences[0].half_width > 0.01);

    options.precision = {{{.kpi = Kpi::service_level}, 1e-6, false, ""}};
    options.most_replications = 15;
    const ComparisonRun never = run_comparison(variants, options);
    CHECK(never.end == ComparisonEnd::out_of_replications);
    CHECK(never.replications == 15);
}

TEST_CASE("Replications go to those that may be the best", "[plan][compare]") {
    const auto variants = one_to(4);
    ComparisonOptions options = comparison_options(500);
    options.indifference = 0.002;
    const ComparisonRun run = run_comparison(variants, options);
    CHECK(run.end == ComparisonEnd::best_found);
    CHECK(run.order == std::vector<std::size_t>{3, 2, 1, 0});
    CHECK(run.may_be_best == std::vector<bool>{false, false, false, true});
    CHECK(run.result.variants[0].replications == kLeastReplications);
    CHECK(run.candidates[0].beaten_by.has_value());
    CHECK(run.result.variants[3].replications == run.replications);
}

TEST_CASE("A comparison can be stopped, and keeps complete rows", "[plan][compare]") {
    std::atomic<bool> stop = false;
    ComparisonOptions options = comparison_options(1'000'000, 1, 2);
    options.stop = &stop;
    options.on_progress = [&](std::int64_t finished, std::int64_t most) {
        CHECK(most == 1'000'000);
        if (finished >= 5) stop = true;
    };
    const auto variants = one_to(2);
    const ComparisonRun run = run_comparison(variants, options);
    CHECK(run.end == ComparisonEnd::stopped);
    CHECK(run.replications >= 5);
    const ComparisonRun as_many = run_comparison(variants, comparison_options(run.replications));
    CHECK(run.digests == as_many.digests);
}

TEST_CASE("Nothing to compare, and a scenario that breaks a rule", "[plan][compare]") {
    CHECK_THROWS_AS(run_comparison({}, comparison_options(3)), std::invalid_argument);
    CHECK_THROWS_AS(run_comparison(one_to(1), comparison_options(3)), std::invalid_argument);
    auto variants = one_to(1);
    variants.push_back(support::variant("none", Scenario{}, {Kpi::service_level, Kpi::abandonment, Kpi::offered}));
    CHECK_THROWS_AS(run_comparison(variants, comparison_options(3)), std::invalid_argument);
}

}  // namespace floorwalker::plan
