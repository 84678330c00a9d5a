#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include <floorwalker/facts.hpp>
#include <floorwalker/time.hpp>

#include "sim/measure/adherence_tally.hpp"
#include "sim/measure/journey_tally.hpp"
#include "sim/measure/outcome_tally.hpp"

/// Counts and sums from which all KPIs are formed. Adding two tallies of disjoint times or contacts gives that of both.
namespace floorwalker::measure {

/// What takes agents away from contacts: the states from on_break to unplanned.
inline constexpr std::size_t kActivities =
    static_cast<std::size_t>(AgentState::unplanned) - static_cast<std::size_t>(AgentState::on_break) + 1;
inline constexpr std::size_t activity_of(AgentState state) {
    return static_cast<std::size_t>(state) - static_cast<std::size_t>(AgentState::on_break);
}

/// What happened to the contacts of one column (contact_columns.hpp) that came in one interval. Times are in
/// microseconds, added up as integers, so the order of adding does not matter.
struct ContactCell {
    std::int64_t offered = 0;
    std::int64_t answered = 0;
    std::int64_t answered_in_target = 0;
    std::int64_t answered_queued = 0;
    std::int64_t abandoned = 0;
    std::int64_t abandoned_in_target = 0;
    std::int64_t abandoned_short = 0;
    std::int64_t left_at_once = 0;
    std::int64_t dismissed = 0;
    std::int64_t blocked = 0;
    std::int64_t wait_answered_us = 0;
    std::int64_t wait_lost_us = 0;
    std::int64_t talk_us = 0;
    std::int64_t wrap_up_us = 0;
    std::int64_t longest_wait_us = 0;
    std::int64_t rang_us = 0;           // at those who took it
    std::int64_t wait_unqueued_us = 0;  // of the answered, who waited only while it rang
    std::int64_t hold_us = 0;           // beside the talk
};

/// The queue of one call type during one interval.
struct QueueCell {
    std::int64_t queue_us = 0;  // waiting contacts × time
    std::int64_t longest_queue = 0;
};

/// What one group did in one interval: of the contacts that came in it, and of the time of its agents.
struct GroupCell {
    std::int64_t answered = 0;
    std::int64_t answered_in_target = 0;
    std::int64_t answered_queued = 0;
    std::int64_t wait_answered_us = 0;
    std::int64_t talk_us = 0;
    std::int64_t wrap_up_us = 0;
    std::int64_t longest_wait_us = 0;
    std::int64_t called_back = 0;
    std::int64_t rang_us = 0;
    std::int64_t rings_missed = 0;
    std::int64_t wait_unqueued_us = 0;
    std::int64_t hold_us = 0;
    // Sums over the ends of talks.
    std::int64_t felt = 0;
    std::int64_t fatigue_billionths = 0;
    std::int64_t stress_billionths = 0;
    // Leaders × time.
    std::int64_t leaders_us = 0;
    std::int64_t busy_leaders_us = 0;
    // Agents × time.
    std::int64_t available_us = 0;
    std::int64_t talking_us = 0;
    std::int64_t wrapping_up_us = 0;
    std::int64_t dialling_us = 0;
    std::int64_t ringing_us = 0;
    std::int64_t on_hold_us = 0;
    std::array<std::int64_t, kActivities> away_us{};
    std::array<std::int64_t, kAbsenceCauses> missing_us{};
    std::int64_t overtime_us = 0;
    std::int64_t paid_us = 0;
    // People × time: in places, in the opening hours; in lessons.
    std::int64_t holders_us = 0;
    std::int64_t trainees_us = 0;
    std::int64_t left = 0;
    std::int64_t joined = 0;
    AdherenceCell adherence{};
    // With machines behind the floor: of the contacts, and entries made in the interval.
    std::int64_t system_wait_us = 0;
    std::int64_t paper_contacts = 0;
    std::int64_t dropped = 0;
    std::int64_t paper_entries = 0;
};

/// Sums over many cells, as doubles: exact up to 2^53, and 100,000 agents for a century do not overflow.
struct Totals {
    double offered = 0;
    double answered = 0;
    double answered_in_target = 0;
    double answered_queued = 0;
    double abandoned = 0;
    double abandoned_in_target = 0;
    double abandoned_short = 0;
    double left_at_once = 0;
    double dismissed = 0;
    double blocked = 0;
    double wait_answered_us = 0;
    double wait_lost_us = 0;
    double talk_us = 0;
    double wrap_up_us = 0;
    double longest_wait_us = 0;
    double rang_us = 0;
    double wait_unqueued_us = 0;
    double hold_us = 0;
    double felt = 0;  // ends of talks, over which the next two are summed
    double fatigue = 0;
    double stress = 0;
    double leaders_us = 0;  // leaders × time
    double busy_leaders_us = 0;
    double queue_us = 0;
    double longest_queue = 0;
    double available_us = 0;
    double talking_us = 0;
    double wrapping_up_us = 0;
    double dialling_us = 0;
    double ringing_us = 0;
    double on_hold_us = 0;
    std::array<double, kActivities> away_us{};  // by what takes agents away
    double paid_away_us = 0;                    // as planned: leave too
    std::array<double, kAbsenceCauses> missing_us{};
    double overtime_us = 0;
    double paid_us = 0;
    double cost = 0;
    double open_us = 0;              // opening hours
    double present_open_us = 0;      // agents × time in the opening hours
    double days = 0;                 // days with contacts
    double daily_service_level = 0;  // sum over those days
    double intervals = 0;            // intervals with contacts
    double intervals_met = 0;        // of those, the service level met the target
    double places_us = 0;            // places × opening hours
    double holders_us = 0;           // of those, held by somebody
    double trainees_us = 0;          // people in lessons × time
    double left = 0;
    double joined = 0;
    AdherenceTotals adherence;
    JourneyTotals journey;
    OutcomeTotals outcome;

    void add(const ContactCell& cell);
    void add(const QueueCell& cell);
    /// The work with contacts that are counted elsewhere.
    void add_work(const Totals& other);
    void add_contacts(const GroupCell& cell);
    void add_time(const GroupCell& cell);
    void add(const Totals& other);

    /// Agents × time: busy with contacts, or about to be.
    double handling_us() const { return talking_us + wrapping_up_us + dialling_us + ringing_us + on_hold_us; }
    double present_us() const { return handling_us() + available_us; }
};

}  // namespace floorwalker::measure
