// Every way in which a file of runs can be unusable, and what it says then.
#include <fstream>
#include <functional>
#include <iterator>

#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sim/store/schema.hpp"
#include "tests/store/kept_runs.hpp"

using namespace floorwalker;
using namespace floorwalker::store;
using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;

namespace {

void write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream{file, std::ios::binary} << text;
}

std::string read(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// What goes wrong in `action`: "problem number: message".
std::string failure_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const StoreError& error) {
        return std::to_string(static_cast<int>(error.problem())) + ": " + error.what();
    }
    return "nothing";
}

std::string failure_to_open(const std::filesystem::path& file) {
    return failure_of([&] { RunStore{file, {.patience = std::chrono::milliseconds{200}}}; });
}

std::string starts_with(StoreProblem problem) { return std::to_string(static_cast<int>(problem)) + ": "; }

/// The same, tried by a user who has no special rights.
std::string failure_of_plain_user(const std::function<std::string()>& action) {
    if (::geteuid() != 0) return action();
    int pipe_ends[2];
    REQUIRE(::pipe(pipe_ends) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        constexpr uid_t kNobody = 65534;
        const std::string message = ::setuid(kNobody) == 0 ? action() : "cannot become another user";
        const auto written = ::write(pipe_ends[1], message.data(), message.size());
        ::_exit(written > 0 ? 0 : 1);
    }
    ::close(pipe_ends[1]);
    std::string message(4096, '\0');
    message.resize(
        static_cast<std::size_t>(std::max<ssize_t>(0, ::read(pipe_ends[0], message.data(), message.size()))));
    ::close(pipe_ends[0]);
    ::waitpid(child, nullptr, 0);
    return message;
}

/// A thousand replications, or as many as the store takes.
void keep_much(RunStore& store) {
    Scenario scenario = busy_centre();
    scenario.replications = 1000;
    keep_run(store, scenario, true);
}

}  // namespace

