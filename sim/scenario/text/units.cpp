#include "sim/scenario/text/units.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>
#include <system_error>

#include <fmt/format.h>

namespace floorwalker::scenario {
namespace {

struct Unit {
    std::string_view name;
    double seconds;
};

constexpr std::array<Unit, 5> kUnits{{{"d", 86400}, {"h", 3600}, {"min", 60}, {"s", 1}, {"ms", 0.001}}};

/// Beyond any range of a key, and far within what a Duration can hold.
constexpr double kMostSeconds = 1e12;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void skip_spaces(std::string_view& text) { text.remove_prefix(std::min(text.find_first_not_of(' '), text.size())); }

std::optional<double> take_number(std::string_view& text) {
    if (text.empty() || !(is_digit(text.front()) || text.front() == '.')) return std::nullopt;
    double number = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    if (error != std::errc{} || !std::isfinite(number)) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

std::string_view take_word(std::string_view& text) {
    const auto is_part = [](char c) { return !is_digit(c) && c != ' ' && c != '.' && c != '-'; };
    std::size_t length = 0;
    while (length < text.size() && is_part(text[length])) ++length;
    const auto word = text.substr(0, length);
    text.remove_prefix(length);
    return word;
}

std::string unit_mistake(std::string_view word) {
    if (word.empty()) return "has a number without a unit; the units are ms, s, min, h and d";
    if (word == "m") return "has the unit \"m\"; write min for minutes or ms for milliseconds";
    return fmt::format("has the unit \"{}\"; the units are ms, s, min, h and d", word);
}

/// A unit in bytes, or in bytes a second.
struct ByteUnit {
    std::string_view name;
    double bytes;
};

constexpr std::array<ByteUnit, 6> kSizeUnits{
    {{"B", 1}, {"kB", 1e3}, {"MB", 1e6}, {"GB", 1e9}, {"KiB", 1024}, {"MiB", 1024.0 * 1024.0}}};
constexpr std::array<ByteUnit, 8> kRateUnits{{{"bit/s", 1.0 / 8},
                                              {"kbit/s", 1e3 / 8},
                                              {"Mbit/s", 1e6 / 8},
                                              {"Gbit/s", 1e9 / 8},
                                              {"B/s", 1},
                                              {"kB/s", 1e3},
                                              {"MB/s", 1e6},
                                              {"GB/s", 1e9}}};

/// What people write instead of a unit, and what they should.
struct Slip {
    std::string_view written;
    std::string_view right;
};

constexpr std::array<Slip, 5> kSizeSlips{{{"KB", "kB for 1,000 bytes or KiB for 1,024"},
                                          {"K", "kB for 1,000 bytes or KiB for 1,024"},
                                          {"k", "kB for 1,000 bytes or KiB for 1,024"},
                                          {"M", "MB for 1,000,000 bytes or MiB for 1,048,576"},
                                          {"b", "B for bytes"}}};
constexpr std::array<Slip, 12> kRateSlips{{{"kbps", "kbit/s"},
                                           {"Mbps", "Mbit/s"},
                                           {"Gbps", "Gbit/s"},
                                           {"kb/s", "kbit/s for bits or kB/s for bytes"},
                                           {"Mb/s", "Mbit/s for bits or MB/s for bytes"},
                                           {"Gb/s", "Gbit/s for bits or GB/s for bytes"},
                                           {"kbit", "kbit/s"},
                                           {"Mbit", "Mbit/s"},
                                           {"Gbit", "Gbit/s"},
                                           {"kB", "kB/s"},
                                           {"MB", "MB/s"},
                                           {"GB", "GB/s"}}};

struct Measure {
    std::string_view name;
    std::string_view example;
    std::string_view unit_names;
    std::span<const ByteUnit> units;
    std::span<const Slip> slips;
};

std::string unit_mistake(std::string_view word, const Measure& measure) {
    if (word.empty()) return fmt::format("has a number without a unit; the units are {}", measure.unit_names);
    for (const Slip& slip : measure.slips) {
        if (slip.written == word) return fmt::format("has the unit \"{}\"; write {}", word, slip.right);
    }
    return fmt::format("has the unit \"{}\"; the units are {}", word, measure.unit_names);
}

/// A number, which may have a power of ten, and one unit.
Reading<double> parse_measure(std::string_view text, const Measure& measure) {
    skip_spaces(text);
    double number = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || !std::isfinite(number))
        return {{}, fmt::format("is not a {}; write one such as \"{}\"", measure.name, measure.example)};
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    skip_spaces(text);
    while (text.ends_with(' ')) text.remove_suffix(1);
    const auto unit =
        std::find_if(measure.units.begin(), measure.units.end(), [&](const ByteUnit& one) { return one.name == text; });
    if (unit == measure.units.end()) return {{}, unit_mistake(text, measure)};
    return {number * unit->bytes, {}};
}

/// In the largest of these units of which there is one.
std::string format_measure(double bytes, std::span<const ByteUnit> smallest_first) {
    const ByteUnit* own = &smallest_first.front();
    for (const ByteUnit& unit : smallest_first) {
        if (bytes >= unit.bytes) own = &unit;
    }
    return format_number(bytes / own->bytes) + std::string{own->name};
}

/// One or two digits, as hours, minutes and seconds are written.
std::optional<int> take_two_digits(std::string_view& text) {
    std::size_t length = 0;
    int number = 0;
    for (; length < 2 && length < text.size() && is_digit(text[length]); ++length) {
        number = number * 10 + (text[length] - '0');
    }
    if (length == 0) return std::nullopt;
    text.remove_prefix(length);
    return number;
}

}  // namespace

Reading<Duration> parse_duration(std::string_view text) {
    skip_spaces(text);
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    double seconds = 0.0;
    std::size_t next_unit = 0;
    do {
        const auto number = take_number(text);
        if (!number) return {{}, R"(is not a duration; write one such as "90s", "2min 30s" or "8h")"};
        skip_spaces(text);
        const auto word = take_word(text);
        std::size_t unit = 0;
        while (unit < kUnits.size() && kUnits[unit].name != word) ++unit;
        if (unit == kUnits.size()) return {{}, unit_mistake(word)};
        if (unit < next_unit) return {{}, "must name each unit once, the largest first, such as \"2min 30s\""};
        next_unit = unit + 1;
        seconds += *number * kUnits[unit].seconds;
        skip_spaces(text);
    } while (!text.empty());
    if (seconds > kMostSeconds) seconds = kMostSeconds;
    return {from_seconds(negative ? -seconds : seconds), {}};
}

Reading<double> parse_size(std::string_view text) {
    static const Measure kSize{"size", "40kB", "B, kB, MB, GB, KiB and MiB", kSizeUnits, kSizeSlips};
    return parse_measure(text, kSize);
}

Reading<double> parse_rate(std::string_view text) {
    static const Measure kRate{"rate", "100Mbit/s", "bit/s, kbit/s, Mbit/s, Gbit/s, B/s, kB/s, MB/s and GB/s",
                               kRateUnits, kRateSlips};
    return parse_measure(text, kRate);
}

std::optional<Duration> parse_clock(std::string_view text) {
    const auto hours = take_two_digits(text);
    if (!hours || !text.starts_with(':')) return std::nullopt;
    text.remove_prefix(1);
    const auto minutes = take_two_digits(text);
    std::optional<int> seconds = 0;
    if (text.starts_with(':')) {
        text.remove_prefix(1);
        seconds = take_two_digits(text);
    }
    if (!minutes || !seconds || !text.empty() || *minutes > 59 || *seconds > 59) return std::nullopt;
    const Duration clock = std::chrono::hours{*hours} + std::chrono::minutes{*minutes} + std::chrono::seconds{*seconds};
    if (clock > 2 * kDay) return std::nullopt;
    return clock;
}

std::optional<double> parse_percentage(std::string_view text) {
    if (!text.ends_with('%')) return std::nullopt;
    text.remove_suffix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    const auto percent = parse_number(text);
    if (!percent) return std::nullopt;
    return *percent / 100.0;
}

std::optional<double> parse_number(std::string_view text) {
    double number = 0.0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (text.empty() || error != std::errc{} || stop != end || !std::isfinite(number)) return std::nullopt;
    return number;
}

std::string format_duration(Duration duration) {
    if (duration.count() < 0) return "-" + format_duration(-duration);
    if (duration == Duration{0}) return "0s";
    const auto milliseconds = to_seconds(duration % std::chrono::seconds{1}) * 1000.0;
    auto seconds = std::chrono::duration_cast<std::chrono::seconds>(duration).count();
    std::string text;
    const auto append = [&text](auto amount, std::string_view unit) {
        text += fmt::format("{}{}{}", text.empty() ? "" : " ", amount, unit);
    };
    for (std::size_t i = 0; i < 4; ++i) {
        const auto length = static_cast<std::int64_t>(kUnits[i].seconds);
        if (seconds >= length) append(seconds / length, kUnits[i].name);
        seconds %= length;
    }
    if (milliseconds > 0) append(milliseconds, "ms");
    return text;
}

std::string format_clock(Duration since_midnight) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(since_midnight).count();
    auto text = fmt::format("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
    if (seconds % 60 != 0) text += fmt::format(":{:02}", seconds % 60);
    return text;
}

std::string format_percentage(double share) { return format_number(share * 100.0) + "%"; }

std::string format_size(double bytes) { return format_measure(bytes, std::span{kSizeUnits}.first(4)); }

std::string format_rate(double bytes_per_second) {
    return format_measure(bytes_per_second, std::span{kRateUnits}.first(4));
}

std::string format_number(double number) {
    if (std::floor(number) != number || std::abs(number) >= 1e15) return fmt::format("{:.10g}", number);
    auto digits = fmt::format("{:.0f}", std::abs(number));
    for (auto place = static_cast<std::ptrdiff_t>(digits.size()) - 3; place > 0; place -= 3) {
        digits.insert(static_cast<std::size_t>(place), ",");
    }
    return number < 0 ? "-" + digits : digits;
}

}  // namespace floorwalker::scenario
