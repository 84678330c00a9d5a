#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <floorwalker/time.hpp>

#include "sim/scenario/text/problems.hpp"

namespace floorwalker::scenario {

struct Entry;
struct Node;

/// Stands for a value with a mistake in its spelling that has been reported; what reads it says no more about it.
struct Broken {};

struct ClockTime {
    Duration since_midnight{0};
};

/// A date with a time, which no key takes.
struct DateTime {};

using List = std::vector<Node>;
using Table = std::vector<Entry>;

/// A value of a scenario file and where it was written.
struct Node {
    std::variant<Broken, bool, std::int64_t, double, std::string, ClockTime, std::chrono::year_month_day, DateTime,
                 List, Table>
        value;
    Place place;
    std::string_view written;  ///< as the user wrote it; valid as long as its Document

    const Table* table() const { return std::get_if<Table>(&value); }
    Table* table() { return std::get_if<Table>(&value); }
    const List* list() const { return std::get_if<List>(&value); }
    List* list() { return std::get_if<List>(&value); }
    const std::string* text() const { return std::get_if<std::string>(&value); }
    bool is_broken() const { return std::holds_alternative<Broken>(value); }
};

struct Entry {
    std::string key;
    Place key_place;
    Node value;
};

/// The value of a key; null when the node is no table or does not have it.
const Node* find(const Node& table, std::string_view key);
Node* find(Node& table, std::string_view key);

/// The text as written for a message: one line, not too long.
std::string shown(const Node& node);

}  // namespace floorwalker::scenario
