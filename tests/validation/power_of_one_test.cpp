#include <array>

#include <catch2/catch.hpp>

#include "sim/plan/experiment/variant.hpp"
#include "tests/support/comparing.hpp"
#include "tests/support/shipped.hpp"
#include "tests/validation/comparison.hpp"
#include "tests/validation/erlang.hpp"

/// What one agent more or less does: scenarios/power_of_one.toml with 21 to 26 agents, compared with the same
/// customers, against Erlang C.
namespace floorwalker::validation {
namespace {

constexpr std::int64_t kReplications = 40;

struct Row {
    int agents;
    double asa_s;
    double within_30_s;
};
// 400 calls an hour of 180 s: ASA and the share answered within 30 s as published, to the last digit given.
constexpr std::array<Row, 6> kPublished{
    {{21, 136.9, 35.6}, {22, 51.1, 59.3}, {23, 24.9, 74.8}, {24, 13.4, 84.7}, {25, 7.5, 90.9}, {26, 4.3, 94.7}}};

plan::ComparisonRun compare_all() {
    const plan::VariantSource source{support::source_folder("scenarios") / "power_of_one.toml"};
    std::vector<plan::VariantToCompare> variants;
    for (const Row& row : kPublished) {
        const std::string agents = std::to_string(row.agents);
        variants.push_back(support::variant(agents, source.scenario_of({0, agents, {"group.team.agents=" + agents}}),
                                            {Kpi::service_level, Kpi::asa_s}));
    }
    return plan::run_comparison(variants, support::comparison_options(kReplications, 21));
}

Simulated simulated(double mean, double half_width, double confidence) {
    const double to_95 =
        measure::student_t(0.95, kReplications - 1) / measure::student_t(confidence, kReplications - 1);
    return {mean, half_width * to_95, kReplications - 1};
}

void check_levels(const plan::ComparisonRun& run) {
    const auto& variants = run.result.variants;
    for (std::size_t v = 0; v < kPublished.size(); ++v) {
        const Row& row = kPublished[v];
        INFO(row.agents << " agents");
        const Estimate& level = variants[v].estimates[0];
        const Estimate& asa = variants[v].estimates[1];
        compare("within 30 s", exact(row.within_30_s / 100, 0.0005), simulated(*level.mean, *level.half_width, 0.95),
                0.04);
        compare("ASA, s", exact(row.asa_s, 0.05), simulated(*asa.mean, *asa.half_width, 0.95), 0.1);
    }
    CHECK(run.order == std::vector<std::size_t>{5, 4, 3, 2, 1, 0});
    CHECK(run.may_be_best == std::vector<bool>{false, false, false, false, false, true});
}

void check_differences(const plan::ComparisonRun& run) {
    const ErlangC base{400, 20, 21};  // per hour: 180 s are a twentieth of it
    for (std::size_t v = 1; v < kPublished.size(); ++v) {
        INFO(kPublished[v].agents << " agents");
        const ErlangC more{400, 20, kPublished[v].agents};
        const plan::Difference& level = run.result.variants[v].differences[0];
        const plan::Difference& asa = run.result.variants[v].differences[1];
        constexpr double kWithin = 30.0 / 3600;
        compare("more within 30 s", exact(more.answered_within(kWithin) - base.answered_within(kWithin)),
                simulated(*level.mean, *level.half_width, run.result.confidence_of_each), 0.05);
        compare_within("ASA, s", exact(3600 * (more.mean_wait() - base.mean_wait())),
                       simulated(*asa.mean, *asa.half_width, run.result.confidence_of_each), 12);
        CHECK(plan::verdict_on(level, plan::Better::more) == plan::Verdict::better);
        CHECK(plan::verdict_on(asa, plan::Better::less) == plan::Verdict::better);
    }
}

}  // namespace

TEST_CASE("Power of one: 21 to 26 agents with the same customers, against the published figures", "[validation]") {
    const plan::ComparisonRun run = compare_all();
    check_levels(run);
    check_differences(run);
}

}  // namespace floorwalker::validation
