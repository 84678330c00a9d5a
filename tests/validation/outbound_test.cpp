#include <array>

#include <catch2/catch.hpp>

#include "tests/validation/centres.hpp"
#include "tests/validation/comparison.hpp"
#include "tests/validation/erlang.hpp"
#include "tests/validation/experiment.hpp"
#include "tests/validation/markov_chain.hpp"

/// Calling out beside inbound calls: S. Bhulai and G. Koole, "A queueing model for call blending in call centers", IEEE
/// Transactions on Automatic Control 48 (2003), 1434–1438, whose policy keeps agents free for inbound; and chains for
/// dialers that ring.
namespace floorwalker::validation {
namespace {

constexpr double kMinutesOfDay = 1440;
constexpr std::int64_t kDays = 20;
constexpr std::int64_t kReplications = 20;
constexpr CallTypeId kOut{1};

/// Inbound calls, and a campaign that one group of agents handles beside them.
Scenario blend(double inbound_per_minute, std::int64_t agents, double out_minutes, const Campaign& campaign) {
    Scenario scenario = round_the_clock(inbound_per_minute * 60, exponential(60), agents, kDays);
    scenario.call_types.front().id = "in";
    scenario.call_types.push_back(call_type("out", {}, exponential(out_minutes * 60)));
    scenario.groups = {group("agents", {agents}, {0, 1})};
    scenario.campaigns = {campaign};
    return scenario;
}

/// A list that never ends, each number dialled once.
Campaign campaign(Dialer dialer, std::int64_t free_agents, const Distribution& ring, double reached) {
    Campaign campaign;
    campaign.id = "campaign";
    campaign.call_type = kOut;
    campaign.list = 100'000'000;
    campaign.dialer = dialer;
    campaign.free_agents = free_agents;
    campaign.ring = ring;
    campaign.reached = {reached};
    campaign.attempts = 1;
    return campaign;
}

const KpiSet& inbound(const RunResult& run) { return run.call_types.front().kpis; }

}  // namespace

TEST_CASE("Call blending: Bhulai and Koole", "[validation][slow]") {
    // 10 agents, 5 inbound calls a minute, both kinds of calls of a minute. Outbound calls begin while fewer than 8
    // agents are busy, that is while at least 3 are free. So 8 or more are always busy: births at rate 5, deaths at
    // rate min(x, 10) from x > 8; what ends at 8 is at once made up by a call out.
    constexpr double kIn = 5;
    double all = 1;
    double p = 1;
    double waits = 0;   // P(x ≥ 10)
    double queued = 0;  // mean queue
    for (int x = 9; x < 400; ++x) {
        p *= kIn / std::min(x, 10);
        all += p;
        waits += x >= 10 ? p : 0;
        queued += x >= 10 ? p * (x - 10) : 0;
    }
    waits /= all;
    queued /= all;
    const double out = 8 / all;  // a minute
    // Work is done as long as agents are busy: busy agents = calls a minute × a minute.
    const double busy = kIn + out;

    // The answer comes after a millisecond: long enough for the model, too short to matter.
    const Scenario scenario = blend(kIn, 10, 1, campaign(Dialer::progressive, 3, {Constant{0.001}, {}}, 1.0));
    const RunResult run = floorwalker::run(scenario, options(651, kReplications));
    compare("calls out, a day", exact(out * kMinutesOfDay), a_day(simulated(run, run.campaigns[0].talked), kDays),
            0.01);
    compare("P(wait > 0) of inbound", exact(waits), simulated(run, inbound(run), Kpi::wait_probability), 0.02);
    compare("mean wait of inbound, s", exact(60 * queued / kIn), simulated(run, inbound(run), Kpi::asa_s), 0.03);
    compare("occupancy", exact(busy / 10), simulated(run, Kpi::occupancy), 0.005);
}

TEST_CASE("A progressive dialer beside inbound calls", "[validation][slow]") {
    // Per minute: 1.5 inbound calls at rate 1, patience at rate 1/2; dialling ends at rate 2 with an answer in 40 %, of
    // which 80 % are the right person (talk at rate 1/2) and the others a wrong one (rate 4). 5 agents; a number is
    // dialled while 2 are free.
    using State = std::array<int, 4>;  // inbound waiting or talking; agents dialling, with a right, with a wrong person
    constexpr int kAgents = 5;
    const auto served = [](State s) { return std::min(s[0], kAgents - s[1] - s[2] - s[3]); };
    const auto free = [&](State s) { return kAgents - s[1] - s[2] - s[3] - served(s); };
    const auto dial = [&](State s) {
        while (free(s) >= 2) ++s[1];
        return s;
    };
    const MarkovChain<State> chain{dial({0, 0, 0, 0}), [&](State s) {
                                       const auto [in, dialling, right, wrong] = s;
                                       const double dialled = 2.0 * dialling;
                                       const double gone = served(s) + 0.5 * (in - served(s));
                                       MarkovChain<State>::Moves moves;
                                       if (in < 40) moves.push_back({1.5, dial({in + 1, dialling, right, wrong})});
                                       moves.push_back({gone, dial({in - 1, dialling, right, wrong})});
                                       moves.push_back({0.60 * dialled, dial({in, dialling - 1, right, wrong})});
                                       moves.push_back({0.32 * dialled, dial({in, dialling - 1, right + 1, wrong})});
                                       moves.push_back({0.08 * dialled, dial({in, dialling - 1, right, wrong + 1})});
                                       moves.push_back({0.5 * right, dial({in, dialling, right - 1, wrong})});
                                       moves.push_back({4.0 * wrong, dial({in, dialling, right, wrong - 1})});
                                       return moves;
                                   }};
    const double dials = chain.mean([](State s) { return 2 * s[1]; });
    const double waiting = chain.mean([&](State s) { return s[0] - served(s); });

    Campaign progressive = campaign(Dialer::progressive, 2, exponential(30), 0.4);
    progressive.right_party = 0.8;
    progressive.wrong_party_talk = exponential(15);
    Scenario scenario = blend(1.5, kAgents, 2, progressive);
    only_type(scenario).patience = exponential(120);
    const RunResult run = floorwalker::run(scenario, options(652, kReplications));
    compare("progressive: dials, a day", exact(dials * kMinutesOfDay),
            a_day(simulated(run, run.campaigns[0].dials), kDays), 0.01);
    compare("progressive: right persons, a day", exact(0.32 * dials * kMinutesOfDay),
            a_day(simulated(run, run.campaigns[0].right_party), kDays), 0.01);
    compare("progressive: P(wait > 0) of inbound", exact(chain.mean([&](State s) { return free(s) == 0; })),
            simulated(run, inbound(run), Kpi::wait_probability), 0.01);
    compare("progressive: mean queue of inbound", exact(waiting), simulated(run, inbound(run), Kpi::mean_queue), 0.02);
    compare("progressive: abandonment of inbound", exact(0.5 * waiting / 1.5),
            simulated(run, inbound(run), Kpi::abandonment), 0.02);
    compare("progressive: occupancy", exact(1 - chain.mean(free) / kAgents), simulated(run, Kpi::occupancy), 0.005);
    CHECK(run.campaigns[0].mismatches.mean == 0.0);
}

TEST_CASE("A threshold dialer, which keeps nobody free for the answer", "[validation][slow]") {
    // Per minute: 3 inbound calls at rate 1, patience at rate 1/2; ringing ends at rate 2.5 with an answer in half the
    // cases; who is answered and finds no agent hangs up at once, else talks at rate 2/3. 6 agents; numbers are dialled
    // while 2 are free and fewer than 1.5 for each free one ring.
    using State = std::array<int, 3>;  // inbound waiting or talking; ringing; talking out
    constexpr int kAgents = 6;
    const auto served = [](State s) { return std::min(s[0], kAgents - s[2]); };
    const auto free = [&](State s) { return kAgents - s[2] - served(s); };
    const auto dial = [&](State s) {
        while (free(s) >= 2 && s[1] < 1.5 * free(s)) ++s[1];
        return s;
    };
    const MarkovChain<State> chain{
        dial({0, 0, 0}), [&](State s) {
            const auto [in, ringing, out] = s;
            const int talks = free(s) > 0 ? 1 : 0;
            MarkovChain<State>::Moves moves;
            if (in < 60) moves.push_back({3.0, dial({in + 1, ringing, out})});
            moves.push_back({served(s) + 0.5 * (in - served(s)), dial({in - 1, ringing, out})});
            moves.push_back({1.25 * ringing, dial({in, ringing - 1, out})});
            moves.push_back({1.25 * ringing, dial({in, ringing - 1, out + talks})});
            moves.push_back({out * 2 / 3.0, dial({in, ringing, out - 1})});
            return moves;
        }};
    const double answers = chain.mean([](State s) { return 1.25 * s[1]; });
    const double mismatches = chain.mean([&](State s) { return free(s) == 0 ? 1.25 * s[1] : 0; });
    const double waiting = chain.mean([&](State s) { return s[0] - served(s); });

    Campaign threshold = campaign(Dialer::threshold, 2, exponential(24), 0.5);
    threshold.dials_per_agent = 1.5;
    threshold.hold = 0s;
    Scenario scenario = blend(3, kAgents, 1.5, threshold);
    only_type(scenario).patience = exponential(120);
    const RunResult run = floorwalker::run(scenario, options(653, kReplications));
    compare("threshold: dials, a day", exact(2 * answers * kMinutesOfDay),
            a_day(simulated(run, run.campaigns[0].dials), kDays), 0.01);
    compare("threshold: talked to, a day", exact((answers - mismatches) * kMinutesOfDay),
            a_day(simulated(run, run.campaigns[0].talked), kDays), 0.01);
    compare("threshold: answered without an agent", exact(mismatches / answers),
            simulated(run, run.campaigns[0].mismatch_share), 0.03);
    compare("threshold: P(wait > 0) of inbound", exact(chain.mean([&](State s) { return free(s) == 0; })),
            simulated(run, inbound(run), Kpi::wait_probability), 0.01);
    compare("threshold: mean queue of inbound", exact(waiting), simulated(run, inbound(run), Kpi::mean_queue), 0.03);
    compare("threshold: occupancy", exact(1 - chain.mean(free) / kAgents), simulated(run, Kpi::occupancy), 0.005);
}

TEST_CASE("A predictive dialer keeps to its limit of abandoned calls", "[validation][slow]") {
    // Agents who do nothing but call out: a progressive dialer has them wait for the answer, a predictive one does not,
    // as far as its limit lets it. The share comes to the limit itself; what it may be off is 10 mismatches at most,
    // the way from the fastest to the slowest pace, of 300,000 answers.
    const double limit = GENERATE(0.01, 0.03, 0.05);
    const auto run_with = [&](Dialer dialer) {
        Campaign out = campaign(dialer, 1, exponential(18), 0.35);
        out.abandonment_limit = limit;
        out.hold = 0s;
        Scenario scenario = blend(0, 30, 2, out);
        scenario.call_types[1].talk = {lognormal_with(120, 0.8), {}};
        scenario.call_types[1].wrap_up = exponential(20);
        return floorwalker::run(scenario, options(654, kReplications));
    };
    const RunResult predictive = run_with(Dialer::predictive);
    const RunResult progressive = run_with(Dialer::progressive);
    compare_within("predictive: answered without an agent", exact(limit),
                   simulated(predictive, predictive.campaigns[0].mismatch_share), 0.001, 0.001);
    const auto talked = [](const RunResult& run) { return *run.campaigns[0].talked_per_agent_hour.mean; };
    INFO("talked to an agent hour: " << talked(predictive) << ", progressive " << talked(progressive));
    CHECK(talked(predictive) > 1.1 * talked(progressive));
}

TEST_CASE("A predictive dialer that inbound calls have stopped goes on when they have gone", "[validation]") {
    // Two agents who call out; in the first half of each day 100 calls of a minute an hour come in and take so many of
    // the agents whom a dialer had hoped for that it slows down as far as it goes. Then (1 ringing) × 0.35 answers are
    // more than it expects agents for, 0.1 × 2. But one number may always ring while somebody is free: M/M/2/2 with an
    // answer every 18 / 0.35 = 51.4 s and talks of 120 s, 2.333 erlang, B = 0.4495: 38.5 talks an hour in the second
    // half.
    Campaign out = campaign(Dialer::predictive, 1, exponential(18), 0.35);
    out.abandonment_limit = 0;
    out.hold = 0s;
    Scenario scenario = blend(0, 2, 2, out);
    scenario.call_types[0].arrivals.per_interval.assign(24, 0.0);
    for (std::size_t hour = 0; hour < 12; ++hour) scenario.call_types[0].arrivals.per_interval[hour] = 100;
    const RunResult run = floorwalker::run(scenario, options(655, 4));
    const double in_second_half = 12 * 3600 * 0.35 / 18 * (1 - erlang_b(120 * 0.35 / 18, 2));
    REQUIRE(in_second_half == Approx(12 * 38.5).margin(2));
    const Simulated talked = a_day(simulated(run, run.campaigns[0].talked), kDays);
    INFO(talked.mean << " a day");
    CHECK(talked.mean > 0.95 * in_second_half);
}

}  // namespace floorwalker::validation
