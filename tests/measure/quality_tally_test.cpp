#include "sim/measure/quality_tally.hpp"

#include <cmath>

#include <catch2/catch.hpp>

/// What monitoring says, from a few samples worked out by hand.
namespace floorwalker::measure {
namespace {

Monitored sample(std::uint32_t monitor, double score, double quality, std::uint8_t survey = 0, bool taken = true) {
    Monitored fact;
    fact.monitor = monitor;
    fact.score = score;
    fact.quality = quality;
    fact.survey_score = survey;
    fact.taken = taken;
    return fact;
}

}  // namespace

TEST_CASE("samples, means, and those for which there was no time", "[measure][monitoring]") {
    QualityTally tally;
    tally.add(sample(0, 60, 70));
    tally.add(sample(1, 80, 75));
    tally.add(sample(0, 0, 90, 5, false));
    CHECK(tally.samples() == 2);
    CHECK(tally.missed() == 1);
    CHECK(tally.score() == 140);
    CHECK(tally.quality() == 145);
    CHECK(tally.with_customers().n == 0);
}

TEST_CASE("the spread between monitors is a component of variance", "[measure][monitoring]") {
    QualityTally tally;
    // Errors of monitor 0: 4, 6; of monitor 1: −3, −5, −4. Means 5, −4 and in all −0.4.
    for (const double error : {4.0, 6.0}) tally.add(sample(0, 50 + error, 50));
    for (const double error : {-3.0, -5.0, -4.0}) tally.add(sample(1, 70 + error, 70));
    const SpreadSums sums = tally.spread_sums();
    CHECK(sums.within == Approx(4.0));                             // 1 + 1, 1 + 1 + 0
    CHECK(sums.between == Approx(2 * 5.4 * 5.4 + 3 * 3.6 * 3.6));  // 97.2
    CHECK(sums.between_freedom == 1);
    CHECK(sums.within_freedom == 3);
    CHECK(sums.weight == Approx(5 - 13.0 / 5));  // 2.4
    CHECK(*sums.spread() == Approx(std::sqrt((97.2 - 4.0 / 3) / 2.4)));
    SpreadSums twice = sums;
    twice.add(sums);
    CHECK(*twice.spread() == Approx(*sums.spread()));
}

TEST_CASE("no spread without two monitors; none below what chance makes", "[measure][monitoring]") {
    QualityTally one;
    one.add(sample(0, 60, 50));
    one.add(sample(0, 70, 50));
    CHECK_FALSE(one.spread_sums().spread().has_value());
    QualityTally alike;
    for (const std::uint32_t monitor : {0U, 1U}) {
        alike.add(sample(monitor, 60, 50));
        alike.add(sample(monitor, 40, 50));
    }
    CHECK(*alike.spread_sums().spread() == 0.0);
}

TEST_CASE("a correlation by hand", "[measure][monitoring]") {
    PairSums pairs;
    pairs.add(1, 2);
    pairs.add(2, 3);
    CHECK_FALSE(pairs.correlation().has_value());
    pairs.add(3, 7);
    // Deviations −1, 0, 1 and −2, −1, 3: 5 / √(2 · 14).
    CHECK(*pairs.correlation() == Approx(5 / std::sqrt(28.0)));
    PairSums flat;
    for (int i = 0; i < 4; ++i) flat.add(81.3, i);
    CHECK_FALSE(flat.correlation().has_value());
}

}  // namespace floorwalker::measure
