#include "sim/report/csv_report.hpp"

#include <string_view>

#include <fmt/format.h>

#include "sim/measure/figures.hpp"
#include "sim/report/clock.hpp"
#include "sim/report/csv_field.hpp"

namespace floorwalker::report {
namespace {

void add(std::string& text, std::string_view scope, std::string_view id, std::string_view start, const KpiSet& kpis) {
    const std::string head = fmt::format("{},{},{}", scope, csv_field(id), start);
    for (const Kpi kpi : all_kpis()) {
        const Estimate& estimate = kpis[kpi];
        if (!estimate.mean) continue;
        text += fmt::format("{},{},{},", head, name_of(kpi), *estimate.mean);
        if (estimate.half_width) text += fmt::format("{}", *estimate.half_width);
        text += "\r\n";
    }
}

void add(std::string& text, std::string_view scope, std::string_view id, const std::vector<measure::Figure>& figures,
         std::string_view start = "") {
    for (const auto& [name, estimate] : figures) {
        if (!estimate.mean) continue;
        text += fmt::format("{},{},{},{},{},", scope, csv_field(id), start, name, *estimate.mean);
        if (estimate.half_width) text += fmt::format("{}", *estimate.half_width);
        text += "\r\n";
    }
}

void add_journeys(std::string& text, const RunResult& result) {
    for (const IvrResult& flow : result.ivr) {
        add(text, "ivr", flow.id, measure::figures_of(flow));
        for (const IvrResult::Node& node : flow.nodes)
            add(text, "ivr_node", fmt::format("{}/{}", flow.id, node.id), measure::figures_of(node));
    }
    for (const CampaignResult& campaign : result.campaigns)
        add(text, "campaign", campaign.id, measure::figures_of(campaign));
    for (const WaitEstimateResult& one : result.wait_estimates) {
        const std::string id = fmt::format("{}/{}", one.call_type, floorwalker::name_of(one.estimator));
        add(text, "wait_estimate", id, measure::figures_of(one));
    }
}

void add_quality(std::string& text, const RunResult& result) {
    if (result.quality) add(text, "quality", "", measure::figures_of(*result.quality));
    if (!result.calibration) return;
    add(text, "quality", "before_calibration", measure::figures_of(result.calibration->before));
    add(text, "quality", "after_calibration", measure::figures_of(result.calibration->after));
}

void add(std::string& text, const RiskResult& risk) {
    for (const RiskResult::Business& business : risk.businesses) {
        for (const RiskCell& cell : business.defects)
            add(text, "risk", fmt::format("{}/{}", business.call_type, name_of(cell.defect)),
                measure::figures_of(cell));
        add(text, "risk", business.call_type, measure::sum_of_risks(business.risk));
    }
    for (std::size_t kind = 0; kind < kDefectKinds; ++kind)
        add(text, "risk_of_defect", name_of(static_cast<DefectKind>(kind)),
            measure::sum_of_risks(risk.by_defect[kind]));
    add(text, "risk", "", measure::sum_of_risks(risk.total));
}

/// Over all agents, and by those of a group: STANDARD/GROUP.
void add(std::string& text, const StandardResult& standard, const std::vector<NamedKpis>& groups) {
    const std::string& id = standard.standard.id;
    add(text, "standard", id, measure::figures_of(standard.overall));
    for (std::size_t g = 0; g < groups.size() && groups.size() > 1; ++g)
        add(text, "standard", id + "/" + groups[g].id, measure::figures_of(standard.by_group[g]));
}

/// A server as a whole, and by interval of the day.
void add(std::string& text, const ServerResult& server, const std::vector<IntervalKpis>& intervals) {
    add(text, "server", server.id, measure::figures_of(server));
    for (std::size_t i = 0; i < server.intervals.size(); ++i) {
        add(text, intervals[i].after_close ? "server_after_close" : "server_interval", server.id,
            measure::figures_of(server.intervals[i]), clock(intervals[i].start));
    }
}

void add(std::string& text, const MachineResults& machines, const std::vector<IntervalKpis>& intervals) {
    add(text, "machines", "", measure::figures_of(machines));
    for (const ServerResult& server : machines.servers) add(text, server, intervals);
    for (const MachineResult& link : machines.links) add(text, "link", link.id, measure::figures_of(link));
    for (const MachineResult& site : machines.sites) add(text, "site", site.id, measure::figures_of(site));
}

/// Totals of a person in a replication; who is not listed by name is GROUP/NUMBER.
void add(std::string& text, const AgentResult& agent) {
    const std::string id = agent.name.empty() ? fmt::format("{}/{}", agent.group, agent.number) : agent.name;
    const std::string head = fmt::format("agent,{},", csv_field(id));
    text += fmt::format("{},answered,{},\r\n", head, agent.answered);
    text += fmt::format("{},talk_time_s,{},\r\n", head, agent.talk_s);
    text += fmt::format("{},wrap_up_time_s,{},\r\n", head, agent.wrap_up_s);
    text += fmt::format("{},available_time_s,{},\r\n", head, agent.available_s);
    if (agent.away_s > 0) text += fmt::format("{},away_time_s,{},\r\n", head, agent.away_s);
    if (agent.dialling_s > 0) text += fmt::format("{},dialling_time_s,{},\r\n", head, agent.dialling_s);
    text += fmt::format("{},signed_in_time_s,{},\r\n", head, agent.signed_in_s);
    if (agent.outcomes > 0) {
        text += fmt::format("{},outcomes,{},\r\n", head, agent.outcomes);
        text += fmt::format("{},solved,{},\r\n", head, agent.solved / agent.outcomes);
        text += fmt::format("{},complaints,{},\r\n", head, agent.complaints);
    }
    if (agent.surveyed > 0) text += fmt::format("{},csat,{},\r\n", head, agent.satisfied / agent.surveyed);
    if (agent.monitored > 0)
        text += fmt::format("{},monitor_score,{},\r\n", head, agent.monitor_points / agent.monitored);
    if (agent.adherence) text += fmt::format("{},adherence,{},\r\n", head, *agent.adherence);
    if (agent.conformance) text += fmt::format("{},conformance,{},\r\n", head, *agent.conformance);
}

}  // namespace

std::string csv(const RunResult& result) {
    std::string text = "scope,id,interval_start,kpi,mean,half_width\r\n";
    add(text, "overall", "", "", result.overall);
    for (const NamedKpis& type : result.call_types) add(text, "call_type", type.id, "", type.kpis);
    for (const NamedKpis& group : result.groups) add(text, "group", group.id, "", group.kpis);
    for (const NamedKpis& tier : result.tiers) add(text, "tier", tier.id, "", tier.kpis);
    for (const NamedKpis& channel : result.channels) add(text, "channel", channel.id, "", channel.kpis);
    for (const NamedKpis& month : result.months) add(text, "month", month.id, "", month.kpis);
    add_journeys(text, result);
    add_quality(text, result);
    if (result.risk) add(text, *result.risk);
    for (const StandardResult& standard : result.standards) add(text, standard, result.groups);
    if (result.machines) add(text, *result.machines, result.intervals);
    for (const IntervalKpis& interval : result.intervals) {
        add(text, interval.after_close ? "after_close" : "interval", "", clock(interval.start), interval.kpis);
    }
    for (const AgentResult& agent : result.agents) add(text, agent);
    return text;
}

}  // namespace floorwalker::report
