#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"

/// Systems that are down, on days worked out by hand: requests are written down and called back later.
namespace floorwalker::model {
namespace {

using namespace support;

// One agent, calls of 300 s with 30 s of wrap-up, all reached by the first call back after 20 s of dialling; it takes
// 60 s to write a request down.
Scenario service_desk(Callback::When when = Callback::When::in_turn) {
    Scenario scenario = quiet_day(4);
    add_type(scenario, "a", 300s, {}, 30s);
    Callback callback;
    callback.when = when;
    callback.free_agents = 1;
    callback.reached = 1.0;
    callback.dialling = constant(20s);
    callback.on_paper = constant(60s);
    callback.retry = 10min;
    scenario.call_types[0].callback = callback;
    add_group(scenario, group("all", {1}, {0}));
    return scenario;
}

Decision outage(Duration at, Duration until, bool self_service_fails = false) {
    return {at, {}, Outage{std::nullopt, self_service_fails, until}};
}

}  // namespace

TEST_CASE("outage: a request is written down and called back when it is over", "[model][outage]") {
    Scenario scenario = service_desk();
    scenario.decisions = {outage(9h, 10h)};
    add_call(scenario, 9h + 10min);
    // Written down for 60 s, without wrap-up. At 10:00 the agent dials for 20 s, talks for 300 s, wraps up for 30 s.
    CHECK(journey_story(scenario) == Lines{"09:10:00 a0 answered by 0", "09:11:00 0 has talked 60 s with a0",
                                           "09:11:00 a0 on paper, will be called", "10:00:20 0 reaches a0 after 2960 s",
                                           "10:05:20 0 has talked 300 s with a0",
                                           "10:05:50 0 has wrapped up 30 s after a0"});
}

TEST_CASE("outage: two that overlap are one, until the later end", "[model][outage]") {
    Scenario scenario = service_desk();
    scenario.decisions = {outage(9h, 10h), outage(9h + 30min, 9h + 45min)};
    add_call(scenario, 9h + 50min);
    CHECK(journey_story(scenario)[2] == "09:51:00 a0 on paper, will be called");
    CHECK(journey_story(scenario)[3] == "10:00:20 0 reaches a0 after 560 s");
}

TEST_CASE("outage: who talks when it begins talks on; nobody is dialled during it", "[model][outage]") {
    Scenario scenario = service_desk();
    scenario.call_types[0].callback->offered_above = Duration{0};
    scenario.call_types[0].callback->accepted = 1.0;
    scenario.decisions = {outage(9h, 10h)};
    add_call(scenario, 8h + 58min);  // talks until 9:03:00, wraps up until 9:03:30
    add_call(scenario, 8h + 59min);  // rather wants to be called
    const Lines story = journey_story(scenario);
    CHECK(story[0] == "08:58:00 a0 answered by 0");
    CHECK(story.back() == "10:05:50 0 has wrapped up 30 s after a1");  // dialled at 10:00 for 20 s
}

TEST_CASE("outage: a call type without callback is dealt with as ever", "[model][outage]") {
    Scenario scenario = service_desk();
    scenario.call_types[0].callback.reset();
    scenario.decisions = {outage(9h, 10h)};
    add_call(scenario, 9h + 10min);
    CHECK(journey_story(scenario) == Lines{"09:10:00 a0 answered by 0", "09:15:00 0 has talked 300 s with a0",
                                           "09:15:30 0 has wrapped up 30 s after a0"});
}

TEST_CASE("outage: one that lasts to the end of the run leaves requests undone", "[model][outage]") {
    Scenario scenario = service_desk();
    scenario.decisions = {outage(9h, 14h)};
    add_call(scenario, 11h);
    CHECK(journey_story(scenario).back() == "12:00:00 a0 is not called any more");
}

TEST_CASE("outage: a request that is written down after the last closing is undone at once", "[model][outage]") {
    Scenario scenario = service_desk();
    scenario.centre.after_close = AfterClose::clear;
    scenario.decisions = {outage(9h, 14h)};
    add_call(scenario, 11h + 59min + 30s);  // the centre closes at 12:00, and nobody stays
    CHECK(journey_story(scenario) == Lines{"11:59:30 a0 answered by 0", "12:00:30 0 has talked 60 s with a0",
                                           "12:00:30 a0 on paper, will be called",
                                           "12:00:30 a0 is not called any more"});
}

TEST_CASE("outage: one taken live, late, ends when it says", "[model][outage]") {
    Scenario scenario = service_desk();
    scenario.decisions = {outage(9h, 10h)};
    add_call(scenario, 9h + 30min);
    const auto scripted = journey_story(scenario);
    CHECK(scripted[3] == "10:00:20 0 reaches a0 after 1760 s");
}

TEST_CASE("outage: self-service may fail too", "[model][outage]") {
    Scenario scenario = service_desk();
    IvrFlow flow{"menu", "menu", {}, {}};
    flow.nodes.push_back({"balance", SelfService{constant(40s), 1.0, std::nullopt, NodeId{1}}});
    flow.nodes.push_back({"agent", ToQueue{}});
    scenario.flows.push_back(flow);
    scenario.call_types[0].flow = FlowId{0};
    scenario.decisions = {outage(9h, 10h, true)};
    add_call(scenario, 8h + 30min);
    add_call(scenario, 9h + 30min);
    const Lines story = journey_story(scenario);
    CHECK(story[2] == "08:30:40 a0 contained after 40 s in menu");
    CHECK(story[6] == "09:30:40 a1 wants a after 40 s in menu");
    CHECK(story.back() == "10:05:50 0 has wrapped up 30 s after a1");
}

TEST_CASE("a call back takes a line, or waits for one", "[model][callback]") {
    Scenario scenario = service_desk();
    scenario.centre.lines = 1;
    scenario.call_types[0].callback->offered_above = Duration{0};
    scenario.call_types[0].callback->accepted = 1.0;
    scenario.call_types[0].groups = {GroupId{0}};
    add_type(scenario, "b", 30min);
    add_group(scenario, group("others", {1}, {1}));
    scenario.decisions = {absent(GroupId{0}, 8h, 9h)};
    add_call(scenario, 8h + 50min);                 // nobody is there: it hangs up and will be called
    add_call(scenario, 8h + 59min, CallTypeId{1});  // takes the only line until 9:29
    // At 9:00, 9:10 and 9:20 there is no line; those are no attempts. At 9:30 the agent dials for 20 s.
    const Lines story = journey_story(scenario);
    CHECK(story[story.size() - 3] == "09:30:20 0 reaches a0 after 2420 s");
}

TEST_CASE("who calls again at the very moment of opening is served", "[model][redial]") {
    Scenario scenario = quiet_day(1);
    scenario.centre.days = 2;
    add_type(scenario, "a", 10min, 1min);
    Redial redial;
    redial.after_abandoned = 1.0;
    redial.delay = constant(24h);
    scenario.call_types[0].redial = redial;
    add_group(scenario, group("all", {1}, {0}));
    add_call(scenario, 8h + 50min);
    add_call(scenario, 8h + 51min);  // gives up at 8:52, would call again 24 h later, when the centre is open: at 8:52
    CHECK(journey_story(scenario).back() == "1+09:02:00 0 has talked 600 s with a1'1");
    scenario.call_types[0].redial->delay = constant(10h);  // at 18:52, closed: at the next opening, 0 s into its hour
    CHECK(journey_story(scenario).back() == "1+08:10:00 0 has talked 600 s with a1'1");
}

TEST_CASE("more events at one moment than any centre has end the run", "[model][engine]") {
    Scenario scenario = quiet_day(1);
    scenario.centre.lines = 1;
    add_type(scenario, "a", 10min);
    add_group(scenario, group("all", {1}, {0}));
    for (int i = 0; i < 40'000; ++i) add_call(scenario, 8h + 30min);
    CHECK_THROWS_WITH(facts_of(scenario), Catch::Contains("events at one moment"));
}

}  // namespace floorwalker::model
