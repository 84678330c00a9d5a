#include "sim/scenario/keys/kinds.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/scenario/text/suggest.hpp"

namespace floorwalker::scenario {
namespace {

bool has(const EntryKind& kind, const std::string& key) {
    const auto in = [&](const auto& keys) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
    return in(kind.needs) || in(kind.may_have);
}

std::string keys_text_of(const EntryKind& kind) {
    auto keys = kind.needs;
    keys.insert(keys.end(), kind.may_have.begin(), kind.may_have.end());
    return keys.empty() ? "it takes no others" : "it takes " + quoted_list(keys, "and");
}

}  // namespace

const EntryKind* kind_of(const Node& entry, const std::vector<EntryKind>& kinds) {
    const Node* const name = find(entry, "do");
    if (name == nullptr || name->text() == nullptr) return nullptr;
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const auto& k) { return k.name == *name->text(); });
    return kind == kinds.end() ? nullptr : &*kind;
}

Format<std::string> kind_name(const std::vector<EntryKind>& kinds) {
    std::vector<std::pair<std::string, std::string>> names;
    for (const auto& kind : kinds) names.emplace_back(kind.name, kind.name);
    return choice<std::string>(std::move(names));
}

bool check_kind(const std::vector<EntryKind>& kinds, const Node& entry, Context& context) {
    const EntryKind* const known = kind_of(entry, kinds);
    if (known == nullptr) return true;
    const EntryKind& own = *known;
    bool good = true;
    for (const auto& key : own.needs) {
        if (find(entry, key) != nullptr) continue;
        context.problem(entry, fmt::format("do = \"{}\" needs \"{}\" too", own.name, key));
        good = false;
    }
    for (const Entry& given : *entry.table()) {
        const bool is_others =
            std::any_of(kinds.begin(), kinds.end(), [&](const auto& other) { return has(other, given.key); });
        if (!is_others || has(own, given.key)) continue;
        const PathPart part{context, given.key};
        context.problem(given.value, fmt::format("do = \"{}\" has no {}; {}", own.name, given.key, keys_text_of(own)));
        good = false;
    }
    return good;
}

}  // namespace floorwalker::scenario
