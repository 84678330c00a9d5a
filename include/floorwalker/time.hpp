#pragma once

#include <chrono>
#include <cstdint>

/// Simulated time. One clock, whole microseconds, so that a sum of durations is exact and equal on every machine.
namespace floorwalker {

/// A length of simulated time in microseconds. Literals such as `90s` or `2min` come from std::chrono_literals.
using Duration = std::chrono::duration<std::int64_t, std::micro>;

/// The simulated clock: microseconds since midnight of the scenario's first day.
struct SimulatedClock {
    using duration = Duration;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<SimulatedClock, duration>;
    // NOLINTNEXTLINE(readability-identifier-naming): the name that std::chrono asks for
    static constexpr bool is_steady = true;
};

/// A moment of simulated time.
using TimePoint = SimulatedClock::time_point;

inline constexpr Duration kDay = std::chrono::hours{24};

/// Stands for "never ends": the patience of a caller who waits as long as it takes.
inline constexpr Duration kForever = Duration::max();

/// The longest single duration that a run can draw (about 31 years); longer draws are cut to it so that adding
/// durations to the clock cannot overflow.
inline constexpr Duration kLongestDraw{1'000'000'000'000'000};

/// Seconds to the nearest microsecond. `seconds` must be finite and within ± kLongestDraw.
constexpr Duration from_seconds(double seconds) {
    const double microseconds = seconds * 1e6;
    return Duration{static_cast<std::int64_t>(microseconds + (microseconds < 0 ? -0.5 : 0.5))};
}

constexpr double to_seconds(Duration duration) { return static_cast<double>(duration.count()) * 1e-6; }

constexpr double to_hours(Duration duration) { return to_seconds(duration) / 3600.0; }

}  // namespace floorwalker
