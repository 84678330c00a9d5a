#pragma once

#include <string>
#include <vector>

#include "sim/scenario/keys/format.hpp"

namespace floorwalker::scenario {

/// One kind of the entries of a list that are of several, told apart by a key such as do = "menu". Keys that no kind
/// names belong to all.
struct EntryKind {
    std::string name;
    std::vector<std::string> needs;
    std::vector<std::string> may_have = {};
};

/// Reports the keys that the entry's kind needs and does not have, and those that only other kinds have. True when
/// there are none; also when the entry does not say of which kind it is.
bool check_kind(const std::vector<EntryKind>& kinds, const Node& entry, Context& context);

/// do = "…", the name of the kind.
Format<std::string> kind_name(const std::vector<EntryKind>& kinds);

/// The entry's kind, when it is one of them.
const EntryKind* kind_of(const Node& entry, const std::vector<EntryKind>& kinds);

}  // namespace floorwalker::scenario
