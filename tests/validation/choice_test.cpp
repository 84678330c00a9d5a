#include <array>

#include <catch2/catch.hpp>

#include "tests/validation/centres.hpp"
#include "tests/validation/comparison.hpp"
#include "tests/validation/experiment.hpp"
#include "tests/validation/markov_chain.hpp"

/// Which agent, and which queue: rules that look at no times, only at who is free and how many wait, are Markov chains
/// when all times are exponential.
namespace floorwalker::validation {
namespace {

using State = std::array<int, 2>;

/// Two groups of 3 and 2 agents, who take 1 and 2 min for a call; 3 calls a minute and no queue.
Scenario two_groups() {
    Scenario scenario = round_the_clock(180, exponential(60), 3, 40);
    scenario.groups = {group("fast", {3}, {0}), group("slow", {2}, {0})};
    scenario.groups[1].skills[CallTypeId{0}] = 0.5;
    scenario.centre.queue_places = 0;
    return scenario;
}

/// `to_fast`: the share of calls that go to the first group when both have somebody free.
void compare_two_groups(const std::string& name, const RunResult& run, double to_fast) {
    const MarkovChain<State> chain{State{0, 0}, [&](State s) {
                                       const auto [fast, slow] = s;
                                       const double share = fast == 3 ? 0 : slow == 2 ? 1 : to_fast;
                                       MarkovChain<State>::Moves moves{{3 * share, {fast + 1, slow}},
                                                                       {1.0 * fast, {fast - 1, slow}},
                                                                       {0.5 * slow, {fast, slow - 1}}};
                                       if (slow < 2) moves.push_back({3 * (1 - share), {fast, slow + 1}});
                                       return moves;
                                   }};
    const auto occupancy = [&](std::size_t group) { return simulated(run, run.groups[group].kpis, Kpi::occupancy); };
    compare(name + ": blocked", exact(chain.mean([](State s) {
                return s == State{3, 2};
            })),
            simulated(run, Kpi::blocking), 0.01);
    compare(name + ": occupancy of the first", exact(chain.mean([](State s) { return s[0]; }) / 3), occupancy(0),
            0.005);
    compare(name + ": occupancy of the second", exact(chain.mean([](State s) { return s[1]; }) / 2), occupancy(1),
            0.005);
}

}  // namespace

TEST_CASE("Groups in order, and by chance", "[validation]") {
    Scenario scenario = two_groups();
    compare_two_groups("in order", floorwalker::run(scenario, options(711, 20)), 1);
    only_type(scenario).groups = {GroupId{1}, GroupId{0}};
    compare_two_groups("in the other order", floorwalker::run(scenario, options(712, 20)), 0);
    only_type(scenario).choose = AgentChoice::weighted_random;
    only_type(scenario).group_weights = {{GroupId{0}, 3.0}, {GroupId{1}, 1.0}};
    compare_two_groups("by chance, 3 to 1", floorwalker::run(scenario, options(713, 20)), 0.75);
}

TEST_CASE("The most proficient agent is the one of the faster group", "[validation]") {
    Scenario scenario = two_groups();
    only_type(scenario).groups = {GroupId{1}, GroupId{0}};
    only_type(scenario).choose = AgentChoice::most_proficient;
    compare_two_groups("most proficient", floorwalker::run(scenario, options(714, 20)), 1);
}

TEST_CASE("The queue that is longest against its share", "[validation][slow]") {
    // One agent, calls of a minute, 0.3 and 0.4 a minute of two types; the first should be 0.3142 of all who wait, a
    // share that no two queues meet exactly. Of queues Q1 and Q2 the first is taken when Q1 > 0.3142 (Q1 + Q2).
    constexpr double kShare = 0.31415926;
    using Queues = std::array<int, 3>;  // talking; waiting of the first type; of the second
    const MarkovChain<Queues> chain{Queues{0, 0, 0}, [&](Queues s) {
                                        const auto [talking, first, second] = s;
                                        MarkovChain<Queues>::Moves moves;
                                        if (talking == 0) return MarkovChain<Queues>::Moves{{0.7, {1, 0, 0}}};
                                        if (first < 80) moves.push_back({0.3, {1, first + 1, second}});
                                        if (second < 80) moves.push_back({0.4, {1, first, second + 1}});
                                        if (first + second == 0) {
                                            moves.push_back({1.0, {0, 0, 0}});
                                        } else if (first > kShare * (first + second)) {
                                            moves.push_back({1.0, {1, first - 1, second}});
                                        } else {
                                            moves.push_back({1.0, {1, first, second - 1}});
                                        }
                                        return moves;
                                    }};
    Scenario scenario = round_the_clock(18, exponential(60), 1, 500);
    scenario.call_types.push_back(call_type("second", {24}, exponential(60)));
    scenario.call_types[0].queue_share = kShare;
    scenario.call_types[1].queue_share = 1 - kShare;
    scenario.groups = {group("agent", {1}, {0, 1})};
    scenario.groups[0].take = ContactChoice::queue_ratio;
    const RunResult run = floorwalker::run(scenario, options(715, 20));
    for (const std::size_t type : {0U, 1U}) {
        const double queue = chain.mean([&](Queues s) { return s[type + 1]; });
        const std::string name = type == 0 ? "queue ratio, first type" : "queue ratio, second type";
        compare(name + ": mean queue", exact(queue), simulated(run, run.call_types[type].kpis, Kpi::mean_queue), 0.02);
        compare(name + ": mean wait, s", exact(60 * queue / (type == 0 ? 0.3 : 0.4)),
                simulated(run, run.call_types[type].kpis, Kpi::asa_s), 0.02);
    }
}

}  // namespace floorwalker::validation
