#include <cmath>
#include <cstddef>
#include <random>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/kernel/random/sampler.hpp"

namespace floorwalker::kernel {
namespace {

constexpr int kDraws = 1'000'000;

/// Share of the draws in [from, to].
double share_between(const Distribution& distribution, double from, double to) {
    const Sampler sampler{distribution};
    std::mt19937_64 engine{11};
    int inside = 0;
    for (int draw = 0; draw < kDraws; ++draw) {
        const double value = sampler(engine);
        inside += value >= from && value <= to ? 1 : 0;
    }
    return static_cast<double>(inside) / kDraws;
}

/// Four standard errors of a share of a million draws: one run in 15,787 is beyond.
double tolerance(double share) { return 4.0 * std::sqrt(share * (1.0 - share) / kDraws); }

// 10 % at 3 (a flat part), 40 % between 3 and 5, a jump from 5 to 20, 50 % between 20 and 30.
const EmpiricalQuantiles kTalkTimes{{{0.0, 3.0}, {0.1, 3.0}, {0.5, 5.0}, {0.5, 20.0}, {1.0, 30.0}}};

}  // namespace

TEST_CASE("quantiles keep their flat parts, jumps and slopes", "[kernel][random]") {
    const Distribution talk{kTalkTimes, {}};
    CHECK(share_between(talk, 3.0, 3.0) == Approx(0.1).margin(tolerance(0.1)));
    CHECK(share_between(talk, 3.0, 4.0) == Approx(0.3).margin(tolerance(0.3)));
    CHECK(share_between(talk, 3.0, 5.0) == Approx(0.5).margin(tolerance(0.5)));
    CHECK(share_between(talk, 20.0, 22.0) == Approx(0.1).margin(tolerance(0.1)));
    CHECK(share_between(talk, 5.000001, 19.999999) == 0.0);
    CHECK(share_between(talk, 3.0, 30.0) == 1.0);
    // Mean 0.1·3 + 0.4·4 + 0.5·25; mean square 0.1·9 + 0.4·(9 + 15 + 25)/3 + 0.5·(400 + 600 + 900)/3 = 324.1.
    CHECK(mean_of(talk) == Approx(14.4));
    CHECK(standard_deviation_of(talk) == Approx(std::sqrt(324.1 - 14.4 * 14.4)));
}

TEST_CASE("quantiles interpolate exactly", "[kernel][random]") {
    const prepared::EmpiricalQuantiles lines{{{0.0, 3.0, 0.0}, {0.1, 3.0, 5.0}, {0.5, 20.0, 20.0}}};
    CHECK(lines.quantile(0.0) == 3.0);
    CHECK(lines.quantile(0.05) == 3.0);
    CHECK(lines.quantile(0.3) == Approx(4.0));
    CHECK(lines.quantile(0.5) == 20.0);
    CHECK(lines.quantile(0.75) == Approx(25.0));
}

TEST_CASE("a long table of quantiles is searched to the right line", "[kernel][random]") {
    // Every length of table up to 40, value 10 times the share: any wrong line would be seen.
    for (std::size_t count = 1; count <= 40; ++count) {
        prepared::EmpiricalQuantiles table;
        for (std::size_t line = 0; line < count; ++line) {
            const double share = static_cast<double>(line) / static_cast<double>(count);
            table.lines.push_back({share, 100.0 * static_cast<double>(line), 1.0});
        }
        for (std::size_t line = 0; line < count; ++line) {
            const double middle = (static_cast<double>(line) + 0.5) / static_cast<double>(count);
            CHECK(std::floor(table.quantile(middle) / 100.0) == static_cast<double>(line));
        }
    }
}

TEST_CASE("the only line of a table is a uniform", "[kernel][random]") {
    const Distribution line{EmpiricalQuantiles{{{0.0, 10.0}, {1.0, 20.0}}}, {}};
    CHECK(mean_of(line) == Approx(15.0));
    CHECK(standard_deviation_of(line) == Approx(10.0 / std::sqrt(12.0)));
    CHECK(share_between(line, 10.0, 12.5) == Approx(0.25).margin(tolerance(0.25)));
}

TEST_CASE("each value is equally likely", "[kernel][random]") {
    constexpr std::size_t kValues = 7;
    EmpiricalValues calls;
    for (std::size_t value = 0; value < kValues; ++value) {
        calls.values.push_back(static_cast<double>(value));
    }
    const Sampler sampler{{calls, {}}};
    std::mt19937_64 engine{13};
    std::vector<int> counts(kValues);
    for (int draw = 0; draw < kDraws; ++draw) {
        ++counts[static_cast<std::size_t>(sampler(engine))];
    }
    // Chi-square with 6 degrees of freedom: its survival function is e^(-x/2) (1 + x/2 + x²/8), 3.9e-5 at x
    // = 30.
    constexpr double kExpected = static_cast<double>(kDraws) / kValues;
    double chi_square = 0.0;
    for (const int count : counts) {
        chi_square += (count - kExpected) * (count - kExpected) / kExpected;
    }
    CHECK(chi_square < 30.0);
}

TEST_CASE("one value needs no luck", "[kernel][random]") {
    const Sampler sampler{{EmpiricalValues{{42.0}}, {}}};
    std::mt19937_64 engine{1};
    CHECK(sampler(engine) == 42.0);
    CHECK(engine == std::mt19937_64{1});
}

}  // namespace floorwalker::kernel
