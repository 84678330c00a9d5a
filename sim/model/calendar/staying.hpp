#pragma once

#include "sim/model/world.hpp"

/// For whom the staff stays after closing.
namespace floorwalker::model {

/// Whether somebody who talks now, or is being dialled, may need another agent when the talk is over. Looked at while
/// the centre drains and nobody waits, and only where contacts go on at all: counting them all day would cost more.
[[gnu::noinline, gnu::cold]] inline bool may_somebody_go_on(const Model& model, const World& world) {
    for (std::size_t i = 0; i < world.journeys.size(); ++i) {
        const Journey& journey = world.journeys[i];
        if (journey.place != Whereabouts::with_agent && journey.place != Whereabouts::called_back) continue;
        const bool is_passed_on = !model.call_types[index(world.contacts[i].ref.call_type)].transfers.empty();
        const bool may_go_on = journey.is_right_party && !journey.is_return && !journey.ends_by_agent;
        if (journey.is_on_paper || (may_go_on && (is_passed_on || journey.returns_to != kNoAgent))) return true;
    }
    return false;
}

/// Whether the staff stays: for those who wait, but not for work that can wait; for those in the IVR, who may ask for
/// an agent; and for those whose talk may lead to another agent. A talk that is no more than that needs its own agent
/// only.
inline bool has_to_stay(const Model& model, const World& world) {
    if (world.waiting > world.deferred_waiting || world.ports_used > 0 || world.ringing > 0) return true;
    return model.uses.going_on && may_somebody_go_on(model, world);
}

}  // namespace floorwalker::model
