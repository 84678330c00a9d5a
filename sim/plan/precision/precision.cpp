#include "sim/plan/precision/precision.hpp"

#include <cmath>

#include "sim/plan/experiment/outcome.hpp"

namespace floorwalker::plan {
namespace {

double largest_ratio(const PrecisionGoal& goal) { return goal.half_width / (1 + goal.half_width); }

}  // namespace

std::vector<Metric> metrics_of(const std::vector<PrecisionGoal>& goals) {
    std::vector<Metric> metrics;
    for (const PrecisionGoal& goal : goals) metrics.push_back(goal.metric);
    return metrics;
}

bool is_reached(const PrecisionGoal& goal, std::optional<double> half_width, std::optional<double> value) {
    if (!half_width || !value) return false;
    if (!goal.is_relative) return *half_width <= goal.half_width;
    return *half_width <= largest_ratio(goal) * std::abs(*value);
}

std::optional<std::int64_t> replications_for(const PrecisionGoal& goal, const Estimate& now,
                                             std::int64_t replications) {
    if (!now.half_width || !now.mean) return std::nullopt;
    const double wanted = goal.is_relative ? largest_ratio(goal) * std::abs(*now.mean) : goal.half_width;
    if (wanted <= 0) return std::nullopt;
    const double times = *now.half_width / wanted;
    const double needed = std::ceil(static_cast<double>(replications) * times * times);
    constexpr double kMost = 1e15;
    if (needed > kMost) return std::nullopt;
    return static_cast<std::int64_t>(needed);
}

PrecisionRule::PrecisionRule(std::vector<PrecisionGoal> goals, std::int64_t least, double confidence)
    : goals_{std::move(goals)}, least_{least}, confidence_{confidence}, estimators_(goals_.size()) {}

void PrecisionRule::add(const std::vector<measure::Fraction>& values) {
    ++replications_;
    for (std::size_t i = 0; i < goals_.size(); ++i) estimators_[i].add(values.at(i).part, values[i].whole);
}

bool PrecisionRule::is_enough() const {
    if (replications_ < least_) return false;
    for (std::size_t i = 0; i < goals_.size(); ++i) {
        const Estimate now = estimate(i);
        if (!is_reached(goals_[i], now.half_width, now.mean)) return false;
    }
    return true;
}

}  // namespace floorwalker::plan
