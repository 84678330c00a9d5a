#pragma once

#include <floorwalker/results.hpp>

#include "sim/report/text/table.hpp"

namespace floorwalker::report {

/// How a KPI is shown: shares in percent, times in seconds, rates and scores with two decimals.
Unit unit_of(Kpi kpi);

}  // namespace floorwalker::report
