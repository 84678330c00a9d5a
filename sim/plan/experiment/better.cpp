#include "sim/plan/experiment/better.hpp"

namespace floorwalker::plan {

Better better(Kpi kpi) {
    switch (kpi) {
    case Kpi::answered:
    case Kpi::service_level:
    case Kpi::intervals_in_target:
    case Kpi::containment:
    case Kpi::containment_strict:
    case Kpi::callbacks_reached:
    case Kpi::first_contact_resolution:
    case Kpi::in_due:
    case Kpi::solved:
    case Kpi::csat:
    case Kpi::csat_score:
    case Kpi::praise_rate:
    case Kpi::monitor_score:
    case Kpi::adherence:
    case Kpi::conformance: return Better::more;
    case Kpi::abandoned:
    case Kpi::left_at_once:
    case Kpi::dismissed:
    case Kpi::blocked:
    case Kpi::blocking:
    case Kpi::abandonment:
    case Kpi::abandonment_without_short:
    case Kpi::abandonment_after_target:
    case Kpi::asa_s:
    case Kpi::asa_queued_s:
    case Kpi::wait_all_s:
    case Kpi::wait_p50_s:
    case Kpi::wait_p80_s:
    case Kpi::wait_p90_s:
    case Kpi::wait_p95_s:
    case Kpi::wait_p99_s:
    case Kpi::longest_wait_s:
    case Kpi::wait_probability:
    case Kpi::shrinkage:
    case Kpi::mean_queue:
    case Kpi::longest_queue:
    case Kpi::cost:
    case Kpi::cost_per_contact:
    case Kpi::cost_per_solved:
    case Kpi::call_agains:
    case Kpi::callbacks_missed:
    case Kpi::callback_wait_s:
    case Kpi::transfer_rate:
    case Kpi::escalation_rate:
    case Kpi::elapsed_s:
    case Kpi::backlog:
    case Kpi::unplanned_shrinkage:
    case Kpi::complaint_rate:
    case Kpi::system_defects:
    case Kpi::knowledge_defects:
    case Kpi::agent_defects:
    case Kpi::monitoring_missed:
    case Kpi::ring_missed:
    case Kpi::left:
    case Kpi::vacancy:
    case Kpi::fatigue:
    case Kpi::stress:
    case Kpi::system_wait_share:
    case Kpi::system_wait_s:
    case Kpi::fault_touched:
    case Kpi::fault_touched_share:
    case Kpi::paper_contacts:
    case Kpi::paper_share:
    case Kpi::dropped:
    case Kpi::ivr_look_ups_failed:
    case Kpi::failed_share:
    case Kpi::response_s:
    case Kpi::response_p95_s: return Better::less;
    default: return Better::neither;
    }
}

}  // namespace floorwalker::plan
