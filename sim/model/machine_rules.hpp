#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <floorwalker/scenario.hpp>

#include "sim/model/machines/state.hpp"

/// What a scenario says about who asks which machine.
namespace floorwalker::model {

/// More would hardly be meant, and each takes a place in a contact.
inline constexpr auto kMostTimesAsked = static_cast<std::int64_t>(kMostLookUps);

/// How often servers are asked when every share of them happens.
std::int64_t times_asked(const std::vector<LookUp>& look_ups);

/// Where the group sits; without a site of its own, where the IVR is.
SiteId site_of(const Scenario& scenario, const Group& group);

/// Somebody who asks a server: a group that may serve the call type of the look-up, or the IVR.
struct WayNeeded {
    SiteId from{};
    ServerId server{};
    std::size_t look_up = 0;           ///< its place in the list of its owner
    std::size_t owner = 0;             ///< the place of the call type or, of the IVR, of the flow
    std::optional<std::size_t> group;  ///< none: the IVR
    std::optional<std::size_t> node;   ///< of the flow
};
std::vector<WayNeeded> ways_needed(const Scenario& scenario);

}  // namespace floorwalker::model
