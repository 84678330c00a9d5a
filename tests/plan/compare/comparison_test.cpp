#include "sim/plan/compare/comparison.hpp"

#include <cmath>
#include <random>

#include <boost/random/normal_distribution.hpp>
#include <catch2/catch.hpp>

#include "sim/plan/experiment/kpi_unit.hpp"

namespace floorwalker::plan {

TEST_CASE("Verdicts by interval and by what is wished for", "[plan][compare]") {
    const auto between = [](double low, double high) {
        Difference difference;
        difference.mean = (low + high) / 2;
        difference.half_width = (high - low) / 2;
        return difference;
    };
    CHECK(verdict_on(between(0.01, 0.03), Better::more) == Verdict::better);
    CHECK(verdict_on(between(0.01, 0.03), Better::less) == Verdict::worse);
    CHECK(verdict_on(between(0.01, 0.03), Better::neither) == Verdict::more);
    CHECK(verdict_on(between(-0.03, -0.01), Better::more) == Verdict::worse);
    CHECK(verdict_on(between(-0.03, -0.01), Better::less) == Verdict::better);
    CHECK(verdict_on(between(-0.03, -0.01), Better::neither) == Verdict::less);
    CHECK(verdict_on(between(-0.01, 0.03), Better::more) == Verdict::not_seen);
    CHECK(most_possible(between(-0.01, 0.03)) == Approx(0.03));
    CHECK(most_possible(between(-0.05, 0.03)) == Approx(0.05));
    CHECK(verdict_on(between(2, 2), Better::less) == Verdict::worse);  // always the same difference
    CHECK(verdict_on(between(0, 0), Better::less) == Verdict::same);
    CHECK(verdict_on({}, Better::less) == Verdict::unknown);
}

TEST_CASE("Which direction is good", "[plan][compare]") {
    CHECK(better(Kpi::service_level) == Better::more);
    CHECK(better(Kpi::abandonment) == Better::less);
    CHECK(better(Kpi::cost) == Better::less);
    CHECK(better(Kpi::occupancy) == Better::neither);
    CHECK(better(Kpi::offered) == Better::neither);
    CHECK(unit_of(Kpi::service_level) == KpiUnit::share);
    CHECK(unit_of(Kpi::wait_p95_s) == KpiUnit::seconds);
    CHECK(unit_of(Kpi::sick_hours) == KpiUnit::hours);
    CHECK(unit_of(Kpi::cost_per_contact) == KpiUnit::money);
    CHECK(unit_of(Kpi::mean_queue) == KpiUnit::number);
}

TEST_CASE("Simultaneous levels", "[plan][compare]") {
    CHECK(simultaneous_confidence(0.95, 1) == Approx(0.95));
    CHECK(simultaneous_confidence(0.95, 10) == Approx(0.995));
    CHECK(simultaneous_confidence(0.95, 0) == Approx(0.95));
}

TEST_CASE("Every variant against the first, and one that had fewer replications", "[plan][compare]") {
    Comparison comparison{3, 2};
    // First metric: 1 2 3 4, 2 4 6 8, 10 10. Second: shares of 10.
    comparison.add({Values{{1, 1}, {5, 10}}, Values{{2, 1}, {6, 10}}, Values{{10, 1}, {1, 10}}});
    comparison.add({Values{{2, 1}, {5, 10}}, Values{{4, 1}, {7, 10}}, Values{{10, 1}, {1, 10}}});
    comparison.add({Values{{3, 1}, {5, 10}}, Values{{6, 1}, {6, 10}}, std::nullopt});
    comparison.add({Values{{4, 1}, {5, 10}}, Values{{8, 1}, {7, 10}}, std::nullopt});
    const ComparisonResult result = comparison.result(0.95);
    CHECK(result.intervals == 4);
    CHECK(result.confidence_of_each == Approx(0.9875));
    REQUIRE(result.variants.size() == 3);
    CHECK(result.variants[0].differences.empty());
    CHECK(*result.variants[0].estimates[0].mean == 2.5);
    CHECK(*result.variants[1].differences[0].mean == 2.5);
    CHECK(*result.variants[1].differences[1].mean == Approx(0.15));
    CHECK(result.variants[1].replications == 4);
    CHECK(result.variants[2].replications == 2);
    CHECK(*result.variants[2].differences[0].mean == 8.5);  // 10 − 1.5, over the two that both had
    CHECK(result.variants[2].differences[0].replications == 2);
}

TEST_CASE("All intervals hold at once as often as promised", "[plan][compare]") {
    // Four variants and two KPIs with shared luck: six intervals of 99.17 %. Were they of 95 % each, all six would
    // hold in about 80 % of the experiments. ± 4.5 √(0.95 × 0.05 / 4000) = 0.0155.
    std::mt19937_64 engine{623};
    boost::random::normal_distribution<double> normal;
    int all_hold = 0;
    constexpr int kExperiments = 4000;
    for (int e = 0; e < kExperiments; ++e) {
        Comparison comparison{4, 2};
        for (int r = 0; r < 8; ++r) {
            const double shared = 3 * normal(engine);
            std::vector<std::optional<Values>> row;
            for (int v = 0; v < 4; ++v) {
                row.emplace_back(Values{{10 + v + shared + normal(engine), 1}, {5 - v + shared + normal(engine), 1}});
            }
            comparison.add(row);
        }
        const ComparisonResult result = comparison.result(0.95);
        bool holds = true;
        for (std::size_t v = 1; v < 4; ++v) {
            for (std::size_t m = 0; m < 2; ++m) {
                const Difference& d = result.variants[v].differences[m];
                const double truth = m == 0 ? static_cast<double>(v) : -static_cast<double>(v);
                holds = holds && std::abs(*d.mean - truth) <= *d.half_width;
            }
        }
        all_hold += holds ? 1 : 0;
    }
    const double share = all_hold / double{kExperiments};
    CHECK(share >= 0.95 - 0.0155);
    CHECK(share <= 0.985);  // Bonferroni is careful, but not much where luck differs
}

}  // namespace floorwalker::plan
