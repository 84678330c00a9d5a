// What the recorder does with facts of scenarios with machines behind the floor.
#include "sim/measure/recorder.hpp"

namespace floorwalker::measure {

void Recorder::operator()(const LookedUp& fact) {
    machines_.add(fact);
    const bool by_agent = fact.by == LookUpBy::agent;
    const std::size_t column = by_agent ? columns().of(fact.contact) : columns().in_ivr(fact.contact);
    JourneyCell& journey = tables_.journey(fact.contact, column);
    if (by_agent) {
        journey.system_wait_us += fact.took.count();
        tables_.cell(fact.contact, fact.group).system_wait_us += fact.took.count();
    }
    if (fact.end != LookUpEnd::failed) return;
    if (!by_agent) ++journey.ivr_look_ups_failed;
    touch(fact.contact, column);
}

void Recorder::touch(const ContactRef& contact, std::size_t column) {
    if (touched_.touch(contact)) ++tables_.journey(contact, column).fault_touched;
}

void Recorder::operator()(const WentToPaper& fact) {
    machines_.add(fact);
    const std::size_t column = columns().of(fact.contact);
    ++tables_.journey(fact.contact, column).paper_contacts;
    ++tables_.cell(fact.contact, fact.group).paper_contacts;
    touch(fact.contact, column);
}

void Recorder::operator()(const EnteredFromPaper& fact) {
    machines_.add(fact);
    ++cell_now(fact.group).paper_entries;
}

void Recorder::operator()(const CallDropped& fact) {
    const std::size_t column = columns().of(fact.contact);
    ++tables_.journey(fact.contact, column).dropped;
    ++tables_.cell(fact.contact, fact.group).dropped;
    touch(fact.contact, column);
}

}  // namespace floorwalker::measure
