#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include <floorwalker/run.hpp>

#include "sim/plan/experiment/metric.hpp"

/// What a plan comes to when the forecast of its volume may be wrong.
namespace floorwalker::plan {

struct DemandOptions {
    std::uint64_t seed = 1;
    std::int64_t replications = 400;
    double cv = 0.1;  ///< of the factor on the volume, above 0: lognormal with mean 1, one for each replication
    unsigned threads = 0;
    double confidence = 0.95;
    const std::atomic<bool>* stop = nullptr;
    std::function<void(const RunProgress&)> on_progress{};
};

/// A value that a share of all replications does not exceed, with the interval of order statistics (Law, "Simulation
/// Modeling and Analysis", 5th ed. 2015, section 9.5.2): it needs no distribution.
struct Quantile {
    double share = 0.5;
    double value = 0.0;
    std::optional<double> low{};  ///< none: too few values, and so is `high`
    std::optional<double> high{};
};

/// Of values in any order; none of no values.
std::optional<Quantile> quantile_of(std::vector<double> values, double share, double confidence);

/// What a KPI of a replication may be.
struct DemandOfMetric {
    Metric metric;
    std::vector<double> uncertain{};    ///< by replication, with a volume of its own
    std::vector<double> as_forecast{};  ///< with the same customers' luck and the volume of the scenario
};

struct DemandResult {
    std::int64_t replications = 0;
    std::vector<double> factors;  ///< by replication
    std::vector<DemandOfMetric> metrics;
};

/// The factor of a replication: keyed by seed and replication, with luck that no customer has.
double demand_factor(std::uint64_t seed, std::int64_t replication, double cv);

/// Throws BadRequest where calls are replayed, so that there is no forecast.
DemandResult spread_demand(const Scenario& scenario, const std::vector<Metric>& metrics, const DemandOptions& options);

}  // namespace floorwalker::plan
