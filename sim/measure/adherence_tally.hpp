#pragma once

#include <cstdint>

/// How people keep to their schedules: agents × time, of those who have one.
namespace floorwalker::measure {

/// Of a group in an interval, or of one agent, in microseconds.
struct AdherenceCell {
    std::int64_t scheduled_us = 0;     // for contacts or for an activity
    std::int64_t adherent_us = 0;      // of that, in a state that fits
    std::int64_t for_contacts_us = 0;  // of the scheduled time
    std::int64_t worked_us = 0;        // in states for contacts, by the schedule or not

    void add(const AdherenceCell& other);
};

/// Sums over many cells.
struct AdherenceTotals {
    double scheduled_us = 0;
    double adherent_us = 0;
    double for_contacts_us = 0;
    double worked_us = 0;

    void add(const AdherenceCell& cell);
    void add(const AdherenceTotals& other);
};

}  // namespace floorwalker::measure
