#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include <floorwalker/ids.hpp>
#include <floorwalker/outcome.hpp>

/// The service-risk model: which business is endangered by which defect. docs/model/risk.md.
namespace floorwalker {

enum class Importance : std::uint8_t { low, medium, high };

/// What the simulated frequency of the defect stands in for.
enum class RiskEstimate : std::uint8_t {
    nothing,     ///< all levels are as written
    likelihood,  ///< the likelihood, instead of control and vulnerability
    level,       ///< the defect level
};

/// One defect of one business.
struct RiskLevels {
    int level = 1;          ///< B: how bad the defect is, 1 to 3
    int vulnerability = 1;  ///< V: how easily it strikes here, 1 to 3
    double control = 0.0;   ///< level of control effectiveness: 0 is the best, 10 none at all
};

/// One business.
struct Risk {
    CallTypeId call_type{};
    Importance importance = Importance::medium;
    std::array<std::optional<RiskLevels>, kDefectKinds> defects{};
    RiskEstimate estimate = RiskEstimate::nothing;
};

struct RiskScale {
    /// Shares of contacts with the defect, rising: a likelihood of so many as are reached.
    std::array<double, 10> likelihood{0.0001, 0.0003, 0.001, 0.003, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5};
    std::array<double, 2> level{0.01, 0.05};  ///< from these shares on the defect level is 2, and 3
    double medium = 15.0;                     ///< a risk from here on is medium
    double high = 40.0;                       ///< and from here on high
};

}  // namespace floorwalker
