#pragma once

#include "sim/model/floor.hpp"

/// Systems that are down: requests are written down and called back later.
namespace floorwalker::model {

inline bool is_outage(const World& world, CallTypeId type) {
    return !world.outages.empty() && world.outages[index(type)].going_on > 0;
}

inline void change_outage(World& world, const Model& model, const Outage& outage, std::int64_t sign, TimePoint until) {
    if (outage.self_service_fails) world.self_service_outages += sign;
    if (world.outages.empty()) world.outages.resize(model.call_types.size());
    for (std::size_t t = 0; t < model.call_types.size(); ++t) {
        if (!model.call_types[t].callback || (outage.call_type && index(*outage.call_type) != t)) continue;
        OutageState& state = world.outages[t];
        if (sign > 0) state.until = state.going_on == 0 ? until : std::max(state.until, until);
        state.going_on += sign;
    }
}

/// Whether an agent who answers the contact now can do no more than write down what it wants: not one who has been
/// called back for it, nor somebody whom we have called.
template <class Observer>
bool is_written_down(Floor<Observer>& floor, ContactId id) {
    const Journey& journey = floor.journey(id);
    return is_outage(floor.world, floor.contact(id).ref.call_type) && !journey.is_outbound && !journey.is_return &&
           journey.dialled == 0;
}

}  // namespace floorwalker::model
