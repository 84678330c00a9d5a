#pragma once

#include "sim/model/floor.hpp"

/// What a person makes of a proficiency: how much longer or shorter than others of the same proficiency an agent takes,
/// by its own pace, its tenure and its practice.
namespace floorwalker::model {

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

template <class Observer>
void note_handled(Floor<Observer>& floor, AgentId id, CallTypeId type) {
    if (floor.uses(&Features::practice)) [[unlikely]]
        add_practice(floor.model, floor.world, id, type);
}

}  // namespace floorwalker::model
