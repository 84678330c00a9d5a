#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <floorwalker/run.hpp>
#include <floorwalker/scenario.hpp>

#include "sim/plan/compare/comparison.hpp"
#include "sim/plan/experiment/metric.hpp"
#include "sim/plan/replication.hpp"

/// What faults of machines cost: the same customers with and without them.
namespace floorwalker::plan {

/// One of the figures that are held against each other.
struct FaultFigure {
    std::string key;  ///< in JSON: the KPI's, or "handling_hours": talk, hold and wrap-up of all agents
    Kpi kpi{};        ///< by whose unit and wish it is read
};

struct FaultCost {
    std::vector<FaultFigure> figures;
    std::int64_t replications = 0;
    double confidence = 0.95;  ///< that all intervals of differences hold at once
    std::vector<Estimate> without{};
    std::vector<Estimate> with{};
    std::vector<Difference> differences{};  ///< with, less without
};

/// Listens to a run with faults, and then runs the same customers without.
class FaultCostRun {
public:
    explicit FaultCostRun(const Scenario& scenario);

    /// The next replication of the run, in order of their numbers.
    void add(const FinishedReplication& finished);

    /// Runs as many replications without faults, with the same seed. Fewer when `stop` is set on the way.
    FaultCost finish(const RunOptions& options) const;

private:
    Values values_of(const FinishedReplication& finished) const;

    const Scenario& scenario_;
    std::vector<Metric> metrics_;
    std::vector<Values> with_;
};

}  // namespace floorwalker::plan
