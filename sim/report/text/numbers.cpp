#include "sim/report/text/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

namespace floorwalker::report {
namespace {

int decimals_of_count(double value) {
    const double tenths = value * 10;
    const bool is_whole = std::abs(tenths - 10 * std::round(value)) < 0.5;
    return std::abs(value) >= 99.95 || is_whole ? 0 : 1;
}

// Responses below the one are told in milliseconds, from the other on as durations.
constexpr double kShortResponse = 0.0995;
constexpr double kLongResponse = 9.95;
constexpr double kMsPerSecond = 1e3;

int decimals_of_ms(double seconds) { return seconds < 0.00995 ? 1 : 0; }

Shown nothing() { return {"–", ""}; }

/// The half-width in the unit of `scale`, or nothing when it rounds to 0.
std::string half_width(const Estimate& estimate, double scale, int decimals, std::string_view unit = "") {
    const double width = scale * estimate.half_width.value_or(0);
    return width < 0.5 * std::pow(10, -decimals) ? "" : fmt::format("± {}{}", number(width, decimals), unit);
}

Shown scaled(const Estimate& estimate, double scale, int decimals) {
    if (!estimate.mean) return nothing();
    return {number(scale * *estimate.mean, decimals), half_width(estimate, scale, decimals)};
}

// Two parts of which the smaller one runs to 59: rounded together, so that 59.7 s is a minute.
std::string two_parts(std::int64_t smaller_units, const char* larger, const char* smaller) {
    return fmt::format("{} {} {:02} {}", whole(smaller_units / 60), larger, smaller_units % 60, smaller);
}

}  // namespace

std::string number(double value, int decimals) {
    std::string digits = fmt::format("{:.{}f}", value, decimals);
    if (digits.find_first_not_of("-0.") == std::string::npos) digits = fmt::format("{:.{}f}", 0.0, decimals);
    const std::size_t first = digits.front() == '-' ? 1 : 0;
    std::size_t place = std::min(digits.find('.'), digits.size());
    while (place > first + 3) {
        place -= 3;
        digits.insert(place, 1, ',');
    }
    return digits;
}

std::string whole(std::int64_t value) { return number(static_cast<double>(value), 0); }

std::string count(double value) { return number(value, decimals_of_count(value)); }

std::string percent(double share) { return number(100 * share, 1) + " %"; }

std::string target_percent(double share) {
    const double in_hundredths = std::round(share * 1e4) / 100;
    return fmt::format("{} %", in_hundredths);
}

std::string duration(double seconds) {
    if (seconds < 9.95) return number(seconds, seconds == 0 ? 0 : 1) + " s";
    if (seconds < 59.5) return number(seconds, 0) + " s";
    if (seconds < 3599.5) return two_parts(std::llround(seconds), "min", "s");
    return two_parts(std::llround(seconds / 60), "h", "min");
}

std::string response(double seconds) {
    if (seconds >= kLongResponse) return duration(seconds);
    if (seconds >= kShortResponse) return number(seconds, 2) + " s";
    return number(kMsPerSecond * seconds, decimals_of_ms(seconds)) + " ms";
}

Shown shown_percent(const Estimate& estimate) {
    if (!estimate.mean) return nothing();
    return {percent(*estimate.mean), half_width(estimate, 100, 1)};
}

Shown shown_duration(const Estimate& estimate) {
    if (!estimate.mean) return nothing();
    const double width = estimate.half_width.value_or(0);
    if (width >= 59.5) return {duration(*estimate.mean), fmt::format("± {}", duration(width))};
    return {duration(*estimate.mean), half_width(estimate, 1, *estimate.mean < 9.95 ? 1 : 0, " s")};
}

Shown shown_response(const Estimate& estimate) {
    if (!estimate.mean) return nothing();
    const double mean = *estimate.mean;
    if (mean >= kLongResponse) return shown_duration(estimate);
    const bool is_short = mean < kShortResponse;
    return {response(mean), is_short ? half_width(estimate, kMsPerSecond, decimals_of_ms(mean), " ms")
                                     : half_width(estimate, 1, 2, " s")};
}

Shown shown_count(const Estimate& estimate, double scale) {
    const double mean = scale * estimate.mean.value_or(0);
    const double width = scale * estimate.half_width.value_or(0);
    return scaled(estimate, scale, mean >= 99.95 ? 0 : std::max(decimals_of_count(mean), decimals_of_count(width)));
}

Shown shown_ratio(const Estimate& estimate) { return scaled(estimate, 1.0, 2); }

Shown shown_money(const Estimate& estimate, double scale) {
    return scaled(estimate, scale, scale * estimate.mean.value_or(0) >= 99.995 ? 0 : 2);
}

}  // namespace floorwalker::report
