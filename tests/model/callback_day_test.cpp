#include <catch2/catch.hpp>

#include "tests/support/journeys.hpp"

/// Callbacks that keep their place in the queue, on days worked out by hand. Shares are 0 or 1.
namespace floorwalker::model {
namespace {

using namespace support;

const CallTypeId kOther{1};

// Type a talks for ten minutes. Agent 0 has a0 from 8:00:10 to 8:10:10, so whoever joins the queue behind n others is
// told to expect (n + 1) × 600 s. Callbacks are offered above five minutes and accepted; dialling takes 20 s. Type b is
// calls of a minute that are not called back.
Scenario offered_to_all() {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 10min);
    add_type(scenario, "b", 1min);
    add_group(scenario, group("all", {1}, {0, 1}));
    Callback callback;
    callback.offered_above = 5min;
    callback.accepted = 1.0;
    callback.dialling = constant(20s);
    callback.reached = 1.0;
    callback.retry = 5min;
    scenario.call_types.front().callback = callback;
    add_call(scenario, 8h + 10s);
    return scenario;
}

Callback& rules(Scenario& scenario) { return *scenario.call_types.front().callback; }

Lines without_first(const Lines& lines) { return {lines.begin() + 1, lines.end()}; }

}  // namespace

TEST_CASE("a callback is offered, accepted, kept and dialled when its turn comes", "[model][callback]") {
    Scenario scenario = offered_to_all();
    add_call(scenario, 8h + 1min);
    // Agent 0 dials from 8:10:10 to 8:10:30: 570 s after the promise.
    CHECK(without_first(journey_story(scenario)) ==
          Lines{"08:01:00 a1 queued, patience for ever", "08:01:00 a1 accepts a callback", "08:01:00 a1 will be called",
                "08:10:10 0 has talked 600 s with a0", "08:10:30 0 reaches a1 after 570 s",
                "08:20:30 0 has talked 600 s with a1"});
    std::vector<AgentState> states;
    for (const auto& change : facts_like<AgentChanged>(scenario)) states.push_back(change.to);
    CHECK(states == std::vector{AgentState::available, AgentState::talking, AgentState::dialling, AgentState::talking,
                                AgentState::available, AgentState::signed_out});
}

TEST_CASE("a callback keeps its place among those who wait", "[model][callback]") {
    Scenario scenario = offered_to_all();
    add_call(scenario, 8h + 30s, kOther);
    add_call(scenario, 8h + 1min);
    add_call(scenario, 8h + 90s, kOther);
    // b0 waits since 8:00:30, a1 since 8:01:00 though it has hung up, b1 since 8:01:30.
    CHECK(without_first(journey_story(scenario)) ==
          Lines{"08:00:30 b0 queued, patience for ever", "08:01:00 a1 queued, patience for ever",
                "08:01:00 a1 accepts a callback", "08:01:00 a1 will be called", "08:01:30 b1 queued, patience for ever",
                "08:10:10 0 has talked 600 s with a0", "08:10:10 b0 answered by 0 after 580 s",
                "08:11:10 0 has talked 60 s with b0", "08:11:30 0 reaches a1 after 630 s",
                "08:21:30 0 has talked 600 s with a1", "08:21:30 b1 answered by 0 after 1200 s",
                "08:22:30 0 has talked 60 s with b1"});
}

TEST_CASE("no callback below the threshold, nor for those who decline", "[model][callback]") {
    Scenario scenario = offered_to_all();
    rules(scenario).offered_above = 10min + 1s;
    add_call(scenario, 8h + 1min);
    add_call(scenario, 8h + 2min);
    // a1 expects 600 s, a2 behind it 1,200 s.
    const auto offered = facts_like<CallbackOffered>(scenario);
    REQUIRE(offered.size() == 1);
    CHECK(offered[0].contact.customer.number == 2);
    rules(scenario).accepted = 0.0;
    CHECK(without_first(contact_story(scenario)) ==
          Lines{"08:01:00 a1 queued, patience for ever", "08:02:00 a2 queued, patience for ever",
                "08:10:10 a1 answered by 0 after 550 s", "08:20:10 a2 answered by 0 after 1090 s"});
    CHECK(facts_like<CallbackKept>(scenario).empty());
}

