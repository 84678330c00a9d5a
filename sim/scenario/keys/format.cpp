#include "sim/scenario/keys/format.hpp"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "sim/scenario/text/suggest.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

/// Writing that a scalar from `--set` needs no quotes for: there, `true` or `2024` may be a name.
std::optional<std::string> text_of(const Node& node) {
    if (const auto* text = node.text()) return *text;
    const bool plain = node.table() == nullptr && node.list() == nullptr && !node.is_broken();
    if (node.place.override_number >= 0 && plain) return std::string{node.written};
    return std::nullopt;
}

std::optional<double> number_of(const Node& node) {
    if (const auto* whole = std::get_if<std::int64_t>(&node.value)) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&node.value)) return *real;
    return std::nullopt;
}

/// Also refuses what is not a number and the infinities.
bool in_range(double value, const Shape& shape) {
    return std::isfinite(value) && value <= shape.high && (shape.above_low ? value > shape.low : value >= shape.low);
}

std::optional<double> within(std::optional<double> value, const Node& node, Context& context, const Shape& shape) {
    if (value && in_range(*value, shape)) return value;
    report_unfit(node, context, shape);
    return std::nullopt;
}

std::optional<std::string> read_text(const Node& node, Context& context, const Shape& shape) {
    auto text = text_of(node);
    constexpr std::size_t kLongest = 200;
    if (text && text->size() > kLongest) {
        context.problem(node,
                        fmt::format("the text has {} characters; at most {} are possible", text->size(), kLongest));
        return std::nullopt;
    }
    if (text && !(text->empty() && shape.kind == Kind::file)) return text;
    report_unfit(node, context, shape);
    return std::nullopt;
}

std::optional<std::string> read_id(const Node& node, Context& context, const Shape& shape) {
    auto text = read_text(node, context, shape);
    if (!text) return std::nullopt;
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    };
    if (!text->empty() && std::all_of(text->begin(), text->end(), fits)) return text;
    report_unfit(node, context, shape);
    return std::nullopt;
}

std::optional<std::int64_t> read_integer(const Node& node, Context& context, const Shape& shape) {
    // Not by way of a double: a seed may have more digits than that can hold.
    if (const auto* whole = std::get_if<std::int64_t>(&node.value)) {
        if (in_range(static_cast<double>(*whole), shape)) return *whole;
    } else if (const auto real = number_of(node); real && std::floor(*real) == *real && in_range(*real, shape)) {
        if (std::abs(*real) < 9e15) return static_cast<std::int64_t>(*real);
    }
    report_unfit(node, context, shape);
    return std::nullopt;
}

std::optional<double> read_number(const Node& node, Context& context, const Shape& shape) {
    return within(number_of(node), node, context, shape);
}

std::optional<double> read_share(const Node& node, Context& context, const Shape& shape) {
    const auto* text = node.text();
    const auto value = text != nullptr ? parse_percentage(*text) : number_of(node);
    if (value && *value > shape.high && *value <= 100.0 && text == nullptr && shape.high == 1.0) {
        context.problem(node, fmt::format("{} is more than the whole; did you mean \"{}%\"?", shown(node), *value));
        return std::nullopt;
    }
    return within(value, node, context, shape);
}

/// How a value with a unit is written, for a number that has none.
struct UnitExample {
    std::string_view what;  ///< "a duration"
    std::string_view unit;  ///< such as "s"
};

/// A text of a number and its unit. `in_shape` is the value in the terms of the shape's range.
template <class Value, class InShape>
std::optional<Value> read_with_unit(const Node& node, Context& context, const Shape& shape, const UnitExample& example,
                                    Reading<Value> (*parse)(std::string_view), InShape in_shape) {
    if (const auto number = number_of(node); number && std::isfinite(*number)) {
        const auto written = shown(node);
        context.problem(node, fmt::format("{0} is a bare number; write {1} with its unit, such as \"{0}{2}\"", written,
                                          example.what, example.unit));
        return std::nullopt;
    }
    const auto* text = node.text();
    if (text == nullptr) {
        report_unfit(node, context, shape);
        return std::nullopt;
    }
    const auto reading = parse(*text);
    if (!reading.value) {
        context.problem(node, fmt::format("\"{}\" {}", *text, reading.mistake));
        return std::nullopt;
    }
    if (in_range(in_shape(*reading.value), shape)) return reading.value;
    report_unfit(node, context, shape);
    return std::nullopt;
}

std::optional<Duration> read_duration(const Node& node, Context& context, const Shape& shape) {
    return read_with_unit<Duration>(node, context, shape, {"a duration", "s"}, parse_duration, to_seconds);
}

std::optional<double> read_size(const Node& node, Context& context, const Shape& shape) {
    return read_with_unit<double>(node, context, shape, {"a size", "B"}, parse_size, std::identity{});
}

