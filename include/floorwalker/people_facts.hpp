#pragma once

#include <floorwalker/absence.hpp>
#include <floorwalker/ids.hpp>
#include <floorwalker/time.hpp>

/// What happens to the people of the centre, beside their contacts.
namespace floorwalker {

/// A shift of the agent begins, and it does not come; or (`ended`) that is over: it comes, or the shift ends.
struct Missing {
    TimePoint at{};
    AgentId agent{};
    GroupId group{};
    AbsenceCause cause{};
    bool ended = false;
};

enum class StayReason : std::uint8_t {
    handover,  ///< the relief is late
    overtime,  ///< too many wait
};

/// The shift of the agent ends, and it stays; or (`ended`) now it goes.
struct StaysOn {
    TimePoint at{};
    AgentId agent{};
    GroupId group{};
    StayReason reason{};
    bool ended = false;
};

}  // namespace floorwalker
