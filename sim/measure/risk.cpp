#include "sim/measure/risk.hpp"

#include <algorithm>

namespace floorwalker::measure {
namespace {

constexpr double kDamagePerPotential = 0.2;
constexpr double kMostLikelihood = 10.0;

constexpr std::array kFrequencies{Kpi::system_defects, Kpi::knowledge_defects, Kpi::agent_defects};

RiskCell cell_of(const Risk& risk, std::size_t kind, const RiskScale& scale, const Estimate& frequency) {
    const RiskLevels& levels = *risk.defects[kind];
    const double seen = frequency.mean.value_or(0.0);
    RiskCell cell;
    cell.defect = static_cast<DefectKind>(kind);
    cell.level = risk.estimate == RiskEstimate::level ? estimated_level(seen, scale) : levels.level;
    cell.vulnerability = levels.vulnerability;
    cell.potential = potential_damage(cell.level, cell.vulnerability);
    cell.impact = impact(risk.importance, cell.potential);
    cell.likelihood = risk.estimate == RiskEstimate::likelihood ? estimated_likelihood(seen, scale)
                                                                : likelihood(levels.control, cell.vulnerability);
    cell.risk = cell.impact * cell.likelihood;
    cell.zone = zone_of(cell.risk, scale);
    cell.frequency = frequency;
    return cell;
}

}  // namespace

int potential_damage(int level, int vulnerability) { return level + vulnerability - 1; }

double importance_coefficient(Importance importance) {
    switch (importance) {
    case Importance::low: return 2.0;
    case Importance::medium: return 5.0;
    case Importance::high: break;
    }
    return 10.0;
}

double impact(Importance importance, int potential) {
    return importance_coefficient(importance) * (kDamagePerPotential * potential);
}

double likelihood(double control, int vulnerability) { return std::min(kMostLikelihood, control + vulnerability); }

RiskZone zone_of(double risk, const RiskScale& scale) {
    if (risk >= scale.high) return RiskZone::high;
    return risk >= scale.medium ? RiskZone::medium : RiskZone::low;
}

double estimated_likelihood(double frequency, const RiskScale& scale) {
    return static_cast<double>(std::count_if(scale.likelihood.begin(), scale.likelihood.end(),
                                             [&](double threshold) { return frequency >= threshold; }));
}

int estimated_level(double frequency, const RiskScale& scale) {
    if (frequency >= scale.level[1]) return 3;
    return frequency >= scale.level[0] ? 2 : 1;
}

RiskResult risk_of(const std::vector<Risk>& risks, const RiskScale& scale, const std::vector<NamedKpis>& call_types) {
    RiskResult result;
    for (const Risk& risk : risks) {
        const NamedKpis& type = call_types[index(risk.call_type)];
        RiskResult::Business business;
        business.call_type = type.id;
        business.importance = risk.importance;
        for (std::size_t kind = 0; kind < kDefectKinds; ++kind) {
            if (!risk.defects[kind]) continue;
            const RiskCell cell = cell_of(risk, kind, scale, type.kpis[kFrequencies[kind]]);
            business.risk += cell.risk;
            result.by_defect[kind] += cell.risk;
            business.defects.push_back(cell);
        }
        result.total += business.risk;
        result.businesses.push_back(std::move(business));
    }
    return result;
}

}  // namespace floorwalker::measure

namespace floorwalker {

std::string_view name_of(RiskZone zone) {
    constexpr std::array<std::string_view, 3> kNames{"low", "medium", "high"};
    return kNames[static_cast<std::size_t>(zone)];
}

std::string_view name_of(Importance importance) {
    constexpr std::array<std::string_view, 3> kNames{"low", "medium", "high"};
    return kNames[static_cast<std::size_t>(importance)];
}

std::string_view name_of(DefectKind kind) {
    constexpr std::array<std::string_view, kDefectKinds> kNames{"system", "knowledge", "agent"};
    return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace floorwalker
