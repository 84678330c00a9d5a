#include "sim/report/targets.hpp"

#include <algorithm>
#include <cmath>

namespace floorwalker::report {
namespace {

/// The answer time that all call types and tiers share, if they do.
std::optional<Duration> common_answer_time(const Scenario& scenario) {
    std::optional<Duration> common;
    for (const Tier& tier : scenario.tiers) {
        if (!tier.answer_target) continue;
        if (common && *common != tier.answer_target->within) return std::nullopt;
        common = tier.answer_target->within;
    }
    for (const CallType& type : scenario.call_types) {
        if (type.channel == Channel::mail) continue;  // nobody waits for it
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

Target of_call_type(const std::string& id) {
    Target target;
    target.call_type = id;
    return target;
}

Target of_tier(const std::string& id) {
    Target target;
    target.tier = id;
    return target;
}

/// Of a call type or a tier; `about` says which. `waits`: its customers wait for the answer.
template <class Owner>
void add_own(std::vector<Target>& all, const Owner& owner, const Target& about, const KpiSet& kpis, bool waits) {
    if (waits && owner.answer_target) {
        Target& target = all.emplace_back(about);
        target.kpi = Kpi::service_level;
        target.within = owner.answer_target->within;
        target.value = owner.answer_target->share;
        target.result = kpis[Kpi::service_level];
    }
    if (owner.abandonment_target) {
        Target& target = all.emplace_back(about);
        target.kpi = Kpi::abandonment;
        target.at_least = false;
        target.value = *owner.abandonment_target;
        target.result = kpis[Kpi::abandonment];
    }
}

/// A call type's own time holds for its customers of all tiers, unless a tier has its own.
void forget_mixed_time(Target& target, const Scenario& scenario) {
    for (const Tier& tier : scenario.tiers) {
        if (tier.answer_target && target.within && tier.answer_target->within != *target.within) target.within.reset();
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
    for (std::size_t t = 0; t < types; ++t) {
        const CallType& type = scenario.call_types[t];
        const std::size_t first = all.size();
        add_own(all, type, of_call_type(type.id), result.call_types[t].kpis, type.channel != Channel::mail);
        for (std::size_t i = first; i < all.size(); ++i) forget_mixed_time(all[i], scenario);
    }
    const std::size_t tiers = std::min(scenario.tiers.size(), result.tiers.size());
    for (std::size_t k = 0; k < tiers; ++k)
        add_own(all, scenario.tiers[k], of_tier(scenario.tiers[k].id), result.tiers[k].kpis, true);
    return all;
}

bool all_met(const std::vector<Target>& targets) {
    return std::all_of(targets.begin(), targets.end(),
                       [](const Target& target) { return target.met().value_or(true); });
}

}  // namespace floorwalker::report
