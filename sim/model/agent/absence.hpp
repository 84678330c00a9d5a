#pragma once

#include "sim/model/floor.hpp"

/// Days on which people do not come, or come late, as pure functions of the agent and the day.
namespace floorwalker::model {

/// At midnight: who is on leave or ill on the day. Once for each day, in order.
void draw_spells(const Model& model, World& world, std::uint32_t day);

/// Why the agent does not come to its shift of the day that is drawn; none: it comes.
std::optional<AbsenceCause> absence_today(const World& world, AgentId id);

/// How late it comes to its shifts of a day; zero: in time.
Duration lateness(const Model& model, const World& world, AgentId id, std::uint32_t day);

/// How long until it next wants to be away for a moment.
Duration until_next_slip(const Model& model, World& world, AgentId id);
Duration length_of_slip(const Model& model, const World& world, AgentId id);

}  // namespace floorwalker::model
