#pragma once

#include <atomic>
#include <functional>
#include <string>

#include "sim/infra/frames.hpp"

namespace floorwalker::infra {

/// What came of a child process.
struct WorkerReport {
    FrameReader frames;
    bool was_stopped = false;
    std::string death;    ///< how it ended, when it ended before it was done
    std::string chatter;  ///< what it wrote to stderr
};

/// Does `work`, which gets a pipe to write frames to, in a child process, and ends the child when `stop` is set. The
/// child prints nothing. Throws std::system_error when the system lets us have no child.
WorkerReport run_worker(const std::function<void(int fd)>& work, const std::atomic<bool>* stop);

}  // namespace floorwalker::infra
