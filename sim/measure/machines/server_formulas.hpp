#pragma once

#include <floorwalker/results.hpp>

#include "sim/measure/machines/machine_tally.hpp"
#include "sim/measure/service_level.hpp"

/// How the figures of a server are formed. Each is a numerator and a denominator; counts have denominator 1; {0, 0}
/// where there is nothing.
namespace floorwalker::measure {

Fraction failed_share_of(const ServerCell& cell);
/// Seconds, of the answered.
Fraction response_of(const ServerCell& cell);
/// Cores at work ÷ cores, both over the time in which the server was not down.
Fraction utilisation_of(const ServerCell& cell, const ServerSettings& settings);
/// Look-ups at the server, time average.
Fraction present_of(const ServerCell& cell);

/// The KPI of one server in one replication.
Fraction fraction_of(Kpi kpi, const MachineTally& machines, const MachineSettings& settings, ServerId server);

/// Seconds; none when nothing was answered.
std::optional<double> response_quantile_s(const WaitHistogram& responses, double share);

}  // namespace floorwalker::measure
