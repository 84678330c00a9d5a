#include "sim/plan/select/selection.hpp"

#include <cmath>
#include <random>
#include <stdexcept>

#include <boost/random/normal_distribution.hpp>
#include <catch2/catch.hpp>

namespace floorwalker::plan {
namespace {

/// Normal values with standard deviation 1 and the correlation of common random numbers.
class Normals {
public:
    Normals(std::vector<double> means, double correlation, unsigned seed)
        : means_{std::move(means)}, correlation_{correlation}, engine_{seed} {}

    std::vector<measure::Fraction> row() {
        const double shared = std::sqrt(correlation_) * normal_(engine_);
        std::vector<measure::Fraction> row;
        for (const double mean : means_) {
            row.push_back({mean + shared + std::sqrt(1 - correlation_) * normal_(engine_), 1});
        }
        return row;
    }

private:
    std::vector<double> means_;
    double correlation_;
    std::mt19937_64 engine_;
    boost::random::normal_distribution<double> normal_;
};

struct Tally {
    double experiments = 0;
    double right = 0;
    double replications = 0;

    double share_right() const { return right / experiments; }
    double mean_replications() const { return replications / experiments; }
};

Tally select_often(const std::vector<double>& means, double correlation, const SelectionOptions& options,
                   std::size_t best, int experiments) {
    Tally tally;
    for (int e = 0; e < experiments; ++e) {
        Normals normals{means, correlation, 6300U + static_cast<unsigned>(e)};
        Selection selection{means.size(), options};
        while (!selection.best()) selection.add(normals.row());
        ++tally.experiments;
        if (selection.best() == best) ++tally.right;
        for (const Candidate& candidate : selection.candidates()) {
            tally.replications += static_cast<double>(candidate.replications);
        }
    }
    return tally;
}

}  // namespace

TEST_CASE("The best is found as often as promised in the hardest case", "[plan][select]") {
    // All others are worse by just δ. 2,000 experiments: ± 4.5 √(0.95 × 0.05 / 2000) = 0.022 of luck; KN is known to
    // find the best somewhat more often than promised, so the promise itself is held against it.
    for (const double correlation : {0.0, 0.7}) {
        INFO("correlation " << correlation);
        const Tally tally = select_often({0, 0, 0.5, 0, 0}, correlation, {0.95, 0.5, 10, true}, 2, 2000);
        INFO("right in " << tally.share_right());
        CHECK(tally.share_right() >= 0.95);
        CHECK(tally.share_right() < 0.999);  // or else replications are wasted
    }
}

TEST_CASE("A lower probability costs fewer replications and is kept too", "[plan][select]") {
    const std::vector<double> means{0, 0.5, 0};
    const Tally sure = select_often(means, 0, {0.95, 0.5, 10, true}, 1, 2000);
    const Tally less_sure = select_often(means, 0, {0.75, 0.5, 10, true}, 1, 2000);
    CHECK(less_sure.share_right() >= 0.75);
    CHECK(less_sure.share_right() < sure.share_right());
    CHECK(less_sure.mean_replications() < 0.7 * sure.mean_replications());
}

TEST_CASE("Common random numbers shorten the way", "[plan][select]") {
    // The variance of a difference is 2 (1 − correlation): a fifth with 0.8.
    const std::vector<double> means{0, 0.5, 0};
    const SelectionOptions options{0.95, 0.5, 10, true};
    CHECK(select_often(means, 0.8, options, 1, 500).mean_replications() <
          0.4 * select_often(means, 0, options, 1, 500).mean_replications());
}

TEST_CASE("The smallest is best when it is asked for", "[plan][select]") {
    const Tally tally = select_often({0.5, 0, 0.5}, 0.5, {0.95, 0.5, 10, false}, 1, 1000);
    CHECK(tally.share_right() >= 0.95);
}

TEST_CASE("Replications go where they decide", "[plan][select]") {
    Normals normals{{0, 10, 9.6, -5}, 0, 64};
    Selection selection{4, {0.95, 0.2, 10, true}};
    while (!selection.best()) selection.add(normals.row());
    CHECK(selection.best() == 1U);
    const auto& candidates = selection.candidates();
    CHECK(candidates[0].replications == 10);  // put aside at the first look
    CHECK(candidates[3].replications == 10);
    CHECK(candidates[2].replications > 20);
    CHECK(candidates[2].beaten_by == 1U);
    CHECK(candidates[1].replications == candidates[2].replications);
}

TEST_CASE("Ratios: the larger share is found, not the larger mean of shares", "[plan][select]") {
    // Days of 10 and of 1000 contacts in turn. Shares of the one: 90 % on small days, 50 % on large ones, 0.5040 in
    // all; of the other: 60 % on both. By the mean of the days' shares, 70 % against 60 %, the wrong one would win.
    std::mt19937_64 engine{65};
    boost::random::normal_distribution<double> noise{0, 0.02};
    Selection selection{2, {0.95, 0.02, 10, true}};
    for (int day = 0; !selection.best(); ++day) {
        REQUIRE(day < 10'000);
        const double contacts = day % 2 == 0 ? 10 : 1000;
        const double first = (day % 2 == 0 ? 0.9 : 0.5) + noise(engine);
        const double second = 0.6 + noise(engine);
        selection.add({{first * contacts, contacts}, {second * contacts, contacts}});
    }
    CHECK(selection.best() == 1U);
}

TEST_CASE("Variants that are the same, or that have no value", "[plan][select]") {
    Selection same{2, {0.95, 0.1, 10, true}};
    for (int i = 0; i < 10; ++i) same.add({{1.0 + i, 1}, {1.0 + i, 1}});
    CHECK(same.best() == 0U);

    Selection empty{2, {0.95, 0.1, 2, true}};
    empty.add({{0, 0}, {1, 2}});
    CHECK_FALSE(empty.best());
    empty.add({{0, 0}, {1, 2}});
    CHECK(empty.best() == 1U);
    CHECK_FALSE(empty.value(0));
    CHECK(*empty.value(1) == 0.5);

    Selection one{1, {0.95, 0.1, 2, true}};
    CHECK(one.best() == 0U);
}

TEST_CASE("Options that make no sense", "[plan][select]") {
    CHECK_THROWS_AS((Selection{0, {}}), std::invalid_argument);
    CHECK_THROWS_AS((Selection{2, {0.95, 0, 10, true}}), std::invalid_argument);
    CHECK_THROWS_AS((Selection{2, {0.95, 0.1, 1, true}}), std::invalid_argument);
    CHECK_THROWS_AS((Selection{2, {1.0, 0.1, 10, true}}), std::invalid_argument);
}

}  // namespace floorwalker::plan
