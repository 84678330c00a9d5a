#pragma once

#include <cstddef>
#include <cstdint>

namespace floorwalker {

/// What an agent is doing, as a supervisor's console shows it. One state at a time.
enum class AgentState : std::uint8_t {
    signed_out,
    available,
    talking,  ///< also working on mail, or in chats
    wrap_up,
    dialling,  ///< reading a record, dialling, waiting for an answer
    on_break,  ///< from here on: away from contacts, as planned
    meal,
    meeting,
    coaching,
    training,
    do_not_disturb,  ///< from here on: away from contacts, not planned
    system_down,
    unplanned,
    ringing,  ///< its phone rings for a contact
    on_hold,  ///< looks something up for a contact, which waits on the line
};
inline constexpr std::size_t kAgentStates = 15;

/// Signed in, but away from contacts.
constexpr bool is_away(AgentState state) { return state >= AgentState::on_break && state <= AgentState::unplanned; }
/// Of those: as planned.
constexpr bool is_away_as_planned(AgentState state) {
    return state >= AgentState::on_break && state <= AgentState::training;
}
/// Busy with a contact, or about to be.
constexpr bool is_handling(AgentState state) {
    return (state >= AgentState::talking && state <= AgentState::dialling) || state >= AgentState::ringing;
}

}  // namespace floorwalker
