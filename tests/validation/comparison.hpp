#pragma once

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <string>

#include <catch2/catch.hpp>

#include <floorwalker/results.hpp>

#include "sim/measure/estimate.hpp"

/// Simulated figures beside published ones.
namespace floorwalker::validation {

/// A mean, its 95 % half-width, and how many independent values it rests on, less one.
struct Simulated {
    double mean = 0;
    double half_width = 0;
    std::int64_t degrees_of_freedom = 1;

    double half_width_at(double confidence) const {
        return half_width * measure::student_t(confidence, degrees_of_freedom) /
               measure::student_t(0.95, degrees_of_freedom);
    }
};

/// A figure with its half-width at `confidence`. No half-width: exact, to half a unit of the last digit given
/// (`rounding`).
struct Published {
    double value = 0;
    double half_width = 0;
    double confidence = 0.95;
    double rounding = 0;
};

inline Published exact(double value, double rounding = 0) { return {value, 0, 0.95, rounding}; }
inline Published estimated(double value, double half_width, double confidence = 0.95) {
    return {value, half_width, confidence, 0};
}
inline Published rounded(double value, double half_width, double rounding, double confidence = 0.95) {
    return {value, half_width, confidence, rounding};
}

/// Of a run that was made with a confidence of 95 %, the default.
inline Simulated simulated(const RunResult& run, const Estimate& estimate) {
    REQUIRE(estimate.mean.has_value());
    REQUIRE(estimate.half_width.has_value());
    const std::int64_t values = run.method == ConfidenceMethod::batch_means ? run.batches : run.replications;
    return {*estimate.mean, *estimate.half_width, values - 1};
}
inline Simulated simulated(const RunResult& run, const KpiSet& kpis, Kpi kpi) {
    INFO(name_of(kpi));
    return simulated(run, kpis[kpi]);
}
inline Simulated simulated(const RunResult& run, Kpi kpi) { return simulated(run, run.overall, kpi); }

inline double joint(double a, double b) { return std::sqrt(a * a + b * b); }

/// Whether the published value lies within the joint 99 % interval of both results.
inline bool is_inside(const Published& published, const Simulated& simulated) {
    // The published intervals rest on hundreds of values or more: a normal quantile (Student's t without end) will do.
    const double errors = measure::student_t(0.99, 1'000'000) / measure::student_t(published.confidence, 1'000'000);
    const double allowed = joint(published.half_width * errors, simulated.half_width_at(0.99)) + published.rounding;
    return std::abs(simulated.mean - published.value) <= allowed;
}

inline std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", value);
    return text;
}

inline std::string half_width_text(double half_width) {
    char text[32];
    std::snprintf(text, sizeof text, " ± %.2g", half_width);
    return half_width > 0 ? text : "";
}

/// A row of docs/validation.md; `./dev test "[validation]" -s` shows them all.
inline std::string row(const std::string& quantity, const Published& published, const Simulated& simulated) {
    return "| " + quantity + " | " + number(published.value) + half_width_text(published.half_width) + " | " +
           number(simulated.mean) + half_width_text(simulated.half_width) + " | " +
           (is_inside(published, simulated) ? "yes" : "no") + " |";
}

/// The test itself is wider, so that it is wrong less than once in 100,000 seeds: three published half-widths (at
/// least 4.9 standard errors) joined with our 99.999 % half-width. `slack` is for a known error of measuring.
///
/// `largest` is the largest 95 % half-width of ours with which the comparison still says something.
inline void compare_within(const std::string& quantity, const Published& published, const Simulated& simulated,
                           double largest, double slack = 0) {
    constexpr double kConfidence = 0.99999;
    INFO(row(quantity, published, simulated));
    const double allowed =
        joint(3 * published.half_width, simulated.half_width_at(kConfidence)) + published.rounding + slack;
    CHECK(std::abs(simulated.mean - published.value) <= allowed);
    CHECK(simulated.half_width <= largest);
}

/// `precision` is that largest half-width relative to the value.
inline void compare(const std::string& quantity, const Published& published, const Simulated& simulated,
                    double precision, double slack = 0) {
    compare_within(quantity, published, simulated, precision * published.value, slack);
}

/// A count of whole replications as one of a day.
inline Simulated a_day(const Simulated& all, std::int64_t measured_days) {
    const auto days = static_cast<double>(measured_days);
    return {all.mean / days, all.half_width / days, all.degrees_of_freedom};
}

}  // namespace floorwalker::validation
