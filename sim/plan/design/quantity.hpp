#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace floorwalker::plan {

/// A number as somebody wrote it, so that others can be written like it: "50", "0.25", "10 %", "90s", "20Mbit/s".
struct Quantity {
    double value = 0.0;     ///< in its unit
    std::string unit = {};  ///< "", "%", of durations "ms", "s", "min", "h", "d", or one of a size or rate
    int decimals = 0;       ///< as written
};

/// None when the text is no such number. Durations of several units ("2min 30s") are read as seconds.
std::optional<Quantity> parse_quantity(std::string_view text);

/// The same in seconds, for a duration.
Quantity in_seconds(const Quantity& duration);
bool is_duration(const Quantity& quantity);

/// The same in bytes, or bytes a second; none: it is neither a size nor a rate.
std::optional<double> in_bytes(const Quantity& quantity);

/// "57.5s". At most `decimals` of them, and not those at the end that are 0.
std::string format_quantity(double value, const std::string& unit, int decimals);

}  // namespace floorwalker::plan
