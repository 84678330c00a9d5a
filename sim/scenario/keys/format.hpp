#pragma once

#include <cmath>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/scenario/document/node.hpp"
#include "sim/scenario/keys/context.hpp"
#include "sim/scenario/keys/shape.hpp"

/// How values are read: each format knows its shape and turns a node into a value, or reports why it cannot.
namespace floorwalker::scenario {

template <class Value>
struct Format {
    Shape shape;
    std::function<std::optional<Value>(const Node&, Context&, const Shape&)> read;

    std::optional<Value> operator()(const Node& node, Context& context) const { return read(node, context, shape); }
};

Format<std::string> text();
Format<std::string> id();
Format<std::string> file();
Format<std::int64_t> integer(std::int64_t low, std::int64_t high);
Format<double> number(double low, double high);
Format<double> number_above(double low, double high);
/// A share of 1; `high` above 1 for factors that may be written as a percentage, such as a cv.
Format<double> share(double low = 0.0, double high = 1.0);
Format<double> share_above(double low, double high);
Format<Duration> duration(Duration low, Duration high);
Format<Duration> duration_above(Duration low, Duration high);
/// In bytes.
Format<double> size(double low, double high);
/// In bytes a second.
Format<double> rate_above(double low, double high);
Format<Duration> clock();
Format<std::chrono::year_month_day> date();
Format<bool> boolean();

inline constexpr Duration kLongestDuration = 366 * kDay;

/// "is 3; it must be …": the message for a value that does not fit.
void report_unfit(const Node& node, Context& context, const Shape& shape);

/// Reports a list that does not have one element for each interval.
bool has_each_interval(const Node& node, std::size_t count, Context& context);

/// The position of the word among the shape's choices; reports one that is not.
std::optional<std::size_t> read_choice(const Node& node, Context& context, const Shape& shape);

/// The position of the id that the node holds; reports an unknown one.
std::optional<std::size_t> read_reference(const Node& node, Context& context, const Ids& ids, const Shape& shape);

template <class Enum>
Format<Enum> choice(std::vector<std::pair<std::string, Enum>> choices) {
    Shape shape{.kind = Kind::choice};
    std::vector<Enum> values;
    for (auto& [name, value] : choices) {
        shape.choices.push_back(name);
        values.push_back(value);
    }
    return {std::move(shape), [values](const Node& node, Context& context, const Shape& own) -> std::optional<Enum> {
                const auto position = read_choice(node, context, own);
                return position ? std::optional{values[*position]} : std::nullopt;
            }};
}

/// The id of an entry of another list, as that list's typed id.
template <class Id>
Format<Id> reference(const Ids Context::*ids, std::string of) {
    return {Shape{.kind = Kind::reference, .of = std::move(of)},
            [ids](const Node& node, Context& context, const Shape& own) -> std::optional<Id> {
                const auto position = read_reference(node, context, context.*ids, own);
                return position ? std::optional{static_cast<Id>(*position)} : std::nullopt;
            }};
}

template <class Value>
std::optional<std::vector<Value>> read_list(const Format<Value>& element, const Node& node, Context& context,
                                            const Shape& shape) {
    const List* const list = node.list();
    if (list == nullptr) {
        if (shape.or_single && node.table() == nullptr) {
            const auto single = element(node, context);
            return single ? std::optional{std::vector<Value>{*single}} : std::nullopt;
        }
        report_unfit(node, context, shape);
        return std::nullopt;
    }
    if (list->empty()) {
        context.problem(node, "the list is empty; it must be " + expected(shape));
        return std::nullopt;
    }
    std::vector<Value> values;
    for (const Node& item : *list) {
        const PathPart part{context, std::to_string(&item - list->data() + 1)};
        if (const auto value = element(item, context)) values.push_back(*value);
    }
    if (values.size() < list->size()) return std::nullopt;
    if (shape.each_interval && !has_each_interval(node, values.size(), context)) return std::nullopt;
    return values;
}

template <class Value>
Format<std::vector<Value>> list_of(Format<Value> element, bool or_single = false, bool each_interval = false) {
    Shape shape{.kind = Kind::list};
    shape.element = std::make_shared<const Shape>(element.shape);
    shape.or_single = or_single;
    shape.each_interval = each_interval;
    return {std::move(shape), [element](const Node& node, Context& context, const Shape& own) {
                return read_list(element, node, context, own);
            }};
}

/// One value for each interval of the opening hours.
template <class Value>
Format<std::vector<Value>> per_interval(Format<Value> element) {
    return list_of(std::move(element), false, true);
}

/// One value for each interval, or a single one for all.
template <class Value>
Format<std::vector<Value>> one_or_per_interval(Format<Value> element) {
    return list_of(std::move(element), true, true);
}

/// { id = value, … } by the positions of the ids.
template <class Id, class Value>
Format<std::map<Id, Value>> map_of(const Ids Context::*ids, std::string of, Format<Value> element) {
    Shape shape{.kind = Kind::map, .of = std::move(of)};
    shape.element = std::make_shared<const Shape>(element.shape);
    return {std::move(shape),
            [ids, element](const Node& node, Context& context, const Shape& own) -> std::optional<std::map<Id, Value>> {
                const Table* const table = node.table();
                if (table == nullptr) {
                    report_unfit(node, context, own);
                    return std::nullopt;
                }
                std::map<Id, Value> values;
                for (const Entry& entry : *table) {
                    const auto position = context.position(context.*ids, entry.key, entry.key_place);
                    const PathPart part{context, entry.key};
                    const auto value = element(entry.value, context);
                    if (position && value) values[static_cast<Id>(*position)] = *value;
                }
                return values;
            }};
}

}  // namespace floorwalker::scenario
