#include "sim/report/metric_words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace floorwalker::report {
namespace {

using measure::Scope;
using plan::KpiUnit;

std::string from_key(Kpi kpi) {
    std::string name{name_of(kpi)};
    if (name.ends_with("_s")) name.resize(name.size() - 2);
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

template <class Entries>
std::string name_in(const Entries& entries, const plan::Metric& metric) {
    if (metric.place >= entries.size()) return metric.id;
    const std::string& name = entries[metric.place].name;
    return name.empty() ? metric.id : name;
}

std::string owner_of(const plan::Metric& metric, const Scenario& scenario) {
    switch (metric.scope) {
    case Scope::call_type: return name_in(scenario.call_types, metric);
    case Scope::group: return name_in(scenario.groups, metric);
    case Scope::tier: return name_in(scenario.tiers, metric);
    case Scope::server: return name_in(scenario.infrastructure.servers, metric);
    case Scope::overall:
    case Scope::interval:
    case Scope::channel: break;
    }
    return metric.id;
}

double factor_of(KpiUnit unit) { return unit == KpiUnit::share ? 100 : 1; }

std::string_view unit_text(KpiUnit unit) {
    switch (unit) {
    case KpiUnit::share: return " pp";
    case KpiUnit::seconds: return " s";
    case KpiUnit::hours: return " h";
    case KpiUnit::money:
    case KpiUnit::number: break;
    }
    return "";
}

/// So that one digit of a small number can be seen, and nothing finer than a unit of a large one.
int decimals_for(double size, KpiUnit unit) {
    constexpr int kMost = 3;
    if (size <= 0) return unit == KpiUnit::money || unit == KpiUnit::number ? 0 : 1;
    if (unit != KpiUnit::share && size >= 9.5) return 0;
    if (size >= 0.95) return unit == KpiUnit::money ? 0 : 1;
    const int first_digit = -static_cast<int>(std::floor(std::log10(size)));
    const int decimals = unit == KpiUnit::money ? std::max(2, first_digit) : first_digit;
    return std::min(decimals, kMost);
}

}  // namespace

std::string label_of(Kpi kpi) {
    switch (kpi) {
    case Kpi::asa_s: return "mean wait (ASA)";
    case Kpi::asa_queued_s: return "mean wait of those who waited";
    case Kpi::wait_all_s: return "mean wait of all";
    case Kpi::wait_p50_s: return "half wait at most";
    case Kpi::wait_p80_s: return "80 % wait at most";
    case Kpi::wait_p90_s: return "90 % wait at most";
    case Kpi::wait_p95_s: return "95 % wait at most";
    case Kpi::wait_p99_s: return "99 % wait at most";
    case Kpi::wait_probability: return "had to wait";
    case Kpi::aht_s: return "AHT";
    case Kpi::aht_with_ring_s: return "AHT with ringing";
    case Kpi::mean_agents: return "agents present";
    case Kpi::intervals_in_target: return "intervals met";
    case Kpi::first_contact_resolution: return "FCR";
    case Kpi::csat: return "satisfied (4–5)";
    case Kpi::csat_score: return "mean score";
    case Kpi::call_agains: return "called again";
    case Kpi::system_wait_share: return "handling time waiting for systems";
    case Kpi::system_wait_s: return "wait for systems";
    case Kpi::fault_touched: return "touched by a fault";
    case Kpi::fault_touched_share: return "share touched by a fault";
    case Kpi::paper_contacts: return "served on paper";
    case Kpi::paper_share: return "share served on paper";
    case Kpi::paper_entries: return "entered from paper";
    case Kpi::dropped: return "talks cut off";
    case Kpi::ivr_look_ups_failed: return "failed look-ups of the IVR";
    case Kpi::failed_share: return "failed";
    case Kpi::response_s: return "response";
    case Kpi::response_p95_s: return "95 % respond within";
    case Kpi::present: return "look-ups at once";
    default: return from_key(kpi);
    }
}

std::string label_of(const plan::Metric& metric, const Scenario& scenario) {
    const std::string label = label_of(metric.kpi);
    return metric.scope == Scope::overall ? label : fmt::format("{}: {}", owner_of(metric, scenario), label);
}

Shown shown_value(Kpi kpi, const Estimate& estimate, const std::string& currency) {
    switch (plan::unit_of(kpi)) {
    case KpiUnit::share: return shown_percent(estimate);
    case KpiUnit::seconds:
        return kpi == Kpi::response_s || kpi == Kpi::response_p95_s ? shown_response(estimate)
                                                                    : shown_duration(estimate);
    case KpiUnit::money: {
        Shown shown = shown_money(estimate);
        if (estimate.mean) shown.mean = currency + " " + shown.mean;
        return shown;
    }
    case KpiUnit::hours:
    case KpiUnit::number: break;
    }
    return shown_count(estimate);
}

Amount amount_of(Kpi kpi, double value, double precision, const std::string& currency) {
    const KpiUnit unit = plan::unit_of(kpi);
    const double factor = factor_of(unit);
    const int decimals = decimals_for(precision > 0 ? factor * precision : factor * std::abs(value), unit);
    const std::string digits = number(factor * std::abs(value), decimals);
    return {unit == KpiUnit::money ? currency + " " + digits : digits, std::string{unit_text(unit)}, decimals};
}

}  // namespace floorwalker::report
