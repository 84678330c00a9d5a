#pragma once

#include <cstdint>
#include <string>

#include <floorwalker/scenario.hpp>

#include "sim/plan/steady/warm_up.hpp"
#include "sim/report/text_report.hpp"

/// Warm-up and run length for people and for programs.
namespace floorwalker::report {

struct WarmUpReport {
    const Scenario& scenario;
    std::uint64_t seed = 1;
    double confidence = 0.95;
    const plan::WarmUpResult& result;
};

/// Measured days for a day of warm-up, at least: with ten times as many the start that is left weighs little, and what
/// is thrown away costs little (Banks, Carson, Nelson and Nicol, "Discrete-Event System Simulation", 5th ed. 2010,
/// section 11.5.2).
inline constexpr std::int64_t kMeasuredPerWarmUpDay = 10;

std::string warm_up_text(const WarmUpReport& report, const TextOptions& options = {});
/// "floorwalker/warmup/1"
std::string warm_up_json(const WarmUpReport& report);
/// A line for each metric and day.
std::string warm_up_csv(const WarmUpReport& report);

}  // namespace floorwalker::report
