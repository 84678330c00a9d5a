#include <array>
#include <cmath>

#include <catch2/catch.hpp>

#include "tests/validation/centres.hpp"
#include "tests/validation/comparison.hpp"
#include "tests/validation/erlang.hpp"
#include "tests/validation/experiment.hpp"
#include "tests/validation/markov_chain.hpp"

/// Chat: a published case (one window 500 s; three windows 886.8 s each; effective concurrency 1.69 with slow-down
/// parameter 0.75, saturating at 1.75), the formula behind it, and chains of agents who chat.
namespace floorwalker::validation {
namespace {

/// The published figures are those of one agent and so many customers who take turns: the customer reads and types
/// `thinking` times as long as the agent, and an agent with n windows works while at least one customer waits for it.
/// This is the machine-repair queue M/M/1//n: the agent is idle with probability B(n, thinking), Erlang's formula
/// (Cooper, "Introduction to Queueing Theory", 2nd ed. 1981, section 3.8). Of one chat alone it works
/// 1 / (1 + thinking) of the time; of n at once, that many times as much.
double concurrency(int windows, double thinking = 0.75) { return (1 + thinking) * (1 - erlang_b(thinking, windows)); }

/// n chats share what the agent gets done.
double slowdown(int windows) { return windows / concurrency(windows); }

constexpr double kAlone = 500;

Scenario chats(double per_hour, std::int64_t agents, int windows, std::int64_t measured_days) {
    Scenario scenario = round_the_clock(per_hour, exponential(kAlone), agents, measured_days);
    only_type(scenario).channel = Channel::chat;
    ChatWork& work = scenario.groups.front().chat;
    work.windows = windows;
    for (int n = 1; n <= windows; ++n) work.slowdown.push_back(slowdown(n));
    return scenario;
}

/// Two customers wait for every chat that ends: all windows are always open.
Scenario windows_always_open(int windows, const Distribution& alone) {
    Scenario scenario = chats(60, 1, windows, 30);
    only_type(scenario).talk = alone;
    scenario.centre.queue_places = 30;
    return scenario;
}

/// From the agent's first word to the last: `elapsed_s` is from coming to done.
Simulated time_in_chat(const Experiment& e) {
    return ratio(
        e, [](const Replication& r) { return (r.all.journey.elapsed_us - r.all.wait_answered_us) * 1e-6; },
        [](const Replication& r) { return r.all.answered; });
}

}  // namespace

TEST_CASE("Chat: the published slow-down is that of customers who take turns", "[validation]") {
    // B(3, 0.75) = 0.0703125 / 2.1015625 = 0.0334573; 1.75 × (1 - 0.0334573) = 1.691450.
    CHECK(concurrency(1) == Approx(1));
    CHECK(concurrency(2) == Approx(1.75 * (1 - 0.28125 / 2.03125)));
    CHECK(concurrency(3) == Approx(1.69145).epsilon(1e-6));
    CHECK(kAlone * slowdown(3) == Approx(886.8).margin(0.05));  // 500 × 3 / 1.691450 = 886.813
    CHECK(concurrency(20) == Approx(1.75).epsilon(1e-9));
}

TEST_CASE("Chat: three windows that are always open", "[validation]") {
    struct Case {
        std::string law;
        Distribution alone;
        std::uint64_t seed;
    };
    const auto c = GENERATE(values<Case>({{"exponential", exponential(kAlone), 621},
                                          {"lognormal", {lognormal_with(kAlone, 0.8), {}}, 622},
                                          {"constant", {Constant{kAlone}, {}}, 623}}));
    const Experiment e = experiment(windows_always_open(3, c.alone), c.seed, 20);
    compare(c.law + ": a chat of three takes, s", exact(886.8, 0.05), time_in_chat(e), 0.01);
    // Chats that end a second, each of 500 s of work for an agent with one window.
    const Simulated gets_done = mean(e, [](const Replication& r) { return r.all.answered * kAlone / (30 * 86'400.0); });
    compare(c.law + ": effective concurrency", exact(1.69, 0.005), gets_done, 0.01);
    const Simulated at_once = simulated(e.result, Kpi::concurrency);
    CHECK(at_once.mean == Approx(3).epsilon(0.001));
}

TEST_CASE("Chat: one window takes 500 s", "[validation]") {
    const Experiment e = experiment(windows_always_open(1, exponential(kAlone)), 624, 20);
    compare("one window, s", exact(500), time_in_chat(e), 0.02);
}

TEST_CASE("Chat: one agent with three windows is a birth-and-death process", "[validation]") {
    // 8.1 chats an hour, 1.125 erlang of an agent who gets at most 1.6915 done; n at once end at rate concurrency(n).
    constexpr double kLoad = 8.1 * kAlone / 3600;
    using State = std::array<int, 1>;
    const MarkovChain<State> chain{State{0}, [&](State s) {
                                       return MarkovChain<State>::Moves{
                                           {s[0] < 200 ? kLoad : 0, {s[0] + 1}},
                                           {s[0] > 0 ? concurrency(std::min(s[0], 3)) : 0, {s[0] - 1}}};
                                   }};
    const auto share = [&](int from) { return chain.mean([&](State s) { return s[0] >= from; }); };
    const double queue = chain.mean([](State s) { return std::max(0, s[0] - 3); });
    const double open = chain.mean([](State s) { return std::min(s[0], 3); });

    const RunResult run = floorwalker::run(chats(8.1, 1, 3, 1000), options(625, 20));
    compare("1 agent: P(wait > 0)", exact(share(3)), simulated(run, Kpi::wait_probability), 0.03);
    compare("1 agent: mean queue", exact(queue), simulated(run, Kpi::mean_queue), 0.05);
    compare("1 agent: occupancy", exact(share(1)), simulated(run, Kpi::occupancy), 0.02);
    compare("1 agent: chats at once while any", exact(open / share(1)), simulated(run, Kpi::concurrency), 0.02);
    // Little: all chats in the centre ÷ those that come.
    compare("1 agent: from coming to done, s", exact((queue + open) / kLoad * kAlone), simulated(run, Kpi::elapsed_s),
            0.03);
}

TEST_CASE("Chat: two agents; a chat goes to the one with fewer", "[validation]") {
    constexpr double kLoad = 2.4;      // of 2 × 1.6915 erlang
    using State = std::array<int, 3>;  // chats of the one with fewer, of the other, waiting
    const auto sorted = [](int a, int b, int waiting) { return State{std::min(a, b), std::max(a, b), waiting}; };
    const MarkovChain<State> chain{State{0, 0, 0}, [&](State s) {
                                       const auto [few, many, waiting] = s;
                                       MarkovChain<State>::Moves moves;
                                       if (few < 3) {
                                           moves.push_back({kLoad, sorted(few + 1, many, waiting)});
                                       } else if (waiting < 300) {
                                           moves.push_back({kLoad, {few, many, waiting + 1}});
                                       }
                                       if (waiting > 0) {
                                           moves.push_back({2 * concurrency(3), {3, 3, waiting - 1}});
                                           return moves;
                                       }
                                       if (few > 0) moves.push_back({concurrency(few), sorted(few - 1, many, 0)});
                                       if (many > 0) moves.push_back({concurrency(many), sorted(few, many - 1, 0)});
                                       return moves;
                                   }};
    const double queue = chain.mean([](State s) { return s[2]; });
    const double open = chain.mean([](State s) { return s[0] + s[1]; });
    const double engaged = chain.mean([](State s) { return (s[0] > 0) + (s[1] > 0); });

    const RunResult run = floorwalker::run(chats(kLoad * 3600 / kAlone, 2, 3, 1000), options(626, 20));
    compare("2 agents: P(wait > 0)", exact(chain.mean([](State s) { return s[0] == 3; })),
            simulated(run, Kpi::wait_probability), 0.03);
    compare("2 agents: mean queue", exact(queue), simulated(run, Kpi::mean_queue), 0.05);
    compare("2 agents: occupancy", exact(engaged / 2), simulated(run, Kpi::occupancy), 0.01);
    compare("2 agents: chats at once while any", exact(open / engaged), simulated(run, Kpi::concurrency), 0.02);
    compare("2 agents: from coming to done, s", exact((queue + open) / kLoad * kAlone), simulated(run, Kpi::elapsed_s),
            0.03);
}

}  // namespace floorwalker::validation
