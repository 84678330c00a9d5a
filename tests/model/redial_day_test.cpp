#include <catch2/catch.hpp>

#include <floorwalker/run.hpp>

#include "tests/support/journeys.hpp"

/// Customers who got nobody call again, on days worked out by hand. Shares are 0 or 1.
namespace floorwalker::model {
namespace {

using namespace support;

// One line and one agent, busy with a0 from 8:00:10 for 50 minutes; a1 calls at 8:01:00 and is blocked. Who is blocked
// calls again after 3 minutes, as often as `redial` says.
Scenario one_line(const Redial& redial) {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 50min);
    add_group(scenario, group("all", {1}, {0}));
    scenario.centre.lines = 1;
    scenario.call_types.front().redial = redial;
    add_call(scenario, 8h + 10s);
    add_call(scenario, 8h + 1min);
    return scenario;
}

Lines without_first(const Lines& lines) { return {lines.begin() + 1, lines.end()}; }

}  // namespace

TEST_CASE("redial after a block until the tries are used up", "[model][redial]") {
    CHECK(without_first(journey_story(one_line(redial(1.0, 0.0, 3)))) ==
          Lines{"08:01:00 a1 blocked", "08:01:00 a1 will call again at 08:04:00", "08:04:00 a1'1 blocked",
                "08:04:00 a1'1 will call again at 08:07:00", "08:07:00 a1'2 blocked",
                "08:50:10 0 has talked 3000 s with a0"});
}

TEST_CASE("redial: further tries have a chance of their own", "[model][redial]") {
    Redial once = redial(1.0, 0.0);
    once.further = 0.0;
    CHECK(without_first(contact_story(one_line(once))) == Lines{"08:01:00 a1 blocked", "08:04:00 a1'1 blocked"});
    // Without a first time there is no further one.
    Redial never = redial(0.0, 0.0);
    never.further = 1.0;
    CHECK(without_first(contact_story(one_line(never))) == Lines{"08:01:00 a1 blocked"});
    // After a block that of blocked contacts, whatever holds for those who abandon.
    const Scenario only_abandoned = one_line(redial(0.0, 1.0));
    CHECK(without_first(contact_story(only_abandoned)) == Lines{"08:01:00 a1 blocked"});
}

TEST_CASE("redial after giving up in the queue, with the patience of a new call", "[model][redial]") {
    Scenario scenario = one_line(redial(0.0, 1.0, 2));
    scenario.centre.lines.reset();
    scenario.call_types.front().patience = constant(30s);
    CHECK(without_first(journey_story(scenario)) ==
          Lines{"08:01:00 a1 queued, patience 30 s", "08:01:30 a1 abandoned after 30 s",
                "08:01:30 a1 will call again at 08:04:30", "08:04:30 a1'1 queued, patience 30 s",
                "08:05:00 a1'1 abandoned after 30 s", "08:50:10 0 has talked 3000 s with a0"});
}

TEST_CASE("redial after leaving at once, and after finding the queue full", "[model][redial]") {
    Scenario scenario = one_line(redial(1.0, 1.0, 2));
    scenario.centre.lines.reset();
    scenario.call_types.front().leave_at_once = 1.0;
    CHECK(without_first(contact_story(scenario)) == Lines{"08:01:00 a1 left at once", "08:04:00 a1'1 left at once"});
    scenario.call_types.front().queue_places = 0;
    CHECK(without_first(contact_story(scenario)) == Lines{"08:01:00 a1 blocked", "08:04:00 a1'1 blocked"});
}

TEST_CASE("redial: who gets through the second time is served like any other", "[model][redial]") {
    Scenario scenario = one_line(redial(1.0, 0.0));
    scenario.call_types.front().talk = constant(2min);
    // a0 talks until 8:02:10.
    CHECK(without_first(journey_story(scenario)) ==
          Lines{"08:01:00 a1 blocked", "08:01:00 a1 will call again at 08:04:00", "08:02:10 0 has talked 120 s with a0",
                "08:04:00 a1'1 answered by 0", "08:06:00 0 has talked 120 s with a1'1"});
}

