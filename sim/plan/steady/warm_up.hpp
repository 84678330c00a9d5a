#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include <floorwalker/run.hpp>
#include <floorwalker/scenario.hpp>

#include "sim/measure/estimate.hpp"
#include "sim/plan/experiment/metric.hpp"

/// How long a centre that starts empty takes to settle.
namespace floorwalker::plan {

struct WarmUpOptions {
    std::uint64_t seed = 1;
    std::int64_t replications = 20;  ///< at least 2
    std::int64_t days = 60;          ///< of each replication, from the start; at least 10
    unsigned threads = 0;
    double confidence = 0.95;
    const std::atomic<bool>* stop = nullptr;
    std::function<void(const RunProgress&)> on_progress{};
};

struct WarmUpOfMetric {
    Metric metric;
    std::vector<std::optional<double>> series{};  ///< by step of days, over all replications
    /// So many days are still under the influence of the start; 0: none of them can be told from the rest.
    std::int64_t days = 0;
    bool is_reliable = true;           ///< else the replications are too short to tell
    std::optional<double> at_start{};  ///< the KPI over those days, or over the first step
    Estimate settled{};                ///< over the days after them, with the interval over replications
};

struct WarmUpResult {
    std::int64_t replications = 0;
    std::int64_t days = 0;
    std::int64_t step = 1;  ///< days that a value of the series stands for: 7 where weekdays differ
    std::vector<WarmUpOfMetric> metrics;

    std::int64_t warm_up_days() const;  ///< the longest
    bool is_reliable() const;
};

/// Replications of `days` with no warm-up, averaged day by day (Welch, in "The Computer Performance Modeling Handbook",
/// 1983), and cut by MSER. Values of a day are means over hundreds of contacts, so they are taken as they are: the
/// batches of five of MSER-5 are for single waits. MSER throws a few days away by chance; what it cuts is kept only
/// when the KPI over these days differs from the rest by more than luck, over replications with the paired t.
///
/// Throws BadRequest for metrics that are not formed by day: quantiles, maxima and those of servers.
WarmUpResult find_warm_up(const Scenario& scenario, const std::vector<Metric>& metrics, const WarmUpOptions& options);

}  // namespace floorwalker::plan
