#include <array>

#include <catch2/catch.hpp>

#include "tests/validation/centres.hpp"
#include "tests/validation/comparison.hpp"
#include "tests/validation/erlang.hpp"
#include "tests/validation/experiment.hpp"
#include "tests/validation/markov_chain.hpp"

/// Agents kept free: without a queue the guard channels of telephone exchanges; with one the cut-off priority queue of
/// C. Schaack and R. C. Larson, "An N-server cutoff priority queue", Operations Research 34 (1986), 257–266; and
/// callbacks kept for a quiet time, which are served by the same rule.
namespace floorwalker::validation {
namespace {

/// Two call types for one group, so many agents of which are kept for the first. Talk times of a minute.
Scenario guarded(double first_per_minute, double second_per_minute, std::int64_t agents, std::int64_t kept) {
    Scenario scenario = round_the_clock(first_per_minute * 60, exponential(60), agents, 20);
    scenario.call_types.push_back(call_type("others", {second_per_minute * 60}, exponential(60)));
    scenario.groups = {group("agents", {agents}, {0, 1})};
    scenario.groups[0].reserves = {{kept, {CallTypeId{0}}, {}}};
    return scenario;
}

}  // namespace

TEST_CASE("Agents kept free, no queue: guard channels", "[validation][slow]") {
    // 3 and 3 calls a minute, 8 agents, 2 kept for the first type: births at 6 below 6 busy agents, at 3 from there on.
    double all = 1;
    double p = 1;
    double others_blocked = 0;
    double busy = 0;
    for (int n = 1; n <= 8; ++n) {
        all += p *= (n <= 6 ? 6.0 : 3.0) / n;
        others_blocked += n >= 6 ? p : 0;
        busy += n * p;
    }
    Scenario scenario = guarded(3, 3, 8, 2);
    scenario.centre.queue_places = 0;
    const RunResult run = floorwalker::run(scenario, options(691, 20));
    const auto blocking = [&](std::size_t type) { return simulated(run, run.call_types[type].kpis, Kpi::blocking); };
    compare("kept for them: blocked", exact(p / all), blocking(0), 0.02);
    compare("the others: blocked", exact(others_blocked / all), blocking(1), 0.01);
    compare("occupancy", exact(busy / all / 8), simulated(run, Kpi::occupancy), 0.005);

    SECTION("tiers in place of call types") {
        Scenario tiers = round_the_clock(360, exponential(60), 8, 20);
        Tier gold;
        gold.id = "gold";
        gold.share_by_call_type = {0.5};
        tiers.tiers = {gold};
        tiers.groups[0].reserves = {{2, {}, {TierId{0}}}};
        tiers.centre.queue_places = 0;
        const RunResult by_tier = floorwalker::run(tiers, options(692, 20));
        compare("kept for a tier: blocked", exact(p / all), simulated(by_tier, by_tier.tiers[0].kpis, Kpi::blocking),
                0.02);
        compare("the other tier: blocked", exact(others_blocked / all),
                simulated(by_tier, by_tier.tiers[1].kpis, Kpi::blocking), 0.01);
    }
}

TEST_CASE("Agents kept free, with a queue: cut-off priority", "[validation][slow]") {
    // 2 and 1.2 calls a minute on 5 agents, one kept for the first type: the others begin while two or more are free.
    using State = std::array<int, 3>;  // busy; waiting of the first type, when all are busy; waiting of the others
    constexpr int kAgents = 5;
    const MarkovChain<State> chain{
        State{0, 0, 0}, [&](State s) {
            const auto [busy, first, others] = s;
            const bool all_busy = busy == kAgents;
            MarkovChain<State>::Moves moves;
            if (first < 60)
                moves.push_back({2.0, all_busy ? State{busy, first + 1, others} : State{busy + 1, 0, others}});
            if (busy < kAgents - 1) {
                moves.push_back({1.2, {busy + 1, 0, 0}});
            } else if (others < 120) {
                moves.push_back({1.2, {busy, first, others + 1}});
            }
            if (first > 0) {
                moves.push_back({1.0 * busy, {busy, first - 1, others}});
            } else if (others > 0 && !all_busy) {  // four busy, one ends: of two free agents one takes it
                moves.push_back({1.0 * busy, {busy, 0, others - 1}});
            } else if (busy > 0) {
                moves.push_back({1.0 * busy, {busy - 1, 0, others}});
            }
            return moves;
        }};
    const RunResult run = floorwalker::run(guarded(2, 1.2, kAgents, 1), options(693, 20));
    const auto of_type = [&](std::size_t type, Kpi kpi) { return simulated(run, run.call_types[type].kpis, kpi); };
    const double first = chain.mean([](State s) { return s[1]; });
    const double others = chain.mean([](State s) { return s[2]; });
    compare("kept for them: P(wait > 0)", exact(chain.mean([](State s) { return s[0] == kAgents; })),
            of_type(0, Kpi::wait_probability), 0.02);
    compare("kept for them: mean wait, s", exact(60 * first / 2), of_type(0, Kpi::asa_s), 0.03);
    compare("the others: P(wait > 0)", exact(chain.mean([](State s) { return s[0] >= kAgents - 1; })),
            of_type(1, Kpi::wait_probability), 0.02);
    compare("the others: mean wait, s", exact(60 * others / 1.2), of_type(1, Kpi::asa_s), 0.03);
    compare("the others: mean queue", exact(others), of_type(1, Kpi::mean_queue), 0.03);
}

TEST_CASE("Callbacks in turn wait as long as callers", "[validation][slow]") {
    // 4 calls a minute on 5 agents; of those who have to wait half hang up and keep their place. M/M/5 at 4 erlang: who
    // waits, waits 1 / (5 - 4) min.
    Scenario scenario = round_the_clock(240, exponential(60), 5, 20);
    Callback callback;
    callback.offered_above = 0s;
    callback.dialling = {Constant{0}, {}};
    callback.reached = 1;
    only_type(scenario).callback = callback;
    const RunResult run = floorwalker::run(scenario, options(694, 20));
    const double waits = ErlangC{4, 1, 5}.wait_probability();
    compare("in turn: kept, a day", exact(0.5 * waits * 4 * 1440), a_day(simulated(run, Kpi::callbacks_kept), 20),
            0.02);
    compare("in turn: wait for a callback, s", exact(60), simulated(run, Kpi::callback_wait_s), 0.03);
    compare("in turn: wait of callers who wait, s", exact(60), simulated(run, Kpi::asa_queued_s), 0.03);
    compare("in turn: occupancy", exact(0.8), simulated(run, Kpi::occupancy), 0.005);
}

TEST_CASE("Callbacks at a quiet time wait for two free agents", "[validation][slow]") {
    // 3.5 calls a minute on 5 agents; of those who have to wait half hang up. They are called while two or more agents
    // are free.
    using State = std::array<int, 3>;  // busy; waiting on the line, when all are busy; waiting for a callback
    constexpr int kAgents = 5;
    const MarkovChain<State> chain{State{0, 0, 0}, [&](State s) {
                                       const auto [busy, queue, kept] = s;
                                       MarkovChain<State>::Moves moves;
                                       if (busy < kAgents) {
                                           moves.push_back({3.5, {busy + 1, 0, kept}});
                                       } else {
                                           if (queue < 50) moves.push_back({1.75, {busy, queue + 1, kept}});
                                           if (kept < 200) moves.push_back({1.75, {busy, queue, kept + 1}});
                                       }
                                       if (queue > 0) {
                                           moves.push_back({1.0 * busy, {busy, queue - 1, kept}});
                                       } else if (kept > 0 && busy < kAgents) {
                                           moves.push_back({1.0 * busy, {busy, 0, kept - 1}});
                                       } else if (busy > 0) {
                                           moves.push_back({1.0 * busy, {busy - 1, 0, kept}});
                                       }
                                       return moves;
                                   }};
    const double waits = chain.mean([](State s) { return s[0] == kAgents; });
    const double queue = chain.mean([](State s) { return s[1]; });
    const double kept = chain.mean([](State s) { return s[2]; });

    Scenario scenario = round_the_clock(210, exponential(60), kAgents, 20);
    Callback callback;
    callback.offered_above = 0s;
    callback.when = Callback::When::quiet;
    callback.free_agents = 2;
    callback.dialling = {Constant{0}, {}};
    callback.reached = 1;
    only_type(scenario).callback = callback;
    const RunResult run = floorwalker::run(scenario, options(695, 20));
    compare("quiet: kept, a day", exact(1.75 * waits * 1440), a_day(simulated(run, Kpi::callbacks_kept), 20), 0.02);
    compare("quiet: wait for a callback, s", exact(60 * kept / (1.75 * waits)), simulated(run, Kpi::callback_wait_s),
            0.03);
    compare("quiet: wait of callers who wait, s", exact(60 * queue / (1.75 * waits)), simulated(run, Kpi::asa_queued_s),
            0.03);
    compare("quiet: occupancy", exact(0.7), simulated(run, Kpi::occupancy), 0.005);
}

}  // namespace floorwalker::validation
