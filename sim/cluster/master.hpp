#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>

#include "sim/cluster/crew.hpp"
#include "sim/cluster/ledger.hpp"
#include "sim/cluster/transport.hpp"

namespace floorwalker::cluster {

/// A worker cannot go on, or works on something else.
struct ClusterError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// What the master hands out and where results go. All are called from the master's one thread.
struct Assignment {
    /// The next task; none when there is none at present. Asked again after each result, for results may bring tasks.
    std::function<std::optional<std::int64_t>()> next;
    /// How many tasks `next` may still give. A guess will do: it decides only how many go out at a time.
    std::function<std::int64_t()> left;
    /// Takes a result, each once, in any order. What it throws ends the work.
    std::function<void(const Finished&)> take;
    /// Called at least every few milliseconds; false stops the work.
    std::function<bool()> go_on = [] { return true; };
    /// Remarks for people: workers that come late, are lost or come back.
    std::function<void(const std::string&)> remark = [](const std::string&) {};
    /// What is worked on, the same for all. A worker with another one is an error: it would send other results.
    std::string fingerprint;
};

struct MasterOptions {
    HandOutOptions hand_out;
    /// A worker that says nothing for so long is lost, and its tasks go to others. Workers speak every few seconds.
    double patience = 30;
    double seconds_between_signs = 5;
    /// Time for the workers' last words at the end.
    double seconds_to_part = 5;
};

struct MasterReport {
    bool is_complete = false;    ///< every task is done
    int lost_workers = 0;        ///< at the end
    double seconds_of_work = 0;  ///< of one core, of all tasks done
};

/// Hands the tasks out to all other processes and to its own crew (none: nullptr), until all are done or the work is
/// stopped; then sends the workers home. What was finished when the work is stopped is taken; what was not is dropped.
/// Throws ClusterError when a worker fails, and what `assignment.take` throws, once the workers are sent home.
MasterReport run_master(Transport& transport, Crew* own, const Assignment& assignment,
                        const MasterOptions& options = {});

}  // namespace floorwalker::cluster
