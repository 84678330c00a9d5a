#include "sim/report/kpi_unit.hpp"

#include "sim/plan/experiment/kpi_unit.hpp"

namespace floorwalker::report {

Unit unit_of(Kpi kpi) {
    switch (plan::unit_of(kpi)) {
    case plan::KpiUnit::share: return Unit::percent;
    case plan::KpiUnit::seconds: return Unit::seconds;
    default: break;
    }
    switch (kpi) {
    case Kpi::cost_per_contact:
    case Kpi::cost_per_solved:
    case Kpi::csat_score:
    case Kpi::concurrency:
    case Kpi::fatigue:
    case Kpi::stress:
    case Kpi::present: return Unit::ratio;
    default: return Unit::count;
    }
}

}  // namespace floorwalker::report
