#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/model/rules.hpp"
#include "tests/support/builders.hpp"

/// A scenario with one of nearly everything, and what the rules say when something in it is changed.
namespace floorwalker::support {

template <class What>
What made(const std::function<void(What&)>& change) {
    What what;
    change(what);
    return what;
}

inline Transfer transfer_to(CallTypeId to, double share, std::map<GroupId, double> share_by_group = {}) {
    return made<Transfer>([&](Transfer& transfer) {
        transfer.to = to;
        transfer.share = share;
        transfer.share_by_group = std::move(share_by_group);
    });
}

/// All who are blocked try again, at once.
inline Redial redial_at_once() {
    return made<Redial>([](Redial& redial) {
        redial.after_blocked = 1.0;
        redial.delay = constant(0s);
    });
}

/// Nobody's matter is solved.
inline Repeat repeat_for_ever() {
    return made<Repeat>([](Repeat& repeat) { repeat.unsolved = 1.0; });
}

/// Two call types, two groups and a tier, with one of nearly everything, in order.
inline Scenario good_scenario() {
    Scenario scenario = quiet_day(2);
    const CallTypeId plain = add_type(scenario, "plain", 3min, 5min);
    add_type(scenario, "expert", 5min, 5min);
    add_group(scenario, group("first", {4}, {0}));
    add_group(scenario, group("second", {2}, {0, 1}));
    scenario.tiers.push_back(made<Tier>([](Tier& tier) {
        tier.id = "gold";
        tier.share_by_call_type = {0.1, 0.0};
    }));
    IvrFlow flow;
    flow.id = "main";
    flow.nodes.push_back({"welcome", Announcement{constant(5s), NodeId{1}}});
    flow.nodes.push_back({"menu", made<Menu>([](Menu& menu) {
                              menu.choices = {{"1", 0.4, NodeId{2}}, {"0", 0.6, NodeId{3}}};
                          })});
    flow.nodes.push_back({"balance", SelfService{constant(20s), 0.7, std::nullopt, NodeId{1}}});
    flow.nodes.push_back({"person", ToQueue{plain}});
    scenario.flows.push_back(std::move(flow));
    scenario.call_types[0].flow = FlowId{0};
    AccessNumber number;
    number.id = "freephone";
    number.flow = FlowId{0};
    number.share_by_tier = {0.2};
    scenario.numbers.push_back(number);
    Campaign campaign;
    campaign.id = "winback";
    campaign.call_type = CallTypeId{1};
    campaign.list = 10;
    scenario.campaigns.push_back(campaign);
    scenario.call_types[0].transfers.push_back(transfer_to(CallTypeId{1}, 0.1));
    scenario.call_types[0].redial = made<Redial>([](Redial& redial) { redial.after_blocked = 0.5; });
    scenario.call_types[0].repeat = made<Repeat>([](Repeat& repeat) { repeat.unsolved = 0.1; });
    scenario.call_types[0].callback = made<Callback>([](Callback& callback) { callback.offered_above = 2min; });
    scenario.call_types[0].steps.push_back({30s, {}, OpenGroups{{GroupId{1}}}});
    return scenario;
}

struct Mistake {
    std::string message;  ///< a part of what it must say
    std::function<void(Scenario&)> make;
};

/// What the rules say to the good scenario with the mistake in it; empty when they let it pass.
inline std::string refusal(const Mistake& mistake) {
    Scenario scenario = good_scenario();
    mistake.make(scenario);
    try {
        model::check_rules(scenario);
    } catch (const std::invalid_argument& error) {
        return error.what();
    }
    return {};
}

inline void check_refused(const std::vector<Mistake>& mistakes) {
    for (const Mistake& mistake : mistakes) {
        CAPTURE(mistake.message);
        CHECK_THAT(refusal(mistake), Catch::StartsWith("scenario: ") && Catch::Contains(mistake.message));
    }
}

template <class What>
What& node(Scenario& scenario, std::size_t position) {
    return std::get<What>(scenario.flows[0].nodes[position].what);
}

}  // namespace floorwalker::support
