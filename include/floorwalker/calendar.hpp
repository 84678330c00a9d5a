#pragma once

#include <chrono>
#include <optional>

#include <floorwalker/time.hpp>

/// Days that differ from the others.
namespace floorwalker {

/// The opening hours of one day, since its midnight; none: closed all day. They lie within the centre's hours and begin
/// and end with an interval.
struct OpenHours {
    Duration open{0};
    Duration close{0};
};

/// A holiday, a day of stocktaking, the day when bills are sent.
struct SpecialDay {
    std::chrono::year_month_day date;
    std::optional<OpenHours> hours;
    double volume = 1.0;  ///< factor on all arrivals
};

}  // namespace floorwalker
