#pragma once

#include <floorwalker/scenario.hpp>

namespace floorwalker::scenario {

/// Whether somebody of the group, listed or not, can handle the type.
bool has_skill(const Group& group, CallTypeId type);

/// Whether contacts of the type may come to the group at all: it is among the type's groups, or opened to it by a step.
bool is_allowed(const Scenario& scenario, GroupId group, CallTypeId type);

/// Both.
bool may_serve(const Scenario& scenario, GroupId group, CallTypeId type);

}  // namespace floorwalker::scenario
