#include "sim/scenario/csv/recorded_time.hpp"

#include <charconv>

#include <fmt/format.h>

#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

std::optional<int> whole_number(std::string_view digits) {
    int number = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, number);
    if (error != std::errc{} || stop != end || number < 0) return std::nullopt;
    return number;
}

std::optional<std::chrono::year_month_day> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = whole_number(text.substr(0, 4));
    const auto month = whole_number(text.substr(5, 2));
    const auto day = whole_number(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    const auto date = std::chrono::year{*year} / *month / *day;
    return date.ok() ? std::optional{date} : std::nullopt;
}

/// "08:30", "08:30:00" or "08:30:00.125".
std::optional<Duration> parse_time_of_day(std::string_view text) {
    const auto point = text.find('.');
    auto clock = parse_clock(text.substr(0, point));
    if (!clock || point == std::string_view::npos) return clock;
    const auto fraction = text.substr(point + 1);
    const auto part = fraction.empty() || fraction.find_first_not_of("0123456789") != std::string_view::npos
                          ? std::nullopt
                          : parse_number(fmt::format("0.{}", fraction));
    if (!part) return std::nullopt;
    return *clock + from_seconds(*part);
}

}  // namespace

std::optional<TimePoint> parse_recorded_time(std::string_view text, std::chrono::year_month_day first_day) {
    constexpr double kMostSeconds = 1e12;
    if (const auto seconds = parse_number(text)) {
        if (*seconds < -kMostSeconds || *seconds > kMostSeconds) return std::nullopt;
        return TimePoint{from_seconds(*seconds)};
    }
    if (text.size() <= 10 || (text[10] != ' ' && text[10] != 'T')) {
        const auto clock = parse_time_of_day(text);
        return clock ? std::optional{TimePoint{*clock}} : std::nullopt;
    }
    const auto date = parse_date(text.substr(0, 10));
    const auto clock = parse_time_of_day(text.substr(11));
    if (!date || !clock) return std::nullopt;
    return TimePoint{std::chrono::sys_days{*date} - std::chrono::sys_days{first_day} + *clock};
}

std::string format_date(std::chrono::year_month_day date) {
    return fmt::format("{:04}-{:02}-{:02}", int{date.year()}, unsigned{date.month()}, unsigned{date.day()});
}

}  // namespace floorwalker::scenario
