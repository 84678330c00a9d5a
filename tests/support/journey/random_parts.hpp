#pragma once

#include <floorwalker/scenario.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/dice.hpp"

/// The parts of a random journey scenario, each adding something to what is there. Called in this order.
namespace floorwalker::support::random_parts {

void add_centre(Dice& dice, Scenario& scenario);
void add_call_types(Dice& dice, Scenario& scenario);
void add_groups(Dice& dice, Scenario& scenario);
void add_tiers(Dice& dice, Scenario& scenario);
void add_ivr(Dice& dice, Scenario& scenario);
void add_routing(Dice& dice, Scenario& scenario);
void add_consequences(Dice& dice, Scenario& scenario);  ///< redials, repeats, transfers, callbacks
void add_campaigns(Dice& dice, Scenario& scenario);
void add_decisions(Dice& dice, Scenario& scenario);
void add_rings(Dice& dice, Scenario& scenario);
void add_abuse(Dice& dice, Scenario& scenario);
void add_load(Dice& dice, Scenario& scenario);  ///< fatigue, stress, leaders
void add_replay(Dice& dice, Scenario& scenario);
void add_quality(Dice& dice, Scenario& scenario);  ///< outcomes, knowledge gaps, monitoring

// What the parts share.

template <class Id>
Id id_of(std::size_t place) {
    return static_cast<Id>(place);
}

inline std::size_t place_below(Dice& dice, std::size_t count) {
    return static_cast<std::size_t>(dice.below(static_cast<std::uint64_t>(count)));
}

inline Duration seconds_between(Dice& dice, std::int64_t low, std::int64_t high) {
    return Duration{1s} * dice.between(low, high);
}

/// Seconds with about this mean, of any shape; often constant, so that things fall together, and 0 at times.
Distribution random_time(Dice& dice, double mean);

/// A calling type that an IVR, a transfer or a campaign may lead to; the first type always is one.
CallTypeId random_voice_type(Dice& dice, const Scenario& scenario);

/// Any of the groups that can take the type, in any order; at times none.
std::vector<GroupId> random_groups_for(Dice& dice, const Scenario& scenario, CallTypeId type, double share);

bool can_serve(const Group& group, CallTypeId type);

}  // namespace floorwalker::support::random_parts
