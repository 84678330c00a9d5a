#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/keys/shape.hpp"

namespace floorwalker::scenario {

/// A key by its place in the whole file, such as "call_type.*.talk.mean"; * stands for an id.
struct KeyPath {
    std::string path;
    const KeyInfo* info;
    bool in_distribution;  ///< one of the keys that every distribution has
};

/// Every key of a scenario file, tables before what is in them.
const std::vector<KeyPath>& all_keys();

/// What stands at the path of an override, such as "group.front.agents" or "group.front.skills.billing"; null when no
/// key can.
const Shape* shape_at(std::string_view path);

}  // namespace floorwalker::scenario
