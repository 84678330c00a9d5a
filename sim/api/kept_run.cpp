#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <floorwalker/kept_run.hpp>

#include "sim/scenario/decisions_text.hpp"
#include "sim/store/run_file.hpp"

namespace floorwalker {
namespace {

using store::RunFile;
using store::StoreError;
using store::StoreProblem;

KeptRunProblem problem_of(StoreProblem problem) {
    switch (problem) {
    case StoreProblem::missing_file:
    case StoreProblem::missing_folder: return KeptRunProblem::no_file;
    case StoreProblem::not_a_database:
    case StoreProblem::other_program: return KeptRunProblem::no_database;
    case StoreProblem::unknown_run: return KeptRunProblem::unknown_run;
    default: return KeptRunProblem::unreadable_file;
    }
}

/// What `action` returns, with errors of the store as those of this header.
template <class Action>
auto read(Action action) {
    try {
        return action();
    } catch (const StoreError& error) {
        throw KeptRunError{problem_of(error.problem()), error.what()};
    }
}

KeptRun kept_run(const store::RunSummary& run) {
    constexpr std::array kStates{KeptRunState::running, KeptRunState::done, KeptRunState::stopped};
    return {static_cast<std::int64_t>(run.id),
            run.scenario_name,
            run.seed,
            run.replications,
            run.replications_asked,
            kStates.at(static_cast<std::size_t>(run.state)),
            run.started_at,
            run.program_version};
}

std::vector<KeptRun> runs_of(RunFile& file) {
    std::vector<KeptRun> runs;
    for (const store::RunSummary& run : file.runs()) runs.push_back(kept_run(run));
    return runs;
}

std::string name_of(const std::filesystem::path& file, std::int64_t id) {
    return fmt::format("run {} of {}", id, file.string());
}

std::string how_it_ended(const KeptRun& run) {
    const std::string_view how = run.state == KeptRunState::running ? "is under way or was cut off" : "was stopped";
    return fmt::format("it {} after {} of {} replications", how, run.replications, run.replications_asked);
}

const KeptRun& last_finished(const std::vector<KeptRun>& runs, const std::filesystem::path& file) {
    const auto found =
        std::find_if(runs.rbegin(), runs.rend(), [](const KeptRun& run) { return run.state == KeptRunState::done; });
    if (found != runs.rend()) return *found;
    const KeptRun& last = runs.back();
    throw KeptRunError{KeptRunProblem::not_finished,
                       fmt::format("{} has no run that was finished; of run {}, the last: {}", file.string(), last.id,
                                   how_it_ended(last))};
}

const KeptRun& run_with(std::int64_t id, const std::vector<KeptRun>& runs, const std::filesystem::path& file) {
    const auto found = std::find_if(runs.begin(), runs.end(), [id](const KeptRun& run) { return run.id == id; });
    if (found == runs.end()) {
        std::vector<std::string> ids;
        for (const KeptRun& run : runs) ids.push_back(std::to_string(run.id));
        throw KeptRunError{KeptRunProblem::unknown_run,
                           fmt::format("{} has no run {}; it has {}", file.string(), id, fmt::join(ids, ", "))};
    }
    if (found->replications == 0) {
        throw KeptRunError{KeptRunProblem::not_finished,
                           fmt::format("{} was not finished: {}", name_of(file, id), how_it_ended(*found))};
    }
    return *found;
}

/// Reads what the header holds of the scenario; `name` is what it is called in messages.
LoadedScenario read_scenario(const store::RunHeader& header, const std::string& name,
                             const std::filesystem::path& files) {
    if (header.scenario_toml.empty()) {
        throw KeptRunError{KeptRunProblem::unreadable_scenario,
                           name + " cannot be made again: its scenario was built by a program, not read from a file"};
    }
    LoadedScenario loaded = parse_scenario(header.scenario_toml, "scenario of " + name, files, header.overrides);
    loaded.scenario.centre.name = header.scenario_name;
    loaded.scenario.seed = header.seed;
    return loaded;
}

void add_decisions(const store::RunHeader& header, const std::string& name, Scenario& scenario) {
    if (!header.decisions_toml) return;
    const auto decisions = scenario::parse_decisions(*header.decisions_toml, "decisions of " + name, scenario);
    scenario.decisions.insert(scenario.decisions.end(), decisions.begin(), decisions.end());
}

}  // namespace

bool is_database(const std::filesystem::path& file) {
    constexpr std::string_view kBegin{"SQLite format 3\0", 16};
    std::array<char, kBegin.size()> begin{};
    std::ifstream stream{file, std::ios::binary};
    stream.read(begin.data(), begin.size());
    return stream && std::string_view{begin.data(), begin.size()} == kBegin;
}

std::vector<KeptRun> kept_runs(const std::filesystem::path& file) {
    return read([&] {
        RunFile runs{file};
        return runs_of(runs);
    });
}

LoadedRun load_kept_run(const std::filesystem::path& file, std::optional<std::int64_t> id,
                        const std::filesystem::path& files) {
    LoadedRun loaded{.file = file, .run = {}, .scenario = {}, .own_decisions = 0, .replications = {}};
    store::RunHeader header;
    read([&] {
        RunFile store{file};
        const auto runs = runs_of(store);
        if (runs.empty()) throw KeptRunError{KeptRunProblem::no_run, file.string() + " holds no run"};
        loaded.run = id ? run_with(*id, runs, file) : last_finished(runs, file);
        const store::RunId run{loaded.run.id};
        header = store.header(run);
        for (const auto& [number, digest] : store.digests(run))
            loaded.replications.push_back({static_cast<std::uint64_t>(number), digest});
    });
    const std::string name = name_of(file, loaded.run.id);
    try {
        loaded.scenario = read_scenario(header, name, files.empty() ? file.parent_path() : files);
        loaded.own_decisions = loaded.scenario.scenario.decisions.size();
        add_decisions(header, name, loaded.scenario.scenario);
    } catch (const ScenarioError& error) {
        throw KeptRunError{KeptRunProblem::unreadable_scenario,
                           fmt::format("{} cannot be made again: its scenario cannot be read any more (it was made by "
                                       "version {}; CSV files that it names are looked for beside the database)\n{}",
                                       name, loaded.run.program_version, error.what())};
    }
    return loaded;
}

std::uint64_t kept_digest(const LoadedRun& run, std::uint64_t replication) {
    const auto found = std::find_if(run.replications.begin(), run.replications.end(),
                                    [&](const KeptReplication& one) { return one.number == replication; });
    if (found != run.replications.end()) return found->digest;
    const std::string ended =
        run.run.state == KeptRunState::done ? fmt::format("it has {}", run.run.replications) : how_it_ended(run.run);
    throw KeptRunError{
        KeptRunProblem::unknown_replication,
        fmt::format("replication {} of {} was not kept: {}", replication + 1, name_of(run.file, run.run.id), ended)};
}

void check_digest(const LoadedRun& run, std::uint64_t replication, std::uint64_t digest) {
    const std::uint64_t kept = kept_digest(run, replication);
    if (kept == digest) return;
    throw KeptRunError{
        KeptRunProblem::another_digest,
        fmt::format("this is not replication {} of {} as it was kept: its digest is {:016x}, not {:016x}; version {} "
                    "made it, or a file that its scenario names has changed",
                    replication + 1, name_of(run.file, run.run.id), digest, kept, run.run.program_version)};
}

}  // namespace floorwalker
