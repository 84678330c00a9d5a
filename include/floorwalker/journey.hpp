#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>

#include <floorwalker/distribution.hpp>
#include <floorwalker/ids.hpp>
#include <floorwalker/time.hpp>

/// What a contact leads to: another try, another agent, a call back.
namespace floorwalker {

/// A customer who got nobody tries again. docs/model/redial.md.
struct Redial {
    double after_blocked = 0.0;                  ///< chance after the first try, when blocked
    double after_abandoned = 0.0;                ///< chance after the first try, when abandoned
    std::optional<double> further;               ///< chance after every further try; none: as after the first
    std::int64_t most_tries = 10;                ///< calls of one customer in all
    Distribution delay{Exponential{300.0}, {}};  ///< seconds from the end of one try to the next
    std::optional<CallTypeId> becomes;           ///< the type that it asks for the next time; none: the same
};

/// A customer whose matter was not solved calls again: by the rules of the call type, or of the number whose IVR served
/// it.
struct Repeat {
    /// Share of contacts, handled by an agent or contained in the IVR, that solve nothing. 0 for a call type with an
    /// outcome, which says itself what is solved; what the IVR contains is solved then.
    double unsolved = 0.0;
    double calls_again = 1.0;  ///< of those, the share that calls again
    Distribution delay{Exponential{86'400.0}, {}};
    std::optional<CallTypeId> becomes;  ///< none: the same
};

enum class TransferKind : std::uint8_t {
    cold,        ///< the first agent is free at once
    warm,        ///< the first agent stays until a second has come and is briefed
    conference,  ///< the first agent stays to the end
};

/// After the talk the contact goes on to another queue. docs/model/transfer.md.
struct Transfer {
    CallTypeId to{};
    double share = 0.0;                        ///< of the contacts talked to
    std::map<GroupId, double> share_by_group;  ///< instead of `share` for agents of these groups
    TransferKind kind = TransferKind::cold;
    Distribution briefing{Constant{30.0}, {}};       ///< of a warm transfer; both agents are held
    Duration most_hold = std::chrono::minutes{5};    ///< how long the first agent waits for the second; then it is cold
    bool keeps_wait = false;                         ///< in the second queue it ranks as if it waited since its arrival
    bool is_escalation = false;                      ///< to a higher level; reported apart
    bool returns = false;                            ///< at the end it goes back to the first agent
    Duration return_wait = std::chrono::minutes{2};  ///< for that agent; then the contact is over
    Distribution return_talk{Constant{60.0}, {}};
};

/// A call back instead of waiting. docs/model/callback.md.
struct Callback {
    enum class When : std::uint8_t {
        in_turn,  ///< keeps its place in the queue
        quiet,    ///< when `free_agents` are free, at the latest after `latest`; then it is in turn
    };

    std::optional<Duration> offered_above;  ///< when the expected wait at joining passes this; none: by a route step
    double accepted = 0.5;                  ///< share of those it is offered to
    When when = When::in_turn;
    std::int64_t free_agents = 2;  ///< of a group, before one of them calls a quiet one
    Duration latest = std::chrono::hours{24};
    Distribution dialling{Constant{20.0}, {}};  ///< from dialling to an answer, or to giving up
    double reached = 0.8;                       ///< by each attempt
    std::int64_t attempts = 3;
    Duration retry = std::chrono::minutes{30};
    double missed_calls = 0.0;                  ///< share of the abandoned who are called back
    Distribution on_paper{Constant{60.0}, {}};  ///< seconds to write a request down while systems are down
};

}  // namespace floorwalker
