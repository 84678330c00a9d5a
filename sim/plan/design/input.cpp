#include "sim/plan/design/input.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include <fmt/format.h>

#include "sim/plan/design/quantity.hpp"
#include "sim/plan/experiment/bad_request.hpp"
#include "sim/scenario/keys/key_paths.hpp"
#include "sim/scenario/text/split.hpp"
#include "sim/scenario/text/suggest.hpp"

namespace floorwalker::plan {
namespace {

using scenario::Kind;
using scenario::Shape;

constexpr std::size_t kMostLevels = 1'000'000;

/// What is being read, for messages.
struct Written {
    std::string_view all;
    std::string path;
    std::string values;

    [[noreturn]] void refuse(const std::string& why) const { throw BadRequest{fmt::format("--vary {}: {}", all, why)}; }
};

Written split_written(std::string_view text) {
    const auto equals = text.find('=');
    Written written{text, std::string{text.substr(0, equals)}, {}};
    if (equals == std::string_view::npos || equals == 0) {
        written.refuse("write KEY=FROM:TO, KEY=FROM:TO:STEP or KEY=A,B,C, such as group.general.agents=8:12");
    }
    written.values = text.substr(equals + 1);
    if (written.values.empty()) written.refuse("there is no value; write FROM:TO, FROM:TO:STEP or A,B,C");
    return written;
}

/// The shape of single values.
const Shape& value_shape(const Shape& shape) {
    return shape.kind == Kind::list && shape.or_single && shape.element ? *shape.element : shape;
}

const Shape& shape_of(const Written& written) {
    if (written.path == "run.seed" || written.path == "run.replications") {
        written.refuse(fmt::format("{} cannot be swept: all variants have the same customers; use {}", written.path,
                                   written.path == "run.seed" ? "--seed" : "--replications"));
    }
    const Shape* shape = scenario::shape_at(written.path);
    if (shape == nullptr) {
        std::vector<std::string> known;
        const auto dot = written.path.rfind('.');
        const std::string last = written.path.substr(dot == std::string::npos ? 0 : dot + 1);
        for (const auto& key : scenario::all_keys()) known.push_back(key.info->name);
        std::sort(known.begin(), known.end());
        known.erase(std::unique(known.begin(), known.end()), known.end());
        const auto near = scenario::nearest(last, known);
        written.refuse(fmt::format("there is no key {}{}; `floorwalker keys` lists all", written.path,
                                   near && *near != last ? fmt::format(" (did you mean {}?)", *near) : ""));
    }
    switch (shape->kind) {
    case Kind::table:
    case Kind::table_list:
    case Kind::map: written.refuse(fmt::format("{} is a table and has no one value; name a key in it", written.path));
    case Kind::id: written.refuse(fmt::format("{} is an id and cannot be swept", written.path));
    default: return value_shape(*shape);
    }
}

bool takes_numbers(const Shape& shape) {
    switch (shape.kind) {
    case Kind::integer:
    case Kind::number:
    case Kind::share:
    case Kind::duration:
    case Kind::size:
    case Kind::rate:
    case Kind::distribution: return true;
    default: return false;
    }
}

struct Range {
    Quantity low;
    Quantity high;
    std::optional<Quantity> step;
};

Quantity quantity(const Written& written, const std::string& text) {
    const auto read = parse_quantity(text);
    if (!read) written.refuse(fmt::format("\"{}\" is not a number", text));
    return *read;
}

/// All in one unit.
void unify(const Written& written, Range& range) {
    const bool same = range.low.unit == range.high.unit && (!range.step || range.step->unit == range.low.unit);
    if (same) return;
    const bool durations =
        is_duration(range.low) && is_duration(range.high) && (!range.step || is_duration(*range.step));
    if (!durations) {
        written.refuse("the ends and the step of a range need the same unit, such as 50s:70s:5s or 10%:30%:5%");
    }
    range.low = in_seconds(range.low);
    range.high = in_seconds(range.high);
    if (range.step) range.step = in_seconds(*range.step);
}

Range parse_range(const Written& written, const std::vector<std::string>& parts) {
    if (parts.size() > 3) written.refuse("a range is FROM:TO or FROM:TO:STEP");
    for (const std::string& part : parts) {
        if (part.empty()) written.refuse("the range is not complete; write FROM:TO or FROM:TO:STEP");
    }
    Range range{quantity(written, parts[0]), quantity(written, parts[1]), {}};
    if (parts.size() == 3) range.step = quantity(written, parts[2]);
    unify(written, range);
    if (range.step && range.step->value == 0) written.refuse("a step of 0 leads nowhere");
    if (range.high.value < range.low.value || (range.step && range.step->value < 0)) {
        std::string right = fmt::format("{}:{}", parts[range.high.value < range.low.value ? 1 : 0],
                                        parts[range.high.value < range.low.value ? 0 : 1]);
        if (range.step) right += ':' + parts[2].substr(parts[2].starts_with('-') ? 1 : 0);
        written.refuse("a range goes from low to high; write " + right);
    }
    return range;
}

void require_whole(const Written& written, const Range& range) {
    const auto is_whole = [](const Quantity& q) { return q.unit.empty() && q.value == std::floor(q.value); };
    if (is_whole(range.low) && is_whole(range.high) && (!range.step || is_whole(*range.step))) return;
    written.refuse(fmt::format("{} takes whole numbers, such as 8:12 or 10:50:10", written.path));
}

std::vector<std::string> steps(const Written& written, const Range& range) {
    const double step = range.step->value;
    const int decimals = std::max({range.low.decimals, range.high.decimals, range.step->decimals});
    // A hair more than the end, since 0.1 + 0.1 + 0.1 is more than 0.3.
    const double count = std::floor((range.high.value - range.low.value) / step + 1e-9) + 1;
    if (count > static_cast<double>(kMostLevels)) {
        written.refuse(fmt::format("that is more than {} values of one key", kMostLevels));
    }
    std::vector<std::string> levels;
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        levels.push_back(format_quantity(range.low.value + static_cast<double>(i) * step, range.low.unit, decimals));
    }
    return levels;
}

Input read_range(const Written& written, const std::vector<std::string>& parts, const Shape& shape) {
    Range range = parse_range(written, parts);
    if (shape.kind == Kind::integer) {
        require_whole(written, range);
        if (!range.step) range.step = Quantity{1, {}, 0};
    }
    Input input{.path = written.path, .levels = {}, .is_numeric = true};
    input.unit = range.low.unit;
    if (range.low.value == range.high.value) {
        input.levels = {format_quantity(range.low.value, range.low.unit, range.low.decimals)};
    } else if (range.step) {
        input.levels = steps(written, range);
    } else {
        input.low = range.low.value;
        input.high = range.high.value;
        const int of_range = 3 - static_cast<int>(std::floor(std::log10(input.high - input.low)));
        input.decimals = std::max({range.low.decimals, range.high.decimals, of_range});
    }
    return input;
}

Input read_list(const Written& written, std::vector<std::string> values) {
    Input input{.path = written.path, .levels = std::move(values)};
    for (std::size_t i = 0; i < input.levels.size(); ++i) {
        const std::string& level = input.levels[i];
        if (level.empty()) written.refuse("there is an empty value in the list");
        if (std::find(input.levels.begin(), input.levels.begin() + static_cast<std::ptrdiff_t>(i), level) !=
            input.levels.begin() + static_cast<std::ptrdiff_t>(i)) {
            written.refuse(fmt::format("\"{}\" stands there twice", level));
        }
    }
    input.is_numeric = std::all_of(input.levels.begin(), input.levels.end(),
                                   [](const std::string& level) { return parse_quantity(level).has_value(); });
    return input;
}

}  // namespace

