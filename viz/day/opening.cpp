#include "viz/day/opening.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace floorwalker::viz {
namespace {

/// By what it holds; or by its name, so that one that is broken or missing is not read as a scenario.
bool holds_runs(const std::filesystem::path& file) { return is_database(file) || file.extension() == ".db"; }

RunOf open_scenario(const std::filesystem::path& file, const Opening& asked) {
    LoadedScenario loaded = load_scenario(file, asked.overrides);
    const std::size_t own = loaded.scenario.decisions.size();
    RunOf run;
    run.scenario = std::move(loaded.scenario);
    run.seed = run.scenario.seed;
    run.replication = asked.replication;
    run.origin = std::make_shared<const Origin>(Origin{.name = file.stem().string(),
                                                       .folder = file.parent_path(),
                                                       .text = std::move(loaded.text),
                                                       .overrides = std::move(loaded.overrides),
                                                       .own_decisions = own});
    return run;
}

RunOf open_kept(const std::filesystem::path& file, std::size_t place, const Opening& asked) {
    std::optional<std::int64_t> id;
    if (!asked.kept_ids.empty()) id = asked.kept_ids[std::min(place, asked.kept_ids.size() - 1)];
    LoadedRun kept = load_kept_run(file, id);
    kept_digest(kept, asked.replication);  // or it says that there is none
    RunOf run;
    run.scenario = kept.scenario.scenario;
    run.seed = kept.run.seed;
    run.replication = asked.replication;
    run.origin =
        std::make_shared<const Origin>(Origin{.name = fmt::format("{}-run-{}", file.stem().string(), kept.run.id),
                                              .folder = file.parent_path(),
                                              .text = kept.scenario.text,
                                              .overrides = kept.scenario.overrides,
                                              .own_decisions = kept.own_decisions,
                                              .kept = kept});
    return run;
}

void check(const Opening& asked, std::size_t databases) {
    if (databases < asked.kept_ids.size())
        throw OpeningError{
            "--run chooses a run of a database; a scenario has replications, which --replication chooses"};
    if (databases < asked.files.size()) return;
    if (asked.seed) throw OpeningError{"--seed: a kept run has the seed that it was made with"};
    if (!asked.overrides.empty()) throw OpeningError{"--set: a kept run has the overrides that it was made with"};
}

}  // namespace

std::vector<RunOf> open_runs(const Opening& asked) {
    const auto databases = static_cast<std::size_t>(std::count_if(asked.files.begin(), asked.files.end(), holds_runs));
    check(asked, databases);
    std::vector<RunOf> runs;
    std::size_t place = 0;  // among the databases
    for (const std::string& file : asked.files)
        runs.push_back(holds_runs(file) ? open_kept(file, place++, asked) : open_scenario(file, asked));
    const auto kept =
        std::find_if(runs.begin(), runs.end(), [](const RunOf& run) { return run.origin->kept.has_value(); });
    std::optional<std::uint64_t> seed = asked.seed;
    // Side by side, the same customers come to both.
    if (!seed && kept != runs.end()) seed = kept->seed;
    for (RunOf& run : runs) {
        if (seed && !run.origin->kept) run.seed = *seed;
    }
    return runs;
}

}  // namespace floorwalker::viz
