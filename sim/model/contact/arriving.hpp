#pragma once

#include "sim/model/agent/service.hpp"

/// Contacts come: the arrival processes, the way to an agent or into the queue, and giving up.
///
/// Arrivals are a Poisson process with a rate per interval: unit exponentials, one for each customer, laid along the
/// cumulated rate (Çinlar, "Introduction to Stochastic Processes", 1975, section 4.7). So more volume makes the same
/// customers come closer together instead of making others.
namespace floorwalker::model {

/// The time of the next arrival, or none before the centre closes. Moves the cursor.
inline std::optional<TimePoint> next_arrival_time(const Model& model, const CallTypeModel& type, ArrivalState& arrivals,
                                                  double unit_exponential) {
    for (;;) {
        const double gap = type.mean_gap_us[arrivals.interval] * arrivals.gap_factor;
        const double room = static_cast<double>((arrivals.interval_end - arrivals.last).count());
        const double needed = unit_exponential * gap;
        if (needed < room) return arrivals.last + Duration{static_cast<std::int64_t>(needed)};
        unit_exponential -= room / gap;  // an interval in which nobody calls (infinite gap) uses up nothing
        if (++arrivals.interval >= model.intervals) return std::nullopt;
        arrivals.last = arrivals.interval_end;
        arrivals.interval_end =
            model.interval_start(arrivals.next.day, static_cast<std::uint16_t>(arrivals.interval + 1));
    }
}

template <class Observer>
void schedule_next_arrival(Floor<Observer>& floor, CallTypeId id) {
    ArrivalState& arrivals = floor.world.arrivals[index(id)];
    const auto words = first_words(floor.world.key, arrivals.next, Purpose::next_arrival);
    arrivals.talk_word = words[1];
    auto luck = luck_from(words[0], floor.world.key, arrivals.next, Purpose::next_arrival);
    const double unit_exponential = kernel::prepared::unit_exponential(luck);
    if (const auto at = next_arrival_time(floor.model, floor.call_type(id), arrivals, unit_exponential)) {
        arrivals.last = *at;
        floor.schedule(*at, EventKind::contact_arrives, index(id));
    }
}

inline ContactId new_contact(World& world) {
    ++world.in_centre;
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
    const Duration patience = patience_of(floor.model, floor.world.key, contact.customer, contact.interval);
    if (patience == Duration{0}) {
        floor.observe(Abandoned{floor.now(), floor.ref(id), Duration{0}, false});
        release_contact(floor.world, id);
        return;
    }
    contact.patience = {};
    if (patience != kForever) {
        contact.patience = floor.schedule(floor.now() + patience, EventKind::patience_ends, index(id));
    }
    join_lane(floor.model, floor.world, id);
    floor.observe(Queued{floor.now(), floor.ref(id), patience});
}

/// A new contact with all that is known of it at its arrival.
struct Arriving {
    Customer customer;
    TierId tier{};
    std::uint16_t interval = 0;
    std::uint64_t talk_word = 0;
};

template <class Observer>
void receive(Floor<Observer>& floor, const Arriving& arriving) {
    World& world = floor.world;
    const CallTypeId type_id = arriving.customer.call_type;
    const CallTypeModel& type = floor.call_type(type_id);
    const auto agent = free_agent_for(type, world);
    const bool has_line = world.in_centre < floor.model.lines;
    const bool has_place = agent.has_value() || (world.waiting < floor.model.queue_places &&
                                                 world.waiting_of_type[index(type_id)] < type.queue_places);
    if (!has_line || !has_place) {
        floor.observe(Blocked{floor.now(), {kNoContact, arriving.customer, arriving.tier, arriving.interval}});
        return;
    }
    const ContactId id = new_contact(world);
    ContactState& contact = floor.contact(id);
    contact.customer = arriving.customer;
    contact.tier = arriving.tier;
    contact.interval = arriving.interval;
    contact.lane = floor.model.lane(type_id, arriving.tier);
    contact.arrived = floor.now();
    contact.talk_word = arriving.talk_word;
    floor.observe(Offered{floor.now(), floor.ref(id)});
    if (agent) {
        leave_idle(world, *agent);
        answer(floor, *agent, id, Duration{0}, false);
    } else {
        wait_in_queue(floor, id);
    }
}

template <class Observer>
void contact_arrives(Floor<Observer>& floor, CallTypeId type) {
    ArrivalState& arrivals = floor.world.arrivals[index(type)];
    const Arriving arriving{arrivals.next, tier_of(floor.model, floor.world.key, arrivals.next), arrivals.interval,
                            arrivals.talk_word};
    ++arrivals.next.number;
    schedule_next_arrival(floor, type);
    receive(floor, arriving);
}

template <class Observer>
void patience_ends(Floor<Observer>& floor, ContactId id) {
    leave_lane(floor.model, floor.world, id);
    floor.observe(Abandoned{floor.now(), floor.ref(id), floor.now() - floor.contact(id).arrived, true});
    release_contact(floor.world, id);
}

}  // namespace floorwalker::model
