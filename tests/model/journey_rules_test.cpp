#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/model/rules.hpp"
#include "tests/support/builders.hpp"

/// Scenarios built in code obey the rules that files obey: what breaks one is refused before it runs.
namespace floorwalker::model {
namespace {

using namespace support;

template <class What>
What made(const std::function<void(What&)>& change) {
    What what;
    change(what);
    return what;
}

Transfer transfer_to(CallTypeId to, double share, std::map<GroupId, double> share_by_group = {}) {
    return made<Transfer>([&](Transfer& transfer) {
        transfer.to = to;
        transfer.share = share;
        transfer.share_by_group = std::move(share_by_group);
    });
}

/// All who are blocked try again, at once.
Redial redial_at_once() {
    return made<Redial>([](Redial& redial) {
        redial.after_blocked = 1.0;
        redial.delay = constant(0s);
    });
}

/// Nobody's matter is solved.
Repeat repeat_for_ever() {
    return made<Repeat>([](Repeat& repeat) { repeat.unsolved = 1.0; });
}

/// Two call types, two groups and a tier, with one of nearly everything, in order.
Scenario good_scenario() {
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
std::string refusal(const Mistake& mistake) {
    Scenario scenario = good_scenario();
    mistake.make(scenario);
    try {
        check_rules(scenario);
    } catch (const std::invalid_argument& error) {
        return error.what();
    }
    return {};
}

void check_refused(const std::vector<Mistake>& mistakes) {
    for (const Mistake& mistake : mistakes) {
        CAPTURE(mistake.message);
        CHECK_THAT(refusal(mistake), Catch::StartsWith("scenario: ") && Catch::Contains(mistake.message));
    }
}

template <class What>
What& node(Scenario& scenario, std::size_t position) {
    return std::get<What>(scenario.flows[0].nodes[position].what);
}

}  // namespace

TEST_CASE("the good scenario breaks no rule", "[model][rules]") {
    CHECK(refusal({"", [](Scenario&) {}}).empty());
}

TEST_CASE("rules of the IVR", "[model][rules]") {
    check_refused({
        {"ivr.main needs a node", [](Scenario& s) { s.flows[0].nodes.clear(); }},
        {"leads to a node that is not there", [](Scenario& s) { node<Announcement>(s, 0).next = NodeId{9}; }},
        {"leads to a node that is not there", [](Scenario& s) { node<Menu>(s, 1).choices[0].next = NodeId{4}; }},
        {"leads to a node that is not there", [](Scenario& s) { node<Menu>(s, 1).when_failed = NodeId{4}; }},
        {"leads to a node that is not there", [](Scenario& s) { node<SelfService>(s, 2).next = NodeId{4}; }},
        {"needs choices", [](Scenario& s) { node<Menu>(s, 1).choices.clear(); }},
        {"do not add up to 1", [](Scenario& s) { node<Menu>(s, 1).choices[0].share = 0.3; }},
        {"must be a share",
         [](Scenario& s) {
             node<Menu>(s, 1).choices[0].share = -0.4;
             node<Menu>(s, 1).choices[1].share = 1.4;
         }},
        {"must press a key",
         [](Scenario& s) {
             node<Menu>(s, 1).timeout = 0.7;
             node<Menu>(s, 1).wrong_key = 0.3;
         }},
        {"tries must be positive", [](Scenario& s) { node<Menu>(s, 1).tries = 0; }},
        {"timeout_after", [](Scenario& s) { node<Menu>(s, 1).timeout_after = -1s; }},
        {"success must be a share", [](Scenario& s) { node<SelfService>(s, 2).success = 1.1; }},
        {"call type that is not there", [](Scenario& s) { node<ToQueue>(s, 3).call_type = CallTypeId{2}; }},
        {"is not a call", [](Scenario& s) { s.call_types[0].channel = Channel::chat; }},
        {"without saying of which call type", [](Scenario& s) { node<ToQueue>(s, 3).call_type.reset(); }},
        {"flow that is not there", [](Scenario& s) { s.call_types[0].flow = FlowId{1}; }},
        {"flow that is not there", [](Scenario& s) { s.tiers[0].flow = FlowId{1}; }},
        {"flow that is not there", [](Scenario& s) { s.numbers[0].flow = FlowId{1}; }},
        {"ivr_ports", [](Scenario& s) { s.centre.ivr_ports = 0; }},
    });
}

TEST_CASE("a flow from which calls cannot come to an end", "[model][rules]") {
    check_refused({
        // Who is not served hears the menu again, and nobody presses what leads to a person.
        {"menu never ends",
         [](Scenario& s) {
             node<Menu>(s, 1).choices[0].share = 1.0;
             node<Menu>(s, 1).choices[1].share = 0.0;
             node<SelfService>(s, 2).success = 0.0;
         }},
        {"welcome never ends", [](Scenario& s) { node<Announcement>(s, 0).next = NodeId{0}; }},
    });
    // A way out with a chance above 0 is enough, however seldom it is gone.
    const auto passes = [](Scenario& s) {
        node<Menu>(s, 1).choices[0].share = 1.0;
        node<Menu>(s, 1).choices[1].share = 0.0;
        node<SelfService>(s, 2).success = 0.001;
    };
    CHECK(refusal({"", passes}).empty());
}

TEST_CASE("rules of access numbers", "[model][rules]") {
    check_refused({
        {"more tiers than there are",
         [](Scenario& s) {
             s.numbers[0].share_by_tier = {0.1, 0.1};
         }},
        {"share_by_tier must be a share", [](Scenario& s) { s.numbers[0].share_by_tier = {-0.1}; }},
        {"more than the whole",
         [](Scenario& s) {
             s.tiers.push_back(s.tiers[0]);
             s.tiers[1].share_by_call_type = {0.0, 0.0};
             s.numbers[0].share_by_tier = {0.6, 0.5};
         }},
        {"number.freephone.arrivals needs one value",
         [](Scenario& s) {
             s.numbers[0].arrivals.per_interval = {1, 2, 3};
         }},
        {"number.freephone.arrivals.factor", [](Scenario& s) { s.numbers[0].arrivals.factor = -1; }},
        {"number.freephone.arrivals.by_weekday", [](Scenario& s) { s.numbers[0].arrivals.by_weekday[3] = -1; }},
        {"call_type.plain.arrivals.by_weekday", [](Scenario& s) { s.call_types[0].arrivals.by_weekday[6] = NAN; }},
        {"most_tries", [](Scenario& s) { s.numbers[0].redial = made<Redial>([](Redial& r) { r.most_tries = 0; }); }},
        {"call type that is not there",
         [](Scenario& s) { s.numbers[0].redial = made<Redial>([](Redial& r) { r.becomes = CallTypeId{7}; }); }},
    });
    // A tier that does not call the number may have a flow that does not ask.
    const auto passes = [](Scenario& s) {
        IvrFlow brief;
        brief.id = "short";
        brief.nodes = {{"person", ToQueue{}}};
        s.flows.push_back(std::move(brief));
        s.tiers[0].flow = FlowId{1};
        s.numbers[0].share_by_tier = {0.0};
    };
    CHECK(refusal({"", passes}).empty());
}

TEST_CASE("rules of transfers", "[model][rules]") {
    const auto transfer = [](Scenario& s) -> Transfer& { return s.call_types[0].transfers[0]; };
    check_refused({
        {"call type that is not there", [&](Scenario& s) { transfer(s).to = CallTypeId{2}; }},
        {"share must be a share", [&](Scenario& s) { transfer(s).share = 1.5; }},
        {"share_by_group must be a share", [&](Scenario& s) { transfer(s).share_by_group[GroupId{0}] = -0.1; }},
        {"group that is not there", [&](Scenario& s) { transfer(s).share_by_group[GroupId{2}] = 0.1; }},
        {"times must not be negative", [&](Scenario& s) { transfer(s).most_hold = -1s; }},
        {"times must not be negative", [&](Scenario& s) { transfer(s).return_wait = -1s; }},
        {"transfer.briefing",
         [&](Scenario& s) {
             transfer(s).briefing = {Exponential{-1.0}, {}};
         }},
        {"is not a call", [](Scenario& s) { s.call_types[1].channel = Channel::mail, s.campaigns.clear(); }},
        {"only calls are transferred",
         [](Scenario& s) {
             s.call_types[1].channel = Channel::chat;
             s.call_types[1].transfers.push_back(transfer_to(CallTypeId{0}, 0.1));
             s.call_types[0].transfers.clear();
         }},
        {"more contacts are transferred than there are",
         [](Scenario& s) { s.call_types[0].transfers.push_back(transfer_to(CallTypeId{1}, 0.95)); }},
        // 0.1 + 0.95 = 1.05 for the second group alone.
        {"more contacts are transferred than there are",
         [](Scenario& s) {
             s.call_types[0].transfers.push_back(transfer_to(CallTypeId{1}, 0.0, {{GroupId{1}, 0.95}}));
         }},
        {"transferred from one to the other for ever",
         [&](Scenario& s) {
             transfer(s).share = 1.0;
             s.call_types[1].transfers.push_back(transfer_to(CallTypeId{0}, 1.0));
         }},
        {"transferred from one to the other for ever",
         [&](Scenario& s) { transfer(s).to = CallTypeId{0}, transfer(s).share = 1.0; }},
    });
    // Groups that never talk to the type do not count: the first has no skill for "expert".
    const auto passes = [](Scenario& s) {
        s.call_types[1].transfers.assign(2, transfer_to(CallTypeId{0}, 1.0, {{GroupId{1}, 0.4}}));
    };
    CHECK(refusal({"", passes}).empty());
}

TEST_CASE("rules of calling again", "[model][rules]") {
    const Redial at_once = redial_at_once();
    const Repeat for_ever = repeat_for_ever();
    check_refused({
        {"redial.after_blocked", [](Scenario& s) { s.call_types[0].redial->after_blocked = 1.01; }},
        {"redial.after_abandoned", [](Scenario& s) { s.call_types[0].redial->after_abandoned = -0.01; }},
        {"redial.further", [](Scenario& s) { s.call_types[0].redial->further = 2.0; }},
        {"most_tries must be from 1 to 200", [](Scenario& s) { s.call_types[0].redial->most_tries = 201; }},
        {"redial.delay",
         [](Scenario& s) {
             s.call_types[0].redial->delay = {Uniform{5.0, 1.0}, {}};
         }},
        {"repeat.unsolved", [](Scenario& s) { s.call_types[0].repeat->unsolved = NAN; }},
        {"repeat.calls_again", [](Scenario& s) { s.call_types[0].repeat->calls_again = 1.1; }},
        {"try again at once and for ever", [&](Scenario& s) { s.call_types[0].redial = at_once; }},
        {"try again at once and for ever", [&](Scenario& s) { s.numbers[0].redial = at_once; }},
        {"try again at once and for ever",
         [&](Scenario& s) {
             s.call_types[0].redial = s.call_types[1].redial = at_once;
             s.call_types[0].redial->becomes = CallTypeId{1};
             s.call_types[1].redial->becomes = CallTypeId{0};
         }},
    });
    // With a delay, with some who give up, or into a type whose customers are content, it ends.
    for (const auto& change : std::vector<std::function<void(Redial&)>>{
             [](Redial& redial) { redial.delay = constant(1s); }, [](Redial& redial) { redial.further = 0.9; },
             [](Redial& redial) { redial.becomes = CallTypeId{1}; }}) {
        const auto passes = [&](Scenario& s) {
            s.call_types[0].redial = at_once;
            change(*s.call_types[0].redial);
        };
        CHECK(refusal({"", passes}).empty());
    }
    const auto solved_at_last = [&](Scenario& s) {
        s.call_types[0].repeat = for_ever;
        s.call_types[0].repeat->becomes = CallTypeId{1};
    };
    CHECK(refusal({"", solved_at_last}).empty());
}

TEST_CASE("rules of callbacks and steps", "[model][rules]") {
    check_refused({
        {"callback.accepted", [](Scenario& s) { s.call_types[0].callback->accepted = 1.1; }},
        {"callback.reached", [](Scenario& s) { s.call_types[0].callback->reached = -0.1; }},
        {"callback.missed_calls", [](Scenario& s) { s.call_types[0].callback->missed_calls = 7; }},
        {"attempts must be from 1 to 100", [](Scenario& s) { s.call_types[0].callback->attempts = 101; }},
        {"free_agents must be positive", [](Scenario& s) { s.call_types[0].callback->free_agents = 0; }},
        {"times must be positive", [](Scenario& s) { s.call_types[0].callback->retry = 0s; }},
        {"times must be positive", [](Scenario& s) { s.call_types[0].callback->latest = -1s; }},
        {"callback.dialling",
         [](Scenario& s) {
             s.call_types[0].callback->dialling = {Exponential{-1.0}, {}};
         }},
        {"in order of time",
         [](Scenario& s) {
             s.call_types[0].steps.push_back({10s, {}, SendAway{}});
         }},
        {"not there", [](Scenario& s) { s.call_types[0].steps[0].what = OpenGroups{{GroupId{2}}}; }},
        {"must be a share",
         [](Scenario& s) {
             s.call_types[0].steps[0].what = Announce{2.0, false};
         }},
        {"not there",
         [](Scenario& s) {
             s.call_types[0].steps[0].when = {made<Condition>([](Condition& c) { c.call_type = CallTypeId{5}; })};
         }},
        {"not there",
         [](Scenario& s) {
             s.call_types[0].steps[0].when = {made<Condition>([](Condition& c) { c.groups = {GroupId{5}}; })};
         }},
        {"more than 8 steps",
         [](Scenario& s) {
             const auto busy = made<Condition>([](Condition& c) { c.at_least = 1.0; });
             s.call_types[0].steps.assign(9, {1s, {busy}, ChangePriority{1}});
         }},
        {"more than 100 steps",
         [](Scenario& s) {
             s.call_types[0].steps.assign(101, {1s, {}, Announce{}});
         }},
    });
}

TEST_CASE("rules of routing", "[model][rules]") {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    check_refused({
        {"weight must not be negative", [](Scenario& s) { s.call_types[0].weight = -1; }},
        {"points must be finite", [&](Scenario& s) { s.call_types[0].points = kInfinity; }},
        {"points_per_second", [](Scenario& s) { s.call_types[0].points_per_second = -1; }},
        {"queue_share must be positive", [](Scenario& s) { s.call_types[0].queue_share = 0; }},
        {"last_agent must not be negative", [](Scenario& s) { s.call_types[0].last_agent = -1s; }},
        {"priority must be from", [](Scenario& s) { s.call_types[0].priority = 1'000'001; }},
        {"due must be positive", [](Scenario& s) { s.call_types[0].due = 0s; }},
        {"group that is not there", [](Scenario& s) { s.call_types[0].group_weights[GroupId{2}] = 1; }},
        {"group_weights must not be negative", [](Scenario& s) { s.call_types[0].group_weights[GroupId{1}] = -1; }},
        {"tier.gold.weight", [](Scenario& s) { s.tiers[0].weight = NAN; }},
        {"tier.gold.points", [&](Scenario& s) { s.tiers[0].points_per_second = kInfinity; }},
        {"tier.gold.priority", [](Scenario& s) { s.tiers[0].priority = -1'000'001; }},
        {"tier.gold.groups", [](Scenario& s) { s.tiers[0].groups = {GroupId{2}}; }},
        {"group.first.reserve",
         [](Scenario& s) {
             s.groups[0].reserves = {{-1, {}, {}}};
         }},
        {"group.first.reserve",
         [](Scenario& s) {
             s.groups[0].reserves = {{1, {CallTypeId{2}}, {}}};
         }},
        {"group.first.reserve",
         [](Scenario& s) {
             s.groups[0].reserves = {{1, {}, {TierId{2}}}};
         }},
        {"chat.windows", [](Scenario& s) { s.groups[0].chat.windows = 101; }},
        {"a value for each window",
         [](Scenario& s) {
             s.groups[0].chat = {3, {1.0, 1.4}};
         }},
        {"slowdown must be from 1",
         [](Scenario& s) {
             s.groups[0].chat = {2, {1.0, 0.9}};
         }},
        {"only calls hear an IVR",
         [](Scenario& s) {
             s.call_types[0].transfers.clear();
             s.call_types[1].channel = Channel::chat;
             s.call_types[1].flow = FlowId{0};
         }},
        {"only calls are called back",
         [](Scenario& s) {
             s.call_types[0].transfers.clear();
             s.call_types[1].channel = Channel::chat;
             s.call_types[1].callback = Callback{};
         }},
    });
}

TEST_CASE("rules of campaigns", "[model][rules]") {
    const auto change = [](auto member, auto value) { return [=](Scenario& s) { s.campaigns[0].*member = value; }; };
    check_refused({
        {"call type that is not there", change(&Campaign::call_type, CallTypeId{2})},
        {"must be of calls",
         [](Scenario& s) { s.call_types[1].channel = Channel::chat, s.call_types[0].transfers.clear(); }},
        {"list", change(&Campaign::list, std::int64_t{100'000'001})},
        {"attempts", change(&Campaign::attempts, std::int64_t{201})},
        {"free_agents", change(&Campaign::free_agents, std::int64_t{0})},
        {"dials_per_agent", change(&Campaign::dials_per_agent, 0.0)},
        {"reached needs one value", change(&Campaign::reached, std::vector<double>{0.1, 0.2, 0.3})},
        {"reached must be a share", change(&Campaign::reached, std::vector<double>{1.2})},
        {"right_party", change(&Campaign::right_party, 1.2)},
        {"abandonment_limit", change(&Campaign::abandonment_limit, -0.1)},
        {"retry", change(&Campaign::retry, Duration{0})},
        {"hold", change(&Campaign::hold, Duration{-1})},
        {"must end after it begins", change(&Campaign::end, Duration{0})},
        {"ring must take time", change(&Campaign::ring, constant(0s))},
        // It would dial the whole list at once to find somebody who answers.
        {"predictive dialer",
         [](Scenario& s) {
             s.campaigns[0].dialer = Dialer::predictive;
             s.campaigns[0].reached = {0.3, 0.0};
         }},
    });
}

TEST_CASE("rules of the calendar and of peaks", "[model][rules]") {
    const auto date = std::chrono::year{2024} / 1 / 1;
    const auto peak = made<Peak>([](Peak& p) { p.until = 9h; });
    const auto with = [&](const std::function<void(Peak&)>& change) {
        return [=](Scenario& s) {
            Peak changed = peak;
            change(changed);
            s.decisions.push_back({8h, {}, changed});
        };
    };
    check_refused({
        {"special twice",
         [&](Scenario& s) {
             s.centre.special_days = {{date, {}, 1.0}, {date, {}, 2.0}};
         }},
        {"has no date",
         [](Scenario& s) {
             s.centre.special_days = {{{}, {}, 1.0}};
         }},
        {"volume of a special day",
         [&](Scenario& s) {
             s.centre.special_days = {{date, {}, -1.0}};
         }},
        {"within the centre's hours",
         [&](Scenario& s) {
             s.centre.special_days = {{date, {{7h, 9h}}, 1.0}};
         }},
        {"with an interval",
         [&](Scenario& s) {
             s.centre.special_days = {{date, {{8h, 8h + 30min}}, 1.0}};
         }},
        {"within the centre's hours",
         [](Scenario& s) {
             s.centre.weekday_hours[2] = OpenHours{8h, 11h};
         }},
        {"not there", with([](Peak& p) { p.call_type = CallTypeId{2}; })},
        {"not there", with([](Peak& p) { p.number = NumberId{1}; })},
        {"a peak needs contacts", with([](Peak& p) { p.contacts = 0; })},
        {"half-life", with([](Peak& p) { p.half_life = 0s; })},
        {"must end after it begins", with([](Peak& p) { p.until = 8h; })},
    });
    CHECK(refusal({"", with([](Peak& p) { p.number = NumberId{0}; })}).empty());
}

}  // namespace floorwalker::model
