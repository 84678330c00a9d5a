#include "sim/report/json_report.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/measure/formulas.hpp"
#include "sim/report/clock.hpp"
#include "sim/report/targets.hpp"

namespace floorwalker::report {
namespace {

using Json = nlohmann::ordered_json;
using measure::Scope;

Json to_json(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

Json to_json(const Estimate& estimate) {
    return {{"mean", to_json(estimate.mean)}, {"half_width", to_json(estimate.half_width)}};
}

void add(Json& object, const KpiSet& kpis, Scope scope) {
    for (const Kpi kpi : all_kpis()) {
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
    object[target.at_least ? "at_least" : "at_most"] = target.value;
    if (target.within) object["within_s"] = to_seconds(*target.within);
    object["mean"] = to_json(target.result.mean);
    object["half_width"] = to_json(target.result.half_width);
    const auto met = target.met();
    object["met"] = met ? Json(*met) : Json(nullptr);
    return object;
}

Json to_json(const AgentResult& agent) {
    return {{"group", agent.group},
            {"number", agent.number},
            {"name", agent.name},
            {"answered", agent.answered},
            {"talk_time_s", agent.talk_s},
            {"wrap_up_time_s", agent.wrap_up_s},
            {"available_time_s", agent.available_s},
            {"signed_in_time_s", agent.signed_in_s}};
}

template <class Items>
Json list_of(const Items& items) {
    Json list = Json::array();
    for (const auto& item : items) list.push_back(to_json(item));
    return list;
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

std::string json(const Scenario& scenario, const RunResult& result) {
    Json report = head(result);
    report["targets"] = list_of(targets(scenario, result));
    add(report["kpis"] = Json::object(), result.overall, Scope::overall);
    report["call_types"] = to_json(result.call_types, Scope::call_type);
    report["groups"] = to_json(result.groups, Scope::group);
    report["intervals"] = list_of(result.intervals);
    report["agents"] = list_of(result.agents);
    // A name may hold bytes that are no UTF-8.
    return report.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace floorwalker::report
