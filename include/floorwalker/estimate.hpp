#pragma once

#include <optional>

namespace floorwalker {

/// A mean with the half-width of its confidence interval. No mean: nothing to divide by (no contact, no agent). No
/// half-width: fewer than two independent values.
struct Estimate {
    std::optional<double> mean;
    std::optional<double> half_width;
};

}  // namespace floorwalker
