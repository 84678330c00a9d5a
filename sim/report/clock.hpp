#pragma once

#include <string>

#include <floorwalker/time.hpp>

namespace floorwalker::report {

/// A time of day as scenario files have it: "08:30", "08:30:15" when there are seconds, "25:30" past midnight.
std::string clock(Duration since_midnight);

}  // namespace floorwalker::report
