#pragma once

#include <cstdint>
#include <vector>

#include <floorwalker/facts.hpp>

namespace floorwalker::measure {

/// What became of the contacts that heard one IVR flow.
struct IvrTally {
    std::int64_t entered = 0;
    std::int64_t contained = 0;
    std::int64_t gave_up = 0;
    std::int64_t not_served = 0;
    std::int64_t wants_agent = 0;
    std::int64_t spent_us = 0;
    std::vector<std::int64_t> visits;  ///< by node

    void left(IvrOutcome outcome, Duration spent) {
        spent_us += spent.count();
        switch (outcome) {
        case IvrOutcome::contained: ++contained; break;
        case IvrOutcome::gave_up: ++gave_up; break;
        case IvrOutcome::not_served: ++not_served; break;
        case IvrOutcome::wants_agent: ++wants_agent; break;
        }
    }
};

}  // namespace floorwalker::measure
