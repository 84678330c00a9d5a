#pragma once

#include "sim/model/floor.hpp"

/// What a contact comes to.
namespace floorwalker::model {

/// The share after a multiple on its odds.
inline double with_odds(double share, double multiple) {
    const double odds = share * multiple;
    return odds / (1.0 - share + odds);
}

/// P(score ≥ k), for k from 2 to 5.
double score_at_least(int k, const SatisfactionRules& rules, const Outcome& outcome);

/// Of a contact of a call type with an outcome that has just ended with the agent. Every question has luck of its own,
/// so that a better agent only turns some of the unsolved into solved, and so with all the others.
Outcome outcome_of(const Model& model, const World& world, const ContactRef& contact, AgentId agent, Duration waited);

}  // namespace floorwalker::model
