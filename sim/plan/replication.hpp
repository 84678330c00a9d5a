#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <floorwalker/contact_record.hpp>
#include <floorwalker/scenario.hpp>

#include "sim/measure/recorder.hpp"
#include "sim/model/model.hpp"

namespace floorwalker::plan {

/// A replication that is over.
struct FinishedReplication {
    std::int64_t number = 0;
    std::uint64_t digest = 0;
    measure::Recorder recorder;
    std::vector<ContactRecord> contacts;  // when asked for
};

/// What all replications of a scenario have in common; prepared once, read by any number of threads.
struct ReplicationJob {
    std::shared_ptr<const model::Model> model;
    std::shared_ptr<const measure::Settings> settings;
    std::uint64_t seed = 1;
    bool with_contacts = false;
};

/// Throws std::invalid_argument when the scenario breaks a rule.
ReplicationJob job_of(const Scenario& scenario, std::uint64_t seed, bool with_contacts = false);

/// One replication, from its number alone. None when `stop` was set on the way.
std::optional<FinishedReplication> run_replication(const ReplicationJob& job, std::int64_t number,
                                                   const std::atomic<bool>& stop);

}  // namespace floorwalker::plan
