#pragma once

#include <cstddef>
#include <variant>

#include <floorwalker/decision.hpp>
#include <floorwalker/scenario.hpp>

namespace floorwalker::model {

/// Throws std::invalid_argument when a scenario built in code breaks a rule: an id that is not in its table, a list of
/// the wrong length, a number that makes no sense. Scenarios that were read from a file obey all of them.
void check_rules(const Scenario& scenario);

/// How many of each a decision may name.
struct Known {
    std::size_t groups = 0;
    std::size_t call_types = 0;
    std::size_t numbers = 0;
};

/// The same for one decision.
void check_rules(const Decision& decision, const Known& known);

/// Steps that lead contacts to other lanes under a condition: each doubles the ways through the steps.
inline constexpr std::size_t kMostForks = 8;
inline constexpr std::size_t kMostRouteSteps = 100;

/// Whether the step opens groups or changes the priority: it leads to another lane.
inline bool leads_on(const RouteStep& step) {
    return std::holds_alternative<OpenGroups>(step.what) || std::holds_alternative<ChangePriority>(step.what);
}
inline bool is_fork(const RouteStep& step) { return leads_on(step) && !step.when.empty(); }

/// How many lanes the contacts of the call type can be in, if no two ways through its steps lead to the same.
std::size_t most_lanes(const CallType& type, std::size_t tiers);

/// What ids of lanes can number.
inline constexpr std::size_t kMostLanes = 65'535;

/// The part of the first for IVR, routing, transfers, callbacks, campaigns and channels.
void check_journeys(const Scenario& scenario);

}  // namespace floorwalker::model