TEST_CASE("who will be called has no line and no patience to lose", "[model][callback]") {
    Scenario scenario = offered_to_all();
    scenario.centre.lines = 2;
    scenario.call_types.front().patience = constant(30s);
    add_call(scenario, 8h + 1min);
    add_call(scenario, 8h + 2min, kOther);
    // a0 and a1 have the two lines until a1 hangs up, so b0 finds one.
    CHECK(without_first(contact_story(scenario)) == Lines{"08:01:00 a1 queued, patience 30 s",
                                                          "08:02:00 b0 queued, patience for ever",
                                                          "08:20:30 b0 answered by 0 after 1110 s"});
    CHECK(facts_like<CalledBack>(scenario).size() == 1);
}

TEST_CASE("who is not reached is dialled again until the attempts are used up", "[model][callback]") {
    Scenario scenario = offered_to_all();
    rules(scenario).reached = 0.0;
    rules(scenario).attempts = 3;
    scenario.call_types.front().wrap_up = constant(15s);
    add_call(scenario, 8h + 1min);
    // a0's wrap-up ends at 8:10:25. Attempts end at 8:10:45, 8:16:05 (5 min and 20 s later) and 8:21:25.
    CHECK(without_first(journey_story(scenario)) ==
          Lines{"08:01:00 a1 queued, patience for ever", "08:01:00 a1 accepts a callback", "08:01:00 a1 will be called",
                "08:10:10 0 has talked 600 s with a0", "08:10:25 0 has wrapped up 15 s after a0",
                "08:10:45 0 does not reach a1 after 585 s", "08:16:05 0 does not reach a1 after 905 s",
                "08:21:25 0 does not reach a1 after 1225 s", "08:21:25 a1 is not called any more"});
}

TEST_CASE("between two attempts the agent is there for others", "[model][callback]") {
    Scenario scenario = offered_to_all();
    rules(scenario).reached = 0.0;
    rules(scenario).attempts = 2;
    add_call(scenario, 8h + 1min);
    scenario.call_types[index(kOther)].talk = constant(6min);
    add_call(scenario, 8h + 12min, kOther);
    // a1 is due again at 8:15:30 and has its place of 8:01:00; b0 is served until 8:18:00.
    const Lines lines = journey_story(scenario);
    REQUIRE(lines.size() == 10);
    CHECK(Lines(lines.begin() + 6, lines.end()) ==
          Lines{"08:12:00 b0 answered by 0", "08:18:00 0 has talked 360 s with b0",
                "08:18:20 0 does not reach a1 after 1040 s", "08:18:20 a1 is not called any more"});
}

TEST_CASE("attempts are counted by customer, each with luck of its own", "[model][callback]") {
    Scenario scenario = offered_to_all();
    rules(scenario).reached = 0.3;
    rules(scenario).attempts = 2;
    rules(scenario).retry = 1min;
    rules(scenario).dialling = constant(1s);
    scenario.call_types.front().talk = constant(1s);
    scenario.replay->clear();
    scenario.call_types[index(kOther)].talk = constant(10min);
    add_call(scenario, 8h, kOther);
    for (int i = 0; i < 1000; ++i) add_call(scenario, 8h + 1min + i * 100ms);
    rules(scenario).offered_above = 0s;
    const auto facts = facts_of(scenario);
    // 1,000 are promised a call. 0.3 + 0.7 × 0.3 = 51 % are reached: 510, sd √(1,000 × 0.51 × 0.49) = 15.8.
    std::size_t reached = 0;
    for (const auto& call : facts_like<CalledBack>(facts)) reached += call.reached ? 1 : 0;
    const std::size_t missed = facts_like<CallbackMissed>(facts).size();
    CHECK(reached + missed == 1000);
    CHECK(static_cast<double>(reached) == Approx(510).margin(64));
}

}  // namespace floorwalker::model
