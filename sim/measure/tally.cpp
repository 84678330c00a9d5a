#include "sim/measure/tally.hpp"

namespace floorwalker::measure {
namespace {

constexpr double kBillion = 1e9;

void add_to(double& sum, std::int64_t value) { sum += static_cast<double>(value); }

void keep_largest(double& largest, std::int64_t value) { largest = std::max(largest, static_cast<double>(value)); }

}  // namespace

void Totals::add(const ContactCell& cell) {
    add_to(offered, cell.offered);
    add_to(answered, cell.answered);
    add_to(answered_in_target, cell.answered_in_target);
    add_to(answered_queued, cell.answered_queued);
    add_to(abandoned, cell.abandoned);
    add_to(abandoned_in_target, cell.abandoned_in_target);
    add_to(abandoned_short, cell.abandoned_short);
    add_to(left_at_once, cell.left_at_once);
    add_to(dismissed, cell.dismissed);
    add_to(blocked, cell.blocked);
    add_to(wait_answered_us, cell.wait_answered_us);
    add_to(wait_lost_us, cell.wait_lost_us);
    add_to(talk_us, cell.talk_us);
    add_to(wrap_up_us, cell.wrap_up_us);
    add_to(rang_us, cell.rang_us);
    add_to(wait_unqueued_us, cell.wait_unqueued_us);
    add_to(hold_us, cell.hold_us);
    keep_largest(longest_wait_us, cell.longest_wait_us);
}

void Totals::add(const QueueCell& cell) {
    add_to(queue_us, cell.queue_us);
    keep_largest(longest_queue, cell.longest_queue);
}

void Totals::add_work(const Totals& other) {
    talk_us += other.talk_us;
    wrap_up_us += other.wrap_up_us;
    hold_us += other.hold_us;
    journey.add(other.journey);
    outcome.add(other.outcome);
}

// A contact is counted by its call type and by the group that answered it, so a scope adds the contacts of either, not
// both.
void Totals::add_contacts(const GroupCell& cell) {
    add_to(answered, cell.answered);
    add_to(answered_in_target, cell.answered_in_target);
    add_to(answered_queued, cell.answered_queued);
    add_to(wait_answered_us, cell.wait_answered_us);
    add_to(talk_us, cell.talk_us);
    add_to(wrap_up_us, cell.wrap_up_us);
    keep_largest(longest_wait_us, cell.longest_wait_us);
    add_to(rang_us, cell.rang_us);
    add_to(wait_unqueued_us, cell.wait_unqueued_us);
    add_to(hold_us, cell.hold_us);
    if (cell.called_back > 0 || cell.rings_missed > 0) {
        journey.happened = true;
        add_to(journey.callbacks_reached, cell.called_back);
        add_to(journey.rings_missed, cell.rings_missed);
    }
    if (cell.system_wait_us > 0 || cell.paper_contacts > 0 || cell.dropped > 0) {
        journey.happened = true;
        add_to(journey.system_wait_us, cell.system_wait_us);
        add_to(journey.paper_contacts, cell.paper_contacts);
        add_to(journey.dropped, cell.dropped);
    }
}

void Totals::add_time(const GroupCell& cell) {
    add_to(available_us, cell.available_us);
    add_to(talking_us, cell.talking_us);
    add_to(wrapping_up_us, cell.wrapping_up_us);
    add_to(dialling_us, cell.dialling_us);
    add_to(ringing_us, cell.ringing_us);
    add_to(on_hold_us, cell.on_hold_us);
    for (std::size_t i = 0; i < kActivities; ++i) add_to(away_us[i], cell.away_us[i]);
    for (std::size_t i = 0; i < kAbsenceCauses; ++i) add_to(missing_us[i], cell.missing_us[i]);
    add_to(overtime_us, cell.overtime_us);
    add_to(paid_us, cell.paid_us);
    add_to(holders_us, cell.holders_us);
    add_to(trainees_us, cell.trainees_us);
    add_to(felt, cell.felt);
    fatigue += static_cast<double>(cell.fatigue_billionths) / kBillion;
    stress += static_cast<double>(cell.stress_billionths) / kBillion;
    add_to(leaders_us, cell.leaders_us);
    add_to(busy_leaders_us, cell.busy_leaders_us);
    add_to(left, cell.left);
    add_to(joined, cell.joined);
    adherence.add(cell.adherence);
    if (cell.paper_entries > 0) {
        journey.happened = true;
        add_to(journey.paper_entries, cell.paper_entries);
    }
}

void Totals::add(const Totals& other) {
    static constexpr double Totals::*kSums[] = {&Totals::offered,
                                                &Totals::answered,
                                                &Totals::answered_in_target,
                                                &Totals::answered_queued,
                                                &Totals::abandoned,
                                                &Totals::abandoned_in_target,
                                                &Totals::abandoned_short,
                                                &Totals::left_at_once,
                                                &Totals::dismissed,
                                                &Totals::blocked,
                                                &Totals::wait_answered_us,
                                                &Totals::wait_lost_us,
                                                &Totals::talk_us,
                                                &Totals::wrap_up_us,
                                                &Totals::queue_us,
                                                &Totals::available_us,
                                                &Totals::talking_us,
                                                &Totals::wrapping_up_us,
                                                &Totals::dialling_us,
                                                &Totals::ringing_us,
                                                &Totals::on_hold_us,
                                                &Totals::overtime_us,
                                                &Totals::paid_away_us,
                                                &Totals::paid_us,
                                                &Totals::cost,
                                                &Totals::open_us,
                                                &Totals::present_open_us,
                                                &Totals::days,
                                                &Totals::daily_service_level,
                                                &Totals::intervals,
                                                &Totals::intervals_met,
                                                &Totals::rang_us,
                                                &Totals::wait_unqueued_us,
                                                &Totals::hold_us,
                                                &Totals::felt,
                                                &Totals::fatigue,
                                                &Totals::stress,
                                                &Totals::leaders_us,
                                                &Totals::busy_leaders_us,
                                                &Totals::places_us,
                                                &Totals::holders_us,
                                                &Totals::trainees_us,
                                                &Totals::left,
                                                &Totals::joined};
    for (const auto sum : kSums) this->*sum += other.*sum;
    for (std::size_t i = 0; i < kActivities; ++i) away_us[i] += other.away_us[i];
    for (std::size_t i = 0; i < kAbsenceCauses; ++i) missing_us[i] += other.missing_us[i];
    longest_wait_us = std::max(longest_wait_us, other.longest_wait_us);
    longest_queue = std::max(longest_queue, other.longest_queue);
    adherence.add(other.adherence);
    journey.add(other.journey);
    outcome.add(other.outcome);
}

}  // namespace floorwalker::measure
