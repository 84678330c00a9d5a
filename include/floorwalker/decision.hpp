#pragma once

#include <cstdint>
#include <optional>
#include <variant>

#include <floorwalker/ids.hpp>
#include <floorwalker/time.hpp>

/// What a planner scripts and a trainee clicks: one type, applied through one door, recorded the same way.
namespace floorwalker {

/// `agents` of those on duty in the group stay away (they remain paid). Idle ones go at once, busy ones when they
/// have finished.
struct Absent {
    GroupId group{};
    std::int64_t agents = 1;
    Duration until{0};  ///< since midnight of the decision's day
};

/// `agents` more people of the group's own skills come in.
struct Extra {
    GroupId group{};
    std::int64_t agents = 1;
    Duration until{0};  ///< since midnight of the decision's day
};

/// A television spot, an outage: more contacts than usual come, `contacts` of them on average.
struct Peak {
    CallTypeId call_type{};
    std::optional<NumberId> number;  ///< they call this number instead, and say in its IVR what they want
    double contacts = 100.0;
    Duration until{0};                  ///< since midnight of the decision's day
    std::optional<Duration> half_life;  ///< the rush halves in this time; none: it is even
};

/// The systems are down. Agents write requests down and call back when it is over, by the rules of the call type's
/// callback; one of a type without a callback is dealt with as ever.
struct Outage {
    std::optional<CallTypeId> call_type;  ///< none: all that have a callback
    bool self_service_fails = false;      ///< nobody is served by an IVR
    Duration until{0};                    ///< since midnight of the decision's day
};

/// The systems that agents work with are down, and nothing can be done meanwhile: who is free does not take contacts,
/// others neither when they have finished. They stay paid, and may go on their breaks.
struct SystemDown {
    std::optional<GroupId> group;  ///< none: all
    Duration until{0};             ///< since midnight of the decision's day
};

/// What agents look answers up in does not fit: a campaign that nobody has told them of, a new tariff.
struct KnowledgeGap {
    std::optional<CallTypeId> call_type;  ///< none: all
    double solved = 0.4;                  ///< on the odds that a contact is solved
    double defects = 3.0;                 ///< on the odds of a defect of knowledge
    Duration until{0};                    ///< since midnight of the decision's day
};

/// Contacts of the call type come before others, or, below 0, after them: their priority changes. Who waits already is
/// meant too.
struct Prioritise {
    CallTypeId call_type{};
    std::optional<TierId> tier;  ///< none: all its customers
    int by = 1;                  ///< from −1,000 to 1,000, not 0
    Duration until{0};           ///< since midnight of the decision's day
};

/// Agents of the group take no contacts of the call type; what they have begun they finish. Who would have gone to them
/// goes to other groups, or waits.
struct KeepOff {
    GroupId group{};
    CallTypeId call_type{};
    Duration until{0};  ///< since midnight of the decision's day
};

/// The server works at `speed` times its own speed, for all who use it.
struct ServerSlow {
    ServerId server{};
    double speed = 0.25;  ///< above 0
    Duration until{0};    ///< since midnight of the decision's day
};

/// The server is off. Look-ups at it fail, those under way too.
struct ServerDown {
    ServerId server{};
    Duration until{0};  ///< since midnight of the decision's day
};

/// Nothing gets through the link.
struct LinkDown {
    LinkId link{};
    Duration until{0};  ///< since midnight of the decision's day
};

/// The site is lost: its servers are off, nothing gets there, and its agents sign out. They come back when it is over.
struct SiteLost {
    SiteId site{};
    bool drops_calls = true;  ///< false: calls in progress are finished first
    Duration until{0};        ///< since midnight of the decision's day
};

struct Decision {
    Duration at{0};                    ///< since midnight of its day
    std::optional<std::uint32_t> day;  ///< from 0; none: every day
    std::variant<Absent, Extra, Peak, Outage, SystemDown, KnowledgeGap, Prioritise, KeepOff, ServerSlow, ServerDown,
                 LinkDown, SiteLost>
        what;
};

}  // namespace floorwalker
