#include "sim/plan/select/ranking.hpp"

#include <cmath>
#include <random>

#include <boost/random/normal_distribution.hpp>
#include <catch2/catch.hpp>

namespace floorwalker::plan {
namespace {

/// Values of four variants with these means; luck is shared but for a part.
std::vector<measure::Fraction> row_of(const std::vector<double>& means, std::mt19937_64& engine) {
    boost::random::normal_distribution<double> normal;
    const double shared = 5 * normal(engine);
    std::vector<measure::Fraction> row;
    for (const double mean : means) row.push_back({mean + shared + normal(engine), 1});
    return row;
}

}  // namespace

TEST_CASE("The best one is hardly ever ruled out", "[plan][select]") {
    // Three level ones are the hardest: any of them might be called the best by luck. At most 5 %, and with 4,000
    // experiments ± 4.5 √(0.95 × 0.05 / 4000) = 0.0155 of luck.
    std::mt19937_64 engine{66};
    int kept = 0;
    constexpr int kExperiments = 4000;
    for (int e = 0; e < kExperiments; ++e) {
        Ranking ranking{4, true};
        for (int r = 0; r < 10; ++r) ranking.add(row_of({3, 3, 3, 2}, engine));
        kept += ranking.may_be_best(0.95)[0] ? 1 : 0;
    }
    const double share = kept / double{kExperiments};
    INFO("kept in " << share);
    CHECK(share >= 0.95 - 0.0155);
    CHECK(share <= 0.99);
}

TEST_CASE("One that is clearly the best is left alone", "[plan][select]") {
    std::mt19937_64 engine{67};
    for (const bool largest : {true, false}) {
        Ranking ranking{3, largest};
        for (int r = 0; r < 40; ++r) ranking.add(row_of({10, 12, 11}, engine));
        const std::size_t best = largest ? 1 : 0;
        const auto may = ranking.may_be_best(0.95);
        for (std::size_t v = 0; v < 3; ++v) CHECK(may[v] == (v == best));
        CHECK(ranking.order() == (largest ? std::vector<std::size_t>{1, 2, 0} : std::vector<std::size_t>{0, 2, 1}));
    }
}

TEST_CASE("Level ones both may be the best, and one without a value never is", "[plan][select]") {
    Ranking ranking{3, true};
    ranking.add({{0, 0}, {1, 2}, {1, 2}});
    ranking.add({{0, 0}, {2, 3}, {2, 3}});
    const auto may = ranking.may_be_best(0.95);
    CHECK_FALSE(may[0]);
    CHECK(may[1]);
    CHECK(may[2]);
    CHECK(ranking.order() == std::vector<std::size_t>{1, 2, 0});
}

}  // namespace floorwalker::plan
