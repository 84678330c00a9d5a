#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include <floorwalker/outcome.hpp>
#include <floorwalker/time.hpp>

/// Quality monitoring: some contacts of each agent are judged. docs/model/quality.md.
namespace floorwalker {

enum class MonitoringMethod : std::uint8_t {
    silent,        ///< listened to without the agent's knowing
    recorded,      ///< listened to later
    side_by_side,  ///< the monitor sits beside the agent, who hears about it at once
};

/// Monitors meet and compare their scores.
struct Calibration {
    Duration every = std::chrono::hours{24 * 28};  ///< the first time so long after the first day's midnight
    double shrinks = 0.5;                          ///< share of each monitor's bias that one meeting takes away
};

struct Monitoring {
    double samples_per_agent = 5.0;  ///< in 30 days
    MonitoringMethod method = MonitoringMethod::recorded;
    std::int64_t monitors = 1;
    Duration per_day = std::chrono::hours{6};  ///< of each monitor, for samples
    Duration per_sample = std::chrono::minutes{20};
    double bias = 5.0;   ///< standard deviation between monitors of what they add to every score, in points of 100
    double noise = 8.0;  ///< standard deviation of a single judgement
    std::optional<Calibration> calibration{};
    bool feedback = true;  ///< the agent hears about it; always, side by side
    QualityWeights weights{};
};

}  // namespace floorwalker
