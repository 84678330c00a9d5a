#pragma once

#include "sim/measure/settings.hpp"
#include "sim/measure/tally.hpp"

namespace floorwalker::measure {

/// Numerator and denominator of a KPI, so that it can be formed over many cells and its variance by the delta method.
struct Fraction {
    double part = 0.0;
    double whole = 0.0;
};

/// The answered whose customers waited for it. Where all channels are together, mail is not among them.
inline double awaited(const Totals& totals) { return totals.answered - totals.journey.mail_answered; }

/// The variants of docs/kpis.md. The counts of abandoned contacts include those who left at once.
Fraction service_level(ServiceLevelVariant variant, const Totals& totals);

}  // namespace floorwalker::measure
