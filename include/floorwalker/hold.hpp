#pragma once

#include <optional>

#include <floorwalker/distribution.hpp>

namespace floorwalker {

/// Talks in which the agent looks something up while the customer is on hold. The time comes on top of the talk.
/// Sources of the defaults, and what is an assumption: docs/model/standards.md.
struct Hold {
    double share = 0.0;                          ///< of talks in which it happens, once
    Distribution length{Exponential{30.0}, {}};  ///< in seconds
    std::optional<Distribution> report_back{};  ///< seconds from one word to the customer to the next; none: at the end
};

}  // namespace floorwalker
