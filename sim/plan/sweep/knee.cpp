#include "sim/plan/sweep/knee.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/plan/design/input.hpp"

namespace floorwalker::plan {
namespace {

constexpr std::size_t kFewestPoints = 4;

/// The variants from the lowest value of the only input to the highest.
std::vector<std::size_t> in_order(const SweepResult& result) {
    std::vector<std::size_t> order(result.variants.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto at = [&](std::size_t variant) { return numeric_value(result.variants[variant].values[0]); };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return at(a) < at(b); });
    return order;
}

/// None when some variant has no mean.
std::optional<std::vector<CurvePoint>> curve_of(const SweepResult& result, const std::vector<std::size_t>& order,
                                                std::size_t metric) {
    std::vector<CurvePoint> curve;
    for (const std::size_t variant : order) {
        const Estimate& estimate = result.variants[variant].metrics[metric];
        if (!estimate.mean) return std::nullopt;
        curve.push_back(
            {numeric_value(result.variants[variant].values[0]), *estimate.mean, estimate.half_width.value_or(0)});
    }
    return curve;
}

}  // namespace

BendSearch find_bend(std::span<const CurvePoint> curve) {
    if (curve.size() < kFewestPoints || curve.back().at <= curve.front().at) return {{}, NoKnee::too_few};
    const CurvePoint& first = curve.front();
    const CurvePoint& last = curve.back();
    const double change = last.value - first.value;
    if (change == 0 || std::abs(change) <= first.half_width + last.half_width) return {{}, NoKnee::flat};
    Bend bend;
    for (std::size_t i = 1; i + 1 < curve.size(); ++i) {
        const double distance =
            (curve[i].value - first.value) / change - (curve[i].at - first.at) / (last.at - first.at);
        if (std::abs(distance) > std::abs(bend.distance)) bend = {i, distance};
    }
    const double luck = curve[bend.point].half_width / std::abs(change);
    if (std::abs(bend.distance) < std::max(kLeastDistance, luck)) return {{}, NoKnee::straight};
    return {bend, {}};
}

std::vector<Knee> find_knees(const SweepResult& result) {
    if (result.inputs.size() != 1 || !result.inputs[0].is_numeric || !result.is_complete()) return {};
    const auto order = in_order(result);
    std::vector<Knee> knees;
    for (std::size_t m = 0; m < result.metrics.size(); ++m) {
        const auto curve = curve_of(result, order, m);
        if (result.metrics[m].better == Better::neither || !curve) continue;
        const BendSearch found = find_bend(*curve);
        Knee knee{.metric = m, .none = found.none};
        if (found.bend) {
            knee.variant = order[found.bend->point];
            knee.first_variant = order.front();
            knee.last_variant = order.back();
            knee.distance = found.bend->distance;
            const double at_knee = (*curve)[found.bend->point].value;
            knee.before = at_knee - curve->front().value;
            knee.after = curve->back().value - at_knee;
        }
        knees.push_back(knee);
    }
    return knees;
}

}  // namespace floorwalker::plan
