#include <algorithm>

#include "tests/support/journey/random_parts.hpp"

/// Who gets whom: choices, reserves, steps while waiting, expected waits.
namespace floorwalker::support::random_parts {
namespace {

Condition random_condition(Dice& dice, const Scenario& scenario) {
    Condition condition;
    condition.of = static_cast<Condition::Of>(dice.below(4));
    if (dice.happens(0.2)) condition.call_type = id_of<CallTypeId>(place_below(dice, scenario.call_types.size()));
    if (dice.happens(0.3)) condition.groups = {id_of<GroupId>(place_below(dice, scenario.groups.size()))};
    const double bound =
        condition.of == Condition::Of::expected_wait ? 300 * dice.share() : static_cast<double>(dice.between(0, 3));
    (dice.happens(0.5) ? condition.at_least : condition.at_most) = bound;
    return condition;
}

decltype(RouteStep::what) random_action(Dice& dice, const Scenario& scenario, CallTypeId id) {
    const Channel channel = scenario.call_types[index(id)].channel;
    // Nobody sends mail away: it waits for as long as it takes.
    switch (dice.below(channel == Channel::mail ? 2 : 5)) {
    case 0: return OpenGroups{random_groups_for(dice, scenario, id, 0.7)};
    case 1: return ChangePriority{static_cast<int>(dice.between(-2, 3))};
    case 2: return Announce{dice.one_of({0.0, 0.1, 0.3}), dice.happens(0.5)};
    case 3:
        if (channel == Channel::voice) return OfferCallback{};
        return Announce{0.1, false};
    default: return SendAway{};
    }
}

void add_steps(Dice& dice, const Scenario& scenario, CallTypeId id, CallType& type) {
    Duration after = dice.one_of<Duration>({0s, 0s, 20s});
    for (std::int64_t i = dice.between(1, 4); i-- > 0;) {
        RouteStep step{after, {}, random_action(dice, scenario, id)};
        for (std::int64_t c = dice.one_of({0, 0, 1, 2}); c-- > 0;)
            step.when.push_back(random_condition(dice, scenario));
        type.steps.push_back(std::move(step));
        after += seconds_between(dice, 0, 120);
    }
}

WaitAnnouncement random_announcement(Dice& dice, Channel channel) {
    WaitAnnouncement announcement;
    announcement.estimator = static_cast<WaitEstimator>(dice.below(kWaitEstimators));
    announcement.announced = dice.happens(0.6);
    if (channel != Channel::mail && dice.happens(0.4)) announcement.closed = seconds_between(dice, 10, 600);
    return announcement;
}

void route(Dice& dice, const Scenario& scenario, CallTypeId id, CallType& type) {
    type.choose = static_cast<AgentChoice>(dice.below(7));
    if (type.choose == AgentChoice::local_site) type.site = dice.one_of<const char*>({"north", "south"});
    if (dice.happens(0.6)) type.groups = random_groups_for(dice, scenario, id, 0.7);
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        if (dice.happens(0.4)) type.group_weights[id_of<GroupId>(g)] = dice.one_of({0.0, 0.5, 2.0});
    }
    type.weight = dice.one_of({1.0, 1.0, 2.0, 0.0});
    type.points = static_cast<double>(dice.between(-10, 100));
    type.points_per_second = dice.share();
    type.queue_share = 0.5 + dice.share();
    if (dice.happens(0.3)) add_steps(dice, scenario, id, type);
    if (dice.happens(0.25)) type.expected = random_announcement(dice, type.channel);
    if (type.channel == Channel::voice && dice.happens(0.2)) type.last_agent = dice.one_of<Duration>({0s, 30s, 300s});
}

void add_reserves(Dice& dice, const Scenario& scenario, Group& group) {
    for (std::int64_t i = dice.between(1, 2); i-- > 0;) {
        Reserve reserve;
        reserve.agents = dice.between(0, 2);
        for (std::size_t t = 0; t < scenario.call_types.size(); ++t) {
            if (dice.happens(0.4)) reserve.call_types.push_back(id_of<CallTypeId>(t));
        }
        for (std::size_t k = 0; k < scenario.tiers.size() + 1; ++k) {
            if (dice.happens(0.2)) reserve.tiers.push_back(id_of<TierId>(k));
        }
        group.reserves.push_back(std::move(reserve));
    }
}

}  // namespace

void add_routing(Dice& dice, Scenario& scenario) {
    for (std::size_t t = 0; t < scenario.call_types.size(); ++t)
        route(dice, scenario, id_of<CallTypeId>(t), scenario.call_types[t]);
    if (!dice.happens(0.3)) return;
    for (Group& group : scenario.groups) {
        if (dice.happens(0.6)) add_reserves(dice, scenario, group);
    }
}

}  // namespace floorwalker::support::random_parts
