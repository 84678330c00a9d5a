#pragma once

#include "sim/model/journey/calling_again.hpp"
#include "sim/model/journey/windows.hpp"
#include "sim/model/routing/at_once.hpp"

/// A contact asks for an agent: gets one, or joins the queue, or does not.
namespace floorwalker::model {

/// Somebody who can take a contact now, and how.
struct Server {
    enum class How : std::uint8_t {
        free,         // from the idle
        beside,       // a chat, beside those that it has
        interrupted,  // from a piece of mail
    };
    AgentId agent{};
    How how = How::free;
};

/// The agent who has worked longest on mail that can be left, in the first stage that has one.
inline std::optional<AgentId> agent_on_mail(const Model& model, const World& world, const Search& search,
                                            CallTypeId type) {
    for (const Stage& stage : search.stages) {
        for (const PoolId pool : stage.pools) {
            if (is_kept_off(world, model.pools[index(pool)].group, type)) continue;
            for (std::uint32_t agent = world.pool_extras[index(pool)].interruptible.head; agent != kNone;
                 agent = world.agents[agent].next) {
                const AgentRecord& record = world.agents[agent];
                if (record.on_duty() && world.groups[index(record.group)].systems_down == 0) return AgentId{agent};
            }
        }
    }
    return std::nullopt;
}

inline std::optional<Server> server_for(const Model& model, const World& world, LaneId lane, const ContactRef& ref) {
    if (const auto agent = free_agent_for(model, world, lane, ref)) return Server{*agent, Server::How::free};
    const Search& search = model.searches[index(model.lanes[index(lane)].search)];
    const Channel channel = model.call_types[index(ref.call_type)].channel;
    if (channel == Channel::chat) {
        if (const auto agent = agent_with_window(model, world, search, ref.call_type))
            return Server{*agent, Server::How::beside};
    }
    if (channel != Channel::mail && model.uses.interruptible) {
        if (const auto agent = agent_on_mail(model, world, search, ref.call_type))
            return Server{*agent, Server::How::interrupted};
    }
    return std::nullopt;
}

template <class Observer>
void serve(Floor<Observer>& floor, Server server, ContactId id, Duration waited, bool queued) {
    if (server.how == Server::How::free) leave_idle(floor.world, server.agent);
    if (server.how == Server::How::interrupted) interrupt_mail(floor, server.agent);
    answer(floor, server.agent, id, waited, queued);
}

/// Why the queue does not take a contact that found nobody free; none: it does.
inline std::optional<BlockReason> refusal(const Model& model, const World& world, CallTypeId id) {
    const CallTypeModel& type = model.call_types[index(id)];
    const std::int64_t waiting = world.waiting - world.deferred_waiting;
    const bool is_kept = type.channel == Channel::mail;
    if (!is_kept && (waiting >= model.queue_places || waiting_in_turn(model, world, id) >= type.queue_places))
        return BlockReason::no_place;
    if (type.expected && type.expected->closed && expected_wait_of_next(model, world, id) > *type.expected->closed)
        return BlockReason::queue_closed;
    return std::nullopt;
}

/// Nobody will come any more today for those who wait.
inline bool is_after_hours(const Model& model, const World& world) {
    const bool is_last = std::int64_t{world.day} + 1 >= model.days;
    if (world.is_finished) return true;
    return !world.is_open && !world.is_draining && (model.after_close != AfterClose::carry_over || is_last);
}

/// How long this contact is ready to wait for this agent.
inline Duration patience_on_journey(const Model& model, const World& world, ContactId id) {
    const ContactRef& ref = world.contacts[index(id)].ref;
    if (const auto campaign = model.campaign_of(ref.customer.source); campaign && ref.leg == 0)
        return model.campaigns[index(*campaign)].rules.hold;
    return patience_of(model, world.key, ref);
}

/// It hears what wait is expected and finds that too long.
inline bool balks(const CallTypeModel& type, const std::array<Duration, kWaitEstimators>& waits, Duration patience) {
    return type.expected && type.expected->announced &&
           waits[static_cast<std::size_t>(type.expected->estimator)] > patience;
}

/// A customer who gave up, or was sent away, is gone; unless it is one whom the centre will call back.
template <class Observer>
void end_unserved(Floor<Observer>& floor, ContactId id) {
    const ContactRef ref = floor.contact(id).ref;
    const Journey journey = floor.journey(id);
    release_holder(floor, id);
    if (!journey.is_outbound) {
        if (is_missed_call_kept(floor, ref)) return keep_callback(floor, id, CallbackReason::missed);
        may_redial(floor, ref, journey.entry, CallAgainReason::abandoned, journey.last_agent);
    }
    leave_centre(floor.world, id);
}

template <class Observer>
void dismiss_on_journey(Floor<Observer>& floor, ContactId id) {
    const ContactState& contact = floor.contact(id);
    floor.observe(Dismissed{floor.now(), contact.ref, floor.now() - contact.since});
    end_unserved(floor, id);
}

template <class Observer>
void queue_up(Floor<Observer>& floor, ContactId id, Duration patience) {
    ContactState& contact = floor.contact(id);
    if (patience != kForever)
        contact.patience = floor.schedule(contact.since + patience, EventKind::patience_ends, index(id));
    floor.observe(Queued{floor.now(), contact.ref, patience});
}

template <class Observer>
void join_queue(Floor<Observer>& floor, ContactId id) {
    const ContactRef ref = floor.contact(id).ref;
    const CallTypeModel& type = floor.call_type(ref.call_type);
    if (is_after_hours(floor.model, floor.world) && type.channel != Channel::mail) {
        floor.observe(Queued{floor.now(), ref, Duration{0}});
        return dismiss_on_journey(floor, id);
    }
    const Duration patience = patience_on_journey(floor.model, floor.world, id);
    std::array<Duration, kWaitEstimators> waits{};
    if (floor.model.uses.estimates) waits = expected_waits(floor.model, floor.world, floor.contact(id));
    if (patience == Duration{0} || balks(type, waits, patience)) {
        floor.observe(Abandoned{floor.now(), ref, floor.now() - floor.contact(id).since, false});
        if (floor.journey(id).is_outbound) note_mismatch(floor, id, true);
        return end_unserved(floor, id);
    }
    queue_up(floor, id, patience);
    if (type.expected) floor.observe(WaitEstimated{floor.now(), ref, waits});
    enter_lane(floor.world, id);
    const bool may_call = type.callback && type.callback->rules.offered_above && ref.leg == 0;
    if (may_call && waits[static_cast<std::size_t>(estimator_of(type))] >= *type.callback->rules.offered_above &&
        offer_callback(floor, id)) {
        return;
    }
    take_due_steps(floor, id);
}

/// It would rather have the agent who knows it: gets that one, or waits for it a while. False: anyone will do.
template <class Observer>
bool asks_for_last_agent(Floor<Observer>& floor, ContactId id) {
    const ContactState& contact = floor.contact(id);
    const auto& longest = floor.call_type(contact.ref.call_type).last_agent;
    const AgentId last = floor.journey(id).last_agent;
    if (!longest || last == kNoAgent) return false;
    const AgentRecord& agent = floor.agent(last);
    const auto& lanes = floor.model.pools[index(agent.pool)].lanes;
    if (std::find(lanes.begin(), lanes.end(), contact.lane) == lanes.end()) return false;
    if (is_kept_off(floor.world, agent.group, contact.ref.call_type)) return false;
    if (agent.state == AgentState::available) {
        serve(floor, {last, Server::How::free}, id, Duration{0}, false);
        return true;
    }
    if (*longest == Duration{0} || agent.state == AgentState::signed_out || !agent.on_duty()) return false;
    const Duration patience = patience_on_journey(floor.model, floor.world, id);
    if (patience == Duration{0}) return false;
    queue_up(floor, id, patience);
    want(floor.world, id, last);
    floor.journey(id).timer = floor.schedule(floor.now() + *longest, EventKind::stops_waiting_for, index(id));
    return true;
}

/// `may_refuse`: the queue may be full or closed for it.
template <class Observer>
void ask_for_agent(Floor<Observer>& floor, ContactId id, bool may_refuse) {
    ContactState& contact = floor.contact(id);
    Journey& journey = floor.journey(id);
    contact.lane = floor.model.lane(contact.ref.call_type, contact.ref.tier);
    contact.since = floor.now();
    contact.ranked = contact.since - floor.model.lanes[index(contact.lane)].credit;
    journey.step = 0;
    if (journey.transfer && floor.call_type(journey.from).transfers[*journey.transfer].rules.keeps_wait)
        contact.ranked -= floor.now() - journey.arrived;
    if (asks_for_last_agent(floor, id)) return;
    take_steps_at_once(floor, id);
    if (const auto server = server_for(floor.model, floor.world, contact.lane, contact.ref))
        return serve(floor, *server, id, Duration{0}, false);
    const auto reason = may_refuse ? refusal(floor.model, floor.world, contact.ref.call_type) : std::nullopt;
    if (!reason) return join_queue(floor, id);
    const ContactRef ref = contact.ref;
    floor.observe(Blocked{floor.now(), ref, *reason});
    may_redial(floor, ref, journey.entry, CallAgainReason::blocked, journey.last_agent);
    leave_centre(floor.world, id);
}

/// It has waited long enough for the one agent, or that one goes home.
template <class Observer>
void stops_waiting_for(Floor<Observer>& floor, ContactId id) {
    const ContactState& contact = floor.contact(id);
    stop_wanting(floor.world, id);
    if (floor.journey(id).is_return) {
        floor.world.events.cancel(contact.patience);
        floor.observe(Abandoned{floor.now(), contact.ref, floor.now() - contact.since, true});
        return end_unserved(floor, id);
    }
    if (is_after_hours(floor.model, floor.world)) return dismiss_on_journey(floor, id);
    take_steps_at_once(floor, id);
    if (const auto server = server_for(floor.model, floor.world, contact.lane, contact.ref)) {
        floor.world.events.cancel(contact.patience);
        return serve(floor, *server, id, floor.now() - contact.since, true);
    }
    enter_lane(floor.world, id);
    take_due_steps(floor, id);
}

template <class Observer>
bool take_who_wants(Floor<Observer>& floor, AgentId agent) {
    if (floor.world.wanting.size() <= index(agent) || floor.world.wanting[index(agent)] == kNone) return false;
    take_waiting(floor, agent, ContactId{floor.world.wanting[index(agent)]});
    return true;
}

template <class Observer>
void release_who_want(Floor<Observer>& floor, AgentId agent) {
    if (floor.world.wanting.size() <= index(agent)) return;
    while (floor.world.wanting[index(agent)] != kNone) {
        const ContactId id{floor.world.wanting[index(agent)]};
        floor.world.events.cancel(std::exchange(floor.journey(id).timer, {}));
        stops_waiting_for(floor, id);
    }
}

template <class Observer>
void patience_ends_on_journey(Floor<Observer>& floor, ContactId id) {
    if (floor.journey(id).place == Whereabouts::in_ivr) return gives_up_in_ivr(floor, id);
    if (floor.journey(id).place == Whereabouts::ringing) return gives_up_ringing(floor, id);
    stop_waiting(floor.world, id);
    const ContactState& contact = floor.contact(id);
    floor.observe(Abandoned{floor.now(), contact.ref, floor.now() - contact.since, true});
    if (floor.journey(id).is_outbound && contact.ref.leg == 0) note_mismatch(floor, id, true);
    end_unserved(floor, id);
}

/// Why a new contact finds no way in; none: it does. `flow`: of the IVR that it should hear.
template <class Observer>
std::optional<BlockReason> refusal_at_the_door(Floor<Observer>& floor, const ContactRef& ref,
                                               std::optional<FlowId> flow) {
    const Model& model = floor.model;
    const World& world = floor.world;
    const bool is_call = ref.call_type == kNoCallType || floor.call_type(ref.call_type).channel == Channel::voice;
    if (is_call && world.lines_used >= model.lines) return BlockReason::no_line;
    if (flow) {
        if (world.ports_used < model.ivr_ports) return std::nullopt;
        if (model.ports_busy == PortsBusy::block || ref.call_type == kNoCallType) return BlockReason::no_port;
    }
    if (server_for(model, world, lane_at_once(model, world, ref), ref)) return std::nullopt;
    return refusal(model, world, ref.call_type);
}

template <class Observer>
void receive_on_journey(Floor<Observer>& floor, Arriving arriving) {
    World& world = floor.world;
    const SourceModel& source = floor.model.source(arriving.entry);
    const auto flow = source.flows.empty() ? std::optional<FlowId>{} : source.flows[index(arriving.ref.tier)];
    const bool hears_ivr = flow && world.ports_used < floor.model.ivr_ports;
    if (const auto reason = refusal_at_the_door(floor, arriving.ref, flow)) {
        floor.observe(Blocked{floor.now(), arriving.ref, *reason});
        return may_redial(floor, arriving.ref, arriving.entry, CallAgainReason::blocked, arriving.last_agent);
    }
    const ContactId id = new_journey(world, arriving.ref, arriving.entry);
    Journey& journey = floor.journey(id);
    journey.last_agent = arriving.last_agent;
    ContactState& contact = floor.contact(id);
    contact.talk_word = arriving.talk_word;
    const Channel channel =
        arriving.ref.call_type == kNoCallType ? Channel::voice : floor.call_type(arriving.ref.call_type).channel;
    journey.holds_line = channel == Channel::voice;
    world.lines_used += journey.holds_line ? 1 : 0;
    journey.is_deferred = channel == Channel::mail;
    floor.observe(Offered{floor.now(), contact.ref});
    if (hears_ivr) return enter_ivr(floor, id, *flow);
    ask_for_agent(floor, id, false);
}

}  // namespace floorwalker::model
