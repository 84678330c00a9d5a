#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <floorwalker/scenario_file.hpp>

#include "sim/cli/command.hpp"
#include "sim/cli/console.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/stop_signal.hpp"
#include "sim/cli/values.hpp"
#include "sim/report/steady/warm_up_report.hpp"

namespace floorwalker::cli {
namespace {

constexpr const char* kExamples =
    "Examples:\n"
    "  floorwalker warmup scenarios/power_of_one.toml\n"
    "  floorwalker warmup scenarios/power_of_one.toml --days 120 --metric asa_s\n\n"
    "Runs the scenario from its empty start without any warm-up, looks where the start stops to matter, and says what\n"
    "warm_up_days and days should be. Of days that begin empty anyway there is nothing to warm up.";

struct WarmUpArguments {
    std::string scenario;
    std::vector<std::string> overrides;
    std::vector<std::string> metrics;
    std::string format = "text";
    bool quiet = false;
    std::optional<std::uint64_t> seed;
    plan::WarmUpOptions options;
};

void add_options(CLI::App& app, WarmUpArguments& arguments) {
    plan::WarmUpOptions& options = arguments.options;
    app.add_option("SCENARIO", arguments.scenario, "A scenario file")->required()->type_name("");
    add_whole_number(
        app, "--days", 10, 1'000'000, [&](std::uint64_t n) { options.days = static_cast<std::int64_t>(n); },
        "How many days to look at (default: 60)");
    add_whole_number(
        app, "-n,--replications", 2, 1'000'000,
        [&](std::uint64_t n) { options.replications = static_cast<std::int64_t>(n); },
        "How many replications to average (default: 20)");
    add_repeatable(app, "--metric", arguments.metrics, "A KPI, such as group.front.occupancy; may be repeated")
        ->type_name("METRIC");
    add_repeatable(app, "--set", arguments.overrides, "Change a key of the scenario; may be repeated")
        ->type_name("PATH=VALUE");
    add_whole_number(
        app, "--seed", 0, UINT64_MAX, [&](std::uint64_t n) { arguments.seed = n; },
        "Where the random numbers start (default: the scenario's)");
    add_whole_number(
        app, "--threads", 1, 1024, [&](std::uint64_t n) { options.threads = static_cast<unsigned>(n); },
        "How many cores to use (default: all); the results are the same for any number");
    add_confidence(app, "--confidence", options.confidence, "Level of the confidence intervals (default: 0.95)");
    app.add_option("--format", arguments.format, "text, json or csv (default: text)")
        ->check(CLI::IsMember({"text", "json", "csv"}))
        ->type_name("FORMAT");
    app.add_flag("-q,--quiet", arguments.quiet, "No progress and no remarks");
}

std::string report_of(const report::WarmUpReport& report, const std::string& format) {
    if (format == "json") return report::warm_up_json(report);
    if (format == "csv") return report::warm_up_csv(report);
    return report::warm_up_text(report, {.colour = stdout_has_colour()});
}

ExitCode show_warm_up(WarmUpArguments& arguments) {
    const Scenario scenario = load_scenario(arguments.scenario, arguments.overrides).scenario;
    auto metrics = plan::parse_metrics(arguments.metrics, scenario);
    if (arguments.metrics.empty()) {  // of the default ones, those that are kept by day
        std::erase_if(metrics, [](const plan::Metric& one) { return one.scope == measure::Scope::server; });
    }
    const StopSignal stop;
    plan::WarmUpResult result;
    {
        ProgressLine progress;
        arguments.options.seed = arguments.seed.value_or(scenario.seed);
        arguments.options.stop = &stop.flag();
        if (!arguments.quiet && stderr_is_terminal()) {
            arguments.options.on_progress = [&](const RunProgress& now) { progress.show(now); };
        }
        result = plan::find_warm_up(scenario, metrics, arguments.options);
    }
    if (result.replications < 2) {
        tell("stopped before two replications were finished: there is nothing to report");
        return ExitCode::failed;
    }
    print(report_of({scenario, arguments.options.seed, arguments.options.confidence, result}, arguments.format));
    return ExitCode::done;
}

}  // namespace

Command make_warmup_command(CLI::App& program) {
    auto arguments = std::make_shared<WarmUpArguments>();
    CLI::App* app = program.add_subcommand("warmup", "See how long a centre that starts empty takes to settle");
    add_options(*app, *arguments);
    app->footer(kExamples);
    return {app, [arguments] { return show_warm_up(*arguments); }};
}

}  // namespace floorwalker::cli
