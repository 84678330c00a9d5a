#include "tests/support/random_journey_scenario.hpp"

#include <algorithm>

#include "tests/support/journey/random_parts.hpp"

namespace floorwalker::support {

Scenario random_journey_scenario(std::uint64_t seed) {
    Dice dice{seed};
    Scenario scenario;
    random_parts::add_centre(dice, scenario);
    random_parts::add_call_types(dice, scenario);
    random_parts::add_groups(dice, scenario);
    random_parts::add_tiers(dice, scenario);
    random_parts::add_ivr(dice, scenario);
    random_parts::add_routing(dice, scenario);
    random_parts::add_consequences(dice, scenario);
    random_parts::add_campaigns(dice, scenario);
    random_parts::add_decisions(dice, scenario);
    random_parts::add_replay(dice, scenario);
    random_parts::add_quality(dice, scenario);
    random_parts::add_rings(dice, scenario);
    random_parts::add_abuse(dice, scenario);
    random_parts::add_load(dice, scenario);
    return scenario;
}

namespace random_parts {

Distribution random_time(Dice& dice, double mean) {
    if (mean == 0.0) return {Constant{0.0}, {}};
    switch (dice.below(6)) {
    case 0: return {Exponential{mean}, {}};
    case 1: return {lognormal_with(mean, 1.0), {}};
    case 2: return {Erlang{2, mean}, Atom{0.2, 0.0}};
    case 3: return {Uniform{0.0, 2 * mean}, {}};
    default: return {Constant{mean}, {}};
    }
}

CallTypeId random_voice_type(Dice& dice, const Scenario& scenario) {
    const std::size_t place = place_below(dice, scenario.call_types.size());
    return id_of<CallTypeId>(scenario.call_types[place].channel == Channel::voice ? place : 0);
}

bool can_serve(const Group& group, CallTypeId type) {
    return group.skills.contains(type) || std::any_of(group.listed.begin(), group.listed.end(),
                                                      [&](const Agent& agent) { return agent.skills.contains(type); });
}

std::vector<GroupId> random_groups_for(Dice& dice, const Scenario& scenario, CallTypeId type, double share) {
    std::vector<GroupId> groups;
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        if (dice.happens(share) && can_serve(scenario.groups[g], type)) groups.push_back(id_of<GroupId>(g));
    }
    if (dice.happens(0.5)) std::reverse(groups.begin(), groups.end());
    return groups;
}

}  // namespace random_parts
}  // namespace floorwalker::support
