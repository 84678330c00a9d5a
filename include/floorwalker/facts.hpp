#pragma once

#include <cstdint>
#include <variant>

#include <floorwalker/ids.hpp>
#include <floorwalker/time.hpp>

/// What happens in the centre, as the model states it. KPIs, contact records, the digest and the window are made from
/// facts alone. Facts come in the order of events; several may share a moment.
namespace floorwalker {

/// What an agent is doing. One state at a time.
enum class AgentState : std::uint8_t { signed_out, available, talking, wrap_up };
inline constexpr std::size_t kAgentStates = 4;

/// A contact that is in the centre: where it is kept, who it is, and the interval of the day in which it came (from 0).
struct ContactRef {
    ContactId id{};
    Customer customer;
    TierId tier{};
    std::uint16_t interval = 0;
};

/// The centre opens for a day (from 0).
struct DayOpened {
    TimePoint at{};
    std::uint32_t day = 0;
};

/// An interval of the opening hours begins. `interval` equal to the number of intervals in a day means: closed from now
/// on.
struct IntervalBegan {
    TimePoint at{};
    std::uint32_t day = 0;
    std::uint16_t interval = 0;
};

/// A contact came and found a line and a place.
struct Offered {
    TimePoint at{};
    ContactRef contact;
};

/// A contact came and found no free line or no place in the queue. It is gone; `contact.id` is kNoContact.
struct Blocked {
    TimePoint at{};
    ContactRef contact;
};

/// No agent was free; the contact waits. `patience` is how long it is ready to, kForever if need be.
struct Queued {
    TimePoint at{};
    ContactRef contact;
    Duration patience{};
};

/// The contact gave up after `waited`; one that was not `queued` left at once.
struct Abandoned {
    TimePoint at{};
    ContactRef contact;
    Duration waited{};
    bool queued = true;
};

/// The centre closed and sent the waiting contact away.
struct Dismissed {
    TimePoint at{};
    ContactRef contact;
    Duration waited{};
};

/// An agent takes the contact, from the queue or at once.
struct Answered {
    TimePoint at{};
    ContactRef contact;
    AgentId agent{};
    GroupId group{};
    Duration waited{};
    bool queued = false;
};

/// The conversation is over, the line is free, the contact has left.
struct TalkEnded {
    TimePoint at{};
    ContactRef contact;
    AgentId agent{};
    GroupId group{};
    Duration talk{};
};

/// The agent has finished what was left to do after the contact. Only stated when there was something.
struct WrapUpEnded {
    TimePoint at{};
    ContactRef contact;
    AgentId agent{};
    GroupId group{};
    Duration wrap_up{};
};

/// An agent enters another state. An agent who goes from one contact straight to the next changes none.
struct AgentChanged {
    TimePoint at{};
    AgentId agent{};
    GroupId group{};
    AgentState from{};
    AgentState to{};
};

/// From now on `agents` people of the group are on duty and paid, whether present or absent.
struct DutyChanged {
    TimePoint at{};
    GroupId group{};
    std::int64_t agents = 0;
};

/// A decision took effect, or (`ended`) its time was over. `decision` is its place in the world's list of decisions.
struct DecisionApplied {
    TimePoint at{};
    std::uint32_t decision = 0;
    bool ended = false;
};

using Fact = std::variant<DayOpened, IntervalBegan, Offered, Blocked, Queued, Abandoned, Dismissed, Answered, TalkEnded,
                          WrapUpEnded, AgentChanged, DutyChanged, DecisionApplied>;

}  // namespace floorwalker
