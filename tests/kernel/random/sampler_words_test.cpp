#include <cstdint>
#include <limits>
#include <random>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/kernel/random/sampler.hpp"

namespace floorwalker::kernel {
namespace {

/// Counts the words that are read.
class CountingEngine {
public:
    using result_type = std::uint64_t;

    explicit CountingEngine(std::uint64_t seed) : engine_{seed} {}

    static constexpr result_type min() { return 0; }

    static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

    result_type operator()() {
        ++words_;
        return engine_();
    }

    int words() const { return words_; }

private:
    std::mt19937_64 engine_;
    int words_ = 0;
};

double words_a_draw(const Distribution& distribution) {
    constexpr int kDraws = 100'000;
    const Sampler sampler{distribution};
    CountingEngine engine{17};
    for (int draw = 0; draw < kDraws; ++draw) {
        static_cast<void>(sampler(engine));
    }
    return static_cast<double>(engine.words()) / kDraws;
}

const std::vector<Distribution>& one_of_each() {
    static const std::vector<Distribution> kDistributions{
        {Constant{3.0}, {}},
        {Uniform{1.0, 2.0}, {}},
        {Exponential{5.0}, {}},
        {Erlang{3, 5.0}, {}},
        {Gamma{2.5, 2.0}, {}},
        {Weibull{1.7, 2.0}, {}},
        {Lognormal{1.0, 0.5}, {}},
        {TruncatedNormal{1.0, 2.0, 0.0, 1e300}, {}},
        {Triangular{0.0, 1.0, 2.0}, {}},
        {hyperexponential_with(5.0, 2.0), {}},
        {EmpiricalValues{{1.0, 2.0, 3.0}}, {}},
        {EmpiricalQuantiles{{{0.0, 1.0}, {0.5, 2.0}, {1.0, 9.0}}}, {}},
        {Exponential{5.0}, Atom{0.3, 0.0}},
    };
    return kDistributions;
}

}  // namespace

TEST_CASE("a default sampler and a constant read no words", "[kernel][random]") {
    CountingEngine engine{1};
    CHECK(Sampler{}(engine) == 0.0);
    CHECK(Sampler{{Constant{7.5}, {}}}(engine) == 7.5);
    // An atom that takes all is a constant, one that takes nothing is none.
    CHECK(Sampler{{Exponential{3.0}, Atom{1.0, 2.0}}}(engine) == 2.0);
    CHECK(Sampler{{Constant{7.5}, Atom{0.0, 2.0}}}(engine) == 7.5);
    CHECK(engine.words() == 0);
}

TEST_CASE("an exponential reads one word in more than 97 % of the draws", "[kernel][random]") {
    const Sampler sampler{{Exponential{120.0}, {}}};
    CountingEngine engine{2};
    int with_one = 0;
    for (int draw = 0; draw < 100'000; ++draw) {
        const int before = engine.words();
        static_cast<void>(sampler(engine));
        with_one += engine.words() == before + 1 ? 1 : 0;
    }
    // Over ten million draws the share is 0.9779; of 100,000, 0.97 is 17 standard errors of 0.00047 below it.
    CHECK(with_one > 97'000);
}

TEST_CASE("draws read few words", "[kernel][random]") {
    CHECK(words_a_draw({Uniform{0.0, 1.0}, {}}) == 1.0);
    CHECK(words_a_draw({Triangular{0.0, 0.5, 1.0}, {}}) == 1.0);
    CHECK(words_a_draw({EmpiricalQuantiles{{{0.0, 0.0}, {1.0, 1.0}}}, {}}) == 1.0);
    CHECK(words_a_draw({Constant{3.0}, Atom{0.2, 0.0}}) == 1.0);
    CHECK(words_a_draw({Weibull{2.0, 1.0}, {}}) < 1.06);
    CHECK(words_a_draw({Lognormal{0.0, 1.0}, {}}) < 1.06);
    CHECK(words_a_draw({hyperexponential_with(1.0, 3.0), {}}) < 2.06);
    // No word for the shape when the atom is drawn: 1 + 0.5 · 1.04.
    CHECK(words_a_draw({Exponential{1.0}, Atom{0.5, 0.0}}) < 1.53);
    // The worst truncation: 1/0.395 · 1.04 = 2.63.
    CHECK(words_a_draw({TruncatedNormal{0.0, 1.0, 0.0, 1.26}, {}}) < 2.7);
    CHECK(words_a_draw({TruncatedNormal{0.0, 1.0, 0.0, 1.25}, {}}) < 2.7);
}

TEST_CASE("the inlined exponential is Boost's, value by value and word by word", "[kernel][random]") {
    const Sampler sampler{{Exponential{1.0}, {}}};
    std::mt19937_64 engine{23};
    std::mt19937_64 twin{23};
    boost::random::exponential_distribution<double> boosts;
    bool equal = true;
    for (int draw = 0; draw < 1'000'000; ++draw) {
        equal = equal && sampler(engine) == boosts(twin);
    }
    CHECK(equal);
    CHECK(engine == twin);
}

TEST_CASE("draws depend on the engine alone", "[kernel][random]") {
    for (const Distribution& distribution : one_of_each()) {
        CAPTURE(distribution.shape.index());
        const Sampler first{distribution};
        const Sampler second{distribution};
        Sampler copy;
        copy = first;
        for (std::uint64_t customer = 0; customer < 200; ++customer) {
            std::mt19937_64 engine{customer};
            std::mt19937_64 other_engine{customer};
            std::mt19937_64 unrelated{customer + 1000};
            const double value = first(engine);
            static_cast<void>(second(unrelated));  // leaves nothing behind
            CHECK(second(other_engine) == value);
            CHECK(engine == other_engine);
            std::mt19937_64 third_engine{customer};
            CHECK(copy(third_engine) == value);
        }
    }
}

}  // namespace floorwalker::kernel
