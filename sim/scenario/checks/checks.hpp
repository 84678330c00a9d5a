#pragma once

#include <floorwalker/scenario.hpp>

#include "sim/scenario/document/node.hpp"
#include "sim/scenario/keys/context.hpp"

/// What no single key can tell: whether the parts of a scenario fit together.
namespace floorwalker::scenario {

/// Moves a closing time that passes midnight behind the opening, and checks hours, intervals and warm-up.
bool check_hours(Centre& centre, const Node& table, Context& context);

/// Gives a single group without an id one, "general".
void name_single_group(Node& root);

/// Registers the ids of all lists; reports those that stand twice.
void collect_ids(const Node& root, Context& context);

/// All checks between the tables of a scenario whose tables are right by themselves.
void check_scenario(const Scenario& scenario, const Node& root, Context& context);

void check_tiers(const Scenario& scenario, const Node& root, Context& context);
void check_staff(const Scenario& scenario, const Node& root, Context& context);

/// The entry of a list at a position; `root` itself when the file does not have it.
const Node& entry_at(const Node& root, std::string_view list, std::size_t position);

}  // namespace floorwalker::scenario
