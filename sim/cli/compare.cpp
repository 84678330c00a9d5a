#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <floorwalker/scenario_file.hpp>

#include "sim/cli/command.hpp"
#include "sim/cli/console.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/rank_option.hpp"
#include "sim/cli/stop_signal.hpp"
#include "sim/cli/values.hpp"
#include "sim/cli/variants.hpp"
#include "sim/plan/compare/run_comparison.hpp"
#include "sim/plan/experiment/bad_request.hpp"
#include "sim/plan/experiment/variant.hpp"
#include "sim/report/compare/comparison_report.hpp"

namespace floorwalker::cli {
namespace {

constexpr const char* kExamples =
    "Examples:\n"
    "  floorwalker compare as_it_is.toml new_menu.toml -n 50\n"
    "  floorwalker compare scenarios/hotline.toml --variant \"one less:group.front.shifts.1.agents=41\"\n"
    "  floorwalker compare scenarios/power_of_one.toml --variant 21:group.team.agents=21 \\\n"
    "      --variant 22:group.team.agents=22 --variant 23:group.team.agents=23 --best service_level\n"
    "  floorwalker compare a.toml b.toml --until \"service_level ± 0.5pp, abandonment ± 5%\"\n\n"
    "Every variant has the same customers with the same luck. Differences are against the first variant: of several\n"
    "files the first, of several --variant the first. One --variant alone is held against the scenario as it is.";

// Where replications go on until something is reached and -n does not say how many at most.
constexpr std::int64_t kMostWhenSequential = 1000;

struct CompareArguments {
    std::vector<std::string> files;
    std::vector<std::string> variants;
    std::vector<std::string> overrides;
    std::vector<std::string> metrics;
    std::string until;
    std::string best;
    std::string indifference;
    std::string format = "text";
    bool quiet = false;
    std::optional<std::int64_t> replications;
    std::optional<std::uint64_t> seed;
    plan::ComparisonOptions options;
};

void add_options(CLI::App& app, CompareArguments& arguments) {
    plan::ComparisonOptions& options = arguments.options;
    app.add_option("SCENARIO", arguments.files, "Scenario files; one of them alone needs --variant")
        ->required()
        ->type_name("");
    add_repeatable(app, "--variant", arguments.variants, "The scenario with some keys changed; may be repeated")
        ->type_name("NAME:KEY=VALUE,…");
    add_repeatable(app, "--set", arguments.overrides, "Change a key in all variants; may be repeated")
        ->type_name("PATH=VALUE");
    add_repeatable(app, "--metric", arguments.metrics, "A KPI, such as group.front.occupancy; may be repeated")
        ->type_name("METRIC");
    constexpr std::uint64_t kMost = 1'000'000'000;
    add_whole_number(
        app, "-n,--replications", 2, kMost,
        [&](std::uint64_t n) { arguments.replications = static_cast<std::int64_t>(n); },
        "How many replications, or at most how many with --until and --best (default: the scenario's, or 1000)");
    app.add_option("--until", arguments.until, "Go on until differences are as precise as that")
        ->type_name("\"METRIC ± X, …\"");
    app.add_option("--best", arguments.best, "Go on until it is known which variant is the best by this metric")
        ->type_name("METRIC");
    app.add_option("--indifference", arguments.indifference,
                   "With --best: a lead that does not matter (default: 0.5pp, or 1s)")
        ->type_name("X");
    add_whole_number(
        app, "--min-replications", 2, kMost,
        [&](std::uint64_t n) { options.least_replications = static_cast<std::int64_t>(n); },
        "With --until and --best: so many before the first look (default: 10)");
    add_whole_number(
        app, "--seed", 0, UINT64_MAX, [&](std::uint64_t n) { arguments.seed = n; },
        "Where the random numbers start (default: the first scenario's)");
    add_whole_number(
        app, "--threads", 1, 1024, [&](std::uint64_t n) { options.threads = static_cast<unsigned>(n); },
        "How many cores to use (default: all); the results are the same for any number");
    add_confidence(app, "--confidence", options.confidence, "Level of the confidence intervals (default: 0.95)");
    app.add_option("--format", arguments.format, "text, json or csv (default: text)")
        ->check(CLI::IsMember({"text", "json", "csv"}))
        ->type_name("FORMAT");
    app.add_flag("-q,--quiet", arguments.quiet, "No progress and no remarks");
}

std::vector<plan::VariantToCompare> of_one_file(const CompareArguments& arguments) {
    const plan::VariantSource source{arguments.files.front(), arguments.overrides};
    std::vector<plan::Variant> variants;
    if (arguments.variants.size() == 1) variants.push_back({0, "as it is", {}});
    for (const std::string& text : arguments.variants) variants.push_back(parse_variant(text));
    std::vector<plan::VariantToCompare> all;
    for (const plan::Variant& variant : variants) {
        all.push_back({variant.name, std::make_shared<const Scenario>(source.scenario_of(variant)), {}});
    }
    return all;
}

std::vector<plan::VariantToCompare> of_files(const CompareArguments& arguments) {
    const auto names = names_of_files(arguments.files);
    std::vector<plan::VariantToCompare> all;
    for (std::size_t i = 0; i < arguments.files.size(); ++i) {
        auto loaded = load_scenario(arguments.files[i], arguments.overrides);
        all.push_back({names[i], std::make_shared<const Scenario>(std::move(loaded.scenario)), {}});
    }
    return all;
}

std::vector<plan::VariantToCompare> variants_of(const CompareArguments& arguments) {
    if (arguments.files.size() > 1 && !arguments.variants.empty()) {
        throw UsageError{"--variant changes one scenario: name one file with it, or several files without it"};
    }
    if (arguments.files.size() == 1 && arguments.variants.empty()) {
        throw UsageError{
            fmt::format("{} alone has nothing to be compared with; name a second file, or a variant of it such as "
                        "--variant \"more:group.ID.agents=12\"",
                        arguments.files.front())};
    }
    auto variants = arguments.files.size() > 1 ? of_files(arguments) : of_one_file(arguments);
    std::vector<std::string> names;
    for (const auto& variant : variants) names.push_back(variant.name);
    require_different(names);
    return variants;
}

/// Its place among the metrics, where it is put if it is not there.
std::size_t place_of(const plan::Metric& metric, std::vector<plan::Metric>& metrics) {
    const auto found = std::find(metrics.begin(), metrics.end(), metric);
    if (found == metrics.end()) {
        metrics.push_back(metric);
        return metrics.size() - 1;
    }
    return static_cast<std::size_t>(found - metrics.begin());
}

bool is_possible(const plan::Metric& metric, const Scenario& scenario) {
    try {
        plan::parse_metric(plan::name_of(metric), scenario);
        return true;
    } catch (const plan::BadRequest&) {
        return false;
    }
}

/// The default ones are those that all variants have.
std::vector<plan::Metric> metrics_of(const CompareArguments& arguments,
                                     const std::vector<plan::VariantToCompare>& variants) {
    auto metrics = plan::parse_metrics(arguments.metrics, *variants.front().scenario);
    if (!arguments.metrics.empty()) return metrics;
    std::erase_if(metrics, [&](const plan::Metric& metric) {
        return !std::all_of(variants.begin(), variants.end(),
                            [&](const auto& variant) { return is_possible(metric, *variant.scenario); });
    });
    return metrics;
}

void find_metrics_in(std::vector<plan::VariantToCompare>& variants, const std::vector<plan::Metric>& metrics) {
    for (auto& variant : variants) {
        for (const plan::Metric& metric : metrics) {
            try {
                variant.metrics.push_back(plan::parse_metric(plan::name_of(metric), *variant.scenario));
            } catch (const plan::BadRequest& problem) {
                throw UsageError{fmt::format("variant \"{}\": {}", variant.name, problem.what())};
            }
        }
    }
}

void set_end(CompareArguments& arguments, const Scenario& base, std::vector<plan::Metric>& metrics) {
    plan::ComparisonOptions& options = arguments.options;
    if (!arguments.until.empty() && !arguments.best.empty()) {
        throw UsageError{"--until and --best each say when to end: take one of them"};
    }
    if (!arguments.indifference.empty() && arguments.best.empty()) {
        throw UsageError{"--indifference is for --best METRIC"};
    }
    if (!arguments.until.empty()) {
        options.precision = plan::parse_precision(arguments.until, base);
        for (const auto& goal : options.precision) options.precise_metrics.push_back(place_of(goal.metric, metrics));
    }
    const RankWanted wanted = parse_rank(arguments.best, arguments.indifference, metrics.front(), base);
    options.rank_by = {place_of(wanted.metric, metrics), wanted.largest_is_best};
    options.indifference = wanted.indifference;
    const bool is_sequential = !arguments.until.empty() || !arguments.best.empty();
    options.most_replications = arguments.replications.value_or(
        is_sequential ? kMostWhenSequential : std::max<std::int64_t>(2, base.replications));
    if (is_sequential && options.most_replications < options.least_replications) {
        throw UsageError{fmt::format("-n {} allows fewer replications than --min-replications {} asks for",
                                     options.most_replications, options.least_replications)};
    }
}

plan::ComparisonRun simulate(const std::vector<plan::VariantToCompare>& variants, CompareArguments& arguments) {
    const StopSignal stop;
    ProgressLine progress;
    const auto start = std::chrono::steady_clock::now();
    arguments.options.stop = &stop.flag();
    if (!arguments.quiet && stderr_is_terminal()) {
        arguments.options.on_progress = [&, start](std::int64_t finished, std::int64_t most) {
            progress.show(progress_since(start, finished, most));
        };
    }
    return plan::run_comparison(variants, arguments.options);
}

std::string report_of(const report::ComparisonReport& report, const std::string& format) {
    if (format == "json") return report::comparison_json(report);
    if (format == "csv") return report::comparison_csv(report);
    return report::comparison_text(report, {.colour = stdout_has_colour()});
}

ExitCode compare(CompareArguments& arguments) {
    auto variants = variants_of(arguments);
    const auto base = variants.front().scenario;
    auto metrics = metrics_of(arguments, variants);
    set_end(arguments, *base, metrics);
    find_metrics_in(variants, metrics);
    arguments.options.seed = arguments.seed.value_or(base->seed);
    const plan::ComparisonRun run = simulate(variants, arguments);
    if (run.replications == 0) {
        tell("stopped before the first replication of all variants was finished: there is nothing to report");
        return ExitCode::failed;
    }
    std::vector<std::string> names;
    for (const auto& variant : variants) names.push_back(variant.name);
    print(report_of({*base, names, metrics, arguments.options.seed, arguments.options, run}, arguments.format));
    return ExitCode::done;
}

}  // namespace

Command make_compare_command(CLI::App& program) {
    auto arguments = std::make_shared<CompareArguments>();
    CLI::App* app = program.add_subcommand("compare", "Send the same customers through several variants");
    add_options(*app, *arguments);
    app->footer(kExamples);
    return {app, [arguments] { return compare(*arguments); }};
}

}  // namespace floorwalker::cli
