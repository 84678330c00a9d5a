#include <charconv>
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
#include "sim/cli/sweep_report.hpp"
#include "sim/cli/values.hpp"
#include "sim/plan/experiment/bad_request.hpp"
#include "sim/plan/sweep/session.hpp"
#include "sim/report/text/numbers.hpp"

namespace floorwalker::cli {
namespace {

constexpr const char* kExamples =
    "A range is FROM:TO for whole numbers and FROM:TO:STEP; a list is A,B,C. Durations and shares are written as in\n"
    "a scenario: 50s:70s:5s, 10%:30%:5%.\n\n"
    "Examples:\n"
    "  floorwalker sweep scenarios/erlang_a.toml --vary group.agents.agents=46:54\n"
    "  floorwalker sweep scenarios/erlang_a.toml --vary group.agents.agents=46:54:2 --vary "
    "call_type.calls.talk.mean=50s:70s:5s -n 20\n"
    "  floorwalker sweep scenarios/skills.toml --vary call_type.en.priority=1,2 --metric call_type.en.asa_s\n"
    "  floorwalker sweep scenarios/erlang_a.toml --design sobol --points 64 --vary group.agents.agents=40:60 --vary "
    "call_type.calls.patience.mean=1min:5min --db night.db\n"
    "  floorwalker sweep … --db night.db --resume      go on after whatever ended it\n"
    "  floorwalker sweep … --db part2.db --shard 2/8   one of eight parts; `floorwalker merge` puts them together\n\n"
    "Ctrl-C stops early; with --db all finished replications are kept. docs/sweeps.md tells more.";

struct SweepArguments {
    plan::SweepRequest request;
    plan::SweepKeeping keeping;
    std::string scenario;
    std::string decisions;
    std::string db;
    std::string format = "text";
    double confidence = 0.95;
    unsigned threads = 0;
    bool yes = false;
    bool quiet = false;
};

constexpr std::int64_t kManyVariants = 1'000'000;

void add_design(CLI::App& app, SweepArguments& arguments) {
    add_repeatable(app, "--vary", arguments.request.vary, "A key of the scenario, and its values; may be repeated")
        ->type_name("KEY=VALUES");
    const auto design = [&arguments](const std::string& name) {
        for (const auto known : {plan::Design::grid, plan::Design::latin, plan::Design::sobol}) {
            if (name_of(known) == name) arguments.request.design = known;
        }
    };
    app.add_option_function<std::string>(
           "--design", design,
           "grid: every combination; latin or sobol: --points spread over the ranges (default: grid)")
        ->check(CLI::IsMember({"grid", "latin", "sobol"}))
        ->type_name("DESIGN");
    constexpr std::uint64_t kMost = 1'000'000'000;
    constexpr std::uint64_t kMostPoints = 10'000'000;
    add_whole_number(
        app, "--points", 1, kMostPoints,
        [&](std::uint64_t n) { arguments.request.points = static_cast<std::int64_t>(n); },
        "How many variants latin or sobol makes (default: 10 for each key)");
    add_repeatable(app, "--metric", arguments.request.metrics,
                   "A KPI, such as service_level or group.front.occupancy; may be repeated (default: the main ones)")
        ->type_name("KPI");
    add_whole_number(
        app, "-n,--replications", 1, kMost,
        [&](std::uint64_t n) { arguments.request.replications = static_cast<std::int64_t>(n); },
        "How many independent runs to make of each variant (default: the scenario's)");
    add_whole_number(
        app, "--seed", 0, UINT64_MAX, [&](std::uint64_t n) { arguments.request.seed = n; },
        "Where the random numbers start (default: the scenario's)");
    add_repeatable(app, "--set", arguments.request.overrides,
                   "Change a key of the scenario in all variants; may be repeated")
        ->type_name("PATH=VALUE");
    app.add_option("--decisions", arguments.decisions, "Apply the decisions of this file too")->type_name("FILE");
    app.add_flag("--yes", arguments.yes, "Do it even if it is more than a million variants");
}

store::Shard parse_shard(const std::string& text) {
    const auto slash = text.find('/');
    const auto number = [&](const std::string& part) {
        std::int64_t value = 0;
        const char* end = part.data() + part.size();
        const auto read = std::from_chars(part.data(), end, value);
        return read.ec == std::errc{} && read.ptr == end ? value : -1;
    };
    const store::Shard shard{number(text.substr(0, slash)),
                             slash == std::string::npos ? -1 : number(text.substr(slash + 1))};
    if (shard.number < 1 || shard.of < 1 || shard.number > shard.of) {
        throw CLI::ValidationError{"--shard", fmt::format("\"{}\" is not K/N with K from 1 to N, such as 1/4", text)};
    }
    return shard;
}

void add_keeping(CLI::App& app, SweepArguments& arguments) {
    auto* db = app.add_option("--db", arguments.db, "Keep the sweep in this file, a replication at a time")
                   ->type_name("FILE")
                   ->check([](const std::string& file) {
                       return std::string{file.empty() ? "the name of a file is missing" : ""};
                   });
    app.add_flag("--resume", arguments.keeping.resume, "Go on with what is in the file, or begin")->needs(db);
    app.add_option_function<std::string>(
           "--shard", [&](const std::string& text) { arguments.keeping.shard = parse_shard(text); },
           "Do part K of N; `floorwalker merge` puts them together")
        ->type_name("K/N")
        ->needs(db);
}

void add_options(CLI::App& app, SweepArguments& arguments) {
    app.add_option("SCENARIO", arguments.scenario, "A scenario file")->required()->type_name("");
    add_design(app, arguments);
    add_keeping(app, arguments);
    add_whole_number(
        app, "--threads", 1, 1024, [&](std::uint64_t n) { arguments.threads = static_cast<unsigned>(n); },
        "How many cores to use (default: all); the results are the same for any number");
    app.add_option("--format", arguments.format, "text, json or csv (default: text)")
        ->check(CLI::IsMember(sweep_formats()))
        ->type_name("FORMAT");
    add_confidence(app, "--confidence", arguments.confidence, "Level of the confidence intervals (default: 0.95)");
    app.add_flag("-q,--quiet", arguments.quiet, "No progress and no remarks");
}

void refuse_too_many(const plan::SweepPlan& plan, const SweepArguments& arguments) {
    if (arguments.yes || plan.variants() <= kManyVariants) return;
    throw UsageError{
        fmt::format("that are {} variants, {} replications in all; --yes if that is what you want, or "
                    "--design sobol --points 1000 to look at fewer",
                    report::whole(plan.variants()), report::whole(plan.jobs()))};
}

/// True when all is done.
bool simulate(plan::SweepSession& session, const SweepArguments& arguments) {
    const StopSignal stop;
    ProgressLine progress;
    plan::SweepWork work{arguments.threads, &stop.flag(), {}};
    if (!arguments.quiet && stderr_is_terminal()) {
        work.on_progress = [&](const RunProgress& now) { progress.show(now); };
    }
    return plan::do_all(session, work);
}

std::string what_is_kept(const plan::SweepSession& session, const SweepArguments& arguments) {
    if (arguments.db.empty()) return {};
    return fmt::format("{} of {} replications are kept in {}; the same command with --resume goes on",
                       report::whole(session.in_file()), report::whole(session.asked()), arguments.db);
}

ExitCode report_sweep(plan::SweepSession& session, const SweepArguments& arguments, bool is_done) {
    if (!is_done && arguments.db.empty() && session.finished() == 0) {
        tell("stopped before the first replication was finished: there is nothing to report");
        return ExitCode::failed;
    }
    print(sweep_report(session.finish(arguments.confidence), arguments.format));
    if (is_done) return ExitCode::done;
    tell(fmt::format("stopped after {} of {} replications", report::whole(session.finished()),
                     report::whole(session.asked())));
    if (const auto kept = what_is_kept(session, arguments); !kept.empty()) tell(kept);
    return ExitCode::done;
}

ExitCode sweep(SweepArguments arguments) {
    arguments.request.scenario = arguments.scenario;
    if (!arguments.decisions.empty()) arguments.request.decisions = arguments.decisions;
    if (!arguments.db.empty()) arguments.keeping.file = arguments.db;
    const plan::SweepPlan plan{arguments.request};
    refuse_too_many(plan, arguments);
    plan.check_variants();
    plan::SweepSession session{plan, arguments.keeping};
    if (session.resumed() > 0 && !arguments.quiet) {
        tell(fmt::format("{} of {} replications are in {} already", report::whole(session.resumed()),
                         report::whole(session.asked()), arguments.db));
    }
    try {
        const bool is_done = simulate(session, arguments);
        return report_sweep(session, arguments, is_done);
    } catch (const store::StoreError& error) {
        tell(error.what());
    } catch (const plan::BadRequest& error) {
        tell(error.what());
    }
    if (const auto kept = what_is_kept(session, arguments); !kept.empty()) tell(kept);
    return ExitCode::bad_usage;
}

}  // namespace

Command make_sweep_command(CLI::App& program) {
    auto arguments = std::make_shared<SweepArguments>();
    CLI::App* app = program.add_subcommand("sweep", "Simulate many variants of a scenario");
    add_options(*app, *arguments);
    app->footer(kExamples);
    return {app, [arguments] { return sweep(*arguments); }};
}

}  // namespace floorwalker::cli
