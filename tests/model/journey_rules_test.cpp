#include <cmath>

#include "tests/support/broken_rules.hpp"

/// Scenarios built in code obey the rules that files obey: what breaks one is refused before it runs.
namespace floorwalker::model {

using namespace support;

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

}  // namespace floorwalker::model
