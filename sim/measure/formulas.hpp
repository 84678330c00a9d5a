#pragma once

#include <floorwalker/results.hpp>

#include "sim/measure/service_level.hpp"

/// How each KPI is formed from totals.
namespace floorwalker::measure {

/// What a set of KPIs is about.
enum class Scope : unsigned {
    overall = 1,
    call_type = 2,
    group = 4,
    interval = 8,
    tier = 16,
    channel = 32,
    server = 64
};

/// Whether the KPI means something for the scope.
bool applies(Kpi kpi, Scope scope);

/// Whether the KPI is about what not every scenario has.
bool is_of_some(Kpi kpi);

/// Whether it can happen in the scenario at all. What cannot has no mean.
bool is_possible(Kpi kpi, Features features);

/// KPIs that are a number of the replication rather than a ratio: their mean over replications is reported.
bool is_count(Kpi kpi);

/// The KPI as numerator and denominator. Counts have denominator 1. Quantiles and maxima are not formed from totals:
/// {0, 0}.
Fraction fraction_of(Kpi kpi, const Settings& settings, const Totals& totals);

/// The share of a wait quantile KPI; 0 for all others.
double quantile_share(Kpi kpi);
bool is_of_abandoned(Kpi kpi);

}  // namespace floorwalker::measure
