#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <floorwalker/scenario.hpp>

/// Words for values of a scenario.
namespace floorwalker::support::scenario_words {

std::string words(const Distribution& distribution);
inline std::string words(Duration duration) { return fmt::format("{}s", to_seconds(duration)); }
inline std::string words(double value) { return fmt::format("{:.4g}", value); }
inline std::string words(bool value) { return value ? "yes" : "no"; }
inline std::string words(const std::string& value) { return value; }

template <class Number>
requires std::is_integral_v<Number> std::string words(Number value) { return std::to_string(value); }

template <class Id>
requires std::is_enum_v<Id> std::string words(Id id) { return std::to_string(static_cast<std::uint64_t>(id)); }

template <class Value>
std::string words(const std::optional<Value>& value) {
    return value ? words(*value) : "none";
}

template <class Value>
std::string words(const std::vector<Value>& values) {
    std::string text = "[";
    for (const Value& value : values) text += (text.size() > 1 ? " " : "") + words(value);
    return text + "]";
}

template <class Id>
std::string words(const std::map<Id, double>& values) {
    std::string text = "{";
    for (const auto& [id, value] : values) text += (text.size() > 1 ? " " : "") + words(id) + ":" + words(value);
    return text + "}";
}

/// A line of "name=value", without the values that are as usual.
class Line {
public:
    explicit Line(std::string start) : text_{std::move(start)} {}

    template <class Value>
    Line& add(const char* name, const Value& value) {
        text_ += fmt::format(" {}={}", name, words(value));
        return *this;
    }

    template <class Entry, class Member>
    Line& add(const char* name, const Entry& entry, Member Entry::*member) {
        const std::string own = words(entry.*member);
        if (own != words(Entry{}.*member)) text_ += fmt::format(" {}={}", name, own);
        return *this;
    }

    std::string take() { return text_ + "\n"; }

private:
    std::string text_;
};

std::string lines_of(const CallType& type, std::size_t place);
std::string lines_of(const IvrFlow& flow, std::size_t place);

}  // namespace floorwalker::support::scenario_words
