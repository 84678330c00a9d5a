#pragma once

#include "sim/model/agent/load.hpp"

/// What a person makes of a proficiency: how much longer or shorter than others of the same proficiency an agent takes,
/// by its own pace, its tenure and its practice.
namespace floorwalker::model {

/// What a person's trait does, by the weight of one standard deviation.
inline double trait_multiple(double weight, const Person& person, Trait trait) {
    const double deviations = person.traits[static_cast<std::size_t>(trait)];
    return deviations == 0.0 ? 1.0 : std::exp(weight * deviations);
}

/// For the agent that was added last, before it is in the list of its group.
void add_person(const Model& model, World& world, AgentId id);

/// Gives the agent's place to somebody new, with tenure 0 on this day and no practice.
void put_new_person(const Model& model, World& world, AgentId id, std::uint32_t day);

/// On the handling time that the agent's proficiency gives, for a contact of the type that begins or is wrapped up now.
double personal_multiple(const Model& model, World& world, AgentId id, CallTypeId type);

/// The agent has one contact of the type more behind it.
void add_practice(const Model& model, World& world, AgentId id, CallTypeId type);

/// On the handling time of the call type.
template <class Observer>
double handling_multiple(Floor<Observer>& floor, AgentId id, CallTypeId type) {
    const double multiple = floor.model.multiple(floor.agent(id).proficiency, type);
    if (floor.uses(&Features::personal)) [[unlikely]]
        return multiple * personal_multiple(floor.model, floor.world, id, type);
    return multiple;
}

/// How long the agent takes now for what somebody of proficiency 1 does in `seconds`.
template <class Observer>
double handling_seconds(Floor<Observer>& floor, AgentId id, CallTypeId type, double seconds) {
    const double own = seconds * handling_multiple(floor, id, type);
    if (floor.uses(&Features::load)) [[unlikely]]
        return loaded_seconds(floor.model, floor.world, id, type, own);
    return own;
}

template <class Observer>
void note_handled(Floor<Observer>& floor, AgentId id, CallTypeId type) {
    if (floor.uses(&Features::practice)) [[unlikely]]
        add_practice(floor.model, floor.world, id, type);
    if (floor.uses(&Features::load)) [[unlikely]]
        feel_contact(floor, id);
}

}  // namespace floorwalker::model
