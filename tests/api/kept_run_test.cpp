#include <algorithm>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include <floorwalker/kept_run.hpp>
#include <floorwalker/simulation.hpp>

#include "sim/scenario/decisions_text.hpp"
#include "sim/store/schema.hpp"
#include "tests/store/kept_runs.hpp"

namespace floorwalker {
namespace {

using Catch::Matchers::Contains;
using store::RunStore;
using store::TemporaryFolder;

const std::string kScenario = R"([centre]
name = "Two hours"
open = 08:00:00
close = 10:00:00
[[call_type]]
id = "calls"
arrivals = { per_hour = 60 }
talk = "3min"
patience = "90s"
[[group]]
id = "all"
agents = 3
[[decision]]
at = 08:30:00
do = "absent"
group = "all"
until = 09:00:00
)";

const std::string kDecisions = R"([[decision]]
at = 09:15:00
do = "peak"
call_type = "calls"
contacts = 25
until = 09:45:00
)";

const std::string kReplay = R"([centre]
open = 08:00:00
close = 09:00:00
[replay]
file = "calls.csv"
[[call_type]]
id = "calls"
[[group]]
agents = 2
)";

void write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream{file, std::ios::binary} << text;
}

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

struct Kept {
    std::string toml = kScenario;
    std::vector<std::string> overrides{};
    std::optional<std::string> decisions{};
    std::uint64_t seed = 1;
    std::int64_t replications = 3;
    std::int64_t asked = 3;
    std::filesystem::path folder{};
};

/// Runs and keeps it, as the program does.
void keep(RunStore& file, const Kept& kept, bool finish = true) {
    Scenario scenario = parse_scenario(kept.toml, "test.toml", kept.folder, kept.overrides).scenario;
    if (kept.decisions) {
        for (const Decision& decision : scenario::parse_decisions(*kept.decisions, "decisions.toml", scenario))
            scenario.decisions.push_back(decision);
    }
    store::RunHeader header = store::header_of(scenario);
    header.scenario_toml = kept.toml;
    header.overrides = kept.overrides;
    header.decisions_toml = kept.decisions;
    header.seed = kept.seed;
    header.replications_asked = kept.asked;
    const store::RunId run = file.begin(header);
    if (kept.replications == 0) return;
    plan::ReplicateOptions options;
    options.run.seed = kept.seed;
    options.run.replications = kept.replications;
    options.on_finished = [&](const plan::FinishedReplication& finished) {
        file.add(run, finished.number, finished.digest, finished.recorder);
    };
    const RunResult result = plan::replicate(scenario, options);
    if (finish) file.finish(run, result);
}

std::uint64_t made_again(const LoadedRun& run, std::uint64_t replication) {
    Simulation simulation{run.scenario.scenario, run.run.seed, replication};
    simulation.run();
    return simulation.digest();
}

/// The problem and the message of what `action` throws.
template <class Action>
KeptRunError error_of(Action action) {
    try {
        action();
    } catch (const KeptRunError& error) {
        return error;
    }
    FAIL("nothing was thrown");
    throw std::logic_error{""};
}

KeptRunError error_of_loading(const std::filesystem::path& file, std::optional<std::int64_t> id = {}) {
    return error_of([&] { load_kept_run(file, id); });
}

}  // namespace

TEST_CASE("A kept run is made again, every replication with the digest that was kept", "[api][store]") {
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    {
        RunStore runs{file};
        keep(runs, {.overrides = {"group.all.agents=2", "run.seed=3"}, .decisions = kDecisions, .seed = 77});
    }
    const LoadedRun run = load_kept_run(file);
    CHECK(run.run.id == 1);
    CHECK(run.run.seed == 77);
    CHECK(run.scenario.text == kScenario);
    CHECK(run.scenario.overrides.size() == 2);
    CHECK(run.scenario.scenario.groups.front().agents == std::vector<std::int64_t>{2});
    CHECK(run.scenario.scenario.seed == 77);
    CHECK(run.scenario.scenario.decisions.size() == 2);
    CHECK(run.own_decisions == 1);
    REQUIRE(run.replications.size() == 3);
    for (std::uint64_t number = 0; number < 3; ++number) {
        CHECK(run.replications[number].number == number);
        CHECK(made_again(run, number) == kept_digest(run, number));
        CHECK_NOTHROW(check_digest(run, number, made_again(run, number)));
    }
    CHECK(kept_digest(run, 0) != kept_digest(run, 1));
}

