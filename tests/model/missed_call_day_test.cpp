#include <catch2/catch.hpp>

#include "tests/support/journeys.hpp"

/// Customers who gave up and are called back, on days worked out by hand. Shares are 0 or 1.
namespace floorwalker::model {
namespace {

using namespace support;

// Agent 0 has a0 from 8:00:10 to 8:10:10. a1 calls at 8:01:00 and gives up at 8:01:30; whoever gives up is called back.
Scenario missed_call() {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 10min, 30s);
    add_group(scenario, group("all", {1}, {0}));
    Callback callback;
    callback.dialling = constant(20s);
    callback.reached = 1.0;
    callback.missed_calls = 1.0;
    scenario.call_types.front().callback = callback;
    add_call(scenario, 8h + 10s);
    add_call(scenario, 8h + 1min);
    return scenario;
}

Lines without_first(const Lines& lines) { return {lines.begin() + 1, lines.end()}; }

}  // namespace

TEST_CASE("a missed call is returned in its turn", "[model][callback]") {
    CHECK(without_first(journey_story(missed_call())) ==
          Lines{"08:01:00 a1 queued, patience 30 s", "08:01:30 a1 abandoned after 30 s",
                "08:01:30 a1 missed, will be called", "08:10:10 0 has talked 600 s with a0",
                "08:10:30 0 reaches a1 after 540 s", "08:20:30 0 has talked 600 s with a1"});
}

TEST_CASE("who will be called does not call again", "[model][callback]") {
    Scenario scenario = missed_call();
    scenario.call_types.front().redial = redial(1.0, 1.0);
    CHECK(facts_like<WillCallAgain>(scenario).empty());
    // Those who are not on the list do.
    scenario.call_types.front().callback->missed_calls = 0.0;
    CHECK_FALSE(facts_like<WillCallAgain>(scenario).empty());
}

TEST_CASE("who leaves at once is called back too", "[model][callback]") {
    Scenario scenario = missed_call();
    scenario.call_types.front().leave_at_once = 1.0;
    CHECK(without_first(journey_story(scenario)) ==
          Lines{"08:01:00 a1 left at once", "08:01:00 a1 missed, will be called", "08:10:10 0 has talked 600 s with a0",
                "08:10:30 0 reaches a1 after 570 s", "08:20:30 0 has talked 600 s with a1"});
}

TEST_CASE("who was sent away at closing is called the next morning", "[model][callback]") {
    Scenario scenario = missed_call();
    scenario.centre.days = 2;
    scenario.centre.after_close = AfterClose::clear;
    scenario.call_types.front().patience.reset();
    scenario.call_types.front().talk = constant(2h);
    // a1 has waited for 59 min when it is sent away. Agent 0 is back at 8:00: 23 h and 20 s later a1 is reached.
    CHECK(without_first(journey_story(scenario)) ==
          Lines{"08:01:00 a1 queued, patience for ever", "09:00:00 a1 dismissed after 3540 s",
                "09:00:00 a1 missed, will be called", "10:00:10 0 has talked 7200 s with a0",
                "1+08:00:20 0 reaches a1 after 82820 s", "1+10:00:20 0 has talked 7200 s with a1"});
}

TEST_CASE("nobody is put on the list when there is no morning", "[model][callback]") {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 10min);
    add_group(scenario, group("all", {0}, {0}));
    Callback callback;
    callback.missed_calls = 1.0;
    scenario.call_types.front().callback = callback;
    add_call(scenario, 8h + 10s);
    CHECK(journey_story(scenario) ==
          Lines{"08:00:10 a0 queued, patience for ever", "1+09:00:00 a0 dismissed after 89990 s"});
}

TEST_CASE("an outbound call that found no agent is not a missed call", "[model][callback]") {
    Scenario scenario = missed_call();
    Campaign campaign;
    campaign.id = "out";
    campaign.list = 5;
    campaign.dialer = Dialer::threshold;
    campaign.dials_per_agent = 5.0;
    campaign.ring = constant(20s);
    campaign.reached = {1.0};
    scenario.campaigns.push_back(campaign);
    scenario.replay->clear();
    // Agent 0 is free at 8:00, so five are dialled; all answer at 8:00:20, and four find nobody.
    const auto facts = facts_of(scenario);
    CHECK(facts_like<Abandoned>(facts).size() == 4);
    CHECK(facts_like<CallbackKept>(facts).empty());
}

}  // namespace floorwalker::model
