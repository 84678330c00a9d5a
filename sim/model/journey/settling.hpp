#pragma once

#include "sim/model/agent/monitoring.hpp"
#include "sim/model/contact/outcome.hpp"
#include "sim/model/journey/calling_again.hpp"

/// The end of a contact with its last agent: what has it come to, and does it lead to another?
namespace floorwalker::model {

/// How long the customer feels to have waited: of mail, only from when it was due.
template <class Observer>
Duration felt_wait(Floor<Observer>& floor, const ContactRef& ref) {
    const Journey& journey = floor.journey(ref.id);
    const CallTypeModel& type = floor.call_type(ref.call_type);
    if (type.channel != Channel::mail) return journey.waited;
    return std::max(Duration{0}, floor.now() - journey.arrived - type.due);
}

/// Must be called after the last TalkEnded and before the contact leaves. Whom the centre has called has neither an
/// outcome nor a reason to call again.
template <class Observer>
void settle(Floor<Observer>& floor, const ContactRef& ref, AgentId agent) {
    const Journey& journey = floor.journey(ref.id);
    if (journey.is_outbound) return;
    const SourceId entry = journey.entry;
    if (!floor.uses(&Features::outcomes) || !floor.call_type(ref.call_type).outcome)
        return may_repeat(floor, ref, entry, agent);
    const Outcome outcome = outcome_of(floor.model, floor.world, ref, agent, felt_wait(floor, ref));
    floor.observe(OutcomeKnown{floor.now(), ref, agent, floor.agent(agent).group, outcome});
    if (floor.uses(&Features::monitoring)) pick_out(floor.model, floor.world, ref, agent, outcome);
    if (!outcome.solved) repeat_unsolved(floor, ref, entry, agent);
}

}  // namespace floorwalker::model