TEST_CASE("The runs of a file are listed, and the last that was finished is taken", "[api][store]") {
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    {
        RunStore runs{file};
        keep(runs, {.seed = 5});
        keep(runs, {.overrides = {"centre.name=Second"}, .seed = 18'446'744'073'709'551'615U, .asked = 3});
        keep(runs, {.replications = 1, .asked = 4}, false);
    }
    const auto runs = kept_runs(file);
    REQUIRE(runs.size() == 3);
    CHECK(runs[0].scenario_name == "Two hours");
    CHECK(runs[1].scenario_name == "Second");
    CHECK(runs[1].seed == 18'446'744'073'709'551'615U);
    CHECK(runs[0].state == KeptRunState::done);
    CHECK(runs[2].state == KeptRunState::stopped);
    CHECK(runs[2].replications == 1);
    CHECK(runs[2].replications_asked == 4);
    CHECK(runs[0].program_version == FLOORWALKER_VERSION);
    CHECK(runs[0].started_at.size() == std::string{"2024-01-31T08:30:00Z"}.size());
    CHECK(load_kept_run(file).run.id == 2);
    // What is kept of a stopped run is complete.
    const LoadedRun stopped = load_kept_run(file, 3);
    CHECK(made_again(stopped, 0) == kept_digest(stopped, 0));
    const KeptRunError error = error_of([&] { kept_digest(stopped, 1); });
    CHECK(error.problem() == KeptRunProblem::unknown_replication);
    CHECK(error.what() ==
          "replication 2 of run 3 of " + file.string() + " was not kept: it was stopped after 1 of 4 replications");
    CHECK(error_of([&] { kept_digest(load_kept_run(file, 1), 3); }).what() ==
          "replication 4 of run 1 of " + file.string() + " was not kept: it has 3");
}

TEST_CASE("A file of runs that cannot be used is told apart", "[api][store]") {
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    SECTION("there is none, and none is made") {
        const KeptRunError error = error_of_loading(file);
        CHECK(error.problem() == KeptRunProblem::no_file);
        CHECK(error.what() == file.string() + " does not exist");
        CHECK_FALSE(std::filesystem::exists(file));
    }
    SECTION("it is no database") {
        write(file, std::string(5000, 'x'));
        CHECK(error_of_loading(file).problem() == KeptRunProblem::no_database);
        CHECK_THAT(error_of_loading(file).what(), Contains("is not a SQLite database"));
        CHECK_FALSE(is_database(file));
    }
    SECTION("it is a database of another program") {
        SQLite::Database{file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE}.exec("CREATE TABLE notes (text)");
        CHECK(is_database(file));
        CHECK(error_of_loading(file).problem() == KeptRunProblem::no_database);
        CHECK_THAT(error_of_loading(file).what(), Contains("is a database of another program"));
    }
    SECTION("it is empty, without or with tables") {
        write(file, "");
        CHECK(kept_runs(file).empty());
        CHECK(error_of_loading(file).problem() == KeptRunProblem::no_run);
        CHECK(bytes_of(file).empty());
        RunStore{file}.runs();
        CHECK(is_database(file));
        CHECK(kept_runs(file).empty());
        CHECK(error_of_loading(file).what() == file.string() + " holds no run");
        CHECK(error_of_loading(file, 1).problem() == KeptRunProblem::no_run);
    }
    SECTION("it was written by a newer version") {
        RunStore{file}.runs();
        SQLite::Database{file, SQLite::OPEN_READWRITE}.exec("PRAGMA user_version = 99");
        CHECK(error_of_loading(file).problem() == KeptRunProblem::unreadable_file);
        CHECK_THAT(error_of_loading(file).what(), Contains("newer Floorwalker"));
    }
    SECTION("it is a folder") { CHECK(error_of_loading(folder / "").problem() == KeptRunProblem::no_database); }
}

TEST_CASE("A run that is not there, or was not finished", "[api][store]") {
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    {
        RunStore runs{file};
        keep(runs, {.replications = 0, .asked = 10});
        const KeptRunError under_way = error_of_loading(file, 1);
        CHECK(under_way.problem() == KeptRunProblem::not_finished);
        CHECK(under_way.what() == "run 1 of " + file.string() +
                                      " was not finished: it is under way or was cut off after 0 of 10 replications");
    }
    CHECK_THAT(error_of_loading(file, 1).what(), Contains("it was stopped after 0 of 10 replications"));
    const KeptRunError none = error_of_loading(file);
    CHECK(none.problem() == KeptRunProblem::not_finished);
    CHECK(none.what() == file.string() +
                             " has no run that was finished; of run 1, the last: it was stopped after 0 of "
                             "10 replications");
    const KeptRunError unknown = error_of_loading(file, 7);
    CHECK(unknown.problem() == KeptRunProblem::unknown_run);
    CHECK(unknown.what() == file.string() + " has no run 7; it has 1");
}

