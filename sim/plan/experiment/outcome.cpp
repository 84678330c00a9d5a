#include "sim/plan/experiment/outcome.hpp"

#include "sim/measure/kpi_reader.hpp"

namespace floorwalker::plan {

Outcome outcome_of(const FinishedReplication& finished, const std::vector<Metric>& metrics) {
    const measure::KpiReader reader{finished.recorder};
    Outcome outcome{finished.number, finished.digest, {}};
    outcome.values.reserve(metrics.size());
    for (const Metric& metric : metrics) {
        outcome.values.push_back(reader.read(metric.kpi, metric.scope, metric.place));
    }
    return outcome;
}

}  // namespace floorwalker::plan
