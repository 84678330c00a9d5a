#include <array>

#include <catch2/catch.hpp>

#include <floorwalker/simulation.hpp>

#include "tests/validation/centres.hpp"
#include "tests/validation/comparison.hpp"
#include "tests/validation/experiment.hpp"
#include "tests/validation/markov_chain.hpp"

/// Customers who call again: G. I. Falin and J. G. C. Templeton, "Retrial Queues", 1997, for one agent in closed form;
/// chains for customers who lose heart (as in M. S. Aguir, F. Karaesmen, O. Z. Akşin and F. Chauvet, "The impact of
/// retrials on call center performance", OR Spectrum 26, 2004); and repeats after an unsolved contact as a network of
/// J. R. Jackson (Operations Research 5, 1957).
namespace floorwalker::validation {
namespace {

constexpr double kMinutesOfDay = 1440;

/// Share of first calls that are blocked, over replications.
Simulated first_calls_blocked(const Scenario& scenario, std::uint64_t seed, std::int64_t replications) {
    measure::RatioEstimator estimator;
    for (std::int64_t i = 0; i < replications; ++i) {
        double first = 0;
        double blocked = 0;
        Simulation simulation{scenario, seed, static_cast<std::uint64_t>(i)};
        simulation.listen([&](const Fact& fact) {
            const auto* no = std::get_if<Blocked>(&fact);
            const auto* yes = std::get_if<Offered>(&fact);
            const ContactRef* contact = no != nullptr ? &no->contact : yes != nullptr ? &yes->contact : nullptr;
            if (contact == nullptr || contact->attempt > 0 || contact->day == 0) return;
            ++first;
            if (no != nullptr) ++blocked;
        });
        simulation.run();
        estimator.add(blocked, first);
    }
    const Estimate estimate = estimator.estimate(0.95);
    return {*estimate.mean, *estimate.half_width, replications - 1};
}

}  // namespace

TEST_CASE("Retrials, one agent and no queue: Falin and Templeton", "[validation][slow]") {
    // Per minute: λ = 0.6, μ = 1, each customer outside calls at rate θ = 1/2 until it is answered. The agent is busy
    // ρ = 0.6 of the time; E[customers outside] = ρ (λ + ρ θ) / ((1 - ρ) θ) = 0.6 × 0.9 / (0.4 × 0.5) = 2.7.
    constexpr double kOutside = 0.6 * (0.6 + 0.6 * 0.5) / ((1 - 0.6) * 0.5);
    STATIC_REQUIRE(kOutside > 2.699999);
    STATIC_REQUIRE(kOutside < 2.700001);
    constexpr std::int64_t kDays = 100;
    Scenario scenario = round_the_clock(36, exponential(60), 1, kDays);
    scenario.centre.queue_places = 0;
    Redial redial;
    redial.after_blocked = 1;
    redial.most_tries = 200;
    redial.delay = exponential(120);
    only_type(scenario).redial = redial;
    const RunResult run = floorwalker::run(scenario, options(641, 30));
    // Every one of them calls again at rate 1/2: 1.35 a minute. All of these calls follow a blocked one, and each
    // blocked call is followed by one: of λ + 1.35 calls, 1.35 are blocked.
    compare("calls again, a day", exact(kOutside / 2 * kMinutesOfDay), a_day(simulated(run, Kpi::call_agains), kDays),
            0.03);
    compare("blocked ÷ all calls", exact(1.35 / 1.95), simulated(run, Kpi::blocking), 0.01);
    compare("occupancy", exact(0.6), simulated(run, Kpi::occupancy), 0.01);
    compare("customers, a day", exact(0.6 * kMinutesOfDay), a_day(simulated(run, Kpi::customers), kDays), 0.01);
    compare("answered, a day", exact(0.6 * kMinutesOfDay), a_day(simulated(run, Kpi::answered), kDays), 0.01);
    // First calls are Poisson arrivals and find the agent busy as often as it is.
    compare("blocked ÷ first calls", exact(0.6), first_calls_blocked(scenario, 641, 12), 0.01);
}

TEST_CASE("Retrials of customers who lose heart", "[validation][slow]") {
    // Per minute: λ = 3.5, 3 agents at rate 1, 2 places in the queue; who is blocked calls again at rate 1/2: 90 %
    // after the first call, half after each further one.
    using State = std::array<int, 3>;  // in the centre; outside after one try; outside after more
    constexpr double kCalls = 3.5;
    constexpr double kDelay = 0.5;
    constexpr int kFull = 5;
    constexpr int kMost = 40;
    const MarkovChain<State> chain{
        State{0, 0, 0}, [&](State s) {
            const auto [n, first, further] = s;
            const int one_more_first = std::min(first + 1, kMost);
            const int one_more_further = std::min(further + 1, kMost);
            MarkovChain<State>::Moves moves;
            if (n > 0) moves.push_back({static_cast<double>(std::min(n, 3)), {n - 1, first, further}});
            if (n < kFull) {
                moves.push_back({kCalls, {n + 1, first, further}});
                moves.push_back({first * kDelay, {n + 1, first - 1, further}});
                moves.push_back({further * kDelay, {n + 1, first, further - 1}});
            } else {
                moves.push_back({0.9 * kCalls, {n, one_more_first, further}});
                moves.push_back({first * kDelay * 0.5, {n, first - 1, one_more_further}});
                moves.push_back({first * kDelay * 0.5, {n, first - 1, further}});
                moves.push_back({further * kDelay * 0.5, {n, first, further - 1}});
            }
            return moves;
        }};
    const double outside = chain.mean([](State s) { return s[1] + s[2]; });
    const double again = kDelay * outside;
    const double blocked = chain.mean([](State s) { return s[0] == kFull ? kCalls + kDelay * (s[1] + s[2]) : 0; });
    const double busy = chain.mean([](State s) { return std::min(s[0], 3); });

    constexpr std::int64_t kDays = 20;
    Scenario scenario = round_the_clock(kCalls * 60, exponential(60), 3, kDays);
    scenario.centre.queue_places = 2;
    Redial redial;
    redial.after_blocked = 0.9;
    redial.further = 0.5;
    redial.most_tries = 200;
    redial.delay = exponential(120);
    only_type(scenario).redial = redial;
    const RunResult run = floorwalker::run(scenario, options(642, 20));
    compare("blocked: calls again, a day", exact(again * kMinutesOfDay), a_day(simulated(run, Kpi::call_agains), kDays),
            0.02);
    compare("blocked: blocked ÷ all calls", exact(blocked / (kCalls + again)), simulated(run, Kpi::blocking), 0.01);
    compare("blocked: occupancy", exact(busy / 3), simulated(run, Kpi::occupancy), 0.005);
    compare("blocked: mean queue", exact(chain.mean([](State s) { return std::max(0, s[0] - 3); })),
            simulated(run, Kpi::mean_queue), 0.01);
}

TEST_CASE("Retrials of those who were blocked or gave up", "[validation][slow]") {
    // As before, but with patience at rate 1 in the queue; 90 % call again after a block and 60 % after giving up,
    // whatever try it was.
    using State = std::array<int, 2>;  // in the centre; outside
    constexpr double kCalls = 3.5;
    constexpr double kDelay = 0.5;
    constexpr int kFull = 5;
    constexpr int kMost = 200;
    const MarkovChain<State> chain{State{0, 0}, [&](State s) {
                                       const auto [n, outside] = s;
                                       const int one_more = std::min(outside + 1, kMost);
                                       MarkovChain<State>::Moves moves;
                                       if (n > 0)
                                           moves.push_back({static_cast<double>(std::min(n, 3)), {n - 1, outside}});
                                       if (n > 3) {
                                           moves.push_back({0.6 * (n - 3), {n - 1, one_more}});
                                           moves.push_back({0.4 * (n - 3), {n - 1, outside}});
                                       }
                                       if (n < kFull) {
                                           moves.push_back({kCalls, {n + 1, outside}});
                                           moves.push_back({outside * kDelay, {n + 1, outside - 1}});
                                       } else {
                                           moves.push_back({0.9 * kCalls, {n, one_more}});
                                           moves.push_back({0.1 * outside * kDelay, {n, outside - 1}});
                                       }
                                       return moves;
                                   }};
    const double again = kDelay * chain.mean([](State s) { return s[1]; });
    const double blocked = chain.mean([](State s) { return s[0] == kFull ? kCalls + kDelay * s[1] : 0; });
    const double queue = chain.mean([](State s) { return std::max(0, s[0] - 3); });
    const double busy = chain.mean([](State s) { return std::min(s[0], 3); });

    constexpr std::int64_t kDays = 20;
    Scenario scenario = round_the_clock(kCalls * 60, exponential(60), 3, kDays);
    scenario.centre.queue_places = 2;
    only_type(scenario).patience = exponential(60);
    Redial redial;
    redial.after_blocked = 0.9;
    redial.after_abandoned = 0.6;
    redial.most_tries = 200;
    redial.delay = exponential(120);
    only_type(scenario).redial = redial;
    const RunResult run = floorwalker::run(scenario, options(643, 20));
    compare("both: calls again, a day", exact(again * kMinutesOfDay), a_day(simulated(run, Kpi::call_agains), kDays),
            0.02);
    compare("both: blocked ÷ all calls", exact(blocked / (kCalls + again)), simulated(run, Kpi::blocking), 0.02);
    compare("both: abandonment", exact(queue / (queue + busy)), simulated(run, Kpi::abandonment), 0.02);
    compare("both: mean queue", exact(queue), simulated(run, Kpi::mean_queue), 0.02);
    compare("both: occupancy", exact(busy / 3), simulated(run, Kpi::occupancy), 0.005);
}

}  // namespace floorwalker::validation
