#include "tests/support/journey/calendar.hpp"

namespace floorwalker::support {

std::optional<OpenHours> Calendar::hours(std::uint32_t day) const {
    const std::chrono::sys_days date = std::chrono::sys_days{centre_.date} + std::chrono::days{day};
    for (const SpecialDay& special : centre_.special_days) {
        if (std::chrono::sys_days{special.date} == date) return special.hours;
    }
    const auto& of_weekday = centre_.weekday_hours[std::chrono::weekday{date}.iso_encoding() - 1];
    return of_weekday ? *of_weekday : OpenHours{centre_.open, centre_.close};
}

TimePoint Calendar::opens(std::uint32_t day) const {
    const auto of_day = hours(day);
    return TimePoint{kDay * static_cast<std::int64_t>(day) + (of_day ? of_day->open : centre_.open)};
}

TimePoint Calendar::closes(std::uint32_t day) const {
    const auto of_day = hours(day);
    return TimePoint{kDay * static_cast<std::int64_t>(day) + (of_day ? of_day->close : centre_.open)};
}

bool Calendar::is_open(TimePoint at) const {
    const auto today = at.time_since_epoch() / kDay;
    for (std::int64_t day = std::max<std::int64_t>(0, today - 1); day <= today && day < centre_.days; ++day) {
        const auto number = static_cast<std::uint32_t>(day);
        if (at >= opens(number) && at < closes(number)) return true;
    }
    return false;
}

bool Calendar::calls_off(std::uint32_t day, const WorkSpan& shift) const {
    bool is_usual = false;
    for (std::int64_t other = std::int64_t{day} - 1; other <= std::int64_t{day} + 1; ++other) {
        const auto meets = [&](TimePoint from, TimePoint to) {
            const TimePoint midnight{kDay * static_cast<std::int64_t>(day)};
            return midnight + shift.start < to && from < midnight + shift.end;
        };
        const TimePoint midnight{kDay * other};
        if (!meets(midnight + centre_.open, midnight + centre_.close)) continue;
        is_usual = true;
        if (other < 0 || other >= centre_.days) return false;  // not simulated: as usual
        const auto number = static_cast<std::uint32_t>(other);
        if (hours(number) && meets(opens(number), closes(number))) return false;
    }
    return is_usual;
}

std::size_t Calendar::interval_at(Duration of_day) const {
    return static_cast<std::size_t>((of_day - centre_.open) / centre_.interval);
}

std::size_t Calendar::end_interval(std::uint32_t day) const {
    const auto of_day = hours(day);
    if (!of_day) return 0;
    return of_day->close == centre_.close ? intervals_ : interval_at(of_day->close);
}

TimePoint Calendar::interval_start(std::uint32_t day, std::size_t interval) const {
    const Duration midnight = kDay * static_cast<std::int64_t>(day);
    return TimePoint{midnight + (interval >= intervals_
                                     ? centre_.close
                                     : centre_.open + centre_.interval * static_cast<std::int64_t>(interval))};
}

}  // namespace floorwalker::support
