#include "sim/measure/scope_summary.hpp"

#include "sim/measure/kpi_reader.hpp"

namespace floorwalker::measure {
namespace {

bool is_quantile(Kpi kpi) { return quantile_share(kpi) > 0; }

bool is_maximum(Kpi kpi) { return kpi == Kpi::longest_wait_s || kpi == Kpi::longest_queue; }

}  // namespace

void ScopeSummary::add(const Settings& settings, const Totals& totals) {
    for (const Kpi kpi : all_kpis()) {
        if (!applies(kpi, scope_) || is_quantile(kpi) || !is_possible(kpi, settings.features)) continue;
        const Fraction fraction = fraction_or_maximum(kpi, settings, totals);
        estimators_[static_cast<std::size_t>(kpi)].add(fraction.part, fraction.whole);
    }
}

KpiSet ScopeSummary::kpis(double confidence) const {
    KpiSet kpis;
    for (const Kpi kpi : all_kpis()) kpis[kpi] = estimators_[static_cast<std::size_t>(kpi)].estimate(confidence);
    return kpis;
}

void WaitSummary::add(const WaitHistogram& waits, double contacts) {
    const std::uint64_t not_waited = without_wait(waits, contacts);
    waits_.merge(waits);
    without_wait_ += not_waited;
    for (const Kpi kpi : all_kpis()) {
        if (!is_quantile(kpi)) continue;
        if (const auto quantile = waits.quantile_s(quantile_share(kpi), not_waited)) {
            of_replications_[static_cast<std::size_t>(kpi)].add(*quantile, 1.0);
        }
    }
}

void WaitSummary::fill(KpiSet& kpis, Scope scope, bool of_abandoned, double confidence) const {
    for (const Kpi kpi : all_kpis()) {
        if (!is_quantile(kpi) || is_of_abandoned(kpi) != of_abandoned || !applies(kpi, scope)) continue;
        kpis[kpi].mean = waits_.quantile_s(quantile_share(kpi), without_wait_);
        kpis[kpi].half_width = of_replications_[static_cast<std::size_t>(kpi)].estimate(confidence).half_width;
    }
}

KpiSet ScopeState::kpis(double confidence) const {
    KpiSet kpis = totals.kpis(confidence);
    answered.fill(kpis, totals.scope(), false, confidence);
    abandoned.fill(kpis, totals.scope(), true, confidence);
    return kpis;
}

void widen(KpiSet& kpis, const ScopeSummary& batches, std::size_t count, double confidence) {
    const KpiSet by_batch = batches.kpis(confidence);
    for (const Kpi kpi : all_kpis()) {
        if (is_quantile(kpi) || is_maximum(kpi) || !by_batch[kpi].half_width) continue;
        const double scale = is_count(kpi) ? static_cast<double>(count) : 1.0;
        kpis[kpi].half_width = *by_batch[kpi].half_width * scale;
    }
}

}  // namespace floorwalker::measure
