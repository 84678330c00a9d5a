#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include <floorwalker/scenario.hpp>

#include "viz/day/tape.hpp"

/// What could be expected of a day before it began: from other replications of the same scenario, in the background.
namespace floorwalker::viz {

struct Expected {
    struct Interval {
        Duration start{};
        Duration end{};
        double offered = 0.0;  ///< a day
        double judged = 0.0;   ///< answered and abandoned, a day
        double in_time = 0.0;  ///< of those
        double present = 0.0;  ///< agents, on average
    };
    std::vector<Interval> intervals;  ///< of the opening hours
    double offered = 0.0;             ///< in all of them
};

class Forecast {
public:
    explicit Forecast(const Scenario& scenario);
    ~Forecast();
    Forecast(const Forecast&) = delete;
    Forecast& operator=(const Forecast&) = delete;

    /// None until enough replications have been run.
    std::shared_ptr<const Expected> expected() const;
    /// Waits for them. For tests and pictures.
    void settle() const;

private:
    mutable std::mutex mutex_;
    mutable std::condition_variable done_;
    bool is_done_ = false;
    std::shared_ptr<const Expected> expected_;
    std::atomic<bool> stop_{false};
    std::thread thread_;
};

/// The service level at the end of the day: so far as it is, and from now on as it was to be expected.
std::optional<double> predicted_service_level(const KpiSet& so_far, const Expected& expected, Duration of_day);

}  // namespace floorwalker::viz
