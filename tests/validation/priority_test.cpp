#include <catch2/catch.hpp>

#include "tests/validation/centres.hpp"
#include "tests/validation/comparison.hpp"
#include "tests/validation/erlang.hpp"
#include "tests/validation/experiment.hpp"

/// Who is served next, against formulas: A. Cobham, "Priority assignment in waiting line problems", Operations Research
/// 2 (1954), 70–76 (strict priority, nobody interrupted); L. Kleinrock, "A delay dependent queue discipline", Naval
/// Research Logistics Quarterly 11 (1964), 329–341 (accumulating priority); L. Kleinrock, "A conservation law for a
/// wide class of queueing disciplines", the same 12 (1965), 181–192.
///
/// Classes are in order, the first served best; loads are shares of all agents' time. The formulas are those of one
/// server; with exponential talk times of one mean, c agents who are all busy finish like one who is c times as fast,
/// so only the wait ahead, `fcfs`, is another.
namespace floorwalker::validation {
namespace {

constexpr std::int64_t kDays = 1000;
constexpr std::int64_t kReplications = 20;

/// Mean waits, given that of first come first served.
std::vector<double> cobham(const std::vector<double>& loads, double fcfs) {
    double all = 0;
    for (const double load : loads) all += load;
    std::vector<double> waits;
    double before = 0;  // load of the classes that are served before
    for (const double load : loads) {
        waits.push_back(fcfs * (1 - all) / ((1 - before) * (1 - before - load)));
        before += load;
    }
    return waits;
}

/// W_p (1 - Σ_{i before p} ρ_i (1 - b_p/b_i)) = W_fcfs - Σ_{i after p} ρ_i W_i (1 - b_i/b_p), from the last class on.
std::vector<double> kleinrock(const std::vector<double>& loads, const std::vector<double>& points_per_second,
                              double fcfs) {
    std::vector<double> waits(loads.size());
    for (std::size_t p = loads.size(); p-- > 0;) {
        double wait = fcfs;
        double part = 1;
        for (std::size_t i = 0; i < p; ++i) part -= loads[i] * (1 - points_per_second[p] / points_per_second[i]);
        for (std::size_t i = p + 1; i < loads.size(); ++i)
            wait -= loads[i] * waits[i] * (1 - points_per_second[i] / points_per_second[p]);
        waits[p] = wait / part;
    }
    return waits;
}

/// One agent; 15 short calls an hour, exponential with mean 60 s, and 15 long ones with mean 120 s: loads 1/4 and 1/2.
/// The work found under way is W0 = Σ λ_i E[S_i²] / 2 = (2 × 60² + 2 × 120²) / 240 / 2 = 75 s, and first come first
/// served waits W0 / (1 - 3/4) = 300 s.
Scenario one_agent(ContactChoice take) {
    Scenario scenario = round_the_clock(15, exponential(60), 1, kDays);
    scenario.call_types.front().id = "short";
    scenario.call_types.push_back(call_type("long", {15}, exponential(120)));
    scenario.groups = {group("agent", {1}, {0, 1})};
    scenario.groups.front().take = take;
    return scenario;
}

const std::vector<double> kLoads{0.25, 0.5};
constexpr double kFirstCome = 300;

void compare_waits(const std::string& name, const RunResult& run, const std::vector<double>& waits) {
    for (std::size_t i = 0; i < waits.size(); ++i) {
        compare(name + ": mean wait of class " + std::to_string(i + 1) + ", s", exact(waits[i]),
                simulated(run, run.call_types[i].kpis, Kpi::wait_all_s), 0.02);
    }
}

RunResult run_many(const Scenario& scenario, std::uint64_t seed) {
    return floorwalker::run(scenario, options(seed, kReplications));
}

/// Three tiers of one call type, 4 agents, calls of a minute; 1, 1 and 1.2 erlang.
Scenario three_tiers(ContactChoice take) {
    Scenario scenario = round_the_clock(3.2 * 60, exponential(60), 4, kDays / 2);
    Tier gold;
    gold.id = "gold";
    gold.share_by_call_type = {1 / 3.2};
    gold.priority = 2;
    gold.points_per_second = 3;  // and 1 of the call type
    Tier silver;
    silver.id = "silver";
    silver.share_by_call_type = {1 / 3.2};
    silver.priority = 1;
    silver.points_per_second = 1;
    scenario.tiers = {gold, silver};
    scenario.groups.front().take = take;
    return scenario;
}

void compare_tiers(const std::string& name, const RunResult& run, const std::vector<double>& waits) {
    for (std::size_t i = 0; i < waits.size(); ++i) {
        compare(name + ": mean wait of " + run.tiers[i].id + ", s", exact(waits[i]),
                simulated(run, run.tiers[i].kpis, Kpi::wait_all_s), 0.03);
    }
}

}  // namespace

TEST_CASE("Cobham's and Kleinrock's formulas keep the conservation law", "[validation]") {
    // Strict: 75 / (3/4) = 100 s and 75 / (3/4 × 1/4) = 400 s.
    CHECK(cobham(kLoads, kFirstCome)[0] == Approx(100));
    CHECK(cobham(kLoads, kFirstCome)[1] == Approx(400));
    // Three points a second against one: 300 / (1 - 1/4 × 2/3) = 360 s; 300 - 1/2 × 360 × 2/3 = 180 s.
    const auto waits = kleinrock(kLoads, {3, 1}, kFirstCome);
    CHECK(waits[1] == Approx(360));
    CHECK(waits[0] == Approx(180));
    // Σ ρ W is the same in any order of service: 3/4 × 300 = 25 + 200 = 45 + 180 = 225 s.
    CHECK(0.25 * waits[0] + 0.5 * waits[1] == Approx(225));
    // All points at one speed is first come first served; at speeds far apart, strict priority.
    CHECK(kleinrock(kLoads, {2, 2}, kFirstCome)[1] == Approx(300));
    CHECK(kleinrock(kLoads, {1e9, 1}, kFirstCome)[1] == Approx(400));
    const auto of_three = kleinrock({0.2, 0.3, 0.1}, {1e12, 1e6, 1}, 10);
    for (std::size_t i = 0; i < 3; ++i) CHECK(of_three[i] == Approx(cobham({0.2, 0.3, 0.1}, 10)[i]).epsilon(1e-5));
}

TEST_CASE("Strict priority, one agent: Cobham", "[validation][slow]") {
    Scenario scenario = one_agent(ContactChoice::priority);
    scenario.call_types.front().priority = 1;
    compare_waits("strict, one agent", run_many(scenario, 601), cobham(kLoads, kFirstCome));
}

TEST_CASE("Accumulating priority, one agent: Kleinrock", "[validation][slow]") {
    Scenario scenario = one_agent(ContactChoice::accumulating);
    scenario.call_types.front().points_per_second = 3;
    scenario.call_types.back().points_per_second = 1;
    const RunResult run = run_many(scenario, 602);
    compare_waits("accumulating, one agent", run, kleinrock(kLoads, {3, 1}, kFirstCome));

    SECTION("weights of waits are points a second") {
        for (Group& group : scenario.groups) group.take = ContactChoice::weighted_wait;
        scenario.call_types.front().weight = 3;
        CHECK(run_many(scenario, 602).digest == run.digest);
    }
}

TEST_CASE("Three tiers, four agents: Cobham and Kleinrock", "[validation][slow]") {
    const std::vector<double> loads{0.25, 0.25, 0.3};
    const double fcfs = 60 * ErlangC{3.2, 1, 4}.mean_wait();
    compare_tiers("strict, 4 agents", run_many(three_tiers(ContactChoice::priority), 603), cobham(loads, fcfs));
    compare_tiers("accumulating, 4 agents", run_many(three_tiers(ContactChoice::accumulating), 604),
                  kleinrock(loads, {4, 2, 1}, fcfs));
}

TEST_CASE("Waiting credit: between first come first served and strict priority", "[validation][slow]") {
    const auto with_credit = [](Duration credit) {
        Scenario scenario = one_agent(ContactChoice::priority);
        scenario.call_types.front().waiting_credit = credit;
        return scenario;
    };
    compare_waits("no credit", run_many(with_credit(0s), 605), {300, 300});
    compare_waits("credit of 1000 h", run_many(with_credit(1000h), 605), cobham(kLoads, kFirstCome));

    const Experiment e = experiment(with_credit(2min), 605, kReplications);
    const auto wait = [&](std::size_t type) {
        return simulated(e.result, e.result.call_types[type].kpis, Kpi::wait_all_s).mean;
    };
    CHECK(wait(0) < 0.9 * kFirstCome);
    CHECK(wait(0) > 1.1 * 100);
    const Simulated weighted = mean(e, [](const Replication& r) {
        double sum = 0;
        for (std::size_t i = 0; i < kLoads.size(); ++i)
            sum += kLoads[i] * r.call_types[i].wait_answered_us * 1e-6 / r.call_types[i].answered;
        return sum;
    });
    compare("credit of 2 min: Σ load × mean wait, s", exact(225), weighted, 0.02);

    SECTION("a credit is a number of points at the start, all points growing at one speed") {
        Scenario points = one_agent(ContactChoice::accumulating);
        points.call_types.front().points = 120;
        CHECK(run_many(points, 605).digest == e.result.digest);
    }
}

}  // namespace floorwalker::validation
