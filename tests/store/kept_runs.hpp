#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <stdlib.h>

#include "sim/plan/replicate.hpp"
#include "sim/store/run_store.hpp"

/// Small runs in files of runs, for tests.
namespace floorwalker::store {

class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "floorwalker_store_XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

/// Two days of 8:00 to 9:45, half-hourly, with customers of every outcome but the dismissed.
inline Scenario busy_centre() {
    using namespace std::chrono_literals;
    Scenario scenario;
    scenario.centre.name = "Busy centre";
    scenario.centre.date = std::chrono::year{2024} / 2 / 28;
    scenario.centre.days = 2;
    scenario.centre.open = 8h;
    scenario.centre.close = 9h + 45min;
    scenario.centre.lines = 14;
    scenario.centre.line_cost_per_hour = 1.2;
    scenario.seed = 18'446'744'073'709'551'615U;
    scenario.replications = 5;
    scenario.call_types.resize(2);
    scenario.call_types[0].id = "billing";
    scenario.call_types[0].arrivals.per_interval = {40, 55, 60, 20};
    scenario.call_types[0].patience = Distribution{Exponential{90.0}, {}};
    scenario.call_types[0].leave_at_once = 0.05;
    scenario.call_types[0].wrap_up = Distribution{Constant{20.0}, {}};
    scenario.call_types[1].id = "support";
    scenario.call_types[1].arrivals.per_interval = {12};
    scenario.tiers.push_back({"gold", "", {0.3, 0.1}, 1, 30s});
    scenario.groups.resize(2);
    scenario.groups[0].id = "general";
    scenario.groups[0].skills = {{CallTypeId{0}, 1.0}};
    scenario.groups[0].agents = {5, 6, 6, 4};
    scenario.groups[0].cost_per_hour = 20.0;
    scenario.groups[1].id = "experts";
    scenario.groups[1].skills = {{CallTypeId{0}, 1.1}, {CallTypeId{1}, 1.0}};
    scenario.groups[1].agents = {3};
    scenario.groups[1].cost_per_hour = 31.5;
    return scenario;
}

struct KeptRun {
    RunId id{};
    RunResult result;
    std::vector<std::vector<ContactRecord>> contacts;  // by replication
};

/// Runs the scenario on one thread and keeps the run.
inline KeptRun keep_run(RunStore& store, const Scenario& scenario, bool with_contacts = false) {
    KeptRun kept{store.begin(header_of(scenario)), {}, {}};
    plan::ReplicateOptions options;
    options.run.threads = 1;
    options.with_contacts = with_contacts;
    options.on_finished = [&](const plan::FinishedReplication& finished) {
        store.add(kept.id, finished.number, finished.digest, finished.recorder, finished.contacts);
        kept.contacts.push_back(finished.contacts);
    };
    kept.result = plan::replicate(scenario, options);
    store.finish(kept.id, kept.result);
    return kept;
}

/// Opens the file as any other program would.
inline SQLite::Database reader(const std::filesystem::path& file) {
    return SQLite::Database{file, SQLite::OPEN_READONLY};
}

inline std::int64_t count(const std::filesystem::path& file, const std::string& table) {
    return reader(file).execAndGet("SELECT count(*) FROM " + table).getInt64();
}

}  // namespace floorwalker::store
