#include "sim/measure/formulas.hpp"

namespace floorwalker::measure {
namespace {

constexpr double kMicrosecondsPerSecond = 1e6;
constexpr double kMicrosecondsPerHour = 3.6e9;

Fraction service_level_of(const Settings& settings, const Totals& t) {
    if (settings.daily_service_level == DailyServiceLevel::mean_of_days && t.days > 0) {
        return {t.daily_service_level, t.days};
    }
    return service_level(settings.service_level, t);
}

/// Contacts that an agent talked to or worked on, each once.
double handled(const Totals& t) { return t.answered + t.journey.callbacks_reached + t.journey.outbound_answered; }

Fraction contact_fraction(Kpi kpi, const Settings& settings, const Totals& t) {
    const double all = awaited(t) + t.abandoned;
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
    case Kpi::asa_s: return {t.wait_answered_us / kMicrosecondsPerSecond, awaited(t)};
    case Kpi::asa_queued_s:
        return {(t.wait_answered_us - t.wait_unqueued_us) / kMicrosecondsPerSecond, t.answered_queued};
    case Kpi::aht_s: return {(t.talk_us + t.hold_us + t.wrap_up_us) / kMicrosecondsPerSecond, handled(t)};
    case Kpi::aht_with_ring_s:
        return {(t.talk_us + t.hold_us + t.wrap_up_us + t.rang_us) / kMicrosecondsPerSecond, handled(t)};
    case Kpi::talk_s: return {t.talk_us / kMicrosecondsPerSecond, handled(t)};
    case Kpi::hold_s: return {t.hold_us / kMicrosecondsPerSecond, handled(t)};
    case Kpi::wrap_up_s: return {t.wrap_up_us / kMicrosecondsPerSecond, handled(t)};
    default: return {};
    }
}

Fraction agent_fraction(Kpi kpi, const Totals& t) {
    const double handling = t.handling_us();
    const double present = t.present_us();
    switch (kpi) {
    case Kpi::occupancy: return {handling, present};
    case Kpi::utilisation: return {handling, t.paid_us};
    case Kpi::shrinkage: return {t.paid_us - present, t.paid_us};
    case Kpi::mean_agents: return {t.present_open_us, t.open_us};
    case Kpi::paid_hours: return {t.paid_us / kMicrosecondsPerHour, 1};
    case Kpi::cost: return {t.cost, 1};
    case Kpi::cost_per_contact: return {t.cost, handled(t)};
    default: return {};
    }
}

Fraction away_fraction(Kpi kpi, const Totals& t) {
    const auto hours = [&](AgentState what) {
        return Fraction{t.away_us[activity_of(what)] / kMicrosecondsPerHour, 1};
    };
    const auto missing = [&](AbsenceCause cause) {
        return Fraction{t.missing_us[static_cast<std::size_t>(cause)] / kMicrosecondsPerHour, 1};
    };
    switch (kpi) {
    case Kpi::planned_shrinkage: return {t.paid_away_us, t.paid_us};
    case Kpi::unplanned_shrinkage: return {t.paid_us - t.present_us() - t.paid_away_us, t.paid_us};
    case Kpi::break_hours: return hours(AgentState::on_break);
    case Kpi::meal_hours: return hours(AgentState::meal);
    case Kpi::meeting_hours: return hours(AgentState::meeting);
    case Kpi::coaching_hours: return hours(AgentState::coaching);
    case Kpi::training_hours: return hours(AgentState::training);
    case Kpi::unplanned_hours: return hours(AgentState::unplanned);
    case Kpi::system_down_hours: return hours(AgentState::system_down);
    case Kpi::leave_hours: return missing(AbsenceCause::leave);
    case Kpi::sick_hours: return missing(AbsenceCause::sickness);
    case Kpi::late_hours: return missing(AbsenceCause::lateness);
    case Kpi::overtime_hours: return {t.overtime_us / kMicrosecondsPerHour, 1};
    case Kpi::do_not_disturb_hours: return hours(AgentState::do_not_disturb);
    default: return {};
    }
}

Fraction people_fraction(Kpi kpi, const Totals& t) {
    switch (kpi) {
    case Kpi::left: return {t.left, 1};
    case Kpi::joined: return {t.joined, 1};
    case Kpi::headcount: return {t.holders_us, t.open_us};
    case Kpi::vacancy: return {t.places_us - t.holders_us, t.places_us};
    case Kpi::trainee_hours: return {t.trainees_us / kMicrosecondsPerHour, 1};
    case Kpi::adherence: return {t.adherence.adherent_us, t.adherence.scheduled_us};
    case Kpi::conformance: return {t.adherence.worked_us, t.adherence.for_contacts_us};
    default: return {};
    }
}

Fraction load_fraction(Kpi kpi, const Totals& t) {
    switch (kpi) {
    case Kpi::fatigue: return {t.fatigue, t.felt};
    case Kpi::stress: return {t.stress, t.felt};
    case Kpi::leader_hours: return {t.busy_leaders_us / kMicrosecondsPerHour, 1};
    case Kpi::leader_utilisation: return {t.busy_leaders_us, t.leaders_us};
    default: return {};
    }
}

Fraction ivr_fraction(Kpi kpi, const JourneyTotals& j) {
    switch (kpi) {
    case Kpi::entered_ivr: return {j.entered_ivr, 1};
    case Kpi::contained: return {j.contained, 1};
    case Kpi::left_ivr: return {j.left_ivr, 1};
    case Kpi::containment: return {j.contained, j.entered_ivr};
    case Kpi::containment_strict: return {j.contained - j.contained_again, j.entered_ivr};
    case Kpi::ivr_s: return {j.ivr_us / kMicrosecondsPerSecond, j.entered_ivr};
    default: return {};
    }
}

Fraction callback_fraction(Kpi kpi, const JourneyTotals& j) {
    switch (kpi) {
    case Kpi::callbacks_offered: return {j.callbacks_offered, 1};
    case Kpi::callbacks_kept: return {j.callbacks_kept, 1};
    case Kpi::missed_calls: return {j.missed_calls, 1};
    case Kpi::on_paper: return {j.on_paper, 1};
    case Kpi::callbacks_reached: return {j.callbacks_reached, 1};
    case Kpi::callbacks_missed: return {j.callbacks_missed, 1};
    case Kpi::callback_wait_s: return {j.callback_wait_us / kMicrosecondsPerSecond, j.callbacks_reached};
    default: return {};
    }
}

Fraction machine_fraction(Kpi kpi, const Totals& t) {
    const JourneyTotals& j = t.journey;
    switch (kpi) {
    case Kpi::system_wait_share: return {j.system_wait_us, t.talk_us + t.hold_us + t.wrap_up_us};
    case Kpi::system_wait_s: return {j.system_wait_us / kMicrosecondsPerSecond, handled(t)};
    case Kpi::fault_touched: return {j.fault_touched, 1};
    case Kpi::fault_touched_share: return {j.fault_touched, t.offered};
    case Kpi::paper_contacts: return {j.paper_contacts, 1};
    case Kpi::paper_share: return {j.paper_contacts, handled(t)};
    case Kpi::paper_entries: return {j.paper_entries, 1};
    case Kpi::dropped: return {j.dropped, 1};
    case Kpi::ivr_look_ups_failed: return {j.ivr_look_ups_failed, 1};
    default: return {};
    }
}

Fraction outcome_fraction(Kpi kpi, const Totals& t) {
    const OutcomeTotals& o = t.outcome;
    switch (kpi) {
    case Kpi::solved: return {o.solved, o.known};
    case Kpi::complaint_rate: return {o.complaints, o.known};
    case Kpi::system_defects: return {o.system_defects, o.known};
    case Kpi::knowledge_defects: return {o.knowledge_defects, o.known};
    case Kpi::agent_defects: return {o.agent_defects, o.known};
    case Kpi::csat: return {o.satisfied, o.surveyed};
    case Kpi::csat_score: return {o.score, o.surveyed};
    case Kpi::praise_rate: return {o.praises, o.known};
    case Kpi::cost_per_solved: return {t.cost, o.solved};
    case Kpi::monitor_score: return {o.monitor_millipoints / 1000.0, o.monitored};
    case Kpi::monitored: return {o.monitored, 1};
    case Kpi::monitoring_missed: return {o.missed, 1};
    default: return {};
    }
}

Fraction journey_fraction(Kpi kpi, const Totals& t) {
    const JourneyTotals& j = t.journey;
    switch (kpi) {
    case Kpi::customers: return {j.customers, 1};
    case Kpi::call_agains: return {j.call_agains, 1};
    case Kpi::transferred: return {j.transferred, 1};
    case Kpi::transfer_rate: return {j.transferred, t.answered - j.returned};
    case Kpi::escalation_rate: return {j.escalated, t.answered - j.returned};
    case Kpi::first_contact_resolution: return {handled(t) - j.repeats, handled(t)};
    case Kpi::elapsed_s: return {j.elapsed_us / kMicrosecondsPerSecond, j.done};
    case Kpi::in_due: return {j.mail_in_due, j.mail_done};
    case Kpi::interrupted: return {j.interrupted, 1};
    case Kpi::abused: return {j.abused, 1};
    case Kpi::ended_by_agent: return {j.ended_by_agent, 1};
    case Kpi::backlog: return {j.mail_came - j.mail_gone, 1};
    case Kpi::ring_s: return {t.rang_us / kMicrosecondsPerSecond, t.answered};
    case Kpi::ring_missed: return {j.rings_missed, 1};
    case Kpi::concurrency: return {j.chat_open_us, j.chat_engaged_us};
    default: return {};
    }
}

}  // namespace

