#include <future>
#include <thread>

#include <catch2/catch.hpp>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/store/kept_runs.hpp"

using namespace floorwalker;
using namespace floorwalker::store;

namespace {

/// Waits for what must be true within a second.
template <class Condition>
bool soon(Condition condition) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{1};
    while (!condition()) {
        if (std::chrono::steady_clock::now() > until) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return true;
}

}  // namespace

TEST_CASE("A second run adds and changes nothing of the first", "[store]") {
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    const auto content = [&] {
        SQLite::Database database = reader(file);
        SQLite::Statement query{database,
                                "SELECT group_concat(digest || offered || cost) FROM replication WHERE run_id = 1"};
        query.executeStep();
        return query.getColumn(0).getString();
    };
    {
        RunStore store{file};
        keep_run(store, busy_centre());
    }
    const std::string before = content();
    RunStore store{file};
    const KeptRun second = keep_run(store, busy_centre());
    CHECK(content() == before);
    CHECK(second.id == RunId{2});
    CHECK(count(file, "run") == 2);
    CHECK(count(file, "replication") == 10);
    const auto runs = store.runs();
    REQUIRE(runs.size() == 2);
    CHECK(runs[1].id == second.id);
    CHECK(runs[1].scenario_name == "Busy centre");
    CHECK(runs[1].state == RunState::done);
    CHECK(runs[1].replications == 5);
}

TEST_CASE("The header of a run comes back", "[store]") {
    const TemporaryFolder folder;
    RunHeader header = header_of(busy_centre());
    header.scenario_toml = "[centre]\nname = \"Busy centre\" # 很忙\n";
    header.overrides = {"group.general.agents=9", "call_type.billing.talk.mean=190s"};
    header.decisions_toml = "[[decision]]\n";
    header.service_level = ServiceLevelVariant::short_abandon_good;
    header.daily_service_level = DailyServiceLevel::mean_of_days;
    RunStore store{folder / "runs.db"};
    const RunHeader kept = store.header(store.begin(header));
    CHECK(kept.scenario_name == header.scenario_name);
    CHECK(kept.scenario_toml == header.scenario_toml);
    CHECK(kept.overrides == header.overrides);
    CHECK(kept.decisions_toml == header.decisions_toml);
    CHECK(kept.seed == 18'446'744'073'709'551'615U);
    CHECK(kept.program_version == header.program_version);
    CHECK(kept.started_at == header.started_at);
    CHECK(kept.replications_asked == 5);
    CHECK(kept.date == header.date);
    CHECK(kept.days == 2);
    CHECK(kept.open == header.open);
    CHECK(kept.close == header.close);
    CHECK(kept.interval == header.interval);
    CHECK(kept.service_level == header.service_level);
    CHECK(kept.daily_service_level == header.daily_service_level);
    CHECK(kept.call_types == std::vector<std::string>{"billing", "support"});
    CHECK(kept.tiers == std::vector<std::string>{"gold", "standard"});
    CHECK(kept.groups == std::vector<std::string>{"general", "experts"});
    CHECK_THROWS_WITH(store.header(RunId{7}), Catch::EndsWith("runs.db has no run 7"));
}

