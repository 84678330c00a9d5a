#include <array>

#include <catch2/catch.hpp>

#include "tests/validation/centres.hpp"
#include "tests/validation/comparison.hpp"
#include "tests/validation/erlang.hpp"
#include "tests/validation/experiment.hpp"
#include "tests/validation/markov_chain.hpp"

/// IVR ports and lines: Erlang's loss formula; P. Khudyakov, P. D. Feigin and A. Mandelbaum, "Designing a call center
/// with an IVR (Interactive Voice Response)", Queueing Systems 66 (2010), 215–237, whose model is that of R.
/// Srinivasan, J. Talim and J. Wang (TOP 12, 2004); and a chain for ports that run out, impatience in IVR and queue,
/// and a full queue.
namespace floorwalker::validation {
namespace {

/// One menu-less flow: the machine serves a share, the others ask for an agent.
IvrFlow self_service(const Distribution& duration, double contained) {
    IvrFlow flow;
    flow.id = "self-service";
    SelfService service{.duration = duration, .success = contained, .next = std::nullopt, .when_failed = NodeId{1}};
    flow.nodes = {{"service", service}, {"agent", ToQueue{}}};
    return flow;
}

Scenario with_ivr(Scenario scenario, const IvrFlow& flow) {
    scenario.flows = {flow};
    only_type(scenario).flow = FlowId{0};
    return scenario;
}

/// Calls in the IVR i and at the agents j, waiting or talking, with N lines: P(i, j) ∝ g(i) h(j) for i + j ≤ N, with
/// g(i) = a^i / i!, a = λ × IVR time, and h(j) = Π_{k=1..j} b / min(k, S), b = λ p × talk time.
class IvrAndAgents {
public:
    IvrAndAgents(double ivr_erlangs, double agent_erlangs, int agents)
        : a_{ivr_erlangs}, b_{agent_erlangs}, s_{agents} {}

