#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/keys/context.hpp"

namespace floorwalker::scenario {

/// One kind of the entries of a list that are of several, told apart by a key such as do = "menu". Keys that no kind
/// names belong to all.
struct EntryKind {
    std::string name;
    std::vector<std::string> needs;
    std::vector<std::string> may_have = {};
};

/// Reports the keys that the entry's kind needs and does not have, and those that only other kinds have. True when
/// there are none.
bool check_kind(std::string_view kind, const std::vector<EntryKind>& kinds, const Node& entry, Context& context);

}  // namespace floorwalker::scenario
