#pragma once

#include <atomic>

namespace floorwalker::cli {

/// While it lives, the first Ctrl-C (or SIGTERM) only asks to stop; a second one ends the program at once. One at a
/// time.
class StopSignal {
public:
    StopSignal();
    ~StopSignal();

    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    /// Set once somebody asked to stop.
    const std::atomic<bool>& flag() const;
};

}  // namespace floorwalker::cli
