#include "sim/measure/wait_histogram.hpp"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "tests/support/dice.hpp"

namespace floorwalker::measure {
namespace {

using support::Dice;

WaitHistogram histogram_of(const std::vector<Duration>& waits) {
    WaitHistogram histogram;
    for (const Duration wait : waits) histogram.add(wait);
    return histogram;
}

/// From a microsecond to three years, each length as likely as the other.
std::vector<Duration> random_waits(std::uint64_t seed, std::size_t count) {
    Dice dice{seed};
    std::vector<Duration> waits;
    for (std::size_t i = 0; i < count; ++i) waits.push_back(from_seconds(std::pow(10.0, -6 + 14 * dice.share())));
    return waits;
}

/// The smallest wait that at least ⌈share × n⌉ waits do not exceed, with `zeros` more who did not wait.
double exact_quantile_s(std::vector<Duration> waits, std::size_t zeros, double share) {
    waits.insert(waits.end(), zeros, Duration{0});
    std::sort(waits.begin(), waits.end());
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(waits.size())));
    return to_seconds(waits[std::max<std::size_t>(rank, 1) - 1]);
}

constexpr double kShares[] = {0.0, 0.01, 0.25, 0.5, 0.8, 0.9, 0.95, 0.99, 1.0};

}  // namespace

TEST_CASE("a wait comes back within 1 %, or half a millisecond", "[measure]") {
    for (const Duration wait : random_waits(1, 20'000)) {
        const double seconds = to_seconds(wait);
        const double found = histogram_of({wait}).quantile_s(0.5, 0).value();
        // Below 64 ms a bucket is a millisecond, cut off, so its middle is at most half a millisecond away.
        if (std::abs(found - seconds) > std::max(0.5e-3 + 1e-12, 0.01 * seconds))
            FAIL(seconds << " s came back as " << found);
    }
}

TEST_CASE("quantiles are those of the sorted waits within 1 %", "[measure]") {
    Dice dice{2};
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const auto waits = random_waits(seed, 1 + dice.below(300));
        const std::size_t zeros = dice.below(2) * dice.below(200);
        const WaitHistogram histogram = histogram_of(waits);
        CHECK(histogram.total() == waits.size());
        for (const double share : kShares) {
            const double exact = exact_quantile_s(waits, zeros, share);
            CHECK(histogram.quantile_s(share, zeros).value() == Approx(exact).epsilon(0.01).margin(0.5e-3 + 1e-12));
        }
    }
}

TEST_CASE("the waits worked out by hand", "[measure]") {
    using namespace std::chrono_literals;
    // 1, 2, 3, 4 s and six who did not wait: of ten the 6th is 0, the 7th 1 s, the 10th 4 s.
    const WaitHistogram histogram = histogram_of({3s, 1s, 4s, 2s});
    CHECK(histogram.quantile_s(0.6, 6) == 0.0);
    CHECK(histogram.quantile_s(0.7, 6).value() == Approx(1).epsilon(0.01));
    CHECK(histogram.quantile_s(0.61, 6).value() == Approx(1).epsilon(0.01));
    CHECK(histogram.quantile_s(1.0, 6).value() == Approx(4).epsilon(0.01));
    CHECK(histogram.quantile_s(0.5, 0).value() == Approx(2).epsilon(0.01));
}

TEST_CASE("histograms add up", "[measure]") {
    const auto some = random_waits(3, 500);
    const auto more = random_waits(4, 30);
    auto both = some;
    both.insert(both.end(), more.begin(), more.end());
    const WaitHistogram together = histogram_of(both);
    WaitHistogram a = histogram_of(some);
    a.merge(histogram_of(more));
    WaitHistogram b = histogram_of(more);
    b.merge(histogram_of(some));
    b.merge({});
    CHECK(a.total() == together.total());
    for (const double share : kShares) {
        CHECK(a.quantile_s(share, 7) == together.quantile_s(share, 7));
        CHECK(b.quantile_s(share, 7) == together.quantile_s(share, 7));
    }
    a.clear();
    CHECK(a.total() == 0);
    CHECK_FALSE(a.quantile_s(0.5, 0).has_value());
}

TEST_CASE("no contact has no quantile, and nobody who waited a quantile of zero", "[measure]") {
    CHECK_FALSE(WaitHistogram{}.quantile_s(0.5, 0).has_value());
    CHECK(WaitHistogram{}.quantile_s(0.99, 10) == 0.0);
}

TEST_CASE("waits at the ends of what there is", "[measure]") {
    CHECK(histogram_of({Duration{-1}}).quantile_s(0.5, 0).value() < 1e-3);
    CHECK(histogram_of({kLongestDraw}).quantile_s(0.5, 0).value() == Approx(1e9).epsilon(0.01));
}

}  // namespace floorwalker::measure
