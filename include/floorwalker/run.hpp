#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>

#include <floorwalker/results.hpp>
#include <floorwalker/scenario.hpp>

/// Runs a scenario many times and says what can be expected of the centre.
namespace floorwalker {

/// How far a run has got. Called from the thread that called `run`, a few times a second.
struct RunProgress {
    std::int64_t finished = 0;
    std::int64_t asked = 0;
    std::optional<double> seconds_left;  ///< none while too little is known
};

struct RunOptions {
    std::optional<std::uint64_t> seed{};         ///< none: the scenario's
    std::optional<std::int64_t> replications{};  ///< none: the scenario's
    unsigned threads = 0;                        ///< 0: one for each core. The results are the same for any number
    double confidence = 0.95;
    std::function<void(const RunProgress&)> on_progress{};
    /// Set it to end early: running replications are given up, finished ones are kept.
    const std::atomic<bool>* stop = nullptr;
};

/// Throws std::invalid_argument when the scenario breaks a rule (see `load_scenario`, which says where).
RunResult run(const Scenario& scenario, const RunOptions& options = {});

}  // namespace floorwalker
