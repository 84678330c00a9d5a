#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include <floorwalker/time.hpp>

/// How people leave a group and how others come instead. Each of its places, those of its shifts and of its listed
/// people, is held by a person or vacant. Sources of the defaults, and what is an assumption: docs/model/turnover.md.
namespace floorwalker {

/// A constant hazard to leave, after a time in which it is another.
struct Attrition {
    double per_year = 0.0;       ///< share of people beyond their first 90 days who leave in 365 days; below 1
    double first_90_days = 1.0;  ///< multiple of the hazard in the first 90 days; above 0
};

/// People who begin together: in training first, which is paid, then in places that are vacant.
struct HiringClass {
    std::int64_t day = 0;                       ///< of the run, from 0, on which the first class begins
    std::optional<Duration> every{};            ///< whole days from one class to the next; none: there is one
    std::optional<std::int64_t> people{};       ///< none: as many as have left since the last class of this kind
    Duration training = std::chrono::days{21};  ///< whole days from the beginning of the class to the floor; positive
};

}  // namespace floorwalker
