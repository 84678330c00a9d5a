#include "sim/measure/machines/server_formulas.hpp"

namespace floorwalker::measure {
namespace {

constexpr double kMicrosecondsPerSecond = 1e6;

Fraction ratio(std::int64_t part, std::int64_t whole) {
    return {static_cast<double>(part), static_cast<double>(whole)};
}

}  // namespace

Fraction failed_share_of(const ServerCell& cell) { return ratio(cell.failed, cell.look_ups); }

Fraction response_of(const ServerCell& cell) {
    return {static_cast<double>(cell.response_us) / kMicrosecondsPerSecond,
            static_cast<double>(cell.look_ups - cell.failed)};
}

Fraction utilisation_of(const ServerCell& cell, const ServerSettings& settings) {
    return {cell.busy_us, settings.cores * static_cast<double>(cell.state.open_us - cell.state.down_us)};
}

Fraction present_of(const ServerCell& cell) { return ratio(cell.present_us, cell.state.open_us); }

Fraction fraction_of(Kpi kpi, const MachineTally& machines, const MachineSettings& settings, ServerId server) {
    constexpr double kP95 = 0.95;
    const ServerCell all = machines.sum(server);
    switch (kpi) {
    case Kpi::look_ups: return {static_cast<double>(all.look_ups), 1};
    case Kpi::failed_share: return failed_share_of(all);
    case Kpi::response_s: return response_of(all);
    case Kpi::response_p95_s: {
        const auto quantile = response_quantile_s(machines.responses(server), kP95);
        return quantile ? Fraction{*quantile, 1} : Fraction{};
    }
    case Kpi::utilisation: return utilisation_of(all, settings.servers[index(server)]);
    case Kpi::present: return present_of(all);
    default: return {};
    }
}

std::optional<double> response_quantile_s(const WaitHistogram& responses, double share) {
    const auto scaled = responses.quantile_s(share, 0);
    if (!scaled) return std::nullopt;
    return *scaled / static_cast<double>(MachineTally::kHistogramScale);
}

}  // namespace floorwalker::measure
