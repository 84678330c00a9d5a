#pragma once

#include "sim/model/contact/arriving.hpp"

/// Recorded calls instead of arrival processes. A recorded call is a customer like any other: its patience and needs
/// are drawn by its type and its number on its day.
namespace floorwalker::model {

inline std::uint32_t day_of(const Model& model, TimePoint at) {
    return static_cast<std::uint32_t>((at.time_since_epoch() - model.open) / kDay);
}

/// The interval of the opening hours; `model.intervals` when the centre is closed at that time.
inline std::uint16_t interval_of(const Model& model, TimePoint at) {
    const Duration since_open = (at.time_since_epoch() - model.open) % kDay;
    if (since_open >= model.close - model.open) return model.intervals;
    return static_cast<std::uint16_t>(since_open / model.interval);
}

template <class Observer>
void schedule_next_recorded(Floor<Observer>& floor) {
    const auto& calls = *floor.model.replay;
    if (floor.world.next_recorded < calls.size()) {
        floor.schedule(calls[floor.world.next_recorded].at, EventKind::recorded_call, 0);
    }
}

template <class Observer>
void recorded_call(Floor<Observer>& floor) {
    World& world = floor.world;
    const RecordedCall& call = (*floor.model.replay)[world.next_recorded++];
    const auto source = Model::source_of(call.call_type);
    ArrivalState& arrivals = world.arrivals[index(call.call_type)];
    const std::uint32_t day = day_of(floor.model, call.at);
    if (arrivals.next.day != day) arrivals.next = {source, day, 0};
    const Customer customer = arrivals.next;
    ++arrivals.next.number;
    const TierId tier = call.tier ? *call.tier : tier_of(floor.model.source(source), world.key, customer);
    schedule_next_recorded(floor);
    receive(floor, {{kNoContact, customer, call.call_type, tier, day, interval_of(floor.model, call.at)},
                    source,
                    first_word(world.key, customer, Purpose::talk)});
}

}  // namespace floorwalker::model
