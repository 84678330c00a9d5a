#include "sim/plan/steady/mser.hpp"

#include <cmath>
#include <random>

#include <boost/random/exponential_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <catch2/catch.hpp>

namespace floorwalker::plan {
namespace {

constexpr double kArrivalRate = 0.8;  // of an M/M/1 queue with a service rate of 1: on average 4 in the system
constexpr int kTimes = 400;           // looked at after each unit of time

/// How many are in the system after 1, 2, … units of time, from empty, as the mean over runs.
std::vector<double> simulated_queue(int runs, unsigned seed) {
    std::mt19937_64 engine{seed};
    boost::random::exponential_distribution<double> gap{1.0};
    std::vector<double> mean(kTimes);
    for (int run = 0; run < runs; ++run) {
        int inside = 0;
        double now = 0;
        std::size_t looked = 0;
        while (looked < mean.size()) {
            const double rate = kArrivalRate + (inside > 0 ? 1 : 0);
            now += gap(engine) / rate;
            while (looked < mean.size() && static_cast<double>(looked + 1) <= now) mean[looked++] += inside;
            const bool arrives = std::uniform_real_distribution<double>{}(engine)*rate < kArrivalRate;
            inside += arrives ? 1 : -1;
        }
    }
    for (double& value : mean) value /= runs;
    return mean;
}

/// The same, exactly: forward equations of the birth-and-death process by uniformization (Gross and Miller, Operations
/// Research 32, 1984), in steps of one unit of time with at most 60 jumps each; 400 states are as good as all.
std::vector<double> exact_queue() {
    constexpr std::size_t kStates = 400;
    constexpr double kRate = kArrivalRate + 1;
    std::vector<double> chance(kStates);
    chance[0] = 1;
    std::vector<double> means;
    for (int t = 0; t < kTimes; ++t) {
        std::vector<double> after(kStates);
        double poisson = std::exp(-kRate);
        for (int jumps = 0; jumps < 60; ++jumps) {
            for (std::size_t i = 0; i < kStates; ++i) after[i] += poisson * chance[i];
            std::vector<double> next(kStates);
            for (std::size_t i = 0; i < kStates; ++i) {
                next[std::min(i + 1, kStates - 1)] += chance[i] * kArrivalRate / kRate;
                next[i == 0 ? 0 : i - 1] += chance[i] / kRate;
            }
            chance = next;
            poisson *= kRate / (jumps + 1);
        }
        chance = after;
        double mean = 0;
        for (std::size_t i = 0; i < kStates; ++i) mean += static_cast<double>(i) * chance[i];
        means.push_back(mean);
    }
    return means;
}

double mean_from(const std::vector<double>& values, std::size_t first) {
    double sum = 0;
    for (std::size_t i = first; i < values.size(); ++i) sum += values[i];
    return sum / static_cast<double>(values.size() - first);
}

}  // namespace

TEST_CASE("MSER: an example by hand", "[plan][steady]") {
    // 9 1 3 1 3 1 3 1 3 1: with all, mean 2.6, squares 6.4² + 5 × 1.6² + 4 × 0.4² = 54.4, 54.4 / 100 = 0.544.
    // Without the first, mean 17 / 9, squares 5 × (8/9)² + 4 × (10/9)² = 8.889, / 81 = 0.10974. Without two,
    // mean 2, squares 8, / 64 = 0.125.
    const auto cut = mser({9, 1, 3, 1, 3, 1, 3, 1, 3, 1});
    REQUIRE(cut);
    CHECK(cut->cut == 1);
    CHECK(cut->standard_error == Approx(std::sqrt(0.10974)).epsilon(1e-4));
    CHECK(cut->is_reliable);
}

TEST_CASE("MSER-5 looks at means of five", "[plan][steady]") {
    std::vector<double> series(60);
    for (std::size_t i = 0; i < series.size(); ++i) series[i] = (i < 7 ? 50.0 : 0.0) + static_cast<double>(i % 5);
    CHECK(mser(series, 5)->cut == 10);  // the second batch holds two of the seven
    CHECK(mser(series)->cut == 7);
}

TEST_CASE("MSER has nothing to say on a few values, and says so when the start never ends", "[plan][steady]") {
    CHECK_FALSE(mser({1, 2, 3, 4}));
    CHECK_FALSE(mser({}));
    std::vector<double> rising(40);
    for (std::size_t i = 0; i < rising.size(); ++i) rising[i] = static_cast<double>(i);
    CHECK_FALSE(mser(rising)->is_reliable);
}

TEST_CASE("MSER leaves a level series nearly whole", "[plan][steady]") {
    std::mt19937_64 engine{71};
    boost::random::normal_distribution<double> noise;
    double cut_in_all = 0;
    for (int e = 0; e < 200; ++e) {
        std::vector<double> series(60);
        for (double& value : series) value = noise(engine);
        cut_in_all += static_cast<double>(mser(series)->cut);
    }
    CHECK(cut_in_all / 200 < 8);
}

TEST_CASE("M/M/1 from empty: what MSER-5 leaves has nearly no bias", "[plan][steady]") {
    const std::vector<double> exact = exact_queue();
    CHECK(exact.back() == Approx(4).epsilon(0.01));  // ρ / (1 − ρ): steady at the end
    // Of the mean over all times the empty start takes more than 5 %.
    CHECK(mean_from(exact, 0) < 0.95 * 4);
    const double bias_of_all = 4 - mean_from(exact, 0);
    for (const unsigned seed : {72U, 73U, 74U, 75U, 76U, 77U, 78U, 79U}) {
        const auto cut = mser(simulated_queue(1000, seed), 5);
        REQUIRE(cut);
        INFO("cut at " << cut->cut << ", where " << exact[cut->cut] << " are expected");
        CHECK(4 - mean_from(exact, cut->cut) < 0.5 * bias_of_all);
        CHECK(exact[cut->cut] > 0.75 * 4);
    }
}

}  // namespace floorwalker::plan