TEST_CASE("A moment is written as UTC", "[store]") {
    // 1706689800 s after 1970 is 19753 days and 30600 s (8.5 h): 2024-01-31T08:30.
    CHECK(utc_text(std::chrono::system_clock::from_time_t(1'706'689'800)) == "2024-01-31T08:30:00Z");
}

TEST_CASE("A finished replication can be read by others within a second", "[store]") {
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    RunStore store{file};
    const Scenario scenario = busy_centre();
    const RunId run = store.begin(header_of(scenario));
    plan::ReplicateOptions options;
    options.on_finished = [&](const plan::FinishedReplication& finished) {
        store.add(run, finished.number, finished.digest, finished.recorder);
        CHECK(soon([&] { return count(file, "replication") == finished.number + 1; }));
    };
    plan::replicate(scenario, options);
    CHECK(std::filesystem::exists(folder / "runs.db-wal"));
}

TEST_CASE("A file that nobody uses is one file", "[store]") {
    const TemporaryFolder folder;
    {
        RunStore store{folder / "runs.db"};
        keep_run(store, busy_centre());
    }
    CHECK(std::filesystem::exists(folder / "runs.db"));
    CHECK_FALSE(std::filesystem::exists(folder / "runs.db-wal"));
    CHECK_FALSE(std::filesystem::exists(folder / "runs.db-shm"));
    CHECK(reader(folder / "runs.db").execAndGet("PRAGMA integrity_check").getString() == "ok");
}

TEST_CASE("A run of fewer replications than asked for is a stopped one", "[store]") {
    const TemporaryFolder folder;
    RunStore store{folder / "runs.db"};
    const Scenario scenario = busy_centre();
    const RunId run = store.begin(header_of(scenario));
    std::atomic<bool> stop = false;
    plan::ReplicateOptions options;
    options.run.threads = 1;
    options.run.stop = &stop;
    options.run.replications = 1000;
    options.on_finished = [&](const plan::FinishedReplication& finished) {
        store.add(run, finished.number, finished.digest, finished.recorder);
        stop = true;
    };
    const RunResult result = plan::replicate(scenario, options);
    store.finish(run, result);
    REQUIRE(result.replications < 1000);
    CHECK(store.runs()[0].state == RunState::stopped);
    CHECK(store.runs()[0].replications == result.replications);
}

TEST_CASE("A run that is never finished is marked as stopped when the store goes", "[store]") {
    const TemporaryFolder folder;
    {
        RunStore store{folder / "runs.db"};
        store.begin(header_of(busy_centre()));
        CHECK(store.runs()[0].state == RunState::running);
    }
    CHECK(RunStore{folder / "runs.db"}.runs()[0].state == RunState::stopped);
}

TEST_CASE("What was written survives when the program is killed", "[store]") {
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    const pid_t child = ::fork();
    if (child == 0) {
        RunStore store{file};
        keep_run(store, busy_centre());
        const measure::Recorder empty{std::make_shared<measure::Settings>()};
        Scenario scenario;
        scenario.call_types.resize(1);
        scenario.groups.resize(1);
        const RunId run = store.begin(header_of(scenario));
        store.add(run, 0, 1, empty);
        store.flush();
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    RunStore store{file};
    REQUIRE(store.runs().size() == 2);
    CHECK(store.runs()[0].state == RunState::done);
    CHECK(store.runs()[1].state == RunState::running);
    CHECK(store.runs()[1].replications == 1);
}

TEST_CASE("Two programs can add to one file at the same time", "[store]") {
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    const auto work = [&] {
        RunStore store{file};
        for (int i = 0; i < 3; ++i) keep_run(store, busy_centre());
    };
    auto one = std::async(std::launch::async, work);
    auto other = std::async(std::launch::async, work);
    CHECK_NOTHROW(one.get());
    CHECK_NOTHROW(other.get());
    CHECK(count(file, "run") == 6);
    CHECK(count(file, "replication") == 30);
}

TEST_CASE("A run that is deleted takes all its rows along", "[store]") {
    const TemporaryFolder folder;
    RunStore store{folder / "runs.db"};
    keep_run(store, busy_centre(), true);
    SQLite::Database database{folder / "runs.db", SQLite::OPEN_READWRITE};
    database.exec("PRAGMA foreign_keys = ON; DELETE FROM run WHERE run_id = 1");
    SQLite::Statement tables{
        database, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('outcome', 'sqlite_sequence')"};
    while (tables.executeStep()) {
        INFO(tables.getColumn(0).getString());
        CHECK(count(folder / "runs.db", tables.getColumn(0).getString()) == 0);
    }
    CHECK(keep_run(store, busy_centre()).id == RunId{2});
}
