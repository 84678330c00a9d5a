#pragma once

#include <string>

#include <floorwalker/scenario.hpp>

#include "sim/plan/experiment/better.hpp"
#include "sim/plan/experiment/kpi_unit.hpp"
#include "sim/plan/experiment/metric.hpp"
#include "sim/report/text/numbers.hpp"

/// Metrics as planners name and read them.
namespace floorwalker::report {

/// "service level", "mean wait (ASA)"; what has no name of its own is called by its key: "leader utilisation".
std::string label_of(Kpi kpi);

/// With whose it is: "Front desk: occupancy".
std::string label_of(const plan::Metric& metric, const Scenario& scenario);

/// In the unit of the KPI, with the currency before money.
Shown shown_value(Kpi kpi, const Estimate& estimate, const std::string& currency);

/// An amount in the unit of a difference, without sign: "4.1 pp", "EUR 213", "8.2 s". As many decimals as it takes to
/// show `precision`, in the unit of the KPI; without one, as a report shows it.
struct Amount {
    std::string number;  ///< "4.1", "EUR 213"
    std::string unit;    ///< " pp", " s", "" with a number only
    int decimals = 0;
};

Amount amount_of(Kpi kpi, double value, double precision, const std::string& currency);

}  // namespace floorwalker::report
