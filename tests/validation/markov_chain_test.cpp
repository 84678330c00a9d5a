#include "tests/validation/markov_chain.hpp"

#include <array>

#include <catch2/catch.hpp>

#include "tests/validation/erlang.hpp"

/// The solver of Markov chains, which stands in for formulas on this page, against formulas.
namespace floorwalker::validation {

TEST_CASE("A Markov chain of the Erlang-A queue gives its formulas", "[validation]") {
    using State = std::array<int, 1>;  // callers
    constexpr int kAgents = 14;
    const MarkovChain<State> chain{
        State{0}, [&](State s) {
            const double leaving = std::min(s[0], kAgents) / 3.0 + std::max(0, s[0] - kAgents) / 5.0;
            return MarkovChain<State>::Moves{{s[0] < 94 ? 100.0 / 30 : 0, {s[0] + 1}}, {leaving, {s[0] - 1}}};
        }};
    const ErlangA formula{100.0 / 30, 1.0 / 3, 1.0 / 5, kAgents, 80};
    REQUIRE(chain.size() == 95);
    CHECK(chain.mean([](State s) { return s[0] >= kAgents; }) == Approx(formula.wait_probability()).epsilon(1e-9));
    CHECK(chain.mean([](State s) { return std::max(0, s[0] - kAgents); }) ==
          Approx(formula.mean_queue()).epsilon(1e-9));
    CHECK(chain.mean([&](State s) { return std::min(s[0], kAgents); }) == Approx(formula.busy_agents()).epsilon(1e-9));
}

TEST_CASE("A Markov chain of two queues in a row has their product form", "[validation]") {
    // Poisson rate 1, one server each at rates 2 and 4/3: P(n, m) = 1/2 (1/2)^n × 1/4 (3/4)^m (Burke 1956). Cut off at
    // 150.
    using State = std::array<int, 2>;
    const MarkovChain<State> chain{State{0, 0}, [&](State s) {
                                       const auto [n, m] = s;
                                       return MarkovChain<State>::Moves{{n < 150 ? 1.0 : 0, {n + 1, m}},
                                                                        {n > 0 && m < 150 ? 2.0 : 0, {n - 1, m + 1}},
                                                                        {m > 0 ? 4.0 / 3 : 0, {n, m - 1}}};
                                   }};
    CHECK(chain.mean([](State s) { return s == State{0, 0}; }) == Approx(1.0 / 8).epsilon(1e-9));
    CHECK(chain.mean([](State s) { return s == State{3, 2}; }) == Approx(1.0 / 16 * 9 / 64).epsilon(1e-9));
    CHECK(chain.mean([](State s) { return s[0]; }) == Approx(1.0).epsilon(1e-9));
    CHECK(chain.mean([](State s) { return s[1]; }) == Approx(3.0).epsilon(1e-9));
}

}  // namespace floorwalker::validation
