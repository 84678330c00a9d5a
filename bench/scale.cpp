#include <benchmark/benchmark.h>

#include <floorwalker/run.hpp>
#include <floorwalker/scenario_file.hpp>

/// How the cost of a contact grows with the size of the centre, and how two threads share replications.
namespace {

using namespace floorwalker;

Scenario one_queue(double per_hour, std::int64_t agents, std::int64_t days) {
    Scenario scenario;
    scenario.centre.days = days;
    scenario.centre.interval = std::chrono::hours{1};
    scenario.centre.after_close = AfterClose::carry_over;
    CallType calls;
    calls.id = "calls";
    calls.arrivals.per_interval = {per_hour};
    calls.patience = Distribution{Exponential{120.0}, {}};
    calls.talk = Distribution{Exponential{300.0}, {}};
    scenario.call_types.push_back(calls);
    Group group;
    group.id = "agents";
    group.skills[CallTypeId{0}] = 1.0;
    group.agents = {agents};
    scenario.groups.push_back(group);
    return scenario;
}

/// Occupancy 93 % and 10^6 contacts in both: 70 days of 50 agents, one of 3,472; and one day of 10,000 agents with
/// the 2.9 million contacts that keep them as busy.
void contacts(benchmark::State& state) {
    const std::int64_t agents = state.range(0);
    const double per_hour = 12.0 * static_cast<double>(agents);
    const auto days = std::max<std::int64_t>(1, static_cast<std::int64_t>(1e6 / (24 * per_hour)));
    const Scenario scenario = one_queue(per_hour, agents, days);
    std::int64_t count = 0;
    for (auto _ : state) count += static_cast<std::int64_t>(run(scenario, {.replications = 1, .threads = 1}).contacts);
    state.SetItemsProcessed(count);
}

/// A million contacts a day for 10,000 agents: most of them idle.
void million_a_day(benchmark::State& state) {
    const Scenario scenario = one_queue(1e6 / 24, 10'000, 1);
    std::int64_t count = 0;
    for (auto _ : state) count += static_cast<std::int64_t>(run(scenario, {.replications = 1, .threads = 1}).contacts);
    state.SetItemsProcessed(count);
}

void hundred_replications(benchmark::State& state) {
    const auto threads = static_cast<unsigned>(state.range(0));
    const Scenario scenario = one_queue(600, 50, 2);
    std::int64_t count = 0;
    for (auto _ : state)
        count += static_cast<std::int64_t>(run(scenario, {.replications = 100, .threads = threads}).contacts);
    state.SetItemsProcessed(count);
}

BENCHMARK(contacts)->Arg(50)->Arg(500)->Arg(3'472)->Arg(10'000)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK(million_a_day)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK(hundred_replications)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace

BENCHMARK_MAIN();
