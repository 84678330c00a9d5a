#pragma once

#include <cstdint>

#include <floorwalker/scenario.hpp>

/// Who can serve whom, as the scenario says it.
namespace floorwalker::model {

/// Whether somebody of the group, listed or not, can handle the type.
bool has_skill(const Group& group, CallTypeId type);

/// Whether contacts of the type, of whatever tier, may come to the group: it is among the type's groups, or opened to
/// it by a step.
bool is_allowed(const Scenario& scenario, GroupId group, CallTypeId type);

/// Whether some contact of the type may come to somebody of the group who can handle it.
bool may_serve(const Scenario& scenario, GroupId group, CallTypeId type);

/// The most people whom the group can have on duty at once, with those that scripted decisions bring.
std::int64_t most_on_duty(const Scenario& scenario, GroupId group);

}  // namespace floorwalker::model
