#pragma once

#include <cstdint>
#include <optional>

#include <floorwalker/ids.hpp>
#include <floorwalker/time.hpp>

namespace floorwalker {

enum class ContactOutcome : std::uint8_t {
    answered,
    abandoned,
    left_at_once,
    dismissed,
    blocked,
    contained,        ///< served by the IVR
    left_ivr,         ///< hung up in the IVR, or was not served there
    called_back,      ///< reached by a callback
    callback_missed,  ///< promised a callback and not reached
    waiting,          ///< mail that nobody had begun when the run ended
};

/// Everything about one contact. What the customer brought along (tier, patience, needs) is the same in every variant
/// of a scenario; the rest is what the centre made of it.
struct ContactRecord {
    Customer customer;
    CallTypeId call_type{};  ///< that it asked for first; kNoCallType when it never did
    TierId tier{};
    std::uint32_t day = 0;       ///< on which it came
    std::uint16_t interval = 0;  ///< of the day, in which it came
    std::uint8_t attempt = 0;    ///< 0: the customer's first
    std::uint8_t legs = 0;       ///< agents who handled it
    TimePoint arrived{};
    Duration patience{};      ///< kForever: waits as long as it takes; 0: leaves at once
    Duration talk_need{};     ///< talk time with an agent of proficiency 1
    Duration wrap_up_need{};  ///< wrap-up time with an agent of proficiency 1
    ContactOutcome outcome{};
    Duration in_ivr{};
    Duration waited{};             ///< for all its agents
    std::optional<GroupId> group;  ///< of the agent who answered first
    std::optional<AgentId> agent;
    Duration talk{};  ///< of all agents
    Duration wrap_up{};
};

}  // namespace floorwalker
