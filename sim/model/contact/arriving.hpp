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

/// `source`: the place among the model's sources.
template <class Observer>
void schedule_next_arrival(Floor<Observer>& floor, std::size_t source) {
    ArrivalState& arrivals = floor.world.arrivals[source];
    const auto words = first_words(floor.world.key, arrivals.next, Purpose::next_arrival);
    arrivals.talk_word = words[1];
    auto luck = luck_from(words[0], floor.world.key, arrivals.next, Purpose::next_arrival);
    const double unit_exponential = kernel::prepared::unit_exponential(luck);
    if (const auto at = next_arrival_time(floor.model, floor.model.sources[source], arrivals, unit_exponential)) {
        arrivals.last = *at;
        floor.schedule(*at, EventKind::contact_arrives, source);
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
void wait_in_queue(Floor<Observer>& floor, const ContactRef& ref) {
    const Duration patience = patience_of(floor.model, floor.world.key, ref);
    if (patience == Duration{0}) {
        floor.observe(Abandoned{floor.now(), ref, Duration{0}, false});
        release_contact(floor.world, ref.id);
        return;
    }
    ContactState& contact = floor.contact(ref.id);
    contact.patience = {};
    if (patience != kForever) {
        contact.patience = floor.schedule(floor.now() + patience, EventKind::patience_ends, index(ref.id));
    }
    join_lane_last(floor.world, ref.id);
    floor.observe(Queued{floor.now(), ref, patience});
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

// In a plain world there is one lane for each call type, without credit, and everybody is served in turn.
template <class Observer>
LaneId plain_lane(const Floor<Observer>& floor, const ContactRef& ref) {
    if constexpr (Floor<Observer>::kHasMore) return floor.model.lane(ref.call_type, ref.tier);
    return LaneId(static_cast<std::uint16_t>(ref.call_type));
}

template <class Observer>
Duration plain_credit(const Floor<Observer>& floor, LaneId lane) {
    if constexpr (Floor<Observer>::kHasMore) return floor.model.lanes[index(lane)].credit;
    return Duration{0};
}

template <class Observer>
std::optional<AgentId> free_agent_for_plain(const Floor<Observer>& floor, LaneId lane, const ContactRef& ref) {
    if constexpr (Floor<Observer>::kHasMore) return free_agent_for(floor.model, floor.world, lane, ref);
    return free_agent_in_turn(floor.world, floor.model.searches[index(floor.model.lanes[index(lane)].search)]);
}

/// A contact that asks for an agent at once, talks and goes. `ref` is without its id.
template <class Observer>
void receive_plain(Floor<Observer>& floor, ContactRef ref, std::uint64_t talk_word) {
    World& world = floor.world;
    const LaneId lane = plain_lane(floor, ref);
    const auto agent = free_agent_for_plain(floor, lane, ref);
    const bool has_line = world.lines_used < floor.model.lines;
    if (!has_line || !(agent.has_value() || has_place(world, floor.model, ref.call_type))) {
        floor.observe(Blocked{floor.now(), ref, has_line ? BlockReason::no_place : BlockReason::no_line});
        return;
    }
    ref.id = new_contact(world);
    ++world.lines_used;
    ContactState& contact = floor.contact(ref.id);
    contact.ref = ref;
    contact.is_plain = true;
    contact.lane = lane;
    contact.since = floor.now();
    contact.ranked = floor.now() - plain_credit(floor, lane);
    contact.talk_word = talk_word;
    floor.observe(Offered{floor.now(), ref});
    if (agent) {
        leave_idle(world, *agent);
        answer_plain(floor, *agent, ref, talk_word, Duration{0}, false);
    } else {
        wait_in_queue(floor, ref);
    }
}

template <class Observer>
void receive(Floor<Observer>& floor, const Arriving& arriving) {
    if (!floor.is_plain(floor.model.source(arriving.entry))) return receive_on_journey(floor, arriving);
    receive_plain(floor, arriving.ref, arriving.talk_word);
}

template <class Observer>
Arriving arriving_of(const Floor<Observer>& floor, const SourceModel& source, Customer customer, std::uint16_t interval,
                     std::uint64_t talk_word) {
    const TierId tier = tier_of(source, floor.world.key, customer);
    return {{kNoContact, customer, source.call_type, tier, customer.day, interval}, customer.source, talk_word};
}

/// Apart, so that what it needs in memory is not there for contacts that are plain.
template <class Observer>
[[gnu::noinline]] void arrives_on_journey(Floor<Observer>& floor, const SourceModel& source, Customer customer,
                                          std::uint16_t interval, std::uint64_t talk_word) {
    receive_on_journey(floor, arriving_of(floor, source, customer, interval, talk_word));
}

template <class Observer>
void contact_arrives(Floor<Observer>& floor, std::size_t place) {
    ArrivalState& arrivals = floor.world.arrivals[place];
    const SourceModel& source = floor.model.sources[place];
    const Customer customer = arrivals.next;
    const std::uint64_t talk_word = arrivals.talk_word;
    const std::uint16_t interval = arrivals.interval;
    ++arrivals.next.number;
    schedule_next_arrival(floor, place);
    if (!floor.is_plain(source)) [[unlikely]]
        return arrives_on_journey(floor, source, customer, interval, talk_word);
    receive_plain(floor, arriving_of(floor, source, customer, interval, talk_word).ref, talk_word);
}

template <class Observer>
void patience_ends(Floor<Observer>& floor, ContactId id) {
    const ContactState& contact = floor.contact(id);
    if (!floor.is_plain(contact)) [[unlikely]]
        return patience_ends_on_journey(floor, id);
    leave_lane(floor.world, id);
    floor.observe(Abandoned{floor.now(), contact.ref, floor.now() - contact.since, true});
    release_contact(floor.world, id);
}

}  // namespace floorwalker::model
