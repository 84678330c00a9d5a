#pragma once

#include <chrono>
#include <map>
#include <optional>

#include <floorwalker/distribution.hpp>
#include <floorwalker/ids.hpp>
#include <floorwalker/time.hpp>

/// How the people of a group differ from one another, and how they learn. What is said here multiplies the handling
/// time that their proficiency gives. Sources of the defaults, and what is an assumption: docs/model/skill.md.
namespace floorwalker {

/// Handling takes 1 + (start − 1) · 2^(−tenure / half_life) times as long: an exponential learning curve.
struct LearningByTenure {
    double start = 1.5;                                   ///< multiple of a beginner; above 0, below 1 it grows
    Duration half_life = std::chrono::hours{24 * 7 * 3};  ///< in which half of the way to 1 is made; positive
    /// By which experienced colleagues shorten the way: tenure grows by 1 / (1 − peers · e) a day, e their share of the
    /// group. From 0 to below 1.
    double peers = 0.0;
    Duration experienced_after = std::chrono::hours{24 * 7 * 6};  ///< of tenure
    double beginner_errors = 1.0;  ///< multiple on the odds of a mistake, which falls to 1 likewise; not negative
};

/// Handling a call type takes 1 + (start − 1) · 2^(−handled / half_life) times as long, where `handled` are the
/// contacts of the type that the agent has finished.
struct LearningByCalls {
    double start = 1.5;        ///< multiple at the first contact; above 0
    double half_life = 100.0;  ///< in contacts; positive
    double before = 0.0;       ///< contacts of each type finished before the run; not negative
};

/// Multiples on the odds that a contact of a type is solved, above 0; 1 where not named.
using Quality = std::map<CallTypeId, double>;

struct GroupSkill {
    /// Coefficient of variation of the mean handling time between unnamed agents: lognormal, mean 1.
    double spread = 0.0;
    /// Standard deviation of the change from one week to the next of the logarithm of an unnamed agent's mean handling
    /// time. A stationary AR(1), so `spread` holds in every week; at most √2 · √ln(1 + spread²).
    double drift = 0.0;
    std::optional<LearningByTenure> learning{};
    std::optional<LearningByCalls> learning_by_calls{};
    std::optional<Distribution> tenure{};  ///< seconds on the first day of the run, for each agent; none: 0

    Quality quality{};

    bool makes_a_difference() const { return spread > 0 || learning || learning_by_calls || !quality.empty(); }
};

}  // namespace floorwalker