Fraction fraction_of(Kpi kpi, const Settings& settings, const Totals& totals) {
    if (!is_possible(kpi, settings.features)) return {};
    switch (kpi) {
    case Kpi::asa_s:
    case Kpi::asa_queued_s:
    case Kpi::aht_s:
    case Kpi::talk_s:
    case Kpi::hold_s:
    case Kpi::aht_with_ring_s:
    case Kpi::wrap_up_s: return handling_fraction(kpi, totals);
    case Kpi::occupancy:
    case Kpi::utilisation:
    case Kpi::shrinkage:
    case Kpi::mean_agents:
    case Kpi::paid_hours:
    case Kpi::cost:
    case Kpi::cost_per_contact: return agent_fraction(kpi, totals);
    case Kpi::planned_shrinkage:
    case Kpi::unplanned_shrinkage:
    case Kpi::break_hours:
    case Kpi::meal_hours:
    case Kpi::meeting_hours:
    case Kpi::coaching_hours:
    case Kpi::leave_hours:
    case Kpi::sick_hours:
    case Kpi::late_hours:
    case Kpi::unplanned_hours:
    case Kpi::system_down_hours:
    case Kpi::overtime_hours:
    case Kpi::training_hours:
    case Kpi::do_not_disturb_hours: return away_fraction(kpi, totals);
    case Kpi::left:
    case Kpi::joined:
    case Kpi::headcount:
    case Kpi::vacancy:
    case Kpi::trainee_hours:
    case Kpi::adherence:
    case Kpi::conformance: return people_fraction(kpi, totals);
    case Kpi::fatigue:
    case Kpi::stress:
    case Kpi::leader_hours:
    case Kpi::leader_utilisation: return load_fraction(kpi, totals);
    case Kpi::entered_ivr:
    case Kpi::contained:
    case Kpi::left_ivr:
    case Kpi::containment:
    case Kpi::containment_strict:
    case Kpi::ivr_s: return ivr_fraction(kpi, totals.journey);
    case Kpi::callbacks_offered:
    case Kpi::callbacks_kept:
    case Kpi::missed_calls:
    case Kpi::on_paper:
    case Kpi::callbacks_reached:
    case Kpi::callbacks_missed:
    case Kpi::callback_wait_s: return callback_fraction(kpi, totals.journey);
    case Kpi::system_wait_share:
    case Kpi::system_wait_s:
    case Kpi::fault_touched:
    case Kpi::fault_touched_share:
    case Kpi::paper_contacts:
    case Kpi::paper_share:
    case Kpi::paper_entries:
    case Kpi::dropped:
    case Kpi::ivr_look_ups_failed: return machine_fraction(kpi, totals);
    case Kpi::solved:
    case Kpi::complaint_rate:
    case Kpi::system_defects:
    case Kpi::knowledge_defects:
    case Kpi::agent_defects:
    case Kpi::csat:
    case Kpi::csat_score:
    case Kpi::praise_rate:
    case Kpi::cost_per_solved:
    case Kpi::monitor_score:
    case Kpi::monitored:
    case Kpi::monitoring_missed: return outcome_fraction(kpi, totals);
    default: return is_of_some(kpi) ? journey_fraction(kpi, totals) : contact_fraction(kpi, settings, totals);
    }
}

}  // namespace floorwalker::measure
