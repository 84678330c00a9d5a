#include <algorithm>

#include "tests/support/journey/random_parts.hpp"

/// IVR flows and access numbers.
namespace floorwalker::support::random_parts {
namespace {

/// Builds a flow whose calls come to an end: every node leads on to the next one in some way, and the last two nodes
/// end it.
class FlowBuilder {
public:
    FlowBuilder(Dice& dice, const Scenario& scenario, bool asks)
        : dice_{dice}, scenario_{scenario}, asks_{asks}, nodes_{static_cast<std::size_t>(dice.between(1, 6))} {}

    IvrFlow build(std::string id) {
        IvrFlow flow;
        flow.id = std::move(id);
        for (std::size_t i = 0; i < nodes_; ++i) flow.nodes.push_back({"node" + std::to_string(i), node(i)});
        if (dice_.happens(0.3)) flow.patience = random_time(dice_, static_cast<double>(dice_.between(10, 120)));
        return flow;
    }

private:
    using What = decltype(IvrNode::what);

    What node(std::size_t i) {
        if (i + 1 == nodes_ || (i + 2 == nodes_ && nodes_ > 2)) return end();
        if (i == 0 && nodes_ > 2) return menu(i, true);  // it must lead to both ends
        switch (dice_.below(3)) {
        case 0: return Announcement{random_time(dice_, static_cast<double>(dice_.between(1, 30))), next(i)};
        case 1: return menu(i, false);
        default: return service(i);
        }
    }

    NodeId next(std::size_t i) const { return id_of<NodeId>(i + 1); }
    NodeId any_later(std::size_t i) { return id_of<NodeId>(i + 1 + place_below(dice_, nodes_ - i - 1)); }

    What end() {
        if (dice_.happens(0.25)) return EndOfCall{dice_.happens(0.5)};
        if (!asks_ && dice_.happens(0.6)) return ToQueue{};
        return ToQueue{random_voice_type(dice_, scenario_)};
    }

    What service(std::size_t i) {
        SelfService service{random_time(dice_, static_cast<double>(dice_.between(5, 90))), dice_.share(), {}, next(i)};
        if (dice_.happens(0.4)) service.next = any_later(i);
        if (dice_.happens(0.3)) std::swap(service.next, service.when_failed);
        return service;
    }

    What menu(std::size_t i, bool to_last) {
        Menu menu;
        menu.thinking = random_time(dice_, static_cast<double>(dice_.between(1, 15)));
        const double to_next = 0.2 + 0.5 * dice_.share();
        const NodeId other = to_last ? id_of<NodeId>(nodes_ - 1) : any_later(i);
        const bool goes_back = dice_.happens(0.3);
        const double back = goes_back ? 0.5 * (1.0 - to_next) : 0.0;
        menu.choices = {{"1", to_next, next(i)}, {"2", 1.0 - to_next - back, other}};
        if (goes_back) menu.choices.push_back({"*", back, id_of<NodeId>(place_below(dice_, i + 1))});
        menu.timeout = dice_.one_of({0.0, 0.0, 0.1, 0.4});
        menu.wrong_key = dice_.one_of({0.0, 0.1, 0.3});
        menu.timeout_after = seconds_between(dice_, 0, 10);
        menu.tries = static_cast<int>(dice_.between(1, 3));
        if (dice_.happens(0.5)) menu.when_failed = any_later(i);
        return menu;
    }

    Dice& dice_;
    const Scenario& scenario_;
    bool asks_;  // what its callers want; else they may bring a call type with them
    std::size_t nodes_;
};

AccessNumber random_number(Dice& dice, const Scenario& scenario, std::string id) {
    AccessNumber number;
    number.id = std::move(id);
    number.arrivals = scenario.call_types[place_below(dice, scenario.call_types.size())].arrivals;
    number.flow = id_of<FlowId>(0);
    double left = 1.0;
    for (std::size_t t = 0; t < scenario.tiers.size() && dice.happens(0.8); ++t) {
        number.share_by_tier.push_back(left * dice.share());
        left -= number.share_by_tier.back();
    }
    if (dice.happens(0.5)) {
        number.redial = Redial{dice.share(),
                               dice.share(),
                               {},
                               dice.between(1, 5),
                               random_time(dice, static_cast<double>(dice.between(0, 900))),
                               {}};
        if (dice.happens(0.3)) number.redial->becomes = random_voice_type(dice, scenario);
    }
    return number;
}

}  // namespace

void add_ivr(Dice& dice, Scenario& scenario) {
    if (dice.happens(0.5)) return;
    // The first two flows ask their callers what they want, so any caller may come to them.
    for (const bool asks : {true, true, false})
        scenario.flows.push_back(
            FlowBuilder{dice, scenario, asks}.build("flow" + std::to_string(scenario.flows.size())));
    for (CallType& type : scenario.call_types) {
        if (type.channel == Channel::voice && dice.happens(0.5)) type.flow = id_of<FlowId>(place_below(dice, 3));
    }
    for (Tier& tier : scenario.tiers) {
        if (dice.happens(0.4)) tier.flow = id_of<FlowId>(place_below(dice, 2));
    }
    for (std::int64_t i = dice.between(0, 2); i-- > 0;) {
        scenario.numbers.push_back(random_number(dice, scenario, "number" + std::to_string(i)));
        scenario.numbers.back().flow = id_of<FlowId>(place_below(dice, 2));
    }
}

}  // namespace floorwalker::support::random_parts
