#pragma once

#include "sim/model/world.hpp"

/// How a person's skill, fatigue and stress show at this moment in what they do besides the time they take. All are 1
/// where nothing of it is switched on.
namespace floorwalker::model {

/// On the odds of a mistake.
double error_multiple(const Model& model, const World& world, AgentId id);

/// On the odds that a customer finds the agent friendly.
double politeness_multiple(const Model& model, const World& world, AgentId id);

/// On the odds that the agent knows the answer.
double knowledge_multiple(const Model& model, const World& world, AgentId id);

/// The same for a call type: with what the group's `quality` says.
double knowledge_multiple(const Model& model, const World& world, AgentId id, CallTypeId type);

/// On the rate of small absences that nobody planned.
double absence_multiple(const Model& model, const World& world, AgentId id);

/// On the chance to fall ill.
double sickness_multiple(const Model& model, const World& world, AgentId id);

/// On the hazard to leave the company.
double leaving_multiple(const Model& model, const World& world, AgentId id);

}  // namespace floorwalker::model
