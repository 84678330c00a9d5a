#pragma once

#include "sim/model/machines/asking_servers.hpp"

/// Look-ups of the IVR: at the end of a task of self-service, one after the other. When one fails, so does the task.
namespace floorwalker::model {

/// The IVR does what its node has decided.
template <class Observer>
void ivr_goes_on(Floor<Observer>& floor, ContactId id);

inline void fail_task(Journey& journey, const SelfServiceModel& node) {
    journey.after_node = node.when_failed ? AfterNode::go_on : AfterNode::not_served;
    if (node.when_failed) journey.next_node = *node.when_failed;
}

/// The work of one of them: all are drawn in turn, so that each has luck of its own.
inline double ivr_work_seconds(const World& world, const ContactRef& ref, Turn turn,
                               const std::vector<LookUpModel>& rules, std::size_t number) {
    auto luck = luck_of(world.key, ref.customer, Purpose::ivr_look_up_work, turn);
    double seconds = 0.0;
    for (std::size_t i = 0; i <= number; ++i) seconds = rules[i].work(luck);
    return std::max(0.0, seconds);
}

/// True: the caller waits for a server now. False: there is nothing to look up, or no more, or the task has failed.
template <class Observer>
bool looks_up_in_ivr(Floor<Observer>& floor, ContactId id) {
    Journey& journey = floor.journey(id);
    const auto* const node =
        std::get_if<SelfServiceModel>(&floor.model.flows[index(journey.flow)].nodes[index(journey.node)]);
    if (node == nullptr || node->look_ups.empty()) return false;
    ContactLookUps& look_ups = look_ups_of(floor.world, id);
    if (std::exchange(look_ups.visit, journey.visits) != journey.visits) look_ups.next = 0;
    const ContactRef& ref = floor.contact(id).ref;
    const Turn turn{ref.attempt, journey.visits};
    const SiteId site = floor.model.machines.all->ivr_site;
    for (; look_ups.next < node->look_ups.size(); ++look_ups.next) {
        const LookUp& rules = node->look_ups[look_ups.next].rules;
        if (chance_of(floor.world, ref, Purpose::ivr_look_up, turn, look_ups.next) >= rules.share) continue;
        if (is_known_unusable(floor, site, rules.server)) {
            fail_task(journey, *node);
            return false;
        }
        LookUpState state;
        state.by = LookUpBy::ivr;
        state.subject = static_cast<std::uint32_t>(id);
        const double work = ivr_work_seconds(floor.world, ref, turn, node->look_ups, look_ups.next);
        look_ups.ticket = ask(floor, rules, {state, site, work});
        return true;
    }
    return false;
}

template <class Observer>
void look_up_in_ivr_ends(Floor<Observer>& floor, ContactId id, bool is_answered) {
    ContactLookUps& look_ups = look_ups_of(floor.world, id);
    look_ups.ticket = kNone;
    ++look_ups.next;
    Journey& journey = floor.journey(id);
    if (!is_answered) {
        const NodeModel& node = floor.model.flows[index(journey.flow)].nodes[index(journey.node)];
        fail_task(journey, std::get<SelfServiceModel>(node));
    } else if (looks_up_in_ivr(floor, id)) {
        return;
    }
    ivr_goes_on(floor, id);
}

}  // namespace floorwalker::model
