#include "sim/measure/formulas.hpp"

#include <array>

namespace floorwalker::measure {
namespace {

constexpr double kMicrosecondsPerSecond = 1e6;
constexpr double kMicrosecondsPerHour = 3.6e9;

constexpr unsigned kOverall = static_cast<unsigned>(Scope::overall);
constexpr unsigned kCallType = static_cast<unsigned>(Scope::call_type);
constexpr unsigned kGroup = static_cast<unsigned>(Scope::group);
constexpr unsigned kInterval = static_cast<unsigned>(Scope::interval);
constexpr unsigned kContacts = kOverall | kCallType | kInterval;  // what happens to those who call
constexpr unsigned kAgents = kOverall | kGroup | kInterval;       // what agents do
constexpr unsigned kAll = kContacts | kAgents;

enum class Kind { count, ratio, quantile, maximum };

struct Formula {
    std::string_view name;
    unsigned scopes;
    Kind kind;
    double share = 0.0;  // of a quantile
};

// In the order of Kpi.
constexpr std::array<Formula, kKpis> kFormulas{{
    {"offered", kContacts, Kind::count},
    {"answered", kAll, Kind::count},
    {"abandoned", kContacts, Kind::count},
    {"left_at_once", kContacts, Kind::count},
    {"dismissed", kContacts, Kind::count},
    {"blocked", kContacts, Kind::count},
    {"blocking", kContacts, Kind::ratio},
    {"service_level", kContacts, Kind::ratio},
    {"abandonment", kContacts, Kind::ratio},
    {"abandonment_without_short", kContacts, Kind::ratio},
    {"abandonment_after_target", kContacts, Kind::ratio},
    {"asa_s", kAll, Kind::ratio},
    {"asa_queued_s", kAll, Kind::ratio},
    {"wait_all_s", kContacts, Kind::ratio},
    {"wait_p50_s", kAll, Kind::quantile, 0.50},
    {"wait_p80_s", kAll, Kind::quantile, 0.80},
    {"wait_p90_s", kAll, Kind::quantile, 0.90},
    {"wait_p95_s", kAll, Kind::quantile, 0.95},
    {"wait_p99_s", kAll, Kind::quantile, 0.99},
    {"longest_wait_s", kAll, Kind::maximum},
    {"abandoned_wait_p50_s", kOverall | kCallType, Kind::quantile, 0.50},
    {"abandoned_wait_p90_s", kOverall | kCallType, Kind::quantile, 0.90},
    {"wait_probability", kContacts, Kind::ratio},
    {"occupancy", kAgents, Kind::ratio},
    {"utilisation", kAgents, Kind::ratio},
    {"shrinkage", kAgents, Kind::ratio},
    {"aht_s", kAll, Kind::ratio},
    {"talk_s", kAll, Kind::ratio},
    {"wrap_up_s", kAll, Kind::ratio},
    {"mean_queue", kContacts, Kind::ratio},
    {"longest_queue", kContacts, Kind::maximum},
    {"mean_agents", kAgents, Kind::ratio},
    {"paid_hours", kAgents, Kind::count},
    {"cost", kAgents, Kind::count},
    {"cost_per_contact", kAgents, Kind::ratio},
    {"intervals_in_target", kContacts, Kind::ratio},
}};

const Formula& formula(Kpi kpi) { return kFormulas[static_cast<std::size_t>(kpi)]; }

Fraction service_level_of(const Settings& settings, const Totals& t) {
    if (settings.daily_service_level == DailyServiceLevel::mean_of_days && t.days > 0) {
        return {t.daily_service_level, t.days};
    }
    return service_level(settings.service_level, t);
}

Fraction contact_fraction(Kpi kpi, const Settings& settings, const Totals& t) {
    const double all = t.answered + t.abandoned;
    switch (kpi) {
    case Kpi::offered: return {t.offered, 1};
    case Kpi::answered: return {t.answered, 1};
    case Kpi::abandoned: return {t.abandoned, 1};
    case Kpi::left_at_once: return {t.left_at_once, 1};
    case Kpi::dismissed: return {t.dismissed, 1};
    case Kpi::blocked: return {t.blocked, 1};
    case Kpi::blocking: return {t.blocked, t.blocked + t.offered};
    case Kpi::service_level: return service_level_of(settings, t);
    case Kpi::abandonment: return {t.abandoned, all};
    case Kpi::abandonment_without_short: return {t.abandoned - t.abandoned_short, all - t.abandoned_short};
    case Kpi::abandonment_after_target: return {t.abandoned - t.abandoned_in_target, all};
    case Kpi::wait_all_s: return {(t.wait_answered_us + t.wait_lost_us) / kMicrosecondsPerSecond, all};
    case Kpi::wait_probability: return {t.answered_queued + t.abandoned, all};
    case Kpi::mean_queue: return {t.queue_us, t.open_us};
    case Kpi::intervals_in_target: return {t.intervals_met, t.intervals};
    default: return {};
    }
}

Fraction handling_fraction(Kpi kpi, const Totals& t) {
    switch (kpi) {
    case Kpi::asa_s: return {t.wait_answered_us / kMicrosecondsPerSecond, t.answered};
    case Kpi::asa_queued_s: return {t.wait_answered_us / kMicrosecondsPerSecond, t.answered_queued};
    case Kpi::aht_s: return {(t.talk_us + t.wrap_up_us) / kMicrosecondsPerSecond, t.answered};
    case Kpi::talk_s: return {t.talk_us / kMicrosecondsPerSecond, t.answered};
    case Kpi::wrap_up_s: return {t.wrap_up_us / kMicrosecondsPerSecond, t.answered};
    default: return {};
    }
}

Fraction agent_fraction(Kpi kpi, const Totals& t) {
    const double handling = t.talking_us + t.wrapping_up_us;
    const double present = handling + t.available_us;
    switch (kpi) {
    case Kpi::occupancy: return {handling, present};
    case Kpi::utilisation: return {handling, t.paid_us};
    case Kpi::shrinkage: return {t.paid_us - present, t.paid_us};
    case Kpi::mean_agents: return {t.present_open_us, t.open_us};
    case Kpi::paid_hours: return {t.paid_us / kMicrosecondsPerHour, 1};
    case Kpi::cost: return {t.cost, 1};
    case Kpi::cost_per_contact: return {t.cost, t.answered};
    default: return {};
    }
}

}  // namespace

bool applies(Kpi kpi, Scope scope) { return (formula(kpi).scopes & static_cast<unsigned>(scope)) != 0; }

bool is_count(Kpi kpi) { return formula(kpi).kind == Kind::count; }

double quantile_share(Kpi kpi) { return formula(kpi).share; }

bool is_of_abandoned(Kpi kpi) { return kpi == Kpi::abandoned_wait_p50_s || kpi == Kpi::abandoned_wait_p90_s; }

Fraction fraction_of(Kpi kpi, const Settings& settings, const Totals& totals) {
    switch (kpi) {
    case Kpi::asa_s:
    case Kpi::asa_queued_s:
    case Kpi::aht_s:
    case Kpi::talk_s:
    case Kpi::wrap_up_s: return handling_fraction(kpi, totals);
    case Kpi::occupancy:
    case Kpi::utilisation:
    case Kpi::shrinkage:
    case Kpi::mean_agents:
    case Kpi::paid_hours:
    case Kpi::cost:
    case Kpi::cost_per_contact: return agent_fraction(kpi, totals);
    default: return contact_fraction(kpi, settings, totals);
    }
}

}  // namespace floorwalker::measure

namespace floorwalker {

std::string_view name_of(Kpi kpi) { return measure::kFormulas[static_cast<std::size_t>(kpi)].name; }

std::span<const Kpi> all_kpis() {
    static const auto kAll = [] {
        std::array<Kpi, kKpis> all{};
        for (std::size_t i = 0; i < kKpis; ++i) all[i] = static_cast<Kpi>(i);
        return all;
    }();
    return kAll;
}

std::optional<Kpi> kpi_named(std::string_view name) {
    for (const Kpi kpi : all_kpis()) {
        if (name_of(kpi) == name) return kpi;
    }
    return std::nullopt;
}

}  // namespace floorwalker
