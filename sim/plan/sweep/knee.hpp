#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/plan/sweep/sweep_result.hpp"

/// Where a curve bends: more of something helps much at first, and then hardly any more; or hardly at first, and then
/// much.
namespace floorwalker::plan {

/// A measured point of a curve.
struct CurvePoint {
    double at = 0.0;
    double value = 0.0;
    double half_width = 0.0;  ///< of the interval of the value
};

enum class NoKnee : std::uint8_t {
    too_few,   ///< fewer than four points
    flat,      ///< the intervals of its ends overlap
    straight,  ///< no point is far from the line between the ends, or none by more than its interval
};

struct Bend {
    std::size_t point = 0;
    double distance = 0.0;  ///< above the line between the ends, as a share of the whole change; below it: negative
};

/// How far the bend must be from the line between the ends, as a share of the whole change.
inline constexpr double kLeastDistance = 0.1;

/// The point farthest from the line between the ends, both axes scaled to 1 (Satopää, Albrecht, Irwin and Raghavan,
/// "Finding a 'Kneedle' in a Haystack: Detecting Knee Points in System Behavior", ICDCS Workshops 2011). Points from
/// left to right; the change counts as upward, whichever way it goes, so that a bend above the line is a curve that
/// does most of its way early. Returns why there is none instead.
struct BendSearch {
    std::optional<Bend> bend;
    std::optional<NoKnee> none;
};
BendSearch find_bend(std::span<const CurvePoint> curve);

/// What the sweep of one numeric input says about one of its metrics that has a better and a worse.
struct Knee {
    std::size_t metric = 0;
    std::optional<NoKnee> none;  ///< set: there is no knee, and the rest says nothing
    std::size_t variant = 0;
    std::size_t first_variant = 0;  ///< of the lowest value of the input
    std::size_t last_variant = 0;   ///< of the highest
    double distance = 0.0;
    double before = 0.0;  ///< change of the metric from the lowest value to the knee
    double after = 0.0;   ///< from the knee to the highest

    bool is_early() const { return distance > 0; }
};

/// Empty unless exactly one input is varied, by numbers, and all its variants have values.
std::vector<Knee> find_knees(const SweepResult& result);

}  // namespace floorwalker::plan
