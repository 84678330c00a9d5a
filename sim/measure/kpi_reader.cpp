#include "sim/measure/kpi_reader.hpp"

#include <algorithm>
#include <vector>

#include "sim/measure/machines/server_formulas.hpp"

namespace floorwalker::measure {

bool has_waits_of(const Settings& settings, Scope scope, std::size_t place, std::size_t column) {
    const ContactColumns& columns = settings.columns;
    switch (scope) {
    case Scope::overall: return columns[column].counts_overall;
    case Scope::call_type: return columns.type_of(column) == place;
    case Scope::tier: return columns[column].counts_overall && columns.tier_of(column) == place;
    case Scope::channel:
        return columns.is_first_leg(column) &&
               static_cast<std::size_t>(settings.channel_of(columns.type_of(column))) == place;
    case Scope::group:
    case Scope::server:
    case Scope::interval: break;
    }
    return false;
}

Fraction fraction_or_maximum(Kpi kpi, const Settings& settings, const Totals& totals) {
    constexpr double kMicrosecondsPerSecond = 1e6;
    if (kpi == Kpi::longest_wait_s) return {totals.longest_wait_us / kMicrosecondsPerSecond, 1};
    if (kpi == Kpi::longest_queue) return {totals.longest_queue, 1};
    return fraction_of(kpi, settings, totals);
}

std::uint64_t without_wait(const WaitHistogram& waits, double contacts) {
    const auto all = static_cast<std::uint64_t>(contacts);
    return all - std::min<std::uint64_t>(waits.total(), all);
}

KpiReader::KpiReader(const Recorder& recorder)
    : recorder_{recorder}, all_{sum_of(recorder.batches(), recorder.settings())} {}

Fraction KpiReader::read(Kpi kpi, Scope scope, std::size_t place) const {
    const Settings& settings = recorder_.settings();
    if (scope == Scope::server) return of_server(kpi, place);
    const Totals* totals = totals_of(scope, place);
    if (totals == nullptr || !applies(kpi, scope) || !is_possible(kpi, settings.features)) return {};
    if (quantile_share(kpi) > 0) return quantile(kpi, scope, place, *totals);
    return fraction_or_maximum(kpi, settings, *totals);
}

Fraction KpiReader::of_server(Kpi kpi, std::size_t place) const {
    const MachineSettings& machines = recorder_.settings().machines;
    if (place >= machines.servers.size()) return {};
    return fraction_of(kpi, recorder_.machines(), machines, ServerId{static_cast<std::uint16_t>(place)});
}

const Totals* KpiReader::totals_of(Scope scope, std::size_t place) const {
    const auto at = [place](const std::vector<Totals>& totals) {
        return place < totals.size() ? &totals[place] : nullptr;
    };
    switch (scope) {
    case Scope::overall: return &all_.overall;
    case Scope::call_type: return at(all_.call_types);
    case Scope::group: return at(all_.groups);
    case Scope::tier: return at(all_.tiers);
    case Scope::channel: return at(all_.channels);
    case Scope::server:
    case Scope::interval: break;
    }
    return nullptr;
}

Fraction KpiReader::quantile(Kpi kpi, Scope scope, std::size_t place, const Totals& totals) const {
    const bool abandoned = is_of_abandoned(kpi);
    const double contacts = abandoned ? totals.abandoned : (scope == Scope::group ? totals.answered : awaited(totals));
    const WaitHistogram waits = waits_of(abandoned, scope, place);
    const auto value = waits.quantile_s(quantile_share(kpi), without_wait(waits, contacts));
    return value ? Fraction{*value, 1} : Fraction{};
}

WaitHistogram KpiReader::waits_of(bool abandoned, Scope scope, std::size_t place) const {
    if (scope == Scope::group) return recorder_.group_waits()[place];
    const auto& by_column = abandoned ? recorder_.abandoned_waits() : recorder_.answered_waits();
    WaitHistogram waits;
    for (std::size_t column = 0; column < by_column.size(); ++column) {
        if (has_waits_of(recorder_.settings(), scope, place, column)) waits.merge(by_column[column]);
    }
    return waits;
}

}  // namespace floorwalker::measure
