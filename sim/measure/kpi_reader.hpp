#pragma once

#include <cstddef>

#include "sim/measure/formulas.hpp"
#include "sim/measure/recorder.hpp"

/// Single KPIs of one replication, for those who need a few of them and not a whole summary.
namespace floorwalker::measure {

/// Whether waits in that column belong to the scope; `place` is the call type's, tier's or channel's place in the
/// scenario. Groups have waits of their own.
bool has_waits_of(const Settings& settings, Scope scope, std::size_t place, std::size_t column);

/// The KPI as numerator and denominator; maxima have denominator 1. Quantiles are not formed from totals: {0, 0}.
Fraction fraction_or_maximum(Kpi kpi, const Settings& settings, const Totals& totals);

/// How many of `contacts` waited not at all, and so are not among the waits.
std::uint64_t without_wait(const WaitHistogram& waits, double contacts);

class KpiReader {
public:
    /// A finished recorder, which must outlive this.
    explicit KpiReader(const Recorder& recorder);

    /// Quantiles have denominator 1. {0, 0} where there is nothing: no contact, no such scope, or it cannot happen.
    Fraction read(Kpi kpi, Scope scope, std::size_t place) const;

private:
    Fraction of_server(Kpi kpi, std::size_t place) const;
    const Totals* totals_of(Scope scope, std::size_t place) const;
    Fraction quantile(Kpi kpi, Scope scope, std::size_t place, const Totals& totals) const;
    WaitHistogram waits_of(bool abandoned, Scope scope, std::size_t place) const;

    const Recorder& recorder_;
    BatchTotals all_;
};

}  // namespace floorwalker::measure
