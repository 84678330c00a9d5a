#pragma once

#include "sim/model/floor.hpp"

/// Fatigue and stress of the agents: piecewise exponential between changes of state, so exact however often they are
/// looked at.
namespace floorwalker::model {

/// Brings fatigue and stress up to now, in the state that the agent is in.
void bring_load(const Model& model, World& world, AgentId id);

/// The agent is about to leave the state that it is in.
void note_load(const Model& model, World& world, AgentId id);

/// How long a contact that needs `seconds` of this agent when fresh takes it now.
double loaded_seconds(const Model& model, World& world, AgentId id, CallTypeId type, double seconds);

/// The agent has one contact more behind it.
void take_to_heart(const Model& model, World& world, AgentId id);

/// And says how it feels, where the scenario asks.
template <class Observer>
[[gnu::noinline]] void feel_contact(Floor<Observer>& floor, AgentId id) {
    take_to_heart(floor.model, floor.world, id);
    const GroupId group = floor.agent(id).group;
    if (!floor.model.loads[index(group)].is_felt) return;
    const Person& person = floor.world.people[index(id)];
    floor.observe(LoadFelt{floor.now(), id, group, person.fatigue, person.stress});
}

/// A planned coaching is over.
void be_coached(const Model& model, World& world, AgentId id);

/// A leader has had time for the agent.
void be_relieved(const Model& model, World& world, AgentId id, double relief);

/// A call was listened to. Silent monitoring raises stress, feedback lowers it.
void feel_monitored(const Model& model, World& world, AgentId id, bool with_feedback);

struct AbusiveTalk {
    bool is_abusive = false;
    bool is_ended = false;
    double seconds = 0.0;
};

/// What the customer is like towards the agent, who takes it to heart at once. `seconds` is the talk if nobody ends it.
AbusiveTalk meet_customer(const Model& model, World& world, AgentId id, const ContactRef& contact, Duration waited,
                          double seconds);

/// The talk that begins now, which the agent may end.
template <class Observer>
AbusiveTalk talk_with_customer(Floor<Observer>& floor, AgentId id, const ContactRef& contact, Duration waited,
                               double seconds) {
    const auto talk = meet_customer(floor.model, floor.world, id, contact, waited, seconds);
    if (talk.is_abusive) floor.observe(Abused{floor.now(), contact, id, floor.agent(id).group, talk.is_ended});
    return talk;
}

}  // namespace floorwalker::model
