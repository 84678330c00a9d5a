#pragma once

#include "sim/model/contact/arriving.hpp"

/// Mass calls: the arrivals that a decision brings, a Poisson process of its own beside the others.
namespace floorwalker::model {

/// Unit exponentials laid along the cumulated rate, which rises evenly or, with a half-life, fast at first.
inline std::optional<TimePoint> next_peak_time(const Peak& peak, const PeakState& state) {
    const double length = to_seconds(state.end - state.start);
    if (state.cumulated >= peak.contacts) return std::nullopt;
    const double share = state.cumulated / peak.contacts;
    if (!peak.half_life) return state.start + drawn_duration(share * length);
    const double half_life = to_seconds(*peak.half_life);
    const double whole = 1.0 - std::exp2(-length / half_life);
    return state.start + drawn_duration(-half_life * std::log2(1.0 - share * whole));
}

template <class Observer>
void schedule_next_of_peak(Floor<Observer>& floor, std::uint32_t place) {
    PeakState& state = floor.world.peaks[place];
    auto luck = luck_of(floor.world.key, state.next, Purpose::next_arrival);
    state.cumulated += kernel::prepared::unit_exponential(luck);
    const auto& peak = std::get<Peak>(floor.world.decisions[state.decision].what);
    const auto at = next_peak_time(peak, state);
    if (at && *at < state.end) floor.schedule(*at, EventKind::peak_contact_arrives, place);
}

template <class Observer>
void start_peak(Floor<Observer>& floor, std::uint32_t decision, TimePoint end) {
    World& world = floor.world;
    const auto day = static_cast<std::uint32_t>(world.now.time_since_epoch() / kDay);
    PeakState state;
    state.decision = decision;
    state.next = {floor.model.source_of_decision(decision), day, 0};
    state.start = world.now;
    state.end = end;
    if (world.peaks.size() <= decision) world.peaks.resize(decision + 1);
    world.peaks[decision] = state;
    schedule_next_of_peak(floor, decision);
}

/// Who calls while the centre is closed hears no more than that.
template <class Observer>
void peak_contact_arrives(Floor<Observer>& floor, std::uint32_t place) {
    World& world = floor.world;
    const Customer customer = world.peaks[place].next;
    ++world.peaks[place].next.number;
    schedule_next_of_peak(floor, place);
    if (!world.is_open) return;
    const auto& peak = std::get<Peak>(world.decisions[place].what);
    const SourceId entry = peak.number ? floor.model.source_of(*peak.number) : Model::source_of(peak.call_type);
    const SourceModel& source = floor.model.source(entry);
    Arriving arriving{
        {kNoContact, customer, source.call_type, tier_of(source, world.key, customer), world.day, world.interval},
        entry};
    arriving.talk_word = first_word(world.key, customer, Purpose::talk);
    receive(floor, arriving);
}

}  // namespace floorwalker::model