TEST_CASE("redial may become another type", "[model][redial]") {
    Redial other = redial(1.0, 0.0);
    other.becomes = CallTypeId{1};
    Scenario scenario = one_line(other);
    add_type(scenario, "b", 30s);
    scenario.call_types.front().talk = constant(2min);
    scenario.groups.front().skills[CallTypeId{1}] = 1.0;
    const auto answered = facts_like<Answered>(scenario);
    REQUIRE(answered.size() == 2);
    CHECK(answered[1].contact.call_type == CallTypeId{1});
    CHECK(answered[1].contact.customer.source == SourceId{0});  // it is the same customer
    CHECK(journey_story(scenario).back() == "08:04:30 0 has talked 30 s with a1'1");
}

TEST_CASE("redial: who was dismissed at closing calls again the next day", "[model][redial]") {
    Scenario scenario = one_line(redial(0.0, 1.0));
    scenario.centre.lines.reset();
    scenario.centre.days = 2;
    scenario.centre.after_close = AfterClose::clear;
    scenario.call_types.front().talk = constant(2h);
    // Dismissed at 9:00; 9:03 is after closing, so 3 minutes after the next opening.
    CHECK(without_first(journey_story(scenario)) ==
          Lines{"08:01:00 a1 queued, patience for ever", "09:00:00 a1 dismissed after 3540 s",
                "09:00:00 a1 will call again at 1+08:03:00", "10:00:10 0 has talked 7200 s with a0",
                "1+08:03:00 a1'1 answered by 0", "1+10:03:00 0 has talked 7200 s with a1'1"});
}

TEST_CASE("redial by those who gave up in the IVR or were not served there", "[model][redial]") {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 60s);
    add_group(scenario, group("all", {1}, {0}));
    scenario.call_types.front().redial = redial(0.0, 1.0, 2);
    scenario.call_types.front().flow = add_flow(scenario, "main", {say("hello", 30s, 1), end("sorry", false)});
    add_call(scenario, 8h + 10s);
    CHECK(journey_story(scenario) == Lines{"08:00:10 a0 hears main", "08:00:10 a0 at hello", "08:00:40 a0 at sorry",
                                           "08:00:40 a0 not served after 30 s in main",
                                           "08:00:40 a0 will call again at 08:03:40", "08:03:40 a0'1 hears main",
                                           "08:03:40 a0'1 at hello", "08:04:10 a0'1 at sorry",
                                           "08:04:10 a0'1 not served after 30 s in main"});
    scenario.flows.front().patience = constant(20s);
    CHECK(journey_story(scenario)[3] == "08:00:30 a0 will call again at 08:03:30");
    // Who was contained has what it wanted.
    scenario.flows.front().patience.reset();
    scenario.flows.front().nodes.back() = end("bye");
    CHECK(facts_like<WillCallAgain>(scenario).empty());
}

TEST_CASE("a retry counts in the interval in which it calls, and its customer once", "[model][redial]") {
    Scenario scenario = one_line(redial(1.0, 0.0, 3));
    scenario.centre.interval = 2min;
    scenario.call_types.front().redial->delay = constant(190s);  // a1 calls at 8:01:00, 8:04:10 and 8:07:20
    std::vector<std::uint16_t> intervals;
    std::vector<int> attempts;
    for (const auto& blocked : facts_like<Blocked>(scenario)) {
        intervals.push_back(blocked.contact.interval);
        attempts.push_back(blocked.contact.attempt);
    }
    CHECK(intervals == std::vector<std::uint16_t>{0, 2, 3});
    CHECK(attempts == std::vector{0, 1, 2});
    const RunResult result = run(scenario, {.replications = 1});
    // Two customers make four contacts; one of these is answered.
    CHECK(*result.overall[Kpi::offered].mean == 1);
    CHECK(*result.overall[Kpi::blocked].mean == 3);
    CHECK(*result.overall[Kpi::customers].mean == 2);
    CHECK(*result.overall[Kpi::call_agains].mean == 2);
    CHECK(*result.intervals[0].kpis[Kpi::blocked].mean == 1);
    CHECK(*result.intervals[2].kpis[Kpi::blocked].mean == 1);
    CHECK(*result.intervals[3].kpis[Kpi::blocked].mean == 1);
}

}  // namespace floorwalker::model
