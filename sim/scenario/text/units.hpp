#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <floorwalker/time.hpp>

/// How planners write durations, clock times, shares, sizes, rates and numbers, and how messages write them back.
namespace floorwalker::scenario {

/// What was read, or what is wrong with the text: exactly one of the two is set.
template <class Value>
struct Reading {
    std::optional<Value> value;
    std::string mistake;
};

/// "90s", "2min 30s", "8h", "1.5d", "500ms": largest unit first, each at most once. A leading "-" is read, so that a
/// range check can name it. The mistake reads on from the value, such as `has no unit; write "90s"`.
Reading<Duration> parse_duration(std::string_view text);

/// "08:30", "08:30:15", "24:00", "26:00" (past midnight), up to "48:00".
std::optional<Duration> parse_clock(std::string_view text);

/// "12%" or "12.5 %" as a fraction of 1. Plain numbers are not percentages.
std::optional<double> parse_percentage(std::string_view text);

/// A whole text that is a plain finite decimal number.
std::optional<double> parse_number(std::string_view text);

/// "40kB", "1.5MB", "64KiB": bytes, in decimal units unless one says otherwise.
Reading<double> parse_size(std::string_view text);

/// "100Mbit/s", "12.5MB/s": bytes a second.
Reading<double> parse_rate(std::string_view text);

std::string format_duration(Duration duration);
/// "08:30", or "08:30:15" when there are seconds.
std::string format_clock(Duration since_midnight);
std::string format_percentage(double share);
/// "40kB"; of bytes.
std::string format_size(double bytes);
/// "100Mbit/s"; of bytes a second.
std::string format_rate(double bytes_per_second);
/// With commas between thousands when it is a whole number, else the shortest text that reads back the same.
std::string format_number(double number);

}  // namespace floorwalker::scenario
