#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include <floorwalker/time.hpp>

namespace floorwalker::scenario {

/// When a recorded call came: seconds since midnight of the first day, "1999-01-04 08:30:00.5", or "08:30:00" on the
/// first day. May lie before that day. Nothing when the text is none of these.
std::optional<TimePoint> parse_recorded_time(std::string_view text, std::chrono::year_month_day first_day);

/// "1999-01-04"
std::string format_date(std::chrono::year_month_day date);

}  // namespace floorwalker::scenario
