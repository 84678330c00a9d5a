#include "sim/report/targets.hpp"

#include <algorithm>
#include <cmath>

namespace floorwalker::report {
namespace {

/// The answer time that all call types share, if they do.
std::optional<Duration> common_answer_time(const Scenario& scenario) {
    std::optional<Duration> common;
    for (const CallType& type : scenario.call_types) {
        const Duration within = type.answer_target.value_or(scenario.centre.answer_target).within;
        if (common && *common != within) return std::nullopt;
        common = within;
    }
    return common;
}

void add_centre(std::vector<Target>& all, const Scenario& scenario, const KpiSet& kpis) {
    const Centre& centre = scenario.centre;
    const auto at_most = [&](Kpi kpi, double value) { all.push_back({kpi, "", {}, false, value, kpis[kpi]}); };
    all.push_back({Kpi::service_level, "", common_answer_time(scenario), true, centre.answer_target.share,
                   kpis[Kpi::service_level]});
    if (centre.abandonment_target) at_most(Kpi::abandonment, *centre.abandonment_target);
    if (centre.asa_target) at_most(Kpi::asa_s, to_seconds(*centre.asa_target));
    if (centre.occupancy_target) at_most(Kpi::occupancy, *centre.occupancy_target);
}

void add_call_type(std::vector<Target>& all, const CallType& type, const KpiSet& kpis) {
    if (type.answer_target) {
        all.push_back({Kpi::service_level, type.id, type.answer_target->within, true, type.answer_target->share,
                       kpis[Kpi::service_level]});
    }
    if (type.abandonment_target) {
        all.push_back({Kpi::abandonment, type.id, {}, false, *type.abandonment_target, kpis[Kpi::abandonment]});
    }
}

}  // namespace

std::optional<bool> Target::met() const {
    if (!result.mean) return std::nullopt;
    return at_least ? *result.mean >= value : *result.mean <= value;
}

bool Target::is_uncertain() const {
    return result.mean && result.half_width && std::abs(*result.mean - value) < *result.half_width;
}

std::vector<Target> targets(const Scenario& scenario, const RunResult& result) {
    std::vector<Target> all;
    add_centre(all, scenario, result.overall);
    const std::size_t types = std::min(scenario.call_types.size(), result.call_types.size());
    for (std::size_t t = 0; t < types; ++t) add_call_type(all, scenario.call_types[t], result.call_types[t].kpis);
    return all;
}

bool all_met(const std::vector<Target>& targets) {
    return std::all_of(targets.begin(), targets.end(),
                       [](const Target& target) { return target.met().value_or(true); });
}

}  // namespace floorwalker::report
