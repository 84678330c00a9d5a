#include "sim/plan/faults/fault_cost.hpp"

#include <utility>

#include "sim/measure/formulas.hpp"
#include "sim/plan/experiment/outcome.hpp"
#include "sim/plan/faults/without_faults.hpp"
#include "sim/plan/replicate.hpp"

namespace floorwalker::plan {
namespace {

constexpr double kSecondsPerHour = 3600.0;

std::vector<Metric> metrics_for(const Scenario& scenario) {
    std::vector<std::string> names{"service_level", "abandoned", "asa_s", "aht_s"};
    const auto may_have = [&](const char* name) {
        try {
            parse_metric(name, scenario);
            names.emplace_back(name);
        } catch (const std::exception&) {  // the scenario has none
        }
    };
    for (const char* name : {"call_agains", "callbacks_kept", "paid_hours", "cost"}) may_have(name);
    return parse_metrics(names, scenario);
}

/// Talk, hold and wrap-up: the mean times the number that it is of.
measure::Fraction handling_hours(const measure::Fraction& aht) { return {aht.part / kSecondsPerHour, 1}; }

bool is_aht(const Metric& metric) { return metric.kpi == Kpi::aht_s; }

}  // namespace

FaultCostRun::FaultCostRun(const Scenario& scenario) : scenario_{scenario}, metrics_{metrics_for(scenario)} {}

Values FaultCostRun::values_of(const FinishedReplication& finished) const {
    Values values;
    const Outcome outcome = outcome_of(finished, metrics_);
    for (std::size_t i = 0; i < metrics_.size(); ++i) {
        values.push_back(outcome.values[i]);
        if (is_aht(metrics_[i])) values.push_back(handling_hours(outcome.values[i]));
    }
    return values;
}

void FaultCostRun::add(const FinishedReplication& finished) { with_.push_back(values_of(finished)); }

FaultCost FaultCostRun::finish(const RunOptions& options) const {
    FaultCost cost;
    for (const Metric& metric : metrics_) {
        cost.figures.push_back({name_of(metric), metric.kpi});
        if (is_aht(metric)) cost.figures.push_back({"handling_hours", Kpi::paid_hours});
    }
    Comparison comparison{2, cost.figures.size()};
    ReplicateOptions without{options, false, {}};
    without.run.replications = static_cast<std::int64_t>(with_.size());
    without.on_finished = [&](const FinishedReplication& finished) {
        comparison.add({values_of(finished), with_[static_cast<std::size_t>(finished.number)]});
    };
    replicate(without_faults(scenario_), without);
    const ComparisonResult result = comparison.result(options.confidence);
    cost.replications = comparison.replications();
    cost.confidence = options.confidence;
    cost.without = result.variants[0].estimates;
    cost.with = result.variants[1].estimates;
    cost.differences = result.variants[1].differences;
    return cost;
}

}  // namespace floorwalker::plan
