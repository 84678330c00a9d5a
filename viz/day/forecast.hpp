#pragma once

#include <array>
#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include <floorwalker/scenario.hpp>

#include "viz/day/standing.hpp"

/// What can be expected of a day: from other replications of the same scenario, in the background.
namespace floorwalker::viz {

struct Expected {
    /// Of an average day.
    struct Interval {
        Duration start{};
        Duration end{};
        double offered = 0.0;  ///< a day
        double present = 0.0;  ///< agents, on average
    };
    /// How it stands there on average over the replications.
    struct Moment {
        TimePoint at{};
        Standing standing;
    };

    Duration opens{};                 ///< since midnight
    std::vector<Interval> intervals;  ///< of the opening hours
    double offered = 0.0;             ///< in all of them
    std::vector<Moment> moments;      ///< in order of time: where intervals begin and end, and the end of the run
    /// The longest wait of those who came in an interval, by replication; of scenarios of one day, else empty.
    std::vector<std::vector<Duration>> longest_waits;
};

/// The figures at the end of the day of `now`: so far as they are, and from now on as they were to be expected.
Standing predicted(const Standing& so_far, const Expected& expected, TimePoint now);
/// The longest wait of the day, the mean over what it comes to in each replication. None for runs of several days.
std::optional<Duration> predicted_longest_wait(Duration so_far, const Expected& expected, TimePoint now);

class Forecast {
public:
    explicit Forecast(const Scenario& scenario);
    ~Forecast();
    Forecast(const Forecast&) = delete;
    Forecast& operator=(const Forecast&) = delete;

    /// Begins anew, for a scenario that has changed; until that is done the last one stays.
    void begin(const Scenario& scenario);
    /// None until enough replications have been run.
    std::shared_ptr<const Expected> expected() const;
    /// Waits for them. For tests and pictures.
    void settle() const;

private:
    void stop();

    mutable std::mutex mutex_;
    mutable std::condition_variable done_;
    bool is_done_ = false;
    std::shared_ptr<const Expected> expected_;
    std::atomic<bool> stop_{false};
    std::thread thread_;
};

}  // namespace floorwalker::viz
