#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <floorwalker/time.hpp>

/// What may stand behind a key, as data: messages, `floorwalker keys`, the reference and the JSON Schema are written
/// from it.
namespace floorwalker::scenario {

enum class Kind {
    text,
    id,         ///< a new name: letters, digits, _ and -
    reference,  ///< the id of something else in the file
    file,
    integer,
    number,
    share,
    duration,
    size,  ///< in bytes
    rate,  ///< in bytes a second
    clock,
    date,
    boolean,
    hours,     ///< "closed" or a table of opening hours
    weekdays,  ///< weekday = `element`
    choice,
    list,          ///< of `element`
    point,         ///< [share, value], the value like `element`
    table,         ///< with `keys`
    table_list,    ///< tables with `keys`
    map,           ///< id = `element`
    distribution,  ///< a table with `keys`, as the distribution's own table names them; of durations, also one alone
};

struct KeyInfo;

struct Shape {
    Kind kind = Kind::text;
    double low = 0.0;        ///< smallest integer, number, share, duration (in seconds), size or rate (in bytes)
    double high = 0.0;       ///< largest
    bool above_low = false;  ///< `low` itself is too small
    std::string of = {};     ///< what a reference or a map names, such as "call type"; what a distribution draws
    std::vector<std::string> choices = {};
    std::shared_ptr<const std::vector<KeyInfo>> keys = {};
    std::shared_ptr<const Shape> element = {};
    bool or_single = false;      ///< a list may also be one element
    bool each_interval = false;  ///< a list has one element for each interval of the opening hours
};

/// One key of a table.
struct KeyInfo {
    std::string name;
    Shape shape;
    std::string default_text;  ///< empty: none
    std::string help;
    bool required = false;
};

/// What is right for a key, with its range: `a whole number from 1 to 1,000,000`.
std::string expected(const Shape& shape);

/// The range alone, such as "from 1 to 1,000,000"; empty for shapes without one.
std::string range_text(const Shape& shape);

}  // namespace floorwalker::scenario
