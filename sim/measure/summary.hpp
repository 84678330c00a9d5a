#pragma once

#include <memory>
#include <vector>

#include <floorwalker/results.hpp>
#include <floorwalker/scenario.hpp>

#include "sim/measure/digest.hpp"
#include "sim/measure/estimate.hpp"
#include "sim/measure/formulas.hpp"
#include "sim/measure/recorder.hpp"

/// Brings replications together into estimates. They must be added in a fixed order, since sums of doubles depend on
/// it.
namespace floorwalker::measure {

/// The KPIs of one scope over independent units (replications or batches).
class ScopeSummary {
public:
    explicit ScopeSummary(Scope scope) : scope_{scope} {}

    void add(const Settings& settings, const Totals& totals);

    Scope scope() const { return scope_; }

    /// All but the quantiles.
    KpiSet kpis(double confidence) const;

private:
    Scope scope_;
    std::array<RatioEstimator, kKpis> estimators_;
};

/// Wait quantiles of one scope: the estimate is that of all waits together, the interval comes from how the quantiles
/// of the replications vary (sectioning: Asmussen and Glynn, "Stochastic Simulation", 2007, section III.5a).
class WaitSummary {
public:
    /// `contacts` counts all, with those who did not wait and so are not in the histogram.
    void add(const WaitHistogram& waits, double contacts);

    /// Fills in the quantiles of the answered, or those of the abandoned.
    void fill(KpiSet& kpis, Scope scope, bool of_abandoned, double confidence) const;

private:
    WaitHistogram waits_;
    std::uint64_t without_wait_ = 0;
    std::array<RatioEstimator, kKpis> of_replications_;
};

class Summary {
public:
    explicit Summary(const Scenario& scenario);

    /// A finished recorder, and the digest of its replication.
    void add(const Recorder& recorder, std::uint64_t digest);

    std::int64_t replications() const { return replications_; }

    RunResult result(double confidence) const;

private:
    struct ScopeState {
        explicit ScopeState(Scope scope) : totals{scope} {}
        ScopeSummary totals;
        WaitSummary answered;
        WaitSummary abandoned;
    };

    void add_waits(const Recorder& recorder, const BatchTotals& all);
    void add_agents(const Recorder& recorder);
    KpiSet kpis(const ScopeState& state, double confidence) const;
    void fill_from_batches(RunResult& result, double confidence) const;
    void fill_agents(RunResult& result) const;

    Settings settings_;
    std::string name_;
    std::vector<std::string> call_type_ids_;
    std::vector<std::string> group_ids_;
    std::vector<std::vector<std::string>> agent_names_;  // by group

    ScopeState overall_{Scope::overall};
    std::vector<ScopeState> call_types_;
    std::vector<ScopeState> groups_;
    std::vector<ScopeState> intervals_;
    std::vector<BatchTotals> batches_;  // of the first replication
    std::vector<AgentTally> agents_;    // sums
    Digest digest_;
    std::uint64_t contacts_ = 0;
    std::int64_t replications_ = 0;
};

}  // namespace floorwalker::measure
