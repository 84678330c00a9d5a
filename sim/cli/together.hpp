#pragma once

#include <atomic>
#include <functional>
#include <string>

#include <floorwalker/run.hpp>

#include "sim/cluster/transport.hpp"
#include "sim/plan/sweep/session.hpp"

/// A sweep by all processes that mpirun or srun has started. The first one hands out replications, computes some
/// itself, and alone writes; the others compute. Results are those of one process, bit for bit.
namespace floorwalker::cli {

struct TogetherOptions {
    unsigned threads = 1;    ///< of each process
    double lost_after = 30;  ///< seconds of silence after which a process's work is given to others
    const std::atomic<bool>* stop = nullptr;
    std::function<void(const RunProgress&)> on_progress = {};
    std::function<void(const std::string&)> remark = {};
};

/// The first process's part: true when all is done. Throws cluster::ClusterError when another process fails,
/// StoreError; what was finished until then is kept.
bool lead(plan::SweepSession& session, cluster::Transport& transport, const TogetherOptions& options);

/// The part of every other process. `make_plan` may throw: the first process is told.
void take_part(cluster::Transport& transport, const std::function<plan::SweepPlan()>& make_plan,
               const TogetherOptions& options);

}  // namespace floorwalker::cli
