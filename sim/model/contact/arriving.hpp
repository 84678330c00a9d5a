#pragma once

#include "sim/model/agent/service.hpp"
#include "sim/model/routing/choosing_agent.hpp"

/// Contacts come: the arrival processes, the way to an agent or into the queue, and giving up.
///
/// Arrivals are a Poisson process with a rate per interval: unit exponentials, one for each customer, laid along the
/// cumulated rate (Çinlar, "Introduction to Stochastic Processes", 1975, section 4.7). So more volume makes the same
/// customers come closer together instead of making others.
namespace floorwalker::model {

/// The time of the next arrival, or none before the centre closes. Moves the cursor.
inline std::optional<TimePoint> next_arrival_time(const Model& model, const SourceModel& source, ArrivalState& arrivals,
                                                  double unit_exponential) {
    for (;;) {
        const double gap = source.mean_gap_us[arrivals.interval] * arrivals.gap_factor;
        const double room = static_cast<double>((arrivals.interval_end - arrivals.last).count());
        const double needed = unit_exponential * gap;
        if (needed < room) return arrivals.last + Duration{static_cast<std::int64_t>(needed)};
        unit_exponential -= room / gap;  // an interval in which nobody calls (infinite gap) uses up nothing
        if (++arrivals.interval >= arrivals.end) return std::nullopt;
        arrivals.last = arrivals.interval_end;
        arrivals.interval_end =
            model.interval_start(arrivals.next.day, static_cast<std::uint16_t>(arrivals.interval + 1));
    }
}

template <class Observer>
void schedule_next_arrival(Floor<Observer>& floor, SourceId id) {
    ArrivalState& arrivals = floor.world.arrivals[index(id)];
    const auto words = first_words(floor.world.key, arrivals.next, Purpose::next_arrival);
    arrivals.talk_word = words[1];
    auto luck = luck_from(words[0], floor.world.key, arrivals.next, Purpose::next_arrival);
    const double unit_exponential = kernel::prepared::unit_exponential(luck);
    if (const auto at = next_arrival_time(floor.model, floor.model.sources[index(id)], arrivals, unit_exponential)) {
        arrivals.last = *at;
        floor.schedule(*at, EventKind::contact_arrives, index(id));
    }
}

/// A place in the table for a contact; its fields are those of whoever had it before.
inline ContactId new_contact(World& world) {
    if (world.free_contacts.empty()) {
        world.contacts.emplace_back();
        return ContactId(world.contacts.size() - 1);
    }
    const ContactId id{world.free_contacts.back()};
    world.free_contacts.pop_back();
    return id;
}

template <class Observer>
void wait_in_queue(Floor<Observer>& floor, ContactId id) {
    ContactState& contact = floor.contact(id);
    const Duration patience = patience_of(floor.model, floor.world.key, contact.ref);
    if (patience == Duration{0}) {
        floor.observe(Abandoned{floor.now(), contact.ref, Duration{0}, false});
        release_contact(floor.world, id);
        return;
    }
    contact.patience = {};
    if (patience != kForever) {
        contact.patience = floor.schedule(floor.now() + patience, EventKind::patience_ends, index(id));
    }
    join_lane_last(floor.world, id);
    floor.observe(Queued{floor.now(), contact.ref, patience});
}

/// A new contact with all that is known of it at its arrival.
struct Arriving {
    ContactRef ref;    // without its id
    SourceId entry{};  // the source whose way it goes
    std::uint64_t talk_word = 0;
    AgentId last_agent = kNoAgent;
};

/// Mail and callbacks that wait for a quiet time take no place.
inline bool has_place(const World& world, const Model& model, CallTypeId type) {
    return world.waiting - world.deferred_waiting < model.queue_places &&
           world.waiting_of_type[index(type)] < model.call_types[index(type)].queue_places;
}

template <class Observer>
void receive(Floor<Observer>& floor, const Arriving& arriving) {
    World& world = floor.world;
    if (!floor.model.sources[index(arriving.entry)].is_plain) [[unlikely]]
        return receive_on_journey(floor, arriving);
    const CallTypeId type = arriving.ref.call_type;
    const LaneId lane = floor.model.lane(type, arriving.ref.tier);
    const auto agent = free_agent_for(floor.model, world, lane, arriving.ref);
    const bool has_line = world.lines_used < floor.model.lines;
    if (!has_line || !(agent.has_value() || has_place(world, floor.model, type))) {
        floor.observe(Blocked{floor.now(), arriving.ref, has_line ? BlockReason::no_place : BlockReason::no_line});
        return;
    }
    const ContactId id = new_contact(world);
    ++world.lines_used;
    ContactState& contact = floor.contact(id);
    contact.ref = arriving.ref;
    contact.ref.id = id;
    contact.is_plain = true;
    contact.lane = lane;
    contact.since = floor.now();
    contact.ranked = floor.now() - floor.model.lanes[index(lane)].credit;
    contact.talk_word = arriving.talk_word;
    floor.observe(Offered{floor.now(), contact.ref});
    if (agent) {
        leave_idle(world, *agent);
        answer(floor, *agent, id, Duration{0}, false);
    } else {
        wait_in_queue(floor, id);
    }
}

template <class Observer>
void contact_arrives(Floor<Observer>& floor, SourceId id) {
    ArrivalState& arrivals = floor.world.arrivals[index(id)];
    const SourceModel& source = floor.model.sources[index(id)];
    const Customer customer = arrivals.next;
    const Arriving arriving{{kNoContact, customer, source.call_type, tier_of(source, floor.world.key, customer),
                             customer.day, arrivals.interval},
                            id,
                            arrivals.talk_word};
    ++arrivals.next.number;
    schedule_next_arrival(floor, id);
    receive(floor, arriving);
}

template <class Observer>
void patience_ends(Floor<Observer>& floor, ContactId id) {
    const ContactState& contact = floor.contact(id);
    if (!contact.is_plain) [[unlikely]]
        return patience_ends_on_journey(floor, id);
    leave_lane(floor.world, id);
    floor.observe(Abandoned{floor.now(), contact.ref, floor.now() - contact.since, true});
    release_contact(floor.world, id);
}

}  // namespace floorwalker::model
