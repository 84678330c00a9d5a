#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <floorwalker/scenario_file.hpp>

/// Runs that `floorwalker run --db FILE` has kept (docs/run_store.md): which there are, and all it takes to make one
/// again. Files are read and left as they are; a read-only one will do.
namespace floorwalker {

enum class KeptRunState : std::uint8_t {
    running,  ///< under way; or cut off, when no program works on it any more
    done,
    stopped,  ///< ended before all replications were made; those that are kept are complete
};

/// A run of a file, as a list of runs shows it.
struct KeptRun {
    std::int64_t id = 0;  ///< from 1, in the order in which runs were begun
    std::string scenario_name;
    std::uint64_t seed = 1;
    std::int64_t replications = 0;  ///< kept so far
    std::int64_t replications_asked = 0;
    KeptRunState state{};
    std::string started_at;       ///< ISO 8601, UTC: 2024-01-31T08:30:00Z
    std::string program_version;  ///< of the Floorwalker that made it
};

struct KeptReplication {
    std::uint64_t number = 0;  ///< from 0, as `Simulation` takes it; people count them from 1
    std::uint64_t digest = 0;  ///< of all its facts, as `Simulation::digest()` gives it at the end
};

/// A run that can be made again: `Simulation{scenario.scenario, run.seed, number}`.
struct LoadedRun {
    std::filesystem::path file;
    KeptRun run;
    /// As kept, read anew: with its overrides, the seed of the run, and after the scenario's own decisions those of the
    /// decisions file that it was run with.
    LoadedScenario scenario;
    std::size_t own_decisions = 0;              ///< how many of the scenario's decisions are in its own text
    std::vector<KeptReplication> replications;  ///< that are kept, in the order of their numbers
};

enum class KeptRunProblem {
    no_file,
    no_database,          ///< the file is none, or one of another program
    unreadable_file,      ///< damaged, locked, or written by a newer Floorwalker
    no_run,               ///< the file holds none
    unknown_run,          ///< the file does not hold this one
    not_finished,         ///< no run of the file was finished; or nothing is kept of this one
    unknown_replication,  ///< the run does not have this one
    unreadable_scenario,  ///< it was built by a program, or what it says or names cannot be read any more
    another_digest,       ///< this program makes another run of it
};

/// A kept run cannot be used. `what()` is a sentence: the file, the run, what is wrong. Of an unreadable scenario the
/// mistakes follow, one a line.
class KeptRunError : public std::runtime_error {
public:
    KeptRunError(KeptRunProblem problem, const std::string& what) : std::runtime_error{what}, problem_{problem} {}

    KeptRunProblem problem() const { return problem_; }

private:
    KeptRunProblem problem_;
};

/// Whether the file begins as an SQLite database does, whatever its name; false for one that cannot be read.
bool is_database(const std::filesystem::path& file);

/// The runs of a file, in the order in which they were begun; empty when it holds none. Throws KeptRunError when the
/// file cannot be read.
std::vector<KeptRun> kept_runs(const std::filesystem::path& file);

/// The run with that number; without one, the last that was finished. The text of a scenario is kept with its runs, but
/// not the CSV files that it names: they are looked for in the folder of the database, or in `files` when it is not
/// empty. Throws KeptRunError.
LoadedRun load_kept_run(const std::filesystem::path& file, std::optional<std::int64_t> id = {},
                        const std::filesystem::path& files = {});

/// The digest of a replication (from 0). Throws KeptRunError when it was not kept.
std::uint64_t kept_digest(const LoadedRun& run, std::uint64_t replication);

/// Compares the digest of a replication (from 0) that was made again. Throws KeptRunError when it is not the one that
/// was kept: another version of Floorwalker made that one, or a file that the scenario names has changed since.
void check_digest(const LoadedRun& run, std::uint64_t replication, std::uint64_t digest);

}  // namespace floorwalker
