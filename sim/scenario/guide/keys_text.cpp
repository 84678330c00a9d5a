#include <algorithm>

#include <fmt/format.h>

#include <floorwalker/scenario_file.hpp>

#include "sim/scenario/distributions/written_distribution.hpp"
#include "sim/scenario/keys/key_paths.hpp"
#include "sim/scenario/keys/tables.hpp"

namespace floorwalker {
namespace scenario {
namespace {

/// Whether the pattern is the path with an id where the path has a *.
bool is_path(std::string_view pattern, std::string_view path) {
    while (true) {
        const auto part = path.substr(0, path.find('.'));
        const auto given = pattern.substr(0, pattern.find('.'));
        if (part != given && !(part == "*" && !given.empty())) return false;
        const bool path_ends = part.size() == path.size();
        const bool pattern_ends = given.size() == pattern.size();
        if (path_ends || pattern_ends) return path_ends && pattern_ends;
        path.remove_prefix(part.size() + 1);
        pattern.remove_prefix(given.size() + 1);
    }
}

bool matches(const KeyPath& key, std::string_view pattern) {
    if (pattern.empty()) return !key.in_distribution;
    return key.path.find(pattern) != std::string::npos || key.info->help.find(pattern) != std::string::npos ||
           is_path(pattern, key.path);
}

std::string entry(const std::string& path, const KeyInfo& key) {
    const auto& shape = key.shape;
    auto head = path;
    if (key.required && key.default_text.empty()) head += "   (required)";
    if (!key.default_text.empty()) head += "   default: " + key.default_text;
    const bool is_section = shape.kind == Kind::table || shape.kind == Kind::table_list;
    return fmt::format("{}\n    {}\n{}", head, key.help,
                       is_section ? "" : fmt::format("    It is {}.\n", expected(shape)));
}

std::string distributions_text() {
    std::string text = "In every distribution:\n\n";
    for (const auto& shape : distribution_shapes()) {
        text += fmt::format("dist = \"{}\"   with {}\n    {}\n", shape.name, ways_text(shape), shape.help);
    }
    const auto format = distribution_of_durations();
    for (const auto& key : *format.shape.keys) {
        text += "\n" + entry(key.name, key);
        if (key.shape.kind != Kind::table) continue;
        for (const auto& inner : *key.shape.keys) text += "\n" + entry(key.name + "." + inner.name, inner);
    }
    return text;
}

}  // namespace
}  // namespace scenario

std::string keys_text(std::string_view pattern) {
    using namespace scenario;
    std::string text;
    for (const auto& key : all_keys()) {
        if (matches(key, pattern)) text += (text.empty() ? "" : "\n") + entry(key.path, *key.info);
    }
    if (pattern.empty()) text += "\n" + distributions_text();
    return text;
}

}  // namespace floorwalker
