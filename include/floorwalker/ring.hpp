#pragma once

#include <chrono>
#include <cstdint>

#include <floorwalker/distribution.hpp>
#include <floorwalker/time.hpp>

/// How calls ring at the agents of a group before they are answered. Sources of the defaults, and what is an
/// assumption: docs/model/ringing.md.
namespace floorwalker {

struct Ring {
    std::int64_t rings = 3;                             ///< after which nobody takes it any more; at least 1
    Duration ring_length = std::chrono::seconds{5};     ///< tone and pause; positive
    Distribution delay{Uniform{1.0, 9.0}, {}};          ///< seconds until the agent takes it, cut at longest()
    double not_answered = 0.0;                          ///< share of rings that nobody takes; below 1
    Duration do_not_disturb = std::chrono::minutes{2};  ///< of the agent who did not take it; not negative

    /// How long it rings when nobody takes it.
    Duration longest() const { return ring_length * rings; }
};

}  // namespace floorwalker
