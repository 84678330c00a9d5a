#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <floorwalker/scenario_file.hpp>

#include "sim/cli/command.hpp"
#include "sim/cli/console.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/stop_signal.hpp"
#include "sim/cli/values.hpp"
#include "sim/report/sensitivity/sensitivity_report.hpp"

namespace floorwalker::cli {
namespace {

constexpr const char* kExamples =
    "Examples:\n"
    "  floorwalker sensitivity scenarios/hotline.toml\n"
    "  floorwalker sensitivity scenarios/hotline.toml --by 5% --metric service_level --metric cost\n"
    "  floorwalker sensitivity scenarios/hotline.toml --demand-cv 8%\n\n"
    "Volume, handling time, shrinkage, patience and the work of servers are each made a little less and a little\n"
    "more, with the same customers. With --demand-cv the volume is drawn anew for each replication, as far off as\n"
    "forecasts are.";

// Quantiles of a tenth need some hundreds of values.
constexpr std::int64_t kDemandReplications = 400;

struct SensitivityArguments {
    std::string scenario;
    std::vector<std::string> overrides;
    std::vector<std::string> metrics;
    std::string format = "text";
    bool quiet = false;
    double by = 0.1;
    std::optional<double> demand_cv;
    std::optional<std::int64_t> replications;
    std::optional<std::uint64_t> seed;
    unsigned threads = 0;
    double confidence = 0.95;
};

void add_options(CLI::App& app, SensitivityArguments& arguments) {
    app.add_option("SCENARIO", arguments.scenario, "A scenario file")->required()->type_name("");
    add_share(
        app, "--by", 0.001, 0.9, [&](double by) { arguments.by = by; },
        "How much less and more of each input (default: 10%)");
    add_share(
        app, "--demand-cv", 0.001, 1, [&](double cv) { arguments.demand_cv = cv; },
        "How far off the forecast of the volume may be: standard deviation ÷ mean");
    add_repeatable(app, "--metric", arguments.metrics, "A KPI, such as group.front.occupancy; may be repeated")
        ->type_name("METRIC");
    add_repeatable(app, "--set", arguments.overrides, "Change a key of the scenario; may be repeated")
        ->type_name("PATH=VALUE");
    add_whole_number(
        app, "-n,--replications", 2, 1'000'000'000,
        [&](std::uint64_t n) { arguments.replications = static_cast<std::int64_t>(n); },
        "How many replications (default: the scenario's, and 400 for --demand-cv)");
    add_whole_number(
        app, "--seed", 0, UINT64_MAX, [&](std::uint64_t n) { arguments.seed = n; },
        "Where the random numbers start (default: the scenario's)");
    add_whole_number(
        app, "--threads", 1, 1024, [&](std::uint64_t n) { arguments.threads = static_cast<unsigned>(n); },
        "How many cores to use (default: all); the results are the same for any number");
    add_confidence(app, "--confidence", arguments.confidence, "Level of the confidence intervals (default: 0.95)");
    app.add_option("--format", arguments.format, "text, json or csv (default: text)")
        ->check(CLI::IsMember({"text", "json", "csv"}))
        ->type_name("FORMAT");
    app.add_flag("-q,--quiet", arguments.quiet, "No progress and no remarks");
}

std::string report_of(const report::SensitivityReport& report, const std::string& format) {
    if (format == "json") return report::sensitivity_json(report);
    if (format == "csv") return report::sensitivity_csv(report);
    return report::sensitivity_text(report, {.colour = stdout_has_colour()});
}

plan::SensitivityResult vary_inputs(const Scenario& scenario, const std::vector<plan::Metric>& metrics,
                                    const SensitivityArguments& arguments, std::uint64_t seed, const StopSignal& stop) {
    plan::ComparisonOptions options;
    options.seed = seed;
    options.most_replications = arguments.replications.value_or(std::max<std::int64_t>(2, scenario.replications));
    options.confidence = arguments.confidence;
    options.threads = arguments.threads;
    options.stop = &stop.flag();
    ProgressLine progress;
    const auto start = std::chrono::steady_clock::now();
    if (!arguments.quiet && stderr_is_terminal()) {
        options.on_progress = [&](std::int64_t finished, std::int64_t most) {
            progress.show(progress_since(start, finished, most));
        };
    }
    return plan::find_sensitivity(scenario, metrics, arguments.by, options);
}

plan::DemandResult vary_demand(const Scenario& scenario, const std::vector<plan::Metric>& metrics,
                               const SensitivityArguments& arguments, std::uint64_t seed, const StopSignal& stop) {
    plan::DemandOptions options;
    options.seed = seed;
    options.replications = arguments.replications.value_or(kDemandReplications);
    options.cv = *arguments.demand_cv;
    options.threads = arguments.threads;
    options.confidence = arguments.confidence;
    options.stop = &stop.flag();
    ProgressLine progress;
    const auto start = std::chrono::steady_clock::now();
    if (!arguments.quiet && stderr_is_terminal()) {
        options.on_progress = [&](const RunProgress& now) {
            progress.show(progress_since(start, now.finished, now.asked));
        };
    }
    return plan::spread_demand(scenario, metrics, options);
}

ExitCode show_sensitivity(const SensitivityArguments& arguments) {
    const Scenario scenario = load_scenario(arguments.scenario, arguments.overrides).scenario;
    const auto metrics = plan::parse_metrics(arguments.metrics, scenario);
    const std::uint64_t seed = arguments.seed.value_or(scenario.seed);
    const StopSignal stop;
    const auto inputs = vary_inputs(scenario, metrics, arguments, seed, stop);
    if (inputs.run.replications == 0) {
        tell("stopped before the first replication of all variants was finished: there is nothing to report");
        return ExitCode::failed;
    }
    std::optional<plan::DemandResult> demand;
    if (arguments.demand_cv) demand = vary_demand(scenario, metrics, arguments, seed, stop);
    if (demand && demand->replications == 0) demand.reset();
    print(report_of({scenario, metrics, seed, arguments.confidence, inputs, demand ? &*demand : nullptr,
                     arguments.demand_cv.value_or(0)},
                    arguments.format));
    return ExitCode::done;
}

}  // namespace

Command make_sensitivity_command(CLI::App& program) {
    auto arguments = std::make_shared<SensitivityArguments>();
    CLI::App* app = program.add_subcommand("sensitivity", "See which input moves which target, and by how much");
    add_options(*app, *arguments);
    app->footer(kExamples);
    return {app, [arguments] { return show_sensitivity(*arguments); }};
}

}  // namespace floorwalker::cli
