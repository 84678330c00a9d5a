#pragma once

#include "sim/scenario/keys/tables.hpp"

/// The keys of a call type, by what they are about, and the tables in it.
namespace floorwalker::scenario {

/// Who comes, how long it waits and what it takes.
Keys<CallType> customer_keys();
/// Who serves it and in which order.
Keys<CallType> routing_keys();
/// What happens while it waits and after.
Keys<CallType> journey_keys();

Format<std::vector<Condition>> conditions();
Format<RouteStep> route_step();
Format<WaitAnnouncement> wait_announcement();
Format<Callback> callback();
Format<Hold> hold();
Format<Redial> redial();
/// Of a call type, whose outcome may say what is unsolved, or of a number.
Format<Repeat> repeat(bool is_of_call_type);
Format<Transfer> transfer();
Format<OutcomeRules> outcome();
Format<Abuse> abuse();

}  // namespace floorwalker::scenario
