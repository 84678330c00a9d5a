#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include <floorwalker/run.hpp>
#include <floorwalker/scenario_file.hpp>

#include "loop.hpp"

/// Contacts per CPU second on one thread with all default statistics, beside the limit loops and a plain one,
/// interleaved in one run; and days of a whole centre with all that can happen to a contact, for which there is no
/// loop. Ends with the ratios that docs/benchmarks.md quotes.
namespace {

constexpr std::uint64_t kCalls = 2'000'000;

void limit_loop(benchmark::State& state, limit::Counts (*loop)(std::uint64_t, std::uint64_t)) {
    std::uint64_t seed = 1;
    for (auto _ : state) benchmark::DoNotOptimize(loop(kCalls, seed++));
    state.SetItemsProcessed(static_cast<std::int64_t>(kCalls) * state.iterations());
}

void run_scenario(benchmark::State& state, const std::string& name, const std::vector<std::string>& overrides,
                  std::int64_t replications) {
    const auto path = std::string{FLOORWALKER_SOURCE_DIR} + "/scenarios/" + name + ".toml";
    const auto loaded = floorwalker::load_scenario(path, overrides);
    floorwalker::RunOptions options{.replications = replications, .threads = 1};
    std::uint64_t seed = 1;
    std::int64_t contacts = 0;
    for (auto _ : state) {
        options.seed = seed++;
        contacts += static_cast<std::int64_t>(floorwalker::run(loaded.scenario, options).contacts);
    }
    state.SetItemsProcessed(contacts);
}

/// One long run.
void scenario(benchmark::State& state, const std::string& name, int days) {
    run_scenario(state, name, {"centre.days=" + std::to_string(days)}, 1);
}

/// Independent days.
void centre(benchmark::State& state, const std::string& name, int days) { run_scenario(state, name, {}, days); }

BENCHMARK_CAPTURE(limit_loop, single_queue, limit::single_queue)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();
BENCHMARK_CAPTURE(scenario, single_queue, "single_queue", 139)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK_CAPTURE(limit_loop, plain, limit::plain_single_queue)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK_CAPTURE(limit_loop, skills, limit::skills)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK_CAPTURE(scenario, skills, "skills", 139)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK_CAPTURE(centre, hotline, "hotline", 60)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

/// Keeps the median rates while it prints.
class Reporter : public benchmark::ConsoleReporter {
public:
    using ConsoleReporter::ConsoleReporter;

    void ReportRuns(const std::vector<Run>& runs) override {
        ConsoleReporter::ReportRuns(runs);
        for (const Run& run : runs) {
            const auto rate = run.counters.find("items_per_second");
            if (run.aggregate_name == "median" && rate != run.counters.end())
                median_[run.run_name.function_name] = rate->second.value;
        }
    }

    void print_ratio(const char* what, const std::string& of, const std::string& to) const {
        const auto a = median_.find(of);
        const auto b = median_.find(to);
        if (a == median_.end() || b == median_.end()) return;
        std::printf("%-52s %.2f\n", what, a->second / b->second);
    }

private:
    std::map<std::string, double> median_;
};

}  // namespace

int main(int argc, char** argv) {
    // Interleaved repetitions and medians: machines drift.
    std::string interleave = "--benchmark_enable_random_interleaving=true";
    std::string repetitions = "--benchmark_repetitions=7";
    std::string aggregates = "--benchmark_display_aggregates_only=true";
    std::vector<char*> arguments{argv[0], interleave.data(), repetitions.data(), aggregates.data()};
    arguments.insert(arguments.end(), argv + 1, argv + argc);
    int count = static_cast<int>(arguments.size());
    benchmark::Initialize(&count, arguments.data());
    Reporter reporter{benchmark::ConsoleReporter::OO_Tabular};
    benchmark::RunSpecifiedBenchmarks(&reporter);
    std::printf("\nRatios of medians, contacts per CPU second\n");
    reporter.print_ratio("single_queue.toml to its limit loop", "scenario/single_queue", "limit_loop/single_queue");
    reporter.print_ratio("single_queue.toml to a plain priority_queue loop", "scenario/single_queue",
                         "limit_loop/plain");
    reporter.print_ratio("skills.toml to its limit loop", "scenario/skills", "limit_loop/skills");
    reporter.print_ratio("hotline.toml to skills.toml", "centre/hotline", "scenario/skills");
    return 0;
}
