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

/// A profile, or a listed person with one, or with a quality of its own.
bool has_people_of_its_own(const Group& group) {
    return group.profile || std::any_of(group.listed.begin(), group.listed.end(), [](const Agent& agent) {
               return agent.profile.has_value() || agent.quality.has_value();
           });
}

bool looks_up(const IvrFlow& flow) {
    return std::any_of(flow.nodes.begin(), flow.nodes.end(), [](const IvrNode& node) {
        const auto* const service = std::get_if<SelfService>(&node.what);
        return service != nullptr && !service->look_ups.empty();
    });
}

bool looks_up(const Scenario& scenario) {
    const auto in_talks = [](const CallType& type) { return type.channel == Channel::voice && !type.look_ups.empty(); };
    return std::any_of(scenario.call_types.begin(), scenario.call_types.end(), in_talks) ||
           std::any_of(scenario.flows.begin(), scenario.flows.end(),
                       [](const IvrFlow& flow) { return looks_up(flow); });
}

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
        uses.outcomes = uses.outcomes || type.outcome.has_value();
        uses.holds = uses.holds || type.hold.has_value();
    }
    for (const Group& group : scenario.groups) {
        uses.idle_agents = uses.idle_agents || !group.reserves.empty();
        uses.away = uses.away || !group.away.empty();
        uses.absences = uses.absences || group.absence.keeps_from_coming();
        uses.slips = uses.slips || group.absence.unplanned.has_value();
        uses.staying = uses.staying || group.overtime || group.handover;
        uses.personal = uses.personal || group.skill.makes_a_difference();
        uses.ring = uses.ring || group.ring.has_value();
        uses.leaders = uses.leaders || group.leaders.has_value();
        uses.load = uses.load || group.fatigue.makes_a_difference() || group.stress.has_value();
        uses.personal = uses.personal || has_people_of_its_own(group);
        uses.turnover = uses.turnover || group.has_turnover();
        uses.practice = uses.practice || group.skill.learning_by_calls.has_value();
    }
    for (const Decision& decision : scenario.decisions) {
        uses.systems_down = uses.systems_down || std::holds_alternative<SystemDown>(decision.what);
        uses.keeping_off = uses.keeping_off || std::holds_alternative<KeepOff>(decision.what);
    }
    uses.idle_agents = uses.idle_agents || !scenario.campaigns.empty();
    uses.machines = !scenario.infrastructure.sites.empty();
    uses.look_ups = uses.machines && looks_up(scenario);
    // Where calls need bandwidth, groups are kept off while there is none.
    uses.keeping_off = uses.keeping_off || (uses.machines && scenario.infrastructure.voice);
    uses.monitoring = scenario.monitoring.has_value();
    for (const CallType& type : scenario.call_types) uses.abuse = uses.abuse || type.abuse.has_value();
    uses.load = uses.load || uses.abuse || uses.leaders;
    uses.personal = uses.personal || uses.load;
    return uses;
}

}  // namespace floorwalker::model
