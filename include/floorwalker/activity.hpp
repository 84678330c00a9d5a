#pragma once

#include <cstdint>
#include <optional>

#include <floorwalker/agent_state.hpp>
#include <floorwalker/time.hpp>

namespace floorwalker {

/// What takes the agents of a group away from contacts, as planned, on every day on which they work. It is for those
/// whose shift holds the whole window; they go one after the other, evenly over it.
struct Activity {
    AgentState what = AgentState::on_break;  ///< one of those for which is_away_as_planned holds
    Duration from{0};                        ///< since midnight; nobody goes before
    Duration until{0};                       ///< by the plan everybody is back by then
    Duration length = std::chrono::minutes{15};
    bool is_paid = true;                    ///< the same for all activities of the group with this `what`
    std::optional<std::int64_t> at_once{};  ///< most people away for it at a time; none: as many as the plan wants
    /// Nobody goes while fewer than so many others of the group would stay on the floor: their relief.
    std::int64_t keep = 0;
};

}  // namespace floorwalker
