#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <floorwalker/scenario.hpp>

/// Ways round that contacts never leave.
namespace floorwalker::model {

/// Positions in the order of the way, the first one again at the end.
using Round = std::vector<std::size_t>;

/// Nodes of the flow that calls come to and from which no call can end; nothing where there are none.
struct EndlessFlow {
    Round round;               ///< of nodes
    bool is_by_share = false;  ///< ways out are there, with shares of 0
};
std::optional<EndlessFlow> endless_flow(const IvrFlow& flow);

/// For each node of the flow, whether calls can come to it.
std::vector<bool> reached_nodes(const IvrFlow& flow);

/// Of the contacts of the type that the group talks to, the share that is transferred.
double transferred_share(const CallType& type, GroupId group);

/// Call types whose contacts are all transferred from one to the other.
std::optional<Round> endless_transfers(const Scenario& scenario);

/// Call types, or behind them access numbers, whose customers all try again and at the same moment.
std::optional<Round> endless_redials(const Scenario& scenario);

/// Call types whose customers are never content and all call again.
std::optional<Round> endless_repeats(const Scenario& scenario);

}  // namespace floorwalker::model
