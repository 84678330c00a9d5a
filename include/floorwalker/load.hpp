#pragma once

#include <chrono>
#include <cstdint>

#include <floorwalker/time.hpp>

/// What work does to people: fatigue by handling contacts, stress by abusive customers, and how both show. Rates are
/// per hour, effects 0 by default. Sources, and what is an assumption: docs/model/fatigue.md and docs/model/stress.md.
namespace floorwalker {

/// Fatigue F from 0 to 1. While handling F′ = rise · (1 + stress · S) · (1 − F); while available or away F falls at the
/// rate of a recovery; a night takes away `overnight` of it.
struct Fatigue {
    double rise = 0.0;            ///< per hour of handling; 0: nobody tires
    double recovery_idle = 0.0;   ///< per hour available
    double recovery_break = 1.0;  ///< per hour of break, meal or absence
    double overnight = 1.0;       ///< share taken away by a night
    double stress = 0.0;          ///< how much faster people tire at stress 1
    // Multiples are 1 + effect · F.
    double handling = 0.0;  ///< above −1; below 0 people speed up
    double errors = 0.0;
    double absences = 0.0;
    double shared_breaks = 0.0;  ///< change of handling time in a group whose breaks two or more take at once
    /// Elasticity of output by hours: output of a shift ∝ hours^long_hours, equal to output without it at 8 hours.
    double long_hours = 1.0;    ///< above 0; 1: off
    double rush = 0.0;          ///< change of handling time while the queue is long; above −1, either sign
    double rush_waiting = 1.0;  ///< waiting of the call type per agent present at which it is full; above 0

    bool makes_a_difference() const { return rise > 0 || long_hours != 1.0 || rush != 0.0 || shared_breaks != 0.0; }
};

/// Stress S from 0 to 1: each abusive contact, and each contact, adds its share of what is left to 1. It does not fall
/// while handling.
struct Stress {
    double per_contact = 0.0;
    double recovery_idle = 0.1;  ///< per hour available
    double recovery_break = 0.5;
    double overnight = 0.5;  ///< share taken away by a night
    double coaching = 0.0;   ///< share taken away by a coaching
    double monitored = 0.0;  ///< share of what is left to 1 that silent monitoring adds
    double feedback = 0.0;   ///< share taken away by monitoring with feedback
    // Multiples are 1 + effect · S.
    double handling = 0.0;
    double errors = 0.0;
    double politeness = 0.0;  ///< at least −1
    double absences = 0.0;
    double sickness = 0.0;
    double leaving = 0.0;
};

/// Those who lead the agents of a group; they are there while any of these is. Each is with one agent at a time.
struct Leaders {
    std::int64_t count = 1;  ///< a coaching takes the time of one
    Duration attention = std::chrono::minutes{
        3};  ///< an agent goes aside with one, if one is free, after a customer has abused it; paid. 0: never
    double relief = 0.5;  ///< share of the stress that is gone after that
};

/// Customers who abuse the agent: the same ones in every variant, and by a longer wait more of them.
struct Abuse {
    double share = 0.02;             ///< of those who did not wait
    double per_minute_waited = 0.0;  ///< added
    double stress = 0.1;             ///< of what is left to 1
    double ends = 0.0;               ///< share of abusive contacts that the agent ends after fair warning
    Duration warned_after = std::chrono::seconds{60};
    Duration warning = std::chrono::seconds{15};  ///< from the warning to the end
};

}  // namespace floorwalker
