#pragma once

#include "sim/model/journey/asking.hpp"
#include "sim/model/machines/in_ivr.hpp"

/// A caller's way through the IVR, node by node.
namespace floorwalker::model {

/// Nobody listens longer: a caller who has been through so many nodes hangs up.
inline constexpr std::uint8_t kMostNodes = 100;

template <class Observer>
void leave_ivr(Floor<Observer>& floor, ContactId id, IvrOutcome outcome) {
    Journey& journey = floor.journey(id);
    ContactState& contact = floor.contact(id);
    floor.world.events.cancel(std::exchange(contact.patience, {}));
    floor.world.events.cancel(std::exchange(journey.timer, {}));
    release_port(floor.world, journey);
    journey.place = Whereabouts::arriving;
    if (floor.uses(&Features::look_ups)) give_up(floor, look_ups_of(floor.world, id).ticket);
    floor.observe(LeftIvr{floor.now(), contact.ref, journey.flow, outcome, floor.now() - journey.ivr_since});
}

/// The call ends in the IVR.
template <class Observer>
void end_in_ivr(Floor<Observer>& floor, ContactId id, IvrOutcome outcome) {
    leave_ivr(floor, id, outcome);
    const ContactRef ref = floor.contact(id).ref;
    const Journey journey = floor.journey(id);
    if (outcome == IvrOutcome::contained) {
        may_repeat(floor, ref, journey.entry, journey.last_agent);
    } else {
        may_redial(floor, ref, journey.entry, CallAgainReason::abandoned, journey.last_agent);
    }
    leave_centre(floor.world, id);
}

template <class Observer>
void gives_up_in_ivr(Floor<Observer>& floor, ContactId id) {
    end_in_ivr(floor, id, IvrOutcome::gave_up);
}

/// What a caller does at a node, drawn when it is entered: how long it takes, and what follows.
class NodeVisit {
public:
    NodeVisit(const World& world, const ContactRef& ref, Journey& journey)
        : key_{world.key},
          is_service_down_{world.self_service_outages > 0},
          ref_{ref},
          turn_{ref.attempt, journey.visits},
          journey_{journey} {}

    Duration operator()(const AnnouncementModel& node) {
        journey_.next_node = node.next;
        journey_.after_node = AfterNode::go_on;
        return length(node.length);
    }

    Duration operator()(const MenuModel& node) {
        double place = choice();
        if (place < node.timeout) {
            try_again(node);
            return node.timeout_after;
        }
        place -= node.timeout;
        if (place < node.wrong_key) {
            try_again(node);
            return length(node.thinking);
        }
        place = (place - node.wrong_key) / (1.0 - node.timeout - node.wrong_key);
        std::size_t chosen = 0;
        while (chosen + 1 < node.up_to.size() && place >= node.up_to[chosen]) ++chosen;
        journey_.next_node = node.next[chosen];
        journey_.after_node = AfterNode::go_on;
        return length(node.thinking);
    }

    Duration operator()(const SelfServiceModel& node) {
        const bool succeeds = !is_service_down_ && choice() < node.success;
        go_to(succeeds ? node.next : node.when_failed, succeeds ? AfterNode::contained : AfterNode::not_served);
        return length(node.duration);
    }

    // These take no time and are dealt with when they are entered.
    Duration operator()(const ToQueue&) const { return Duration{0}; }
    Duration operator()(const EndOfCall&) const { return Duration{0}; }

private:
    double choice() const { return chance(key_, ref_.customer, Purpose::ivr_choice, turn_); }

    Duration length(const kernel::Sampler& sampler) const {
        auto luck = luck_of(key_, ref_.customer, Purpose::ivr_length, turn_);
        return drawn_duration(sampler(luck));
    }

    void go_to(std::optional<NodeId> node, AfterNode otherwise) {
        journey_.after_node = node ? AfterNode::go_on : otherwise;
        if (node) journey_.next_node = *node;
    }

    void try_again(const MenuModel& node) {
        if (journey_.tries + 1 < node.tries) {
            journey_.after_node = AfterNode::again;
        } else {
            go_to(node.when_failed, AfterNode::not_served);
        }
    }

    kernel::StreamKey key_;
    bool is_service_down_;
    const ContactRef& ref_;
    Turn turn_;
    Journey& journey_;
};

template <class Observer>
void visit_node(Floor<Observer>& floor, ContactId id) {
    Journey& journey = floor.journey(id);
    if (++journey.visits > kMostNodes) return end_in_ivr(floor, id, IvrOutcome::gave_up);
    const NodeModel& node = floor.model.flows[index(journey.flow)].nodes[index(journey.node)];
    const Duration length = std::visit(NodeVisit{floor.world, floor.contact(id).ref, journey}, node);
    journey.timer = floor.schedule(floor.now() + length, EventKind::ivr_step, index(id));
}

template <class Observer>
void leave_for_agent(Floor<Observer>& floor, ContactId id, const ToQueue& node) {
    ContactState& contact = floor.contact(id);
    if (node.call_type) contact.ref.call_type = *node.call_type;
    leave_ivr(floor, id, IvrOutcome::wants_agent);
    ask_for_agent(floor, id, true);
}

template <class Observer>
void enter_node(Floor<Observer>& floor, ContactId id, NodeId node_id) {
    Journey& journey = floor.journey(id);
    journey.node = node_id;
    journey.tries = 0;
    floor.observe(EnteredNode{floor.now(), floor.contact(id).ref, journey.flow, node_id});
    const NodeModel& node = floor.model.flows[index(journey.flow)].nodes[index(node_id)];
    if (const auto* queue = std::get_if<ToQueue>(&node)) return leave_for_agent(floor, id, *queue);
    if (const auto* end = std::get_if<EndOfCall>(&node))
        return end_in_ivr(floor, id, end->contained ? IvrOutcome::contained : IvrOutcome::not_served);
    visit_node(floor, id);
}

template <class Observer>
void enter_ivr(Floor<Observer>& floor, ContactId id, FlowId flow) {
    Journey& journey = floor.journey(id);
    ContactState& contact = floor.contact(id);
    journey.place = Whereabouts::in_ivr;
    journey.flow = flow;
    journey.ivr_since = floor.now();
    journey.holds_port = true;
    ++floor.world.ports_used;
    floor.observe(EnteredIvr{floor.now(), contact.ref, flow});
    if (const auto& patience = floor.model.flows[index(flow)].patience) {
        auto luck = luck_of(floor.world.key, contact.ref.customer, Purpose::ivr_patience, turn_of(contact.ref));
        contact.patience =
            floor.schedule(floor.now() + drawn_duration((*patience)(luck)), EventKind::patience_ends, index(id));
    }
    enter_node(floor, id, NodeId{0});
}

template <class Observer>
void ivr_step(Floor<Observer>& floor, ContactId id) {
    if (floor.uses(&Features::look_ups) && looks_up_in_ivr(floor, id)) return;
    ivr_goes_on(floor, id);
}

template <class Observer>
void ivr_goes_on(Floor<Observer>& floor, ContactId id) {
    Journey& journey = floor.journey(id);
    switch (journey.after_node) {
    case AfterNode::go_on: return enter_node(floor, id, journey.next_node);
    case AfterNode::again: ++journey.tries; return visit_node(floor, id);
    case AfterNode::contained: return end_in_ivr(floor, id, IvrOutcome::contained);
    case AfterNode::not_served: return end_in_ivr(floor, id, IvrOutcome::not_served);
    }
}

}  // namespace floorwalker::model
