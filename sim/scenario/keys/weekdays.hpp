#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/keys/key.hpp"

namespace floorwalker::scenario {

/// "monday" to "sunday".
const std::vector<std::string>& weekday_names();

/// { monday = …, sunday = … }; nothing for the days that are not named.
template <class Value>
Format<std::array<std::optional<Value>, 7>> weekdays_of(Format<Value> element) {
    using Week = std::array<std::optional<Value>, 7>;
    Shape shape{.kind = Kind::weekdays};
    shape.element = std::make_shared<const Shape>(element.shape);
    return {std::move(shape), [element](const Node& node, Context& context, const Shape& own) -> std::optional<Week> {
                if (node.table() == nullptr) {
                    report_unfit(node, context, own);
                    return std::nullopt;
                }
                Keys<Week> keys;
                for (std::size_t day = 0; day < weekday_names().size(); ++day) {
                    keys.push_back({{weekday_names()[day], element.shape, "", ""},
                                    [element, day](Week& week, const Node& value, Context& inner) {
                                        week[day] = element(value, inner);
                                    }});
                }
                Week week;
                return read_table(node, keys, week, context) ? std::optional{week} : std::nullopt;
            }};
}

/// "closed", which is nothing, or { open, close }.
Format<std::optional<OpenHours>> open_hours();

}  // namespace floorwalker::scenario
