#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "sim/scenario/keys/key.hpp"

/// Lists of tables.
namespace floorwalker::scenario {

/// What an entry of a list is called in paths: its id, else its place from 1.
std::string entry_name(const Node& entry, std::size_t position);

/// Reads each entry of the list under its name; `keep` gets its position and nothing for a bad one. A table that should
/// be one entry of a list is reported with the `header` that it needs.
template <class Value, class Keep>
void read_entries(const Node& node, const Format<Value>& format, std::string_view header, Context& context, Keep keep) {
    const List* const list = node.list();
    if (list == nullptr) {
        if (node.is_broken()) return;
        context.problem(node, fmt::format("there may be several; write [[{}]] with double brackets for each", header));
        return;
    }
    for (std::size_t i = 0; i < list->size(); ++i) {
        const PathPart part{context, entry_name((*list)[i], i)};
        keep(i, format((*list)[i], context));
    }
}

/// Tables in a list, with their keys known to help and schema.
template <class Value>
Format<std::vector<Value>> tables_of(const Format<Value>& element) {
    auto format = list_of(element);
    format.shape.kind = Kind::table_list;
    format.shape.keys = element.shape.keys;
    return format;
}

/// The same where each table has a header of its own, such as [[call_type.step]].
template <class Value>
Format<std::vector<Value>> tables_under(std::string header, const Format<Value>& element) {
    auto format = tables_of(element);
    format.read = [element, header = std::move(header)](const Node& node, Context& context,
                                                        const Shape&) -> std::optional<std::vector<Value>> {
        std::vector<Value> values;
        read_entries(node, element, header, context, [&values](std::size_t, std::optional<Value> value) {
            if (value) values.push_back(std::move(*value));
        });
        const bool all = node.list() != nullptr && values.size() == node.list()->size();
        return all ? std::optional{std::move(values)} : std::nullopt;
    };
    return format;
}

}  // namespace floorwalker::scenario