TEST_CASE("A scenario that cannot be read any more", "[api][store]") {
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    {
        RunStore runs{file};
        keep(runs, {.decisions = kDecisions});
        store::keep_run(runs, store::busy_centre());
    }
    const auto change = [&](const std::string& sql) { SQLite::Database{file, SQLite::OPEN_READWRITE}.exec(sql); };
    SECTION("it was built by a program") {
        CHECK(error_of_loading(file, 2).problem() == KeptRunProblem::unreadable_scenario);
        CHECK_THAT(error_of_loading(file, 2).what(), Contains("built by a program"));
    }
    SECTION("it has a key of another version") {
        change("UPDATE run SET scenario_toml = scenario_toml || 'mood = \"bad\"' WHERE run_id = 1");
        const KeptRunError error = error_of_loading(file, 1);
        CHECK(error.problem() == KeptRunProblem::unreadable_scenario);
        CHECK_THAT(error.what(), Contains("it was made by version " FLOORWALKER_VERSION));
        CHECK_THAT(error.what(), Contains("scenario of run 1 of " + file.string() + ":18:1: "));
        CHECK_THAT(error.what(), Contains("mood"));
    }
    SECTION("its decisions have") {
        change("UPDATE run SET decisions_toml = decisions_toml || 'mood = \"bad\"' WHERE run_id = 1");
        CHECK_THAT(error_of_loading(file, 1).what(), Contains("decisions of run 1 of " + file.string() + ":7:1: "));
    }
}

TEST_CASE("Files that a scenario names are not kept with its runs", "[api][store]") {
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    const TemporaryFolder elsewhere;
    write(elsewhere / "calls.csv", "time,call_type\n08:10:00,calls\n08:20:00,calls\n");
    {
        RunStore runs{file};
        keep(runs, {.toml = kReplay, .folder = elsewhere / ""});
    }
    CHECK_THAT(error_of_loading(file).what(), Contains("calls.csv") && Contains("beside the database"));
    const LoadedRun run = load_kept_run(file, {}, elsewhere / "");
    CHECK_NOTHROW(check_digest(run, 0, made_again(run, 0)));

    write(folder / "calls.csv", "time,call_type\n08:10:00,calls\n08:20:01,calls\n");
    const LoadedRun other = load_kept_run(file);
    const KeptRunError error = error_of([&] { check_digest(other, 0, made_again(other, 0)); });
    CHECK(error.problem() == KeptRunProblem::another_digest);
    CHECK_THAT(error.what(), Contains("this is not replication 1 of run 1 of " + file.string() + " as it was kept"));
}

TEST_CASE("A file of runs is read as it is, whatever its age", "[api][store]") {
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    {
        SQLite::Database old{file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        store::migrate(old, {store::schema().steps.first(1), ""});
        SQLite::Statement run{old,
                              "INSERT INTO run (scenario, scenario_toml, seed, program_version, started_at, state, "
                              "replications_asked, first_date, days, warm_up_days, open_s, close_s, interval_s, "
                              "service_level_variant, daily_service_level_variant, currency) VALUES ('Old', ?, '4', "
                              "'0.0.9', '', 'done', 1, '2024-01-01', 1, 0, 28800, 36000, 1800, 'offered', "
                              "'ratio_of_sums', 'EUR')"};
        run.bind(1, kScenario);
        run.exec();
        old.exec("INSERT INTO replication (run_id, number, digest, contacts) VALUES (1, 0, 'fedcba9876543210', 0)");
    }
    const std::string before = bytes_of(file);
    const LoadedRun run = load_kept_run(file);
    CHECK(run.scenario.scenario.centre.name == "Old");
    CHECK(kept_digest(run, 0) == 0xfedc'ba98'7654'3210U);
    CHECK(bytes_of(file) == before);
    CHECK_THAT(error_of([&] { check_digest(run, 0, 1); }).what(),
               Contains("its digest is 0000000000000001, not fedcba9876543210; version 0.0.9 made it"));
}

}  // namespace floorwalker
