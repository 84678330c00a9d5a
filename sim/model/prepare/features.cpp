#include <algorithm>

#include "sim/model/prepare/parts.hpp"

namespace floorwalker::model {
namespace {

bool asks_expected_wait(const CallType& type) {
    const auto in_step = [](const RouteStep& step) {
        const auto* announce = std::get_if<Announce>(&step.what);
        return (announce != nullptr && announce->tell_expected_wait) ||
               std::any_of(step.when.begin(), step.when.end(),
                           [](const Condition& one) { return one.of == Condition::Of::expected_wait; });
    };
    return type.expected || (type.callback && type.callback->offered_above) ||
           std::any_of(type.steps.begin(), type.steps.end(), in_step);
}

bool is_interruptible(const CallType& type) { return type.interruptible && type.channel == Channel::mail; }

bool returns(const Transfer& transfer) { return transfer.returns; }

bool is_quiet(const CallType& type) { return type.callback && type.callback->when == Callback::When::quiet; }

}  // namespace

Features features_of(const Scenario& scenario) {
    Features uses;
    for (const CallType& type : scenario.call_types) {
        uses.estimates = uses.estimates || asks_expected_wait(type);
        uses.occupancy = uses.occupancy || type.choose == AgentChoice::least_occupied;
        uses.interruptible = uses.interruptible || is_interruptible(type);
        uses.last_agents = uses.last_agents || type.last_agent.has_value() ||
                           std::any_of(type.transfers.begin(), type.transfers.end(), returns);
        uses.going_on = uses.going_on || !type.transfers.empty() || type.callback.has_value();
        uses.idle_agents = uses.idle_agents || is_quiet(type);
    }
    for (const Group& group : scenario.groups) {
        uses.idle_agents = uses.idle_agents || !group.reserves.empty();
        uses.away = uses.away || !group.away.empty();
        uses.personal = uses.personal || group.skill.makes_a_difference();
        uses.turnover = uses.turnover || group.has_turnover();
        uses.practice = uses.practice || group.skill.learning_by_calls.has_value();
    }
    uses.idle_agents = uses.idle_agents || !scenario.campaigns.empty();
    return uses;
}

}  // namespace floorwalker::model
