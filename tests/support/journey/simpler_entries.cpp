#include <algorithm>

#include "tests/support/journey/simpler_parts.hpp"

/// Taking entries out of a scenario: what refers to them goes too, and what comes after them moves up.
namespace floorwalker::support::simpler_parts {
namespace {

/// An id after an entry has been taken out; none for that entry itself.
template <class Id>
std::optional<Id> moved(Id id, std::size_t gone) {
    if (index(id) == gone) return std::nullopt;
    return index(id) > gone ? static_cast<Id>(index(id) - 1) : id;
}

template <class Id>
void move_up(std::optional<Id>& id, std::size_t gone) {
    if (id) id = moved(*id, gone);
}

template <class Id>
void move_up(std::vector<Id>& ids, std::size_t gone) {
    std::vector<Id> left;
    for (const Id id : ids) {
        if (const auto now = moved(id, gone)) left.push_back(*now);
    }
    ids = std::move(left);
}

template <class Id>
void move_up(std::map<Id, double>& values, std::size_t gone) {
    std::map<Id, double> left;
    for (const auto& [id, value] : values) {
        if (const auto now = moved(id, gone)) left[*now] = value;
    }
    values = std::move(left);
}

/// Entries whose `id` is gone are dropped.
template <class List, class Member>
void drop_those_of(List& list, Member id, std::size_t gone) {
    std::erase_if(list, [&](const auto& entry) { return index(entry.*id) == gone; });
    for (auto& entry : list) entry.*id = *moved(entry.*id, gone);
}

void drop_type_from(CallType& type, std::size_t gone) {
    drop_those_of(type.transfers, &Transfer::to, gone);
    if (type.redial) move_up(type.redial->becomes, gone);
    if (type.repeat) move_up(type.repeat->becomes, gone);
    for (RouteStep& step : type.steps) {
        for (Condition& condition : step.when) move_up(condition.call_type, gone);
    }
}

void drop_type_from(IvrFlow& flow, std::size_t gone) {
    for (IvrNode& node : flow.nodes) {
        auto* queue = std::get_if<ToQueue>(&node.what);
        if (queue == nullptr || !queue->call_type) continue;
        move_up(queue->call_type, gone);
        if (!queue->call_type) node.what = EndOfCall{};
    }
}

template <class What, class Id>
void drop_decisions_of(std::vector<Decision>& decisions, Id What::*id, std::size_t gone) {
    std::erase_if(decisions, [&](const Decision& decision) {
        const auto* what = std::get_if<What>(&decision.what);
        return what != nullptr && index(what->*id) == gone;
    });
    for (Decision& decision : decisions) {
        if (auto* what = std::get_if<What>(&decision.what)) what->*id = *moved(what->*id, gone);
    }
}

void drop_group_from(CallType& type, std::size_t gone) {
    move_up(type.groups, gone);
    move_up(type.group_weights, gone);
    for (Transfer& transfer : type.transfers) move_up(transfer.share_by_group, gone);
    for (RouteStep& step : type.steps) {
        for (Condition& condition : step.when) move_up(condition.groups, gone);
        if (auto* open = std::get_if<OpenGroups>(&step.what)) move_up(open->groups, gone);
    }
}

}  // namespace

void drop_call_type(Scenario& scenario, std::size_t place) {
    erase_at(scenario.call_types, place);
    for (CallType& type : scenario.call_types) drop_type_from(type, place);
    for (IvrFlow& flow : scenario.flows) drop_type_from(flow, place);
    for (Tier& tier : scenario.tiers) erase_at(tier.share_by_call_type, place);
    for (Group& group : scenario.groups) {
        move_up(group.skills, place);
        for (Agent& agent : group.listed) move_up(agent.skills, place);
        for (Reserve& reserve : group.reserves) move_up(reserve.call_types, place);
    }
    drop_those_of(scenario.campaigns, &Campaign::call_type, place);
    drop_decisions_of(scenario.decisions, &Peak::call_type, place);
    for (Decision& decision : scenario.decisions) {
        if (auto* outage = std::get_if<Outage>(&decision.what)) move_up(outage->call_type, place);
        if (auto* gap = std::get_if<KnowledgeGap>(&decision.what)) move_up(gap->call_type, place);
    }
    if (scenario.replay) drop_those_of(*scenario.replay, &RecordedCall::call_type, place);
}

void drop_group(Scenario& scenario, std::size_t place) {
    erase_at(scenario.groups, place);
    for (CallType& type : scenario.call_types) drop_group_from(type, place);
    for (Tier& tier : scenario.tiers) move_up(tier.groups, place);
    drop_decisions_of(scenario.decisions, &Absent::group, place);
    drop_decisions_of(scenario.decisions, &Extra::group, place);
    for (Decision& decision : scenario.decisions) {
        if (auto* down = std::get_if<SystemDown>(&decision.what)) move_up(down->group, place);
    }
}

void drop_tier(Scenario& scenario, std::size_t place) {
    erase_at(scenario.tiers, place);
    for (AccessNumber& number : scenario.numbers) {
        if (place < number.share_by_tier.size()) erase_at(number.share_by_tier, place);
    }
    for (Group& group : scenario.groups) {
        for (Reserve& reserve : group.reserves) move_up(reserve.tiers, place);
    }
    if (!scenario.replay) return;
    for (RecordedCall& call : *scenario.replay) move_up(call.tier, place);
}

void drop_number(Scenario& scenario, std::size_t place) {
    erase_at(scenario.numbers, place);
    for (Decision& decision : scenario.decisions) {
        if (auto* peak = std::get_if<Peak>(&decision.what)) move_up(peak->number, place);
    }
}

void drop_flow(Scenario& scenario, std::size_t place) {
    for (std::size_t i = scenario.numbers.size(); i-- > 0;) {
        if (index(scenario.numbers[i].flow) == place) drop_number(scenario, i);
    }
    erase_at(scenario.flows, place);
    for (AccessNumber& number : scenario.numbers) number.flow = *moved(number.flow, place);
    for (CallType& type : scenario.call_types) move_up(type.flow, place);
    for (Tier& tier : scenario.tiers) move_up(tier.flow, place);
}

}  // namespace floorwalker::support::simpler_parts
