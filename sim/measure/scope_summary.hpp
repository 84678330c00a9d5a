#pragma once

#include <array>

#include <floorwalker/results.hpp>

#include "sim/measure/estimate.hpp"
#include "sim/measure/formulas.hpp"
#include "sim/measure/wait_histogram.hpp"

/// KPIs of a scope from independent units.
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

/// A scope with its waits.
struct ScopeState {
    explicit ScopeState(Scope scope) : totals{scope} {}

    KpiSet kpis(double confidence) const;

    ScopeSummary totals;
    WaitSummary answered;
    WaitSummary abandoned;
};

/// Shares of a replication's batches, for half-widths from one replication. Batches are of equal length; the means are
/// those of the whole run.
void widen(KpiSet& kpis, const ScopeSummary& batches, std::size_t count, double confidence);

}  // namespace floorwalker::measure
