#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <floorwalker/scenario.hpp>

#include "sim/measure/estimate.hpp"
#include "sim/plan/experiment/metric.hpp"

/// Runs that go on until they are precise enough.
namespace floorwalker::plan {

/// "service_level ± 0.5pp": the half-width that is asked for.
struct PrecisionGoal {
    Metric metric;
    double half_width = 0.0;  ///< in the unit of the KPI (shares between 0 and 1), or relative to its value
    bool is_relative = false;
    std::string text{};  ///< as it was asked for
};

/// Goals with commas between them; "±", "+-" or "+/-" before the half-width. Shares take "pp" (percentage points),
/// times "s" or "min", hours "h", all others a bare number; "%" is relative to the value itself. Throws BadRequest,
/// with what would be right.
std::vector<PrecisionGoal> parse_precision(std::string_view text, const Scenario& scenario);

/// What the goals are about, in their order.
std::vector<Metric> metrics_of(const std::vector<PrecisionGoal>& goals);

/// Whether an interval is as narrow as asked for. Relative goals γ are held against γ / (1 + γ), so that the error,
/// relative to the truth and not to the estimate, is at most γ (Law, "Simulation Modeling and Analysis", 5th ed. 2015,
/// section 9.4.1). `value` is what a relative goal is relative to.
bool is_reached(const PrecisionGoal& goal, std::optional<double> half_width, std::optional<double> value);

/// How many replications the goal would take, were the standard deviation what it looks like after `replications`.
std::optional<std::int64_t> replications_for(const PrecisionGoal& goal, const Estimate& now, std::int64_t replications);

/// Law's sequential procedure (section 9.4.1): one replication after the other, until all goals are reached, but not
/// before `least`. The intervals are then those of a fixed number. Since it stops where they happen to be narrow they
/// hold the truth a little less often than they say; less so the larger `least` is.
class PrecisionRule {
public:
    PrecisionRule(std::vector<PrecisionGoal> goals, std::int64_t least, double confidence);

    /// The next replication, its values in the order of the goals.
    void add(const std::vector<measure::Fraction>& values);

    bool is_enough() const;
    std::int64_t replications() const { return replications_; }
    const std::vector<PrecisionGoal>& goals() const { return goals_; }
    Estimate estimate(std::size_t goal) const { return estimators_[goal].estimate(confidence_); }

private:
    std::vector<PrecisionGoal> goals_;
    std::int64_t least_;
    double confidence_;
    std::int64_t replications_ = 0;
    std::vector<measure::RatioEstimator> estimators_;
};

/// Fewer replications than so many before the first look make intervals that hold too seldom (Law, section 9.4.1).
inline constexpr std::int64_t kLeastReplications = 10;

}  // namespace floorwalker::plan