Input parse_input(std::string_view text) {
    const Written written = split_written(text);
    const Shape& shape = shape_of(written);
    auto values = scenario::split_outside(written.values, ',');
    if (values.size() > 1) return read_list(written, std::move(values));
    const auto parts = scenario::split_outside(written.values, ':');
    if (parts.size() == 1 || shape.kind == Kind::clock) return read_list(written, std::move(values));
    if (!takes_numbers(shape)) {
        written.refuse(fmt::format("{} takes no numbers; list its values, such as A,B,C", written.path));
    }
    return read_range(written, parts, shape);
}

std::string Input::value_at(double place) const {
    if (is_continuous()) return format_quantity(low + place * (high - low), unit, decimals);
    const auto level = static_cast<std::size_t>(place * static_cast<double>(levels.size()));
    return levels[std::min(level, levels.size() - 1)];
}

double numeric_value(const std::string& value) {
    const auto quantity = parse_quantity(value);
    if (!quantity) return std::numeric_limits<double>::quiet_NaN();
    if (is_duration(*quantity)) return in_seconds(*quantity).value;
    if (const auto bytes = in_bytes(*quantity)) return *bytes;
    return quantity->unit == "%" ? quantity->value / 100 : quantity->value;
}

std::vector<std::string> labels_of(const std::vector<Input>& inputs) {
    const auto last_parts = [](const std::string& path, int parts) {
        std::size_t begin = path.size();
        for (int i = 0; i < parts && begin != std::string::npos && begin > 0; ++i) begin = path.rfind('.', begin - 1);
        return begin == std::string::npos || begin == 0 ? path : path.substr(begin + 1);
    };
    std::vector<std::string> labels;
    for (const Input& input : inputs) {
        int parts = 2;
        const auto is_taken = [&](const Input& other) {
            return &other != &input && last_parts(other.path, parts) == last_parts(input.path, parts);
        };
        while (parts < 20 && std::any_of(inputs.begin(), inputs.end(), is_taken)) ++parts;
        labels.push_back(last_parts(input.path, parts));
    }
    return labels;
}

}  // namespace floorwalker::plan
