#include "sim/plan/experiment/kpi_unit.hpp"

#include <string_view>

namespace floorwalker::plan {

KpiUnit unit_of(Kpi kpi) {
    switch (kpi) {
    case Kpi::blocking:
    case Kpi::service_level:
    case Kpi::abandonment:
    case Kpi::abandonment_without_short:
    case Kpi::abandonment_after_target:
    case Kpi::wait_probability:
    case Kpi::occupancy:
    case Kpi::utilisation:
    case Kpi::shrinkage:
    case Kpi::intervals_in_target:
    case Kpi::containment:
    case Kpi::containment_strict:
    case Kpi::transfer_rate:
    case Kpi::escalation_rate:
    case Kpi::first_contact_resolution:
    case Kpi::in_due:
    case Kpi::planned_shrinkage:
    case Kpi::unplanned_shrinkage:
    case Kpi::solved:
    case Kpi::complaint_rate:
    case Kpi::system_defects:
    case Kpi::knowledge_defects:
    case Kpi::agent_defects:
    case Kpi::csat:
    case Kpi::praise_rate:
    case Kpi::vacancy:
    case Kpi::leader_utilisation:
    case Kpi::adherence:
    case Kpi::conformance:
    case Kpi::system_wait_share:
    case Kpi::fault_touched_share:
    case Kpi::paper_share:
    case Kpi::failed_share: return KpiUnit::share;
    case Kpi::cost:
    case Kpi::cost_per_contact:
    case Kpi::cost_per_solved: return KpiUnit::money;
    default: break;
    }
    const std::string_view name = name_of(kpi);
    if (name.ends_with("_hours")) return KpiUnit::hours;
    return name.ends_with("_s") ? KpiUnit::seconds : KpiUnit::number;
}

}  // namespace floorwalker::plan
