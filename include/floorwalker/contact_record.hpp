#pragma once

#include <cstdint>
#include <optional>

#include <floorwalker/ids.hpp>
#include <floorwalker/time.hpp>

namespace floorwalker {

enum class ContactOutcome : std::uint8_t { answered, abandoned, left_at_once, dismissed, blocked };

/// Everything about one contact. What the customer brought along (tier, patience, needs) is the same in every variant
/// of a scenario; the rest is what the centre made of it.
struct ContactRecord {
    Customer customer;
    TierId tier{};
    std::uint16_t interval = 0;  ///< of the day, in which it came
    TimePoint arrived{};
    Duration patience{};      ///< kForever: waits as long as it takes; 0: leaves at once
    Duration talk_need{};     ///< talk time with an agent of proficiency 1
    Duration wrap_up_need{};  ///< wrap-up time with an agent of proficiency 1
    ContactOutcome outcome{};
    Duration waited{};
    std::optional<GroupId> group;  ///< of the agent who answered
    std::optional<AgentId> agent;
    Duration talk{};
    Duration wrap_up{};
};

}  // namespace floorwalker