std::optional<double> read_rate(const Node& node, Context& context, const Shape& shape) {
    return read_with_unit<double>(node, context, shape, {"a rate", "Mbit/s"}, parse_rate, std::identity{});
}

std::optional<Duration> read_clock(const Node& node, Context& context, const Shape& shape) {
    if (const auto* time = std::get_if<ClockTime>(&node.value)) return time->since_midnight;
    const auto* text = node.text();
    const auto clock = text != nullptr ? parse_clock(*text) : std::nullopt;
    if (!clock) report_unfit(node, context, shape);
    return clock;
}

std::optional<std::chrono::year_month_day> read_date(const Node& node, Context& context, const Shape& shape) {
    if (const auto* date = std::get_if<std::chrono::year_month_day>(&node.value); date != nullptr && date->ok())
        return *date;
    report_unfit(node, context, shape);
    return std::nullopt;
}

std::optional<bool> read_boolean(const Node& node, Context& context, const Shape& shape) {
    if (const auto* value = std::get_if<bool>(&node.value)) return *value;
    report_unfit(node, context, shape);
    return std::nullopt;
}

}  // namespace

void report_unfit(const Node& node, Context& context, const Shape& shape) {
    if (node.is_broken()) return;
    const auto written = shown(node);
    if (shape.kind == Kind::table && written.starts_with("[[")) {
        const auto header = written.substr(1, written.size() - 2);
        return context.problem(node, fmt::format("there is only one; write {} with single brackets", header));
    }
    context.problem(node, fmt::format("{} is not {}", written.empty() ? "an empty value" : written, expected(shape)));
}

bool has_each_interval(const Node& node, std::size_t count, Context& context) {
    if (!context.centre) return true;
    Scenario opening;
    opening.centre = *context.centre;
    const auto intervals = opening.intervals_per_day();
    if (count == intervals) return true;
    context.problem(node,
                    fmt::format("has {} value{}, but {}", count, count == 1 ? "" : "s", context.explain_intervals()));
    return false;
}

std::optional<std::size_t> read_choice(const Node& node, Context& context, const Shape& shape) {
    const auto* text = node.text();
    if (text == nullptr) {
        report_unfit(node, context, shape);
        return std::nullopt;
    }
    const auto found = std::find(shape.choices.begin(), shape.choices.end(), *text);
    if (found != shape.choices.end()) return static_cast<std::size_t>(found - shape.choices.begin());
    const auto near = nearest(*text, shape.choices);
    context.problem(node, fmt::format("{} is none of {}{}", shown(node), expected(shape),
                                      near ? fmt::format("; did you mean \"{}\"?", *near) : ""));
    return std::nullopt;
}

std::optional<std::size_t> read_reference(const Node& node, Context& context, const Ids& ids, const Shape& shape) {
    const auto id = text_of(node);
    if (id) return context.position(ids, *id, node.place);
    report_unfit(node, context, shape);
    return std::nullopt;
}

Format<std::string> text() { return {Shape{.kind = Kind::text}, read_text}; }
Format<std::string> id() { return {Shape{.kind = Kind::id}, read_id}; }
Format<std::string> file() { return {Shape{.kind = Kind::file}, read_text}; }

Format<std::int64_t> integer(std::int64_t low, std::int64_t high) {
    return {Shape{.kind = Kind::integer, .low = static_cast<double>(low), .high = static_cast<double>(high)},
            read_integer};
}

Format<double> number(double low, double high) {
    return {Shape{.kind = Kind::number, .low = low, .high = high}, read_number};
}

Format<double> number_above(double low, double high) {
    return {Shape{.kind = Kind::number, .low = low, .high = high, .above_low = true}, read_number};
}

Format<double> share(double low, double high) {
    return {Shape{.kind = Kind::share, .low = low, .high = high}, read_share};
}

Format<double> share_above(double low, double high) {
    return {Shape{.kind = Kind::share, .low = low, .high = high, .above_low = true}, read_share};
}

Format<Duration> duration(Duration low, Duration high) {
    return {Shape{.kind = Kind::duration, .low = to_seconds(low), .high = to_seconds(high)}, read_duration};
}

Format<Duration> duration_above(Duration low, Duration high) {
    return {Shape{.kind = Kind::duration, .low = to_seconds(low), .high = to_seconds(high), .above_low = true},
            read_duration};
}

Format<double> size(double low, double high) {
    return {Shape{.kind = Kind::size, .low = low, .high = high}, read_size};
}

Format<double> rate_above(double low, double high) {
    return {Shape{.kind = Kind::rate, .low = low, .high = high, .above_low = true}, read_rate};
}

Format<Duration> clock() { return {Shape{.kind = Kind::clock}, read_clock}; }
Format<std::chrono::year_month_day> date() { return {Shape{.kind = Kind::date}, read_date}; }
Format<bool> boolean() { return {Shape{.kind = Kind::boolean}, read_boolean}; }

}  // namespace floorwalker::scenario
