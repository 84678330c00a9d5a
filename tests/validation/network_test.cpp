#include <array>

#include <catch2/catch.hpp>

#include "tests/validation/centres.hpp"
#include "tests/validation/comparison.hpp"
#include "tests/validation/erlang.hpp"
#include "tests/validation/experiment.hpp"
#include "tests/validation/markov_chain.hpp"

/// Contacts that go on to a second agent or come back: P. J. Burke, "The output of a queuing system", Operations
/// Research 4 (1956), 699–704; J. R. Jackson, "Networks of waiting lines", the same 5 (1957), 518–521: each queue of
/// such a network has the Erlang-C distribution for all that comes to it. And chains of agents who stay on the line.
namespace floorwalker::validation {
namespace {

constexpr double kMinutesOfDay = 1440;
constexpr std::int64_t kDays = 20;
constexpr std::int64_t kReplications = 20;

Transfer transfer(std::uint16_t to, double share, TransferKind kind = TransferKind::cold) {
    Transfer transfer;
    transfer.to = CallTypeId{to};
    transfer.share = share;
    transfer.kind = kind;
    return transfer;
}

/// A first level with calls of its own and a second; exponential talk times.
Scenario two_levels(double first_per_minute, std::int64_t first_agents, double second_per_minute, double second_talk_s,
                    std::int64_t second_agents) {
    Scenario scenario = round_the_clock(first_per_minute * 60, exponential(60), first_agents, kDays);
    scenario.call_types.push_back(call_type("second", {second_per_minute * 60}, exponential(second_talk_s)));
    scenario.groups = {group("first", {first_agents}, {0}), group("second", {second_agents}, {1})};
    return scenario;
}

RunResult run_many(const Scenario& scenario, std::uint64_t seed) {
    return floorwalker::run(scenario, options(seed, kReplications));
}

/// Whether a station is that of Erlang-C, per minute.
void compare_station(const std::string& name, const RunResult& run, std::size_t station, const ErlangC& formula) {
    const KpiSet& kpis = run.call_types[station].kpis;
    compare(name + ": mean queue", exact(formula.mean_queue()), simulated(run, kpis, Kpi::mean_queue), 0.03);
    compare(name + ": mean wait, s", exact(60 * formula.mean_wait()), simulated(run, kpis, Kpi::asa_s), 0.03);
    compare(name + ": occupancy", exact(formula.occupancy()), simulated(run, run.groups[station].kpis, Kpi::occupancy),
            0.005);
}

}  // namespace

TEST_CASE("Two levels in a row: Burke", "[validation][slow]") {
    // 3 calls a minute; 4 agents of a minute, then 5 of 80 s: 3 and 4 erlang. All go on.
    Scenario scenario = two_levels(3, 4, 0, 80, 5);
    only_type(scenario).transfers = {transfer(1, 1)};
    const RunResult run = run_many(scenario, 671);
    const ErlangC second{3, 0.75, 5};
    compare_station("first level", run, 0, {3, 1, 4});
    compare_station("second level", run, 1, second);
    compare("second level: P(wait > 0)", exact(second.wait_probability()),
            simulated(run, run.call_types[1].kpis, Kpi::wait_probability), 0.02);
}

TEST_CASE("Transfers back to the same queue: Jackson", "[validation][slow]") {
    // 2.4 calls a minute, of whose legs 40 % are followed by another: 2.4 / (1 - 0.4) = 4 legs a minute on 5 agents.
    Scenario scenario = round_the_clock(2.4 * 60, exponential(60), 5, kDays);
    only_type(scenario).transfers = {transfer(0, 0.4)};
    const RunResult run = run_many(scenario, 672);
    compare_station("one queue again and again", run, 0, {4, 1, 5});
    compare("legs, a day", exact(4 * kMinutesOfDay),
            a_day(simulated(run, run.call_types[0].kpis, Kpi::answered), kDays), 0.01);
    compare("transfer rate of legs", exact(0.4), simulated(run, run.call_types[0].kpis, Kpi::transfer_rate), 0.01);
}

TEST_CASE("Transfers there and back: Jackson", "[validation][slow]") {
    // Calls of their own 2 and 1 a minute; half of the first queue's legs go on to the second, 30 % of the second's to
    // the first: L1 = 2 + 0.3 L2, L2 = 1 + 0.5 L1, so L1 = 2.3 / 0.85 = 2.70588 and L2 = 2.35294.
    constexpr double kFirst = 2.3 / 0.85;
    constexpr double kSecond = 1 + 0.5 * kFirst;
    Scenario scenario = two_levels(2, 4, 1, 60, 3);
    scenario.call_types[0].transfers = {transfer(1, 0.5)};
    scenario.call_types[1].transfers = {transfer(0, 0.3)};
    const RunResult run = run_many(scenario, 673);
    compare_station("there", run, 0, {kFirst, 1, 4});
    compare_station("and back", run, 1, {kSecond, 1, 3});
}

TEST_CASE("Customers who call again unsolved: Jackson", "[validation][slow]") {
    // 40 % of contacts solve nothing, three quarters of those call again, 10 min later on average: 2.8 / (1 - 0.3) = 4
    // contacts a minute. The time outside is a station with an agent for everybody.
    Scenario scenario = round_the_clock(2.8 * 60, exponential(60), 5, kDays);
    only_type(scenario).repeat = Repeat{0.4, 0.75, exponential(600), std::nullopt};
    const RunResult run = run_many(scenario, 674);
    compare_station("repeats", run, 0, {4, 1, 5});
    compare("repeats, a day", exact(0.3 * 4 * kMinutesOfDay), a_day(simulated(run, Kpi::call_agains), kDays), 0.01);
    compare("first-contact resolution", exact(0.7), simulated(run, Kpi::first_contact_resolution), 0.01);
}

TEST_CASE("Warm transfers and conferences hold the first agent", "[validation][slow]") {
    // Per minute: 1.6 calls; 4 first-level agents at rate 1, a quarter of their calls go on to one of 2 at the second
    // level, at rate 1/2. The first agent waits for the second. A warm briefing ends at rate 2 and sets the first free;
    // a conference holds both to the end.
    const bool is_warm = GENERATE(true, false);
    using State = std::array<int, 4>;  // first level waiting or talking; holding; two together; second level alone
    constexpr int kFirst = 4;
    constexpr int kSecond = 2;
    const auto talking = [](State s) { return std::min(s[0], kFirst - s[1] - s[2]); };
    const auto freed_second = [](State s) {  // takes who is held
        return s[1] > 0 ? State{s[0], s[1] - 1, s[2] + 1, s[3]} : s;
    };
    const MarkovChain<State> chain{
        State{0, 0, 0, 0}, [&](State s) {
            const auto [first, holding, both, second] = s;
            const bool is_free = both + second < kSecond;
            MarkovChain<State>::Moves moves;
            if (first < 150) moves.push_back({1.6, {first + 1, holding, both, second}});
            moves.push_back({0.75 * talking(s), {first - 1, holding, both, second}});
            moves.push_back({0.25 * talking(s), is_free ? State{first - 1, holding, both + 1, second}
                                                        : State{first - 1, holding + 1, both, second}});
            if (is_warm && both > 0) moves.push_back({2.0 * both, {first, holding, both - 1, second + 1}});
            if (!is_warm && both > 0) moves.push_back({0.5 * both, freed_second({first, holding, both - 1, second})});
            if (second > 0) moves.push_back({0.5 * second, freed_second({first, holding, both, second - 1})});
            return moves;
        }};
    const double queue = chain.mean([&](State s) { return s[0] - talking(s); });
    const double held = chain.mean([](State s) { return s[1]; });
    const double busy_first = chain.mean([&](State s) { return talking(s) + s[1] + s[2]; });
    const double busy_second = chain.mean([](State s) { return s[2] + s[3]; });

    Scenario scenario = two_levels(1.6, kFirst, 0, 120, kSecond);
    scenario.centre.days = 1 + 10 * kDays;
    Transfer to_second = transfer(1, 0.25, is_warm ? TransferKind::warm : TransferKind::conference);
    to_second.briefing = exponential(30);
    to_second.most_hold = 1000h;
    only_type(scenario).transfers = {to_second};
    const RunResult run = run_many(scenario, is_warm ? 675 : 676);
    const std::string name = is_warm ? "warm" : "conference";
    const auto of_type = [&](std::size_t type, Kpi kpi) { return simulated(run, run.call_types[type].kpis, kpi); };
    const auto of_group = [&](std::size_t group) { return simulated(run, run.groups[group].kpis, Kpi::occupancy); };
    compare(name + ": mean queue of the first level", exact(queue), of_type(0, Kpi::mean_queue), 0.04);
    compare(name + ": mean wait for the first level, s", exact(60 * queue / 1.6), of_type(0, Kpi::asa_s), 0.04);
    compare(name + ": mean queue of the second level", exact(held), of_type(1, Kpi::mean_queue), 0.04);
    compare(name + ": mean wait for the second level, s", exact(60 * held / 0.4), of_type(1, Kpi::asa_s), 0.04);
    compare(name + ": occupancy of the first level", exact(busy_first / kFirst), of_group(0), 0.01);
    compare(name + ": occupancy of the second level", exact(busy_second / kSecond), of_group(1), 0.01);
}

}  // namespace floorwalker::validation
