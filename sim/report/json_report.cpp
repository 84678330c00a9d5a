#include "sim/report/json_report.hpp"

#include <fmt/format.h>

#include "sim/measure/formulas.hpp"
#include "sim/report/clock.hpp"
#include "sim/report/faults/fault_cost_report.hpp"
#include "sim/report/json_values.hpp"
#include "sim/report/targets.hpp"

namespace floorwalker::report {
namespace {

using measure::Scope;
using report::add;
using report::to_json;

/// What not every scenario has is left out where it has no mean.
void add(Json& object, const KpiSet& kpis, Scope scope) {
    for (const Kpi kpi : all_kpis()) {
        if (measure::is_of_some(kpi) && !kpis[kpi].mean) continue;
        if (measure::applies(kpi, scope)) object[std::string{name_of(kpi)}] = to_json(kpis[kpi]);
    }
}

Json to_json(const std::vector<NamedKpis>& all, Scope scope) {
    Json object = Json::object();
    for (const NamedKpis& named : all) add(object[named.id] = Json::object(), named.kpis, scope);
    return object;
}

Json to_json(const IntervalKpis& interval) {
    Json object{{"start", clock(interval.start)}, {"end", clock(interval.end)}, {"after_close", interval.after_close}};
    add(object, interval.kpis, Scope::interval);
    return object;
}

Json to_json(const Target& target) {
    Json object{{"kpi", name_of(target.kpi)}};
    if (!target.call_type.empty()) object["call_type"] = target.call_type;
    if (!target.tier.empty()) object["tier"] = target.tier;
    object[target.at_least ? "at_least" : "at_most"] = target.value;
    if (target.within) object["within_s"] = to_seconds(*target.within);
    object["mean"] = to_json(target.result.mean);
    object["half_width"] = to_json(target.result.half_width);
    const auto met = target.met();
    object["met"] = met ? Json(*met) : Json(nullptr);
    return object;
}

Json to_json(const AgentResult& agent) {
    Json object{{"group", agent.group},
                {"number", agent.number},
                {"name", agent.name},
                {"answered", agent.answered},
                {"talk_time_s", agent.talk_s},
                {"wrap_up_time_s", agent.wrap_up_s},
                {"available_time_s", agent.available_s}};
    if (agent.away_s > 0) object["away_time_s"] = agent.away_s;
    if (agent.dialling_s > 0) object["dialling_time_s"] = agent.dialling_s;
    object["signed_in_time_s"] = agent.signed_in_s;
    if (agent.outcomes > 0) {
        object["outcomes"] = agent.outcomes;
        object["solved"] = agent.solved / agent.outcomes;
        object["complaints"] = agent.complaints;
    }
    if (agent.surveyed > 0) object["csat"] = agent.satisfied / agent.surveyed;
    if (agent.monitored > 0) object["monitor_score"] = agent.monitor_points / agent.monitored;
    if (agent.adherence) object["adherence"] = *agent.adherence;
    if (agent.conformance) object["conformance"] = *agent.conformance;
    return object;
}

Json to_json(const IvrResult::Node& node) {
    Json object{{"id", node.id}};
    add(object, measure::figures_of(node));
    return object;
}

Json to_json(const IvrResult& flow) {
    Json object{{"id", flow.id}};
    add(object, measure::figures_of(flow));
    Json& nodes = object["nodes"] = Json::array();
    for (const IvrResult::Node& node : flow.nodes) nodes.push_back(to_json(node));
    return object;
}

Json to_json(const CampaignResult& campaign) {
    Json object{{"id", campaign.id}};
    add(object, measure::figures_of(campaign));
    return object;
}

Json to_json(const WaitEstimateResult& estimate) {
    Json object{{"call_type", estimate.call_type}, {"estimator", floorwalker::name_of(estimate.estimator)}};
    add(object, measure::figures_of(estimate));
    return object;
}

Json to_json(const QualityResult& quality) {
    Json object = Json::object();
    add(object, measure::figures_of(quality));
    return object;
}

Json to_json(const RiskCell& cell) {
    return {{"defect", floorwalker::name_of(cell.defect)},
            {"level", cell.level},
            {"vulnerability", cell.vulnerability},
            {"potential", cell.potential},
            {"impact", cell.impact},
            {"likelihood", cell.likelihood},
            {"risk", cell.risk},
            {"zone", floorwalker::name_of(cell.zone)},
            {"frequency", to_json(cell.frequency)}};
}

Json to_json(const RiskResult& risk) {
    Json businesses = Json::array();
    for (const RiskResult::Business& business : risk.businesses) {
        Json cells = Json::array();
        for (const RiskCell& cell : business.defects) cells.push_back(to_json(cell));
        businesses.push_back({{"call_type", business.call_type},
                              {"importance", floorwalker::name_of(business.importance)},
                              {"defects", std::move(cells)},
                              {"risk", business.risk}});
    }
    Json by_defect = Json::object();
    for (std::size_t kind = 0; kind < kDefectKinds; ++kind)
        by_defect[std::string{floorwalker::name_of(static_cast<DefectKind>(kind))}] = risk.by_defect[kind];
    return {{"businesses", std::move(businesses)}, {"by_defect", std::move(by_defect)}, {"total", risk.total}};
}

Json to_json(const StandardResult& result, const std::vector<NamedKpis>& groups) {
    const Standard& standard = result.standard;
    Json object{{"id", standard.id}, {"of", floorwalker::name_of(standard.of)}, {"goal", standard.goal}};
    if (standard.of == StandardOf::rings) {
        object["rings"] = standard.rings;
    } else {
        object["within_s"] = to_seconds(standard.within);
    }
    if (!result.call_type.empty()) object["call_type"] = result.call_type;
    add(object, measure::figures_of(result.overall));
    const auto met = result.is_met();
    object["met"] = met ? Json(*met) : Json();
    for (std::size_t g = 0; g < groups.size(); ++g) {
        Json of_group{{"group", groups[g].id}};
        add(of_group, measure::figures_of(result.by_group[g]));
        object["groups"].push_back(std::move(of_group));
    }
    return object;
}

void add_quality(Json& report, const RunResult& result) {
    if (result.quality) report["quality"] = to_json(*result.quality);
    if (result.calibration) {
        report["quality"]["before_calibration"] = to_json(result.calibration->before);
        report["quality"]["after_calibration"] = to_json(result.calibration->after);
    }
    if (result.risk) report["risk"] = to_json(*result.risk);
    for (const StandardResult& standard : result.standards)
        report["standards"].push_back(to_json(standard, result.groups));
}

template <class Items>
Json list_of(const Items& items) {
    Json list = Json::array();
    for (const auto& item : items) list.push_back(to_json(item));
    return list;
}

/// What is there only when the scenario uses it.
void add_journeys(Json& report, const RunResult& result) {
    if (!result.tiers.empty()) report["tiers"] = to_json(result.tiers, Scope::tier);
    if (!result.channels.empty()) report["channels"] = to_json(result.channels, Scope::channel);
    if (!result.months.empty()) report["months"] = to_json(result.months, Scope::overall);
    if (!result.ivr.empty()) report["ivr"] = list_of(result.ivr);
    if (!result.campaigns.empty()) report["campaigns"] = list_of(result.campaigns);
    if (!result.wait_estimates.empty()) report["wait_estimates"] = list_of(result.wait_estimates);
}

const char* name_of(ConfidenceMethod method) {
    switch (method) {
    case ConfidenceMethod::none: return "none";
    case ConfidenceMethod::replications: return "replications";
    case ConfidenceMethod::batch_means: return "batch_means";
    }
    return "none";
}

Json head(const RunResult& result) {
    Json object{{"schema", "floorwalker/run/1"},
                {"version", FLOORWALKER_VERSION},
                {"scenario", result.scenario_name},
                {"seed", result.seed},
                {"replications", result.replications},
                {"replications_asked", result.replications_asked},
                {"digest", fmt::format("{:016x}", result.digest)},
                {"contacts", result.contacts},
                {"confidence", result.confidence},
                {"method", name_of(result.method)}};
    if (result.method == ConfidenceMethod::batch_means) object["batches"] = result.batches;
    return object;
}

}  // namespace

std::string json(const Scenario& scenario, const RunResult& result, const Beside& beside) {
    Json report = head(result);
    report["targets"] = list_of(targets(scenario, result));
    add(report["kpis"] = Json::object(), result.overall, Scope::overall);
    report["call_types"] = to_json(result.call_types, Scope::call_type);
    report["groups"] = to_json(result.groups, Scope::group);
    add_journeys(report, result);
    add_quality(report, result);
    if (result.machines) report["machines"] = to_json(*result.machines, result.intervals);
    if (beside.fault_cost != nullptr) report["fault_cost"] = fault_cost_json(*beside.fault_cost);
    report["intervals"] = list_of(result.intervals);
    report["agents"] = list_of(result.agents);
    // A name may hold bytes that are no UTF-8.
    return report.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace floorwalker::report
