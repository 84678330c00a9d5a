#pragma once

#include <cmath>
#include <cstddef>
#include <map>
#include <stdexcept>
#include <utility>
#include <vector>

/// Exact steady states of models without a formula: continuous-time Markov chains with few enough states to be solved.
namespace floorwalker::validation {

/// `State` is regular and ordered, such as std::array<int, 3>. Rates are in any one unit of time.
template <class State>
class MarkovChain {
public:
    struct Move {
        double rate = 0;
        State to{};
    };
    using Moves = std::vector<Move>;

    /// `moves_of(state)` is all that can happen in a state. The chain has the states that can be reached from `first`.
    template <class MovesOf>
    MarkovChain(const State& first, const MovesOf& moves_of) {
        place_of(first);
        for (std::size_t from = 0; from < states_.size(); ++from) {
            for (const Move& move : moves_of(State{states_[from]})) {
                if (move.rate <= 0) continue;
                const std::size_t to = place_of(move.to);
                if (to == from) continue;
                into_[to].push_back({from, move.rate});
                out_[from] += move.rate;
            }
        }
        solve();
    }

    std::size_t size() const { return states_.size(); }

    /// Time average of a function of the state: of an indicator, the share of the time; of a rate, events a unit of
    /// time; and, as Poisson arrivals see time averages, what arrivals find.
    template <class Function>
    double mean(const Function& of) const {
        double sum = 0;
        for (std::size_t i = 0; i < states_.size(); ++i) sum += probability_[i] * static_cast<double>(of(states_[i]));
        return sum;
    }

private:
    struct Inflow {
        std::size_t from = 0;
        double rate = 0;
    };

    std::size_t place_of(const State& state) {
        const auto [found, is_new] = places_.try_emplace(state, states_.size());
        if (is_new) {
            states_.push_back(state);
            into_.emplace_back();
            out_.push_back(0);
        }
        return found->second;
    }

    /// Sets a state's probability so that what flows in flows out; returns the change.
    double balance(std::size_t state) {
        double inflow = 0;
        for (const Inflow& from : into_[state]) inflow += probability_[from.from] * from.rate;
        const double balanced = inflow / out_[state];
        return std::abs(std::exchange(probability_[state], balanced) - balanced);
    }

    /// Gauss and Seidel's method, forwards and backwards in turn, until nothing changes any more.
    void solve() {
        constexpr int kMostSweeps = 200'000;
        constexpr double kUnchanged = 1e-13;  // in all
        probability_.assign(states_.size(), 1.0 / static_cast<double>(states_.size()));
        for (int sweep = 0; sweep < kMostSweeps; ++sweep) {
            double change = 0;
            for (std::size_t i = 0; i < states_.size(); ++i) change += balance(i);
            for (std::size_t i = states_.size(); i-- > 0;) change += balance(i);
            double sum = 0;
            for (const double p : probability_) sum += p;
            for (double& p : probability_) p /= sum;
            if (change < kUnchanged) return;
        }
        throw std::runtime_error{"the steady state of a Markov chain was not found"};
    }

    std::map<State, std::size_t> places_;
    std::vector<State> states_;
    std::vector<std::vector<Inflow>> into_;
    std::vector<double> out_;
    std::vector<double> probability_;
};

}  // namespace floorwalker::validation
