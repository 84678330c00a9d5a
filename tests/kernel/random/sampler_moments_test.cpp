#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/kernel/random/sampler.hpp"

namespace floorwalker::kernel {
namespace {

struct Case {
    std::string name;
    Distribution distribution;
    double mean;
    double sd;
    double kurtosis;  // fourth central moment / sd^4
};

// Kurtoses: uniform 9/5, exponential 9, gamma 3 + 6/shape, triangular 12/5; truncated normals by numerical
// integration. The others, from raw moments m1..m4: (m4 - 4 m3 m1 + 6 m2 m1² - 3 m1⁴) / sd⁴.
const std::vector<Case>& cases() {
    static const std::vector<Case> kCases{
        {"uniform", {Uniform{2.0, 8.0}, {}}, 5.0, 1.7320508, 1.8},  // sd 6/sqrt(12)
        {"exponential", {Exponential{446.0}, {}}, 446.0, 446.0, 9.0},
        {"Erlang of 2", {Erlang{2, 10.0}, {}}, 10.0, 7.0710678, 6.0},  // sd 10/sqrt(2)
        {"Erlang of 25", {Erlang{25, 10.0}, {}}, 10.0, 2.0, 3.24},     // sd 10/5
        {"gamma, shape 4", {Gamma{4.0, 3.0}, {}}, 12.0, 6.0, 4.5},     // sd 3 sqrt(4)
        {"gamma, shape 1/4", {Gamma{0.25, 8.0}, {}}, 2.0, 4.0, 27.0},  // sd 8 sqrt(1/4)
        // Mean 3 Γ(3/2) = 3 sqrt(pi)/2; variance 9 (1 - pi/4). Kurtosis of the Rayleigh distribution.
        {"Weibull, shape 2", {Weibull{2.0, 3.0}, {}}, 2.6586808, 1.3897541, 3.2451},
        // E², so the moments are those of the exponential: m1 = 2!, m2 = 4!, m3 = 6!, m4 = 8!.
        // sd² = 24 - 4; kurtosis (40320 - 5760 + 576 - 48) / 400.
        {"Weibull, shape 1/2", {Weibull{0.5, 1.0}, {}}, 2.0, 4.4721360, 87.72},
        // Mean exp(1/8), variance exp(1/4) (exp(1/4) - 1); kurtosis e^(4/4) + 2 e^(3/4) + 3 e^(2/4) - 3.
        {"lognormal", {Lognormal{0.0, 0.5}, {}}, 1.1331485, 0.6039005, 8.8984},
        // Half-normal: mean 10 + 2 sqrt(2/pi), variance 4 (1 - 2/pi).
        {"half of a normal", {TruncatedNormal{10.0, 2.0, 10.0, 1e300}, {}}, 11.5957691, 1.2056206, 3.8692},
        // Both bounds one sd away: variance 1 - 2 φ(1) / (2 Φ(1) - 1) = 1 - 0.4839414/0.6826895 = 0.2911250.
        {"normal within one sd", {TruncatedNormal{5.0, 1.0, 4.0, 6.0}, {}}, 5.0, 0.5395600, 1.9409},
        // All but uniform on [5, 5.6]: proposals are uniform. With b = 0.6: φ(0) = 0.3989423, φ(b) =
        // 0.3332246, Z = 0.2257469; mean 5 + 0.0657177/Z, variance 1 - b φ(b)/Z - (0.0657177/Z)².
        {"narrow piece of a normal", {TruncatedNormal{5.0, 1.0, 5.0, 5.6}, {}}, 5.2911122, 0.1720310, 1.8176},
        // Mean (0 + 1 + 5)/3; variance (0 + 1 + 25 - 0 - 0 - 5)/18 = 7/6.
        {"triangular", {Triangular{0.0, 1.0, 5.0}, {}}, 2.0, 1.0801234, 2.4},
        // m1 = 0.9·1 + 0.1·10, m2 = 2 (0.9 + 10) = 21.8, m3 = 6 (0.9 + 100), m4 = 24 (0.9 + 1000) = 24021.6;
        // sd² = 21.8 - 3.61 = 18.19; kurtosis (24021.6 - 4·605.4·1.9 + 6·21.8·3.61 - 3·13.0321) / 18.19².
        {"hyperexponential", {Hyperexponential{{0.9, 0.1}, {1.0, 10.0}}, {}}, 1.9, 4.2649736, 60.0},
        // 2, 4, 4, 4, 5, 5, 7, 9: sum 40, squared distances 9+1+1+1+0+0+4+16 = 32; fourth powers 81+3+16+256
        // = 356.
        {"values", {EmpiricalValues{{2, 4, 4, 4, 5, 5, 7, 9}}, {}}, 5.0, 2.0, 2.78},
        // Half of the draws uniform on [0, 2], the others 2: m1 = 1/2 + 1, m2 = 4/6 + 2, sd² = 8/3 - 9/4 =
        // 5/12; m3 = 1 + 4, m4 = 16/10 + 8; kurtosis (9.6 - 30 + 36 - 15.1875) / (25/144) = 2.376.
        {"quantiles", {EmpiricalQuantiles{{{0, 0}, {0.5, 2}, {1, 2}}}, {}}, 1.5, 0.6454972, 2.376},
        // 0.75 of an exponential of mean 4: m1 = 3, m2 = 24, m3 = 0.75·384 = 288, m4 = 0.75·6144 = 4608;
        // sd² = 15; kurtosis (4608 - 3456 + 1296 - 243) / 225 = 9.8.
        {"exponential with an atom", {Exponential{4.0}, Atom{0.25, 0.0}}, 3.0, 3.8729833, 9.8},
        // 10 or 2, as 3 to 1: mean 8, sd 8 sqrt(3/16); kurtosis 1/(p q) - 3.
        {"constant with an atom", {Constant{10.0}, Atom{0.25, 2.0}}, 8.0, 3.4641016, 2.3333},
    };
    return kCases;
}

}  // namespace

TEST_CASE("mean and standard deviation are those worked out by hand", "[kernel][random]") {
    for (const Case& each : cases()) {
        CAPTURE(each.name);
        CHECK(mean_of(each.distribution) == Approx(each.mean).epsilon(1e-7));
        CHECK(standard_deviation_of(each.distribution) == Approx(each.sd).epsilon(2e-7));
    }
}

TEST_CASE("a million draws have the distribution's mean and standard deviation", "[kernel][random]") {
    constexpr int kDraws = 1'000'000;
    std::uint64_t seed = 20'000;
    for (const Case& each : cases()) {
        CAPTURE(each.name);
        const Sampler sampler{each.distribution};
        std::mt19937_64 engine{++seed};
        // Sums of distances from the known mean, so that nothing cancels.
        double sum = 0.0;
        double squares = 0.0;
        for (int draw = 0; draw < kDraws; ++draw) {
            const double distance = sampler(engine) - each.mean;
            sum += distance;
            squares += distance * distance;
        }
        // By the central limit theorem the mean has standard error sd/1000, and the mean square about the
        // known mean sd² sqrt(kurtosis - 1)/1000. Beyond 4 standard errors is one run in 15,787.
        const double mean_distance = sum / kDraws;
        const double variance = squares / kDraws;
        CHECK(std::abs(mean_distance) < 4.0 * each.sd / 1000.0);
        CHECK(std::abs(variance / (each.sd * each.sd) - 1.0) < 4.0 * std::sqrt(each.kurtosis - 1.0) / 1000.0);
    }
}

TEST_CASE("an atom is drawn with its share", "[kernel][random]") {
    // Share 0.07 of a million draws: 70,000, standard error sqrt(10^6 · 0.07 · 0.93) = 255.1; 4 of them is
    // 1021.
    const Sampler sampler{{Lognormal{3.0, 1.0}, Atom{0.07, -1.0}}};
    std::mt19937_64 engine{7};
    int at_atom = 0;
    for (int draw = 0; draw < 1'000'000; ++draw) {
        at_atom += sampler(engine) == -1.0 ? 1 : 0;
    }
    CHECK(std::abs(at_atom - 70'000) < 1021);
}

}  // namespace floorwalker::kernel