TEST_CASE("A file that is not a database is left alone", "[store]") {
    const TemporaryFolder folder;
    const auto file = folder / "notes.txt";
    const std::string text = GENERATE(as<std::string>{}, "Monday: 8 agents\n", std::string(100'000, '\0'),
                                      "SQLite format 3 is what this is not, though it is long enough to be a header: "
                                      "one hundred bytes and a few more");
    write(file, text);
    const std::string failure = failure_to_open(file);
    CHECK_THAT(failure, Contains(starts_with(StoreProblem::not_a_database)));
    CHECK_THAT(failure,
               EndsWith("notes.txt is not a SQLite database; it was left as it is. Name another file for the runs"));
    CHECK(read(file) == text);
}

TEST_CASE("A database of another program is left alone", "[store]") {
    const TemporaryFolder folder;
    const auto file = folder / "customers.db";
    const std::string content = GENERATE("CREATE TABLE run (name TEXT)", "PRAGMA application_id = 7");
    SQLite::Database{file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE}.exec(content);
    const std::string before = read(file);
    const std::string failure = failure_to_open(file);
    CHECK_THAT(failure, Contains(starts_with(StoreProblem::other_program)));
    CHECK_THAT(
        failure,
        EndsWith(
            "customers.db is a database of another program; it was left as it is. Name another file for the runs"));
    CHECK(read(file) == before);
}

TEST_CASE("A file of a newer schema is left alone", "[store]") {
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    { RunStore{file}; }
    SQLite::Database{file, SQLite::OPEN_READWRITE}.exec("PRAGMA user_version = 7");
    const std::string failure = failure_to_open(file);
    CHECK_THAT(failure, Contains(starts_with(StoreProblem::newer_schema)));
    CHECK_THAT(failure, EndsWith("runs.db was written by a newer Floorwalker (schema 7; this one knows " +
                                 std::to_string(schema().version()) + "); update the program"));
    CHECK(reader(file).execAndGet("PRAGMA user_version").getInt() == 7);
}

TEST_CASE("A folder that is missing, and a folder in place of a file, are named", "[store]") {
    const TemporaryFolder folder;
    CHECK_THAT(failure_to_open(folder / "2024/runs.db"), Contains(starts_with(StoreProblem::missing_folder)));
    CHECK_THAT(failure_to_open(folder / "2024/runs.db"),
               EndsWith("runs.db cannot be made: there is no folder " + (folder / "2024").string()));
    CHECK_THAT(failure_to_open(folder / ""), EndsWith(" is a folder; name a file for the runs"));
    CHECK_THAT(failure_to_open(""), EndsWith("a name is needed for the file of runs"));
}

TEST_CASE("Names that SQLite would take for something else are plain files", "[store]") {
    const TemporaryFolder folder;
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(folder / "");
    { RunStore{":memory:"}; }
    { RunStore{"file:runs.db?mode=memory"}; }
    std::filesystem::current_path(before);
    CHECK(std::filesystem::exists(folder / ":memory:"));
    CHECK(std::filesystem::exists(folder / "file:runs.db?mode=memory"));
}

TEST_CASE("A file that may not be written can be read, and says so when a run begins", "[store]") {
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    { RunStore{file}; }
    REQUIRE(::chmod((folder / "").c_str(), 0777) == 0);
    REQUIRE(::chmod(file.c_str(), 0444) == 0);
    const std::string failure = failure_of_plain_user([&] {
        RunStore store{file};
        return failure_of([&] { store.begin(header_of(busy_centre())); }) +
               (store.runs().empty() ? "" : " and yet it was");
    });
    CHECK_THAT(failure, Contains(starts_with(StoreProblem::read_only)));
    CHECK_THAT(failure, EndsWith("runs.db is read-only: this user may not write to it"));
}

TEST_CASE("A folder that may not be written says so", "[store]") {
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    if (GENERATE(false, true)) {
        { RunStore{file}; }
        REQUIRE(::chmod(file.c_str(), 0666) == 0);
    }
    REQUIRE(::chmod((folder / "").c_str(), 0555) == 0);
    const std::string failure = failure_of_plain_user([&] { return failure_to_open(file); });
    REQUIRE(::chmod((folder / "").c_str(), 0755) == 0);
    CHECK_THAT(failure, Contains(starts_with(StoreProblem::read_only)));
    CHECK_THAT(failure, Contains("runs.db cannot be written: this user may not make files in the folder "));
}

TEST_CASE("A file that another program keeps locked says so, when opened and when written", "[store]") {
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    const std::string message =
        "is locked: another program is writing to it (waited 0.2 s). Try again when that has finished";
    RunStore store{file, {.patience = std::chrono::milliseconds{200}}};
    SQLite::Database other{file, SQLite::OPEN_READWRITE};
    other.exec("BEGIN IMMEDIATE");
    const std::string failure = failure_of([&] { keep_run(store, busy_centre()); });
    CHECK_THAT(failure, Contains(starts_with(StoreProblem::locked)));
    CHECK_THAT(failure, EndsWith("runs.db " + message));
    other.exec("ROLLBACK");
    keep_run(store, busy_centre());  // nothing is broken

    // A file that is not in WAL mode yet, locked altogether.
    SQLite::Database fresh{folder / "fresh.db", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    fresh.exec("BEGIN EXCLUSIVE");
    CHECK_THAT(failure_to_open(folder / "fresh.db"), EndsWith("fresh.db " + message));
}

TEST_CASE("A lock in the middle of a run keeps what was written before", "[store]") {
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    RunStore store{file, {.patience = std::chrono::milliseconds{200}}};
    const Scenario scenario = busy_centre();
    const RunId run = store.begin(header_of(scenario));
    SQLite::Database other{file, SQLite::OPEN_READWRITE};
    plan::ReplicateOptions options;
    options.on_finished = [&](const plan::FinishedReplication& finished) {
        store.add(run, finished.number, finished.digest, finished.recorder);
        store.flush();
        if (finished.number == 2) other.exec("BEGIN IMMEDIATE");
    };
    CHECK_THAT(failure_of([&] { plan::replicate(scenario, options); }),
               EndsWith(". Replications of run 1 that are kept: 3"));
    CHECK(count(file, "replication") == 3);
}

TEST_CASE("A full disk ends the run and keeps the replications before it", "[store]") {
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    std::string failure;
    {
        RunStore store{file, {.most_bytes = 1'500'000}};
        keep_run(store, busy_centre());
        failure = failure_of([&] { keep_much(store); });
    }
    CHECK_THAT(failure, Contains(starts_with(StoreProblem::disk_full)));
    CHECK_THAT(failure, Contains("runs.db cannot grow: the disk is full. "));
    CHECK(reader(file).execAndGet("PRAGMA integrity_check").getString() == "ok");
    RunStore store{file};
    const auto runs = store.runs();
    REQUIRE(runs.size() == 2);
    CHECK(runs[0].state == RunState::done);
    CHECK(runs[0].replications == 5);
    CHECK(runs[1].state == RunState::stopped);
    CHECK(runs[1].replications > 0);
    CHECK_THAT(failure, EndsWith("Replications of run 2 that are kept: " + std::to_string(runs[1].replications)));
    CHECK(keep_run(store, busy_centre()).id == RunId{3});
}

TEST_CASE("A disk that is full from the start says so", "[store]") {
    const TemporaryFolder folder;
    const std::string failure = failure_of([&] { RunStore{folder / "runs.db", {.most_bytes = 8192}}; });
    CHECK_THAT(failure, EndsWith("runs.db cannot grow: the disk is full"));
}

TEST_CASE("A damaged file says so", "[store]") {
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    { RunStore{file}; }
    std::string bytes = read(file);
    for (std::size_t i = 4096; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 31);
    bytes.resize(bytes.size() / 2);
    write(file, bytes);
    const std::string failure = failure_of([&] {
        RunStore store{file};
        keep_run(store, busy_centre());
    });
    CHECK_THAT(failure, Contains(starts_with(StoreProblem::damaged)));
    CHECK_THAT(failure, Contains("runs.db is damaged ("));
}
