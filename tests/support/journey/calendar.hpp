#pragma once

#include <cstdint>
#include <optional>

#include <floorwalker/scenario.hpp>

namespace floorwalker::support {

/// The opening hours of every day of a run, worked out from the scenario anew, without the model.
class Calendar {
public:
    explicit Calendar(const Scenario& scenario) : centre_{scenario.centre}, intervals_{scenario.intervals_per_day()} {}

    /// None: closed all day. Since the midnight of that day.
    std::optional<OpenHours> hours(std::uint32_t day) const;
    TimePoint opens(std::uint32_t day) const;
    TimePoint closes(std::uint32_t day) const;
    bool is_open(TimePoint at) const;
    /// Whether people on this shift have the day off: in the hours that the centre usually has it stays closed.
    bool calls_off(std::uint32_t day, const WorkSpan& shift) const;

    /// Of the centre's hours, in which the moment of the day lies.
    std::size_t interval_at(Duration of_day) const;
    std::size_t end_interval(std::uint32_t day) const;
    std::size_t intervals() const { return intervals_; }
    TimePoint interval_start(std::uint32_t day, std::size_t interval) const;

private:
    const Centre& centre_;
    std::size_t intervals_;
};

}  // namespace floorwalker::support
