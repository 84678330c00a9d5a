#include "sim/measure/journey_tally.hpp"

namespace floorwalker::measure {
namespace {

struct Pair {
    std::int64_t JourneyCell::*cell;
    double JourneyTotals::*total;
};

constexpr Pair kCounts[] = {
    {&JourneyCell::call_agains, &JourneyTotals::call_agains},
    {&JourneyCell::entered_ivr, &JourneyTotals::entered_ivr},
    {&JourneyCell::contained, &JourneyTotals::contained},
    {&JourneyCell::contained_again, &JourneyTotals::contained_again},
    {&JourneyCell::left_ivr, &JourneyTotals::left_ivr},
    {&JourneyCell::ivr_us, &JourneyTotals::ivr_us},
    {&JourneyCell::callbacks_offered, &JourneyTotals::callbacks_offered},
    {&JourneyCell::callbacks_kept, &JourneyTotals::callbacks_kept},
    {&JourneyCell::missed_calls, &JourneyTotals::missed_calls},
    {&JourneyCell::on_paper, &JourneyTotals::on_paper},
    {&JourneyCell::callbacks_reached, &JourneyTotals::callbacks_reached},
    {&JourneyCell::callbacks_missed, &JourneyTotals::callbacks_missed},
    {&JourneyCell::callback_wait_us, &JourneyTotals::callback_wait_us},
    {&JourneyCell::transferred, &JourneyTotals::transferred},
    {&JourneyCell::escalated, &JourneyTotals::escalated},
    {&JourneyCell::returned, &JourneyTotals::returned},
    {&JourneyCell::repeats, &JourneyTotals::repeats},
    {&JourneyCell::done, &JourneyTotals::done},
    {&JourneyCell::elapsed_us, &JourneyTotals::elapsed_us},
    {&JourneyCell::interrupted, &JourneyTotals::interrupted},
    {&JourneyCell::rings_missed, &JourneyTotals::rings_missed},
    {&JourneyCell::abused, &JourneyTotals::abused},
    {&JourneyCell::ended_by_agent, &JourneyTotals::ended_by_agent},
    {&JourneyCell::system_wait_us, &JourneyTotals::system_wait_us},
    {&JourneyCell::fault_touched, &JourneyTotals::fault_touched},
    {&JourneyCell::paper_contacts, &JourneyTotals::paper_contacts},
    {&JourneyCell::dropped, &JourneyTotals::dropped},
    {&JourneyCell::ivr_look_ups_failed, &JourneyTotals::ivr_look_ups_failed},
};

/// What is no sum of a single count of the cells.
constexpr double JourneyTotals::*kDerived[] = {&JourneyTotals::customers,         &JourneyTotals::mail_answered,
                                               &JourneyTotals::mail_came,         &JourneyTotals::mail_gone,
                                               &JourneyTotals::mail_done,         &JourneyTotals::mail_in_due,
                                               &JourneyTotals::chat_open_us,      &JourneyTotals::chat_engaged_us,
                                               &JourneyTotals::outbound_answered, &JourneyTotals::paper_entries};

}  // namespace

void JourneyTotals::add(const JourneyCell& cell) {
    happened = true;
    for (const auto& [count, total] : kCounts) this->*total += static_cast<double>(cell.*count);
}

void JourneyTotals::add(const JourneyTotals& other) {
    if (!other.happened) return;
    happened = true;
    for (const auto& [count, total] : kCounts) this->*total += other.*total;
    for (const auto total : kDerived) this->*total += other.*total;
}

}  // namespace floorwalker::measure
