// What it costs the one writer of a sweep to take a result: decoding it from the bytes that came over the network, and
// keeping it in the file. Batches are as large as the rate makes them, for the session writes four times a second; here
// it is told to look after so many results.

#include <chrono>
#include <filesystem>
#include <string>

#include <benchmark/benchmark.h>

#include "sim/plan/sweep/outcome_bytes.hpp"
#include "sim/plan/sweep/session.hpp"

namespace floorwalker {
namespace {

constexpr std::int64_t kResults = 100'000;

std::string bytes_of(std::int64_t replication, std::size_t metrics) {
    plan::Outcome outcome{replication, 0x9e3779b97f4a7c15U * static_cast<std::uint64_t>(replication + 1), {}};
    for (std::size_t m = 0; m < metrics; ++m)
        outcome.values.push_back({1.0 / static_cast<double>(replication + 3 + static_cast<std::int64_t>(m)), 1});
    return plan::to_bytes(outcome);
}

void take_results(benchmark::State& state) {
    const auto file = std::filesystem::temp_directory_path() / "floorwalker_bench_sweep.db";
    plan::SweepRequest request;
    request.scenario = std::filesystem::path{FLOORWALKER_SOURCE_DIR} / "scenarios/erlang_a.toml";
    request.vary = {"group.agents.agents=41:50"};
    request.replications = kResults / 10;
    const plan::SweepPlan plan{request};
    const std::size_t metrics = plan.metrics().size();
    for (auto _ : state) {
        state.PauseTiming();
        std::filesystem::remove(file);
        plan::SweepKeeping keeping;
        keeping.file = file;
        {
            plan::SweepSession session{plan, keeping};
            state.ResumeTiming();
            for (std::int64_t i = 0; i < kResults; ++i) {
                const std::string bytes = bytes_of(i / 10, metrics);
                session.take(i % 10, plan::outcome_from(bytes));
                if (i % state.range(0) == state.range(0) - 1) session.flush();
            }
            session.flush();
            state.PauseTiming();
        }
        state.ResumeTiming();
    }
    std::filesystem::remove(file);
    state.SetItemsProcessed(state.iterations() * kResults);
    state.counters["us_a_result"] = benchmark::Counter(static_cast<double>(state.iterations() * kResults) * 1e-6,
                                                       benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(take_results)->Arg(100)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace floorwalker

BENCHMARK_MAIN();
