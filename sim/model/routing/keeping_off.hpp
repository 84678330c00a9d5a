#pragma once

#include <algorithm>

#include "sim/model/world.hpp"

/// Groups that decisions keep off a call type. There are a few at most, and mostly none.
namespace floorwalker::model {

inline bool is_kept_off(const World& world, GroupId group, CallTypeId type) {
    return std::find(world.kept_off.begin(), world.kept_off.end(), KeptOff{group, type}) != world.kept_off.end();
}

}  // namespace floorwalker::model
