#include "sim/scenario/keys/shape.hpp"

#include <fmt/format.h>

#include "sim/scenario/text/suggest.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

std::string bound(const Shape& shape, double value) {
    if (shape.kind == Kind::share) return format_percentage(value);
    if (shape.kind == Kind::duration) return format_duration(from_seconds(value));
    if (shape.kind == Kind::size) return format_size(value);
    if (shape.kind == Kind::rate) return format_rate(value);
    return format_number(value);
}

std::string expected_list(const Shape& shape) {
    const auto element = expected(*shape.element);
    const auto each = shape.each_interval ? ", one for each interval" : "";
    if (shape.or_single) return fmt::format("{}, or a list of them{}", element, each);
    return fmt::format("a list{}, each {}", each, element);
}

}  // namespace

std::string range_text(const Shape& shape) {
    switch (shape.kind) {
    case Kind::integer:
    case Kind::number:
    case Kind::share:
    case Kind::duration:
    case Kind::size:
    case Kind::rate:
        return fmt::format("{} {} {} {}", shape.above_low ? "above" : "from", bound(shape, shape.low),
                           shape.above_low ? "up to" : "to", bound(shape, shape.high));
    default: return {};
    }
}

std::string expected(const Shape& shape) {
    switch (shape.kind) {
    case Kind::text: return "a text in quotes";
    case Kind::id: return "an id of letters, digits, _ and -";
    case Kind::reference: return fmt::format("the id of a {}", shape.of);
    case Kind::file: return "the name of a file, in quotes";
    case Kind::integer: return "a whole number " + range_text(shape);
    case Kind::number: return "a number " + range_text(shape);
    case Kind::share: return "a share " + range_text(shape) + ", such as \"12%\" or 0.12";
    case Kind::duration: return "a duration " + range_text(shape) + R"(, such as "90s" or "2min 30s")";
    case Kind::size: return "a size " + range_text(shape) + R"(, such as "40kB")";
    case Kind::rate: return "a rate " + range_text(shape) + R"(, such as "100Mbit/s")";
    case Kind::clock: return "a clock time such as 08:30:00 or \"24:00\"";
    case Kind::date: return "a date such as 1999-01-04";
    case Kind::boolean: return "true or false";
    case Kind::hours: return "\"closed\" or a table such as { open = 09:00:00, close = 14:00:00 }";
    case Kind::weekdays: return "a table { weekday = value }, monday to sunday, each " + expected(*shape.element);
    case Kind::choice: return quoted_list(shape.choices);
    case Kind::list: return expected_list(shape);
    case Kind::point: return "a pair [share, value], such as [0.5, \"60s\"]";
    case Kind::table: return "a table { key = value }";
    case Kind::table_list: return "a list of tables [{ key = value }, …]";
    case Kind::map: return fmt::format("a table {{ id of a {} = {} }}", shape.of, expected(*shape.element));
    case Kind::distribution:
        if (shape.of == "durations") {
            return "a duration such as \"90s\", or a distribution of durations such as { dist = \"exponential\", mean "
                   "= "
                   "\"3min\" }";
        }
        return fmt::format("a distribution of {}, such as {{ dist = \"constant\", value = 1.0 }}", shape.of);
    }
    return {};
}

}  // namespace floorwalker::scenario
