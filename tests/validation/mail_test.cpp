#include <catch2/catch.hpp>

#include "tests/validation/centres.hpp"
#include "tests/validation/comparison.hpp"
#include "tests/validation/erlang.hpp"
#include "tests/validation/experiment.hpp"

/// Mail beside calls. Mail that agents leave for a call is a queue with preemptive priority, resumed: H. White and L.
/// S. Christie, "Queuing with preemptive priorities or with breakdown", Operations Research 6 (1958), 79–95; N. K.
/// Jaiswal, "Priority Queues", 1968. Mail that they finish first is Cobham's queue (Operations Research 2, 1954).
namespace floorwalker::validation {
namespace {

constexpr std::int64_t kReplications = 20;

/// Calls first, then mail, which never gives up.
Scenario calls_and_mail(double calls_per_hour, double mail_per_hour, const Distribution& mail, std::int64_t agents,
                        std::int64_t measured_days) {
    Scenario scenario = round_the_clock(calls_per_hour, exponential(60), agents, measured_days);
    only_type(scenario).priority = 1;
    scenario.call_types.push_back(call_type("mail", {mail_per_hour}, mail));
    scenario.call_types.back().channel = Channel::mail;
    scenario.call_types.back().interruptible = true;
    scenario.groups = {group("agents", {agents}, {0, 1})};
    return scenario;
}

const KpiSet& calls(const RunResult& run) { return run.call_types[0].kpis; }
const KpiSet& mail(const RunResult& run) { return run.call_types[1].kpis; }

}  // namespace

TEST_CASE("Mail that an agent leaves for a call: preemptive priority", "[validation][slow]") {
    // One agent; an hour 15 calls, exponential with mean 60 s, and 15 pieces of mail of 120 s: loads 1/4 and 1/2. Calls
    // see each other only: 15 × 2 × 60² / 3600 / 2 / (1 - 1/4) = 20 s of wait. Mail takes 120 / (1 - 1/4) = 160 s from
    // its beginning, interruptions included, and waits (15 + λ E[S²] / 2) / (3/4 × 1/4) s before: λ E[S²] / 2 is 60 s
    // for exponential times and 30 s for constant ones. In all 160 + 400 = 560 s and 160 + 240 = 400 s.
    const bool is_constant = GENERATE(false, true);
    const Distribution length = is_constant ? Distribution{Constant{120}, {}} : exponential(120);
    const RunResult run =
        floorwalker::run(calls_and_mail(15, 15, length, 1, 1000), options(is_constant ? 702 : 701, kReplications));
    const std::string law = is_constant ? "constant" : "exponential";
    compare(law + " mail, one agent: mean wait of calls, s", exact(20), simulated(run, calls(run), Kpi::asa_s), 0.02);
    compare(law + " mail, one agent: from coming to done, s", exact(is_constant ? 400 : 560),
            simulated(run, mail(run), Kpi::elapsed_s), 0.02);
}

TEST_CASE("Mail that four agents leave for calls", "[validation][slow]") {
    // A minute 2 calls and 1.2 pieces of mail, all of a minute. Calls see M/M/4 at 2 erlang, both together are M/M/4 at
    // 3.2: what the one has more in the centre than the other is mail. A call interrupts when all agents are busy, but
    // not all with calls.
    const ErlangC calls_alone{2, 1, 4};
    const ErlangC both{3.2, 1, 4};
    const double mail_in_centre = both.mean_queue() + 3.2 - (calls_alone.mean_queue() + 2);
    const double interruptions = 2 * (both.wait_probability() - calls_alone.wait_probability());
    const RunResult run =
        floorwalker::run(calls_and_mail(120, 72, exponential(60), 4, 100), options(703, kReplications));
    compare("4 agents: mean wait of calls, s", exact(60 * calls_alone.mean_wait()),
            simulated(run, calls(run), Kpi::asa_s), 0.02);
    compare("4 agents: mail from coming to done, s", exact(60 * mail_in_centre / 1.2),
            simulated(run, mail(run), Kpi::elapsed_s), 0.02);
    compare("4 agents: interruptions, a day", exact(1440 * interruptions), a_day(simulated(run, Kpi::interrupted), 100),
            0.01);
    compare("4 agents: occupancy", exact(0.8), simulated(run, Kpi::occupancy), 0.005);
}

TEST_CASE("Mail that is finished before a call: Cobham", "[validation][slow]") {
    Scenario scenario = calls_and_mail(120, 72, exponential(60), 4, 100);
    scenario.call_types.back().interruptible = false;
    const double ahead = 60 * ErlangC{3.2, 1, 4}.wait_probability() / 4;  // W0
    const RunResult run = floorwalker::run(scenario, options(704, kReplications));
    compare("finished first: mean wait of calls, s", exact(ahead / (1 - 0.5)), simulated(run, calls(run), Kpi::asa_s),
            0.02);
    compare("finished first: mail from coming to done, s", exact(ahead / (1 - 0.5) / (1 - 0.8) + 60),
            simulated(run, mail(run), Kpi::elapsed_s), 0.02);
    CHECK(mail(run)[Kpi::interrupted].mean.value_or(0) == 0);
}

}  // namespace floorwalker::validation
