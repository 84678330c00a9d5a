#include "viz/day/standing.hpp"

#include <algorithm>

namespace floorwalker::viz {
namespace {

double value(const KpiSet& kpis, Kpi kpi) { return kpis[kpi].mean.value_or(0.0); }

Part part(double figure, double weight) { return {figure * weight, weight}; }

double awaited(const KpiSet& kpis) { return value(kpis, Kpi::answered) + value(kpis, Kpi::abandoned); }

/// Hours of handling ÷ hours of handling and being available. The first are paid hours × utilisation; the second
/// follow, as long as anybody has handled anything.
Part occupancy(const KpiSet& kpis) {
    const double occupancy = value(kpis, Kpi::occupancy);
    if (occupancy <= 0) return {};
    const double handling = value(kpis, Kpi::paid_hours) * value(kpis, Kpi::utilisation);
    return {handling, handling / occupancy};
}

}  // namespace

std::optional<double> Part::value() const {
    if (weight <= 0) return std::nullopt;
    return sum / weight;
}

Standing standing_of(const RunResult& result) {
    const KpiSet& all = result.overall;
    Standing standing;
    standing.figures = {part(value(all, Kpi::service_level), awaited(all)),
                        part(value(all, Kpi::abandonment), awaited(all)),
                        part(value(all, Kpi::asa_s), value(all, Kpi::answered)), occupancy(all)};
    for (const NamedKpis& tier : result.tiers)
        standing.tiers.push_back(part(value(tier.kpis, Kpi::service_level), awaited(tier.kpis)));
    return standing;
}

void add(Standing& into, const Standing& other, double factor) {
    const auto add_part = [factor](Part& to, const Part& from) {
        to.sum += factor * from.sum;
        to.weight += factor * from.weight;
    };
    for (std::size_t f = 0; f < kFigures; ++f) add_part(into.figures[f], other.figures[f]);
    into.tiers.resize(std::max(into.tiers.size(), other.tiers.size()));
    for (std::size_t t = 0; t < other.tiers.size(); ++t) add_part(into.tiers[t], other.tiers[t]);
}

}  // namespace floorwalker::viz
