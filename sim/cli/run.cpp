#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <floorwalker/scenario_file.hpp>

#include "sim/cli/command.hpp"
#include "sim/cli/console.hpp"
#include "sim/cli/kept_run.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/stop_signal.hpp"
#include "sim/cli/values.hpp"
#include "sim/plan/experiment/outcome.hpp"
#include "sim/plan/faults/fault_cost.hpp"
#include "sim/plan/faults/without_faults.hpp"
#include "sim/plan/precision/precision.hpp"
#include "sim/plan/replicate.hpp"
#include "sim/report/csv_report.hpp"
#include "sim/report/json_report.hpp"
#include "sim/report/targets.hpp"
#include "sim/report/text/numbers.hpp"
#include "sim/report/text_report.hpp"

namespace floorwalker::cli {
namespace {

constexpr const char* kExamples =
    "Examples:\n"
    "  floorwalker run scenarios/hotline.toml\n"
    "  floorwalker run scenarios/hotline.toml -n 100 --set group.front.agents=45\n"
    "  floorwalker run scenarios/hotline.toml --format json | jq .kpis.service_level.mean\n"
    "  floorwalker run scenarios/hotline.toml --db runs.db --contacts\n"
    "  floorwalker run scenarios/hotline.toml --until \"service_level ± 0.5pp, abandonment ± 5%\"\n"
    "  floorwalker run scenarios/hotline.toml --require || echo \"a target is missed\"\n\n"
    "Ctrl-C stops early and reports the replications finished by then; a second one ends at once.";

struct RunArguments {
    std::string scenario;
    std::vector<std::string> overrides;
    std::string decisions;
    std::string db;
    std::string until;
    std::int64_t least_replications = plan::kLeastReplications;
    std::string format = "text";
    bool contacts = false;
    bool require = false;
    bool quiet = false;
    bool no_fault_cost = false;
    RunOptions options;
};

void add_options(CLI::App& app, RunArguments& arguments) {
    RunOptions& options = arguments.options;
    app.add_option("SCENARIO", arguments.scenario, "A scenario file")->required()->type_name("");
    constexpr std::uint64_t kMost = 1'000'000'000;
    add_whole_number(
        app, "-n,--replications", 1, kMost,
        [&](std::uint64_t n) { options.replications = static_cast<std::int64_t>(n); },
        "How many independent runs to make, or at most how many with --until (default: the scenario's, or 1000)");
    app.add_option("--until", arguments.until, "Go on until the figures are as precise as that")
        ->type_name("\"METRIC ± X, …\"");
    add_whole_number(
        app, "--min-replications", 2, kMost,
        [&](std::uint64_t n) { arguments.least_replications = static_cast<std::int64_t>(n); },
        "With --until: so many before the first look (default: 10)");
    add_whole_number(
        app, "--seed", 0, UINT64_MAX, [&](std::uint64_t n) { options.seed = n; },
        "Where the random numbers start (default: the scenario's)");
    add_whole_number(
        app, "--threads", 1, 1024, [&](std::uint64_t n) { options.threads = static_cast<unsigned>(n); },
        "How many cores to use (default: all); the results are the same for any number");
    add_repeatable(app, "--set", arguments.overrides, "Change a key of the scenario; may be repeated")
        ->type_name("PATH=VALUE");
    app.add_option("--decisions", arguments.decisions, "Apply the decisions of this file too")->type_name("FILE");
    auto* db = app.add_option("--db", arguments.db, "Keep the run in this database; what it holds already stays")
                   ->type_name("FILE")
                   ->check([](const std::string& file) {
                       return std::string{file.empty() ? "the name of a file is missing" : ""};
                   });
    app.add_flag("--contacts", arguments.contacts, "Keep every contact too")->needs(db);
    app.add_option("--format", arguments.format, "text, json or csv (default: text)")
        ->check(CLI::IsMember({"text", "json", "csv"}))
        ->type_name("FORMAT");
    add_confidence(app, "--confidence", options.confidence, "Level of the confidence intervals (default: 0.95)");
    app.add_flag("--require", arguments.require, "Exit with 3 when a target of the scenario is missed");
    app.add_flag("--no-fault-cost", arguments.no_fault_cost,
                 "Where machines fail: do not run the same customers without that");
    app.add_flag("-q,--quiet", arguments.quiet, "No progress and no remarks");
}

std::string text_of(const std::string& file) {
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

store::RunHeader header_of(const LoadedScenario& loaded, const RunArguments& arguments) {
    store::RunHeader header = store::header_of(loaded.scenario);
    header.scenario_toml = loaded.text;
    header.overrides = loaded.overrides;
    if (!arguments.decisions.empty()) header.decisions_toml = text_of(arguments.decisions);
    header.seed = arguments.options.seed.value_or(loaded.scenario.seed);
    header.replications_asked = arguments.options.replications.value_or(loaded.scenario.replications);
    return header;
}

/// A run, and what its faults cost where there are any.
struct Simulated {
    RunResult result;
    std::optional<plan::FaultCost> fault_cost;
};

std::string report_of(const Scenario& scenario, const Simulated& run, const std::string& format) {
    const report::Beside beside{run.fault_cost ? &*run.fault_cost : nullptr};
    if (format == "json") return report::json(scenario, run.result, beside);
    if (format == "csv") return report::csv(run.result);
    return report::text(scenario, run.result, {.colour = stdout_has_colour()}, beside);
}

LoadedScenario load(const RunArguments& arguments) {
    LoadedScenario loaded = load_scenario(arguments.scenario, arguments.overrides);
    if (arguments.decisions.empty()) return loaded;
    const auto decisions = load_decisions(arguments.decisions, loaded.scenario);
    loaded.scenario.decisions.insert(loaded.scenario.decisions.end(), decisions.begin(), decisions.end());
    return loaded;
}

/// Where -n does not say how many replications there are at most.
constexpr std::int64_t kMostWhenUntil = 1000;

/// Turns --until into a rule; none where it is not asked for.
std::optional<plan::PrecisionRule> rule_for(const Scenario& scenario, RunArguments& arguments) {
    if (arguments.until.empty()) return std::nullopt;
    auto goals = plan::parse_precision(arguments.until, scenario);
    if (!arguments.options.replications) arguments.options.replications = kMostWhenUntil;
    if (*arguments.options.replications < arguments.least_replications) {
        throw UsageError{fmt::format("-n {} allows fewer replications than --min-replications {} asks for",
                                     *arguments.options.replications, arguments.least_replications)};
    }
    return plan::PrecisionRule{std::move(goals), arguments.least_replications, arguments.options.confidence};
}

/// CSV has a line for each figure of the run and none for others.
bool wants_fault_cost(const Scenario& scenario, const RunArguments& arguments) {
    return !arguments.no_fault_cost && arguments.format != "csv" && plan::has_faults(scenario);
}

Simulated simulate(const Scenario& scenario, const RunArguments& arguments, KeptRun* kept,
                   std::optional<plan::PrecisionRule>& rule) {
    const StopSignal stop;
    ProgressLine progress;
    plan::ReplicateOptions options{arguments.options, arguments.contacts, {}};
    options.run.stop = &stop.flag();
    if (!arguments.quiet && stderr_is_terminal()) {
        options.run.on_progress = [&](const RunProgress& now) { progress.show(now); };
    }
    std::optional<plan::FaultCostRun> faults;
    if (wants_fault_cost(scenario, arguments)) faults.emplace(scenario);
    options.on_finished = [&](const plan::FinishedReplication& finished) {
        if (kept != nullptr) kept->add(finished);
        if (faults) faults->add(finished);
    };
    if (rule) {
        options.is_enough = [&rule, metrics = plan::metrics_of(rule->goals())](const auto& finished) {
            rule->add(plan::outcome_of(finished, metrics).values);
            return rule->is_enough();
        };
    }
    Simulated run{plan::replicate(scenario, options), std::nullopt};
    const bool is_whole = run.result.replications == run.result.replications_asked;
    if (faults && is_whole) run.fault_cost = faults->finish(options.run);
    if (run.fault_cost && run.fault_cost->replications == 0) run.fault_cost.reset();
    return run;
}

/// What became of --until.
void tell_precision(const plan::PrecisionRule& rule) {
    const std::string n = report::whole(rule.replications());
    if (rule.is_enough()) {
        tell(fmt::format("precise enough after {} replications", n));
        return;
    }
    for (std::size_t i = 0; i < rule.goals().size(); ++i) {
        const plan::PrecisionGoal& goal = rule.goals()[i];
        const Estimate now = rule.estimate(i);
        if (plan::is_reached(goal, now.half_width, now.mean)) continue;
        const auto needed = plan::replications_for(goal, now, rule.replications());
        tell(fmt::format("\"{}\" is not reached after {} replications{}", goal.text, n,
                         needed ? fmt::format("; some {} would do (-n)", report::whole(*needed)) : ""));
    }
}

ExitCode conclude(const Scenario& scenario, const RunResult& result, const RunArguments& arguments) {
    const auto targets = report::targets(scenario, result);
    if (!arguments.require || report::all_met(targets)) return ExitCode::done;
    const auto missed =
        std::count_if(targets.begin(), targets.end(), [](const auto& target) { return target.met() == false; });
    if (!arguments.quiet) tell(fmt::format("{} of {} targets missed", missed, targets.size()));
    return ExitCode::target_missed;
}

ExitCode report_run(const Scenario& scenario, const Simulated& run, const RunArguments& arguments) {
    const RunResult& result = run.result;
    if (result.replications == 0) {
        tell("stopped before the first replication was finished: there is nothing to report");
        return ExitCode::failed;
    }
    print(report_of(scenario, run, arguments.format));
    if (result.replications < result.replications_asked) {
        tell(fmt::format("stopped after {} of {} replications", report::whole(result.replications),
                         report::whole(result.replications_asked)));
    }
    return conclude(scenario, result, arguments);
}

/// When the file takes no more, the run goes on all the same: what was simulated is worth reading.
ExitCode run_and_keep(const LoadedScenario& loaded, const RunArguments& arguments,
                      std::optional<plan::PrecisionRule>& rule) {
    KeptRun kept{arguments.db, header_of(loaded, arguments)};
    const Simulated run = simulate(loaded.scenario, arguments, &kept, rule);
    if (run.result.replications > 0) kept.finish(run.result);
    if (kept.failure()) tell(*kept.failure());
    if (const std::string rest = kept.what_is_kept(); !rest.empty() && (kept.failure() || !arguments.quiet)) tell(rest);
    const ExitCode code = report_run(loaded.scenario, run, arguments);
    return kept.failure() ? ExitCode::bad_usage : code;
}

ExitCode run_scenario(RunArguments& arguments) {
    const LoadedScenario loaded = load(arguments);
    auto rule = rule_for(loaded.scenario, arguments);
    const ExitCode code =
        arguments.db.empty()
            ? report_run(loaded.scenario, simulate(loaded.scenario, arguments, nullptr, rule), arguments)
            : run_and_keep(loaded, arguments, rule);
    if (rule && rule->replications() > 0 && !arguments.quiet) tell_precision(*rule);
    return code;
}

}  // namespace

Command make_run_command(CLI::App& program) {
    auto arguments = std::make_shared<RunArguments>();
    CLI::App* app = program.add_subcommand("run", "Simulate a scenario and print a report");
    add_options(*app, *arguments);
    app->footer(kExamples);
    return {app, [arguments] { return run_scenario(*arguments); }};
}

}  // namespace floorwalker::cli
