#pragma once

#include <string>
#include <vector>

#include <floorwalker/results.hpp>
#include <floorwalker/scenario.hpp>

#include "sim/measure/digest.hpp"
#include "sim/measure/journey_summary.hpp"
#include "sim/measure/machines/machine_summary.hpp"
#include "sim/measure/quality_summary.hpp"
#include "sim/measure/recorder.hpp"
#include "sim/measure/scope_summary.hpp"
#include "sim/measure/standards_summary.hpp"

/// Brings replications together into estimates. They must be added in a fixed order, since sums of doubles depend on
/// it.
namespace floorwalker::measure {

class Summary {
public:
    explicit Summary(const Scenario& scenario);

    /// A finished recorder, and the digest of its replication.
    void add(const Recorder& recorder, std::uint64_t digest);

    std::int64_t replications() const { return replications_; }

    RunResult result(double confidence) const;

private:
    /// The scopes of one kind, each with the id that results give it.
    struct Scopes {
        std::vector<std::string> ids;
        std::vector<ScopeState> states;

        void add(std::string id, Scope scope);
        std::vector<NamedKpis> kpis(double confidence) const;
    };

    void add_totals(const BatchTotals& all);
    void add_intervals(const Recorder& recorder);
    void add_waits(const Recorder& recorder, const BatchTotals& all);
    void add_agents(const Recorder& recorder);
    void fill_intervals(RunResult& result, double confidence) const;
    void fill_from_batches(RunResult& result, double confidence) const;
    void fill_agents(RunResult& result) const;
    void fill_months(RunResult& result, std::int64_t days, double confidence) const;
    void leave_out_unused_channels(RunResult& result) const;

    Settings settings_;
    std::string name_;
    std::int64_t scenario_days_ = 1;
    std::vector<std::vector<std::string>> agent_names_;  // by group

    ScopeState overall_{Scope::overall};
    Scopes call_types_;
    Scopes groups_;
    Scopes tiers_;
    Scopes channels_;
    std::vector<ScopeState> intervals_;
    std::vector<ScopeSummary> months_;
    JourneySummary journeys_;
    QualitySummary quality_;
    StandardsSummary standards_;
    MachineSummary machines_;
    std::vector<Risk> risks_;
    RiskScale risk_scale_;
    std::vector<BatchTotals> batches_;  // of the first replication
    std::vector<AgentTally> agents_;    // sums
    std::vector<OutcomeCell> agent_outcomes_;
    Digest digest_;
    std::uint64_t contacts_ = 0;
    std::int64_t replications_ = 0;
};

}  // namespace floorwalker::measure
