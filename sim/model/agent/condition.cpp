#include "sim/model/agent/condition.hpp"

#include "sim/model/agent/skill.hpp"

namespace floorwalker::model {
namespace {

/// Fatigue and stress are those of the agent's last change of state, which is at most one contact ago.
double of_load(const Model& model, const World& world, AgentId id, double Fatigue::*fatigue, double Stress::*stress) {
    if (!model.uses.load) return 1.0;
    const LoadModel& load = model.loads[index(world.agents[index(id)].group)];
    const Person& person = world.people[index(id)];
    double multiple = 1.0 + load.stress.*stress * person.stress;
    if (fatigue != nullptr) multiple *= 1.0 + load.fatigue.*fatigue * person.fatigue;
    return multiple;
}

double of_trait(const Model& model, const World& world, AgentId id, double weight, Trait trait) {
    return model.uses.personal ? trait_multiple(weight, world.people[index(id)], trait) : 1.0;
}

double of_beginner(const Model& model, const World& world, AgentId id) {
    if (!model.uses.personal) return 1.0;
    const GroupId group = world.agents[index(id)].group;
    const auto day = static_cast<double>(world.now.time_since_epoch() / kDay);
    const Person& person = world.people[index(id)];
    const double tenure = person.tenure_days + day + world.groups[index(group)].peer_days;
    return model.skills[index(group)].errors.at(tenure *
                                                trait_multiple(model.traits.learning, person, Trait::learning));
}

}  // namespace

double error_multiple(const Model& model, const World& world, AgentId id) {
    return of_trait(model, world, id, -model.traits.accuracy, Trait::accuracy) * of_beginner(model, world, id) *
           of_load(model, world, id, &Fatigue::errors, &Stress::errors);
}
double politeness_multiple(const Model& model, const World& world, AgentId id) {
    return of_trait(model, world, id, model.traits.service, Trait::service) *
           of_load(model, world, id, nullptr, &Stress::politeness);
}
double knowledge_multiple(const Model& model, const World& world, AgentId id) {
    return of_trait(model, world, id, model.traits.knowledge, Trait::knowledge);
}
double knowledge_multiple(const Model& model, const World& world, AgentId id, CallTypeId type) {
    const double general = knowledge_multiple(model, world, id);
    if (!model.uses.personal) return general;
    const auto& quality = model.qualities[world.people[index(id)].quality];
    return quality.empty() ? general : general * quality[index(type)];
}
double absence_multiple(const Model& model, const World& world, AgentId id) {
    return of_load(model, world, id, &Fatigue::absences, &Stress::absences);
}
double sickness_multiple(const Model& model, const World& world, AgentId id) {
    return of_load(model, world, id, nullptr, &Stress::sickness);
}
double leaving_multiple(const Model& model, const World& world, AgentId id) {
    return of_load(model, world, id, nullptr, &Stress::leaving);
}

}  // namespace floorwalker::model
