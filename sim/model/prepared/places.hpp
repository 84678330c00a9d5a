#pragma once

#include <cstdint>
#include <limits>

/// Positions in the tables of a prepared model.
namespace floorwalker::model {

/// A part of the queue whose contacts are alike for routing: of one call type and tier, served by the same groups with
/// the same priority. Its contacts are in order of rank, so only the first of each lane needs to be looked at.
enum class LaneId : std::uint16_t {};

/// Agents of one group who can handle the same call types; one is as good as the other for routing.
enum class PoolId : std::uint32_t {};

/// A row of the proficiency table.
enum class ProficiencyId : std::uint32_t {};

/// A way to look for a free agent; lanes that look alike share it.
enum class SearchId : std::uint32_t {};

inline constexpr std::int64_t kUnlimited = std::numeric_limits<std::int64_t>::max();

}  // namespace floorwalker::model
