#include "sim/scenario/keys/key.hpp"

#include <fmt/format.h>

#include "sim/scenario/keys/key_paths.hpp"
#include "sim/scenario/text/suggest.hpp"

namespace floorwalker::scenario {
namespace {

/// The path at which a key of that name stands elsewhere in the file.
std::optional<std::string> elsewhere(std::string_view name) {
    for (const auto& key : all_keys()) {
        const auto dot = key.path.rfind('.');
        if (dot != std::string::npos && key.path.substr(dot + 1) == name) return key.path;
    }
    return std::nullopt;
}

}  // namespace

void report_unknown_key(const Entry& entry, const std::vector<std::string>& known, Context& context) {
    // Only counted; not worth the search for a hint.
    if (context.problems.full()) return context.problems.add(entry.key_place, {});
    const auto what = fmt::format("there is no key {}{}{}", context.path, context.path.empty() ? "" : ".", entry.key);
    std::string hint;
    const auto near = nearest(entry.key, known);
    const auto path = elsewhere(entry.key);
    // A key that other tables have is rather in the wrong table than misspelt.
    constexpr std::size_t kMisspelt = 1;
    if (near && (!path || edit_distance(entry.key, *near) <= kMisspelt)) {
        hint = fmt::format("did you mean \"{}\"?", *near);
    } else if (path) {
        hint = fmt::format("there is {}", *path);
    } else {
        hint = "there are " + quoted_list(known, "and", 24);
    }
    context.problems.add(entry.key_place, what + "; " + hint);
}

void report_missing_key(const Node& table, const KeyInfo& key, Context& context) {
    context.problem(table, fmt::format("\"{}\" is missing; it must be {}", key.name, expected(key.shape)));
}

}  // namespace floorwalker::scenario
