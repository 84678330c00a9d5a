#include "sim/store/result_writer.hpp"

#include <optional>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include "sim/measure/figures.hpp"

namespace floorwalker::store {
namespace {

/// What an estimate is about: the one that is set, or the centre.
struct Subject {
    std::optional<std::int64_t> call_type{};
    std::optional<std::int64_t> group{};
    std::optional<std::int64_t> tier{};
    std::optional<std::int64_t> interval{};
    std::string scope{};  ///< with `subject`: of what has no table of its own
    std::string subject{};
};

class ResultRows {
public:
    ResultRows(SQLite::Database& database, RunId run)
        : run_{run},
          statement_{database,
                     "INSERT INTO result (run_id, kpi, mean, call_type_id, agent_group_id, tier_id, interval, scope, "
                     "subject, half_width) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"} {}

    void add(const Subject& about, std::string_view kpi, const Estimate& estimate) {
        if (!estimate.mean) return;
        statement_.reset();
        SQLite::bind(statement_, static_cast<std::int64_t>(run_), std::string{kpi}, *estimate.mean);
        int place = 4;
        const auto bind_if = [&](bool known, const auto& value) {
            known ? statement_.bind(place, value) : statement_.bind(place);
            ++place;
        };
        for (const auto& id : {about.call_type, about.group, about.tier, about.interval})
            bind_if(id.has_value(), id.value_or(0));
        for (const std::string& text : {about.scope, about.subject}) bind_if(!about.scope.empty(), text);
        bind_if(estimate.half_width.has_value(), estimate.half_width.value_or(0.0));
        statement_.exec();
    }

    void add(const Subject& about, const KpiSet& kpis) {
        for (const Kpi kpi : all_kpis()) add(about, floorwalker::name_of(kpi), kpis[kpi]);
    }

    void add(const Subject& about, const std::vector<measure::Figure>& figures) {
        for (const measure::Figure& figure : figures) add(about, figure.name, figure.estimate);
    }

private:
    RunId run_;
    SQLite::Statement statement_;
};

void add_risk(ResultRows& rows, const RiskResult& risk) {
    for (const RiskResult::Business& business : risk.businesses) {
        for (const RiskCell& cell : business.defects)
            rows.add({.scope = "risk", .subject = business.call_type + "/" + std::string{name_of(cell.defect)}},
                     measure::figures_of(cell));
        rows.add({.scope = "risk", .subject = business.call_type}, measure::sum_of_risks(business.risk));
    }
    for (std::size_t kind = 0; kind < kDefectKinds; ++kind)
        rows.add({.scope = "risk_of_defect", .subject = std::string{name_of(static_cast<DefectKind>(kind))}},
                 measure::sum_of_risks(risk.by_defect[kind]));
    rows.add({.scope = "risk"}, measure::sum_of_risks(risk.total));
}

void add_standard(ResultRows& rows, const StandardResult& standard, const std::vector<NamedKpis>& groups) {
    const std::string& id = standard.standard.id;
    rows.add({.scope = "standard", .subject = id}, measure::figures_of(standard.overall));
    for (std::size_t g = 0; g < groups.size() && groups.size() > 1; ++g)
        rows.add({.scope = "standard", .subject = id + "/" + groups[g].id}, measure::figures_of(standard.by_group[g]));
}

void add_machines(ResultRows& rows, const MachineResults& machines) {
    rows.add({.scope = "machines"}, measure::figures_of(machines));
    for (const ServerResult& server : machines.servers) {
        rows.add({.scope = "server", .subject = server.id}, measure::figures_of(server));
        for (std::int64_t i = 0; const ServerResult::Interval& interval : server.intervals)
            rows.add({.interval = i++, .scope = "server_interval", .subject = server.id},
                     measure::figures_of(interval));
    }
    for (const MachineResult& link : machines.links)
        rows.add({.scope = "link", .subject = link.id}, measure::figures_of(link));
    for (const MachineResult& site : machines.sites)
        rows.add({.scope = "site", .subject = site.id}, measure::figures_of(site));
}

}  // namespace

void write_estimates(SQLite::Database& database, const RunKeys& keys, const RunResult& result) {
    ResultRows rows{database, keys.run};
    rows.add({}, result.overall);
    for (std::size_t t = 0; t < result.call_types.size(); ++t)
        rows.add({.call_type = keys.call_types[t]}, result.call_types[t].kpis);
    for (std::size_t g = 0; g < result.groups.size(); ++g) rows.add({.group = keys.groups[g]}, result.groups[g].kpis);
    for (std::size_t k = 0; k < result.tiers.size(); ++k) rows.add({.tier = keys.tiers[k]}, result.tiers[k].kpis);
    for (const NamedKpis& channel : result.channels)
        rows.add({.scope = "channel", .subject = channel.id}, channel.kpis);
    for (const IvrResult& flow : result.ivr) {
        rows.add({.scope = "ivr", .subject = flow.id}, measure::figures_of(flow));
        for (const IvrResult::Node& node : flow.nodes)
            rows.add({.scope = "ivr_node", .subject = flow.id + "/" + node.id}, measure::figures_of(node));
    }
    for (const CampaignResult& campaign : result.campaigns)
        rows.add({.scope = "campaign", .subject = campaign.id}, measure::figures_of(campaign));
    for (const WaitEstimateResult& one : result.wait_estimates) {
        rows.add({.scope = "wait_estimate", .subject = one.call_type + "/" + std::string{name_of(one.estimator)}},
                 measure::figures_of(one));
    }
    if (result.quality) rows.add({.scope = "quality"}, measure::figures_of(*result.quality));
    if (result.calibration) {
        rows.add({.scope = "quality", .subject = "before_calibration"},
                 measure::figures_of(result.calibration->before));
        rows.add({.scope = "quality", .subject = "after_calibration"}, measure::figures_of(result.calibration->after));
    }
    if (result.risk) add_risk(rows, *result.risk);
    for (const StandardResult& standard : result.standards) add_standard(rows, standard, result.groups);
    if (result.machines) add_machines(rows, *result.machines);
    for (std::int64_t i = 0; const IntervalKpis& interval : result.intervals)
        rows.add({.interval = i++}, interval.kpis);
}

}  // namespace floorwalker::store
