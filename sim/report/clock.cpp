#include "sim/report/clock.hpp"

#include <fmt/format.h>

namespace floorwalker::report {

std::string clock(Duration since_midnight) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(since_midnight).count();
    const auto hours_and_minutes = fmt::format("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
    return seconds % 60 == 0 ? hours_and_minutes : fmt::format("{}:{:02}", hours_and_minutes, seconds % 60);
}

}  // namespace floorwalker::report
