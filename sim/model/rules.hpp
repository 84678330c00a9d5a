#pragma once

#include <floorwalker/decision.hpp>
#include <floorwalker/scenario.hpp>

namespace floorwalker::model {

/// Throws std::invalid_argument when a scenario built in code breaks a rule: an id that is not in its table, a list of
/// the wrong length, a number that makes no sense. Scenarios that were read from a file obey all of them.
void check_rules(const Scenario& scenario);

/// The same for one decision.
void check_rules(const Decision& decision, std::size_t groups);

}  // namespace floorwalker::model