    template <class Function>
    double mean(int lines, const Function& of) const {
        double sum = 0;
        double all = 0;
        double g = 1;
        for (int i = 0; i <= lines; ++i) {
            double h = 1;
            for (int j = 0; i + j <= lines; ++j) {
                sum += g * h * of(i, j);
                all += g * h;
                h *= b_ / std::min(j + 1, s_);
            }
            g *= a_ / (i + 1);
        }
        return sum / all;
    }

private:
    double a_;
    double b_;
    int s_;
};

}  // namespace

TEST_CASE("IVR ports that callers fight for: Erlang-B", "[validation][slow]") {
    // 1200 calls an hour of a minute: 20 erlang on 10 ports.
    const Distribution minute = GENERATE(exponential(60), Distribution{lognormal_with(60, 1.5), {}});
    const bool is_exponential = std::holds_alternative<Exponential>(minute.shape);
    Scenario scenario = with_ivr(round_the_clock(1200, exponential(60), 1, 20), self_service(minute, 1));
    scenario.centre.ivr_ports = 10;
    const RunResult run = floorwalker::run(scenario, options(is_exponential ? 631 : 632, 20));
    const std::string law = is_exponential ? "exponential" : "lognormal, cv 1.5";
    compare(law + ": blocked, 20 erlang, 10 ports", exact(0.5379631686), simulated(run, Kpi::blocking), 0.002);
    CHECK(run.overall[Kpi::containment].mean == 1.0);
    compare(law + ": time in the IVR, s", exact(60), simulated(run, Kpi::ivr_s), 0.005);
}

TEST_CASE("Lines are places for those who wait beside those who talk", "[validation]") {
    // 0.1 calls a second of 240 s, patience 300 s, 28 agents: 30 lines leave a queue of 2.
    Scenario lines = round_the_clock(360, exponential(240), 28, 256);
    only_type(lines).patience = exponential(300);
    Scenario places = lines;
    lines.centre.lines = 30;
    places.centre.queue_places = 2;
    const ErlangA formula{0.1, 1 / 240.0, 1 / 300.0, 28, 2};
    const RunResult run = floorwalker::run(lines, options(633, 1));
    compare("28 agents, 30 lines: blocked", exact(formula.blocked()), simulated(run, Kpi::blocking), 0.05);
    compare("28 agents, 30 lines: mean queue", exact(formula.mean_queue()), simulated(run, Kpi::mean_queue), 0.05);
    compare("28 agents, 30 lines: abandonment", exact(formula.abandonment()), simulated(run, Kpi::abandonment), 0.05);
    CHECK(floorwalker::run(places, options(633, 1)).overall[Kpi::blocked].mean == run.overall[Kpi::blocked].mean);
}

TEST_CASE("IVR and agents on common lines: Khudyakov, Feigin and Mandelbaum", "[validation][slow]") {
    // 4 calls a minute, a minute in the IVR, 60 % want an agent, who talks 2 min; 6 agents, 14 lines.
    const IvrAndAgents model{4 * 1, 4 * 0.6 * 2, 6};
    Scenario scenario = with_ivr(round_the_clock(240, exponential(120), 6, 30), self_service(exponential(60), 0.4));
    scenario.centre.lines = 14;
    const RunResult run = floorwalker::run(scenario, options(634, 20));

    const double blocked = model.mean(14, [](int i, int j) { return i + j == 14; });
    const double busy = model.mean(14, [](int, int j) { return std::min(j, 6); });
    // Who comes out of the IVR finds the others as they are with one line less.
    const double waits = model.mean(13, [](int, int j) { return j >= 6; });
    const double wait = model.mean(13, [](int, int j) { return j >= 6 ? (j - 5) / 6.0 * 120 : 0; });
    compare("blocked", exact(blocked), simulated(run, Kpi::blocking), 0.02);
    compare("occupancy", exact(busy / 6), simulated(run, Kpi::occupancy), 0.01);
    compare("P(wait > 0)", exact(waits), simulated(run, Kpi::wait_probability), 0.02);
    compare("mean wait, s", exact(wait), simulated(run, Kpi::asa_s), 0.03);
    compare("mean queue", exact(model.mean(14, [](int, int j) { return std::max(0, j - 6); })),
            simulated(run, Kpi::mean_queue), 0.03);
    compare("containment", exact(0.4), simulated(run, Kpi::containment), 0.01);
}

TEST_CASE("A menu with time-outs, wrong keys and three tries", "[validation]") {
    // Of all tries 10 % time out after 10 s and 5 % hit a wrong key; thinking takes 8 s. All three fail for 0.15³ =
    // 0.003375; there are 1 + 0.15 + 0.15² = 1.1725 tries of 0.1 × 10 + 0.9 × 8 = 8.2 s, 9.6145 s in all.
    constexpr double kFails = 0.15 * 0.15 * 0.15;
    Menu menu;
    menu.thinking = exponential(8);
    menu.choices = {{"1", 0.5, NodeId{1}}, {"2", 0.3, NodeId{2}}, {"0", 0.2, NodeId{3}}};
    menu.timeout = 0.1;
    menu.wrong_key = 0.05;
    menu.when_failed = NodeId{3};
    IvrFlow flow;
    flow.id = "menu";
    flow.nodes = {{"menu", menu}, {"told", EndOfCall{}}, {"sent away", EndOfCall{false}}, {"person", ToQueue{}}};
    const Scenario scenario = with_ivr(round_the_clock(600, exponential(60), 20, 20), flow);
    const RunResult run = floorwalker::run(scenario, options(636, 20));
    const auto share = [&](std::size_t node) { return simulated(run, run.ivr[0].nodes[node].share); };
    compare("menu: contained", exact(0.5 * (1 - kFails)), share(1), 0.01);
    compare("menu: sent away", exact(0.3 * (1 - kFails)), share(2), 0.01);
    compare("menu: to a person", exact(0.2 * (1 - kFails) + kFails), share(3), 0.01);
    compare("menu: time in it, s", exact(9.6145), simulated(run, run.ivr[0].mean_s), 0.01);
}

TEST_CASE("Ports that run out, impatience in the IVR and in the queue, a full queue", "[validation][slow]") {
    // Per minute: 6 calls; 4 ports, the machine takes a minute and serves half; callers leave the IVR at rate 1/2; 3
    // agents at rate 1, patience in the queue at rate 2/3, 5 places. Who finds no port asks for an agent.
    using State = std::array<int, 2>;  // in the IVR; waiting or talking
    constexpr double kCalls = 6;
    constexpr int kPorts = 4;
    constexpr int kFull = 3 + 5;
    constexpr std::int64_t kDays = 20;
    const MarkovChain<State> chain{
        State{0, 0}, [&](State s) {
            const auto [i, j] = s;
            MarkovChain<State>::Moves moves;
            if (i < kPorts) moves.push_back({kCalls, {i + 1, j}});
            if (i == kPorts && j < kFull) moves.push_back({kCalls, {i, j + 1}});
            if (i > 0) {
                moves.push_back({i * 0.5, {i - 1, j}});                       // contained
                moves.push_back({i * 0.5, {i - 1, std::min(j + 1, kFull)}});  // asks for an agent
                moves.push_back({i * 0.5, {i - 1, j}});                       // gives up
            }
            if (j > 0) moves.push_back({std::min(j, 3) + std::max(0, j - 3) * 2.0 / 3, {i, j - 1}});
            return moves;
        }};
    const double no_port = chain.mean([](State s) { return s[0] == kPorts; });
    const double entered = kCalls * (1 - no_port);
    const double in_ivr = chain.mean([](State s) { return s[0]; });
    const double queue = chain.mean([](State s) { return std::max(0, s[1] - 3); });
    const double busy = chain.mean([](State s) { return std::min(s[1], 3); });
    const double blocked = chain.mean([](State s) {
        return s == State{kPorts, kFull} ? kCalls : 0;
    }) + chain.mean([](State s) { return s[1] == kFull ? 0.5 * s[0] : 0; });

    IvrFlow flow = self_service(exponential(60), 0.5);
    flow.patience = exponential(120);
    Scenario scenario = with_ivr(round_the_clock(360, exponential(60), 3, kDays), flow);
    only_type(scenario).patience = exponential(90);
    scenario.centre.ivr_ports = kPorts;
    scenario.centre.ports_busy = PortsBusy::to_queue;
    scenario.centre.queue_places = 5;
    const RunResult run = floorwalker::run(scenario, options(635, 20));
    compare("heard the IVR, a day", exact(entered * 1440), a_day(simulated(run, Kpi::entered_ivr), kDays), 0.01);
    compare("containment", exact(0.5 * in_ivr / entered), simulated(run, Kpi::containment), 0.01);
    compare("left in the IVR, a day", exact(0.5 * in_ivr * 1440), a_day(simulated(run, Kpi::left_ivr), kDays), 0.01);
    compare("time in the IVR, s", exact(60 * in_ivr / entered), simulated(run, Kpi::ivr_s), 0.01);  // 1 / (1 + 1/2) min
    compare("blocked", exact(blocked / kCalls), simulated(run, Kpi::blocking), 0.03);
    compare("occupancy", exact(busy / 3), simulated(run, Kpi::occupancy), 0.01);
    compare("mean queue", exact(queue), simulated(run, Kpi::mean_queue), 0.02);
    compare("abandonment", exact(queue * 2 / 3 / (busy + queue * 2 / 3)), simulated(run, Kpi::abandonment), 0.02);
}

}  // namespace floorwalker::validation
