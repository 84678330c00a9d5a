#pragma once

namespace floorwalker::cli {

/// What the shell learns of how it went.
enum class ExitCode : int {
    done = 0,
    failed = 1,         ///< the run failed
    bad_usage = 2,      ///< the command line, the scenario or a file named there cannot be used, or its disk is full
    target_missed = 3,  ///< done, but a target asked for with --require was missed
};

}  // namespace floorwalker::cli
