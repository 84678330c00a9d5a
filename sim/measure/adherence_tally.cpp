#include "sim/measure/adherence_tally.hpp"

namespace floorwalker::measure {

void AdherenceCell::add(const AdherenceCell& other) {
    scheduled_us += other.scheduled_us;
    adherent_us += other.adherent_us;
    for_contacts_us += other.for_contacts_us;
    worked_us += other.worked_us;
}

void AdherenceTotals::add(const AdherenceCell& cell) {
    scheduled_us += static_cast<double>(cell.scheduled_us);
    adherent_us += static_cast<double>(cell.adherent_us);
    for_contacts_us += static_cast<double>(cell.for_contacts_us);
    worked_us += static_cast<double>(cell.worked_us);
}

void AdherenceTotals::add(const AdherenceTotals& other) {
    scheduled_us += other.scheduled_us;
    adherent_us += other.adherent_us;
    for_contacts_us += other.for_contacts_us;
    worked_us += other.worked_us;
}

}  // namespace floorwalker::measure
