#pragma once

#include <functional>
#include <string>

#include "sim/cluster/crew.hpp"
#include "sim/cluster/transport.hpp"

namespace floorwalker::cluster {

struct WorkerOptions {
    /// Results wait for others to travel with no longer than this; not at all when the worker is about to run out of
    /// tasks.
    double seconds_held = 0.25;
    /// How often it looks for messages while it computes.
    double seconds_between_looks = 0.25;
    double seconds_between_signs = 5;
    /// A master that says nothing for so long is gone.
    double patience = 300;
    /// Time for the master to let it go, once it has said goodbye.
    double seconds_to_part = 15;
    bool is_ahead = true;  ///< off: each result travels alone. For comparison.
    std::function<bool()> go_on = [] { return true; };
};

/// Computes what the master sends until the master, or `go_on`, says that it is over. False: the master is gone, or the
/// crew failed, of which the master has been told.
bool run_worker(Transport& transport, Crew& crew, const std::string& fingerprint, const WorkerOptions& options = {});

/// In place of run_worker, when there is nothing that it could work on: the master is told why.
void decline(Transport& transport, const std::string& why, const WorkerOptions& options = {});

}  // namespace floorwalker::cluster
