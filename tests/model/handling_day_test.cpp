#include <stdexcept>

#include <catch2/catch.hpp>

#include "sim/model/model.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"

/// Talk, wrap-up, patience, lines and places, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

Scenario one_agent(Duration talk, std::optional<Duration> patience = {}, Duration wrap_up = 0s) {
    Scenario scenario = quiet_day(2);
    add_type(scenario, "a", talk, patience, wrap_up);
    add_group(scenario, group("all", {1}, {0}));
    return scenario;
}

}  // namespace

TEST_CASE("a whole day, every fact", "[model]") {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 60s, 30s, 10s);
    add_group(scenario, group("all", {1}, {0}));
    for (const Duration at : {10s, 20s, 55s}) add_call(scenario, 8h + at);
    // a0 talks until 8:01:10, a1 gives up at 8:00:50, a2 waits from 8:00:55 until the wrap-up ends at 8:01:20: 25 s.
    CHECK(story(scenario) == Lines{"08:00:00 day 0 opens",
                                   "08:00:00 interval 0",
                                   "08:00:00 0 of all: signed_out -> available",
                                   "08:00:00 all: 1 on duty",
                                   "08:00:10 a0 offered",
                                   "08:00:10 a0 answered by 0",
                                   "08:00:10 0 of all: available -> talking",
                                   "08:00:20 a1 offered",
                                   "08:00:20 a1 queued, patience 30 s",
                                   "08:00:50 a1 abandoned after 30 s",
                                   "08:00:55 a2 offered",
                                   "08:00:55 a2 queued, patience 30 s",
                                   "08:01:10 0 has talked 60 s with a0",
                                   "08:01:10 0 of all: talking -> wrap_up",
                                   "08:01:20 0 has wrapped up 10 s after a0",
                                   "08:01:20 a2 answered by 0 after 25 s",
                                   "08:01:20 0 of all: wrap_up -> talking",
                                   "08:02:20 0 has talked 60 s with a2",
                                   "08:02:20 0 of all: talking -> wrap_up",
                                   "08:02:30 0 has wrapped up 10 s after a2",
                                   "08:02:30 0 of all: wrap_up -> available",
                                   "09:00:00 closed",
                                   "09:00:00 0 of all: available -> signed_out",
                                   "09:00:00 all: 0 on duty"});
}

TEST_CASE("from one contact straight to the next the agent changes no state", "[model]") {
    Scenario scenario = one_agent(60s);
    for (const Duration at : {10s, 20s}) add_call(scenario, 8h + at);
    const Lines lines = story(scenario);
    CHECK(Lines(lines.begin() + 9, lines.begin() + 13) ==
          Lines{"08:01:10 0 has talked 60 s with a0", "08:01:10 a1 answered by 0 after 50 s",
                "08:02:10 0 has talked 60 s with a1", "08:02:10 0 of all: talking -> available"});
}

TEST_CASE("leave at once: only those who would have to wait", "[model]") {
    Scenario scenario = one_agent(60s);
    scenario.call_types.front().leave_at_once = 1.0;
    for (const Duration at : {10s, 20s, 80s}) add_call(scenario, 8h + at);
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 a0 answered by 0", "08:00:20 a1 left at once", "08:01:20 a2 answered by 0"});
}

TEST_CASE("patience that ends when an agent is freed: who was scheduled first", "[model]") {
    Scenario scenario = one_agent(60s, 50s);
    for (const Duration at : {10s, 20s}) add_call(scenario, 8h + at);
    // Both at 8:01:10; the end of the talk was scheduled at 8:00:10, the end of patience at 8:00:20.
    CHECK(contact_story(scenario).back() == "08:01:10 a1 answered by 0 after 50 s");
}

TEST_CASE("lines: those who talk and wait hold one, a wrap-up does not", "[model]") {
    Scenario scenario = one_agent(60s, {}, 60s);
    scenario.centre.lines = 2;
    for (const Duration at : {10s, 20s, 30s, 80s}) add_call(scenario, 8h + at);
    // a2 finds both lines taken; a3 comes in the wrap-up (8:01:10 to 8:02:10), when only a1 holds one. 130 - 20 = 110
    // s; a1 talks until 8:03:10 and wraps up until 8:04:10: 250 - 80 = 170 s.
    CHECK(contact_story(scenario) == Lines{"08:00:10 a0 answered by 0", "08:00:20 a1 queued, patience for ever",
                                           "08:00:30 a2 blocked", "08:01:20 a3 queued, patience for ever",
                                           "08:02:10 a1 answered by 0 after 110 s",
                                           "08:04:10 a3 answered by 0 after 170 s"});
}

TEST_CASE("queue places: of the centre and of a call type", "[model]") {
    Scenario scenario = one_agent(60s);
    add_type(scenario, "b", 60s);
    scenario.groups.front().skills[CallTypeId{1}] = 1.0;
    for (const Duration at : {10s, 20s, 30s}) add_call(scenario, 8h + at, CallTypeId{0});
    for (const Duration at : {40s, 50s}) add_call(scenario, 8h + at, CallTypeId{1});
    scenario.centre.queue_places = 2;
    scenario.call_types.front().queue_places = 1;
    // a1 has the one place of a, so a2 is blocked; b0 has the second of the centre, so b1 is blocked.
    CHECK(contact_story(scenario) == Lines{"08:00:10 a0 answered by 0", "08:00:20 a1 queued, patience for ever",
                                           "08:00:30 a2 blocked", "08:00:40 b0 queued, patience for ever",
                                           "08:00:50 b1 blocked", "08:01:10 a1 answered by 0 after 50 s",
                                           "08:02:10 b0 answered by 0 after 90 s"});
    scenario.centre.queue_places = 0;
    CHECK(contact_story(scenario) == Lines{"08:00:10 a0 answered by 0", "08:00:20 a1 blocked", "08:00:30 a2 blocked",
                                           "08:00:40 b0 blocked", "08:00:50 b1 blocked"});
}

TEST_CASE("proficiency 0.5 takes twice as long, talk and wrap-up", "[model]") {
    Scenario scenario = one_agent(60s, {}, 10s);
    scenario.groups.front().skills[CallTypeId{0}] = 0.5;
    add_call(scenario, 8h + 10s);
    const Lines lines = story(scenario);
    CHECK(lines[7] == "08:02:10 0 has talked 120 s with a0");
    CHECK(lines[9] == "08:02:30 0 has wrapped up 20 s after a0");
}

TEST_CASE("factors by the interval of arrival", "[model]") {
    Scenario scenario = one_agent(60s, 40s, 10s);
    scenario.call_types.front().handling_factor = {1.0, 1.5};
    scenario.call_types.front().patience_factor = {2.0, 0.5};
    for (const Duration at : {59min + 50s, 59min + 55s, 60min + 30s}) add_call(scenario, 8h + at);
    add_call(scenario, 9h + 20min);
    // a0 and a1 come in interval 0: talk 60 s, patience 80 s. a2 comes in interval 1: patience 20 s, until 9:00:50,
    // when the talk of a0 and with it the wait of a2 ends: the talk was scheduled first, but 10 s of wrap-up follow.
    // a3: talk 90 s, wrap-up 15 s.
    CHECK(contact_story(scenario) == Lines{"08:59:50 a0 answered by 0", "08:59:55 a1 queued, patience 80 s",
                                           "09:00:30 a2 queued, patience 20 s", "09:00:50 a2 abandoned after 20 s",
                                           "09:01:00 a1 answered by 0 after 65 s", "09:20:00 a3 answered by 0"});
    const Lines lines = story(scenario);
    CHECK(lines[lines.size() - 5] == "09:21:45 0 has wrapped up 15 s after a3");
}

TEST_CASE("recorded calls keep their order and their customers their numbers", "[model]") {
    Scenario scenario = quiet_day(1);
    scenario.centre.days = 2;
    add_type(scenario, "a", 60s);
    add_type(scenario, "b", 60s);
    add_group(scenario, group("all", {9}, {0, 1}));
    add_call(scenario, 8h, CallTypeId{0});
    add_call(scenario, 8h, CallTypeId{1});
    add_call(scenario, 8h + 5s, CallTypeId{0});
    add_call(scenario, kDay + 8h + 5s, CallTypeId{0});  // numbers begin anew each day
    CHECK(contact_story(scenario) == Lines{"08:00:00 a0 answered by 0", "08:00:00 b0 answered by 1",
                                           "08:00:05 a1 answered by 2", "1+08:00:05 a0 answered by 0"});
}

TEST_CASE("a call recorded at the moment of the opening comes after it, on every day", "[model]") {
    Scenario scenario = quiet_day(1);
    scenario.centre.days = 2;
    add_type(scenario, "a", 60s);
    add_group(scenario, group("all", {1}, {0}));
    add_call(scenario, 8h);
    add_call(scenario, kDay + 8h);
    CHECK(contact_story(scenario) == Lines{"08:00:00 a0 answered by 0", "1+08:00:00 a0 answered by 0"});
}

TEST_CASE("a call recorded at the moment when an interval begins finds its staff", "[model]") {
    Scenario scenario = quiet_day(2);
    add_type(scenario, "a", 60s);
    scenario.call_types.front().leave_at_once = 1.0;
    add_group(scenario, group("all", {0, 1}, {0}));
    add_call(scenario, 8h + 30min);
    add_call(scenario, 9h);
    CHECK(contact_story(scenario) == Lines{"08:30:00 a0 left at once", "09:00:00 a1 answered by 0"});
}

TEST_CASE("a recorded call that no day can take breaks a rule", "[model]") {
    Scenario scenario = quiet_day(1);
    scenario.centre.days = 2;
    add_type(scenario, "a", 60s);
    add_group(scenario, group("all", {1}, {0}));
    SECTION("before the first opening") { add_call(scenario, 7h); }
    SECTION("between two days") { add_call(scenario, 20h); }
    SECTION("at closing time") { add_call(scenario, 9h); }
    SECTION("after the last day") { add_call(scenario, 2 * kDay + 8h); }
    SECTION("of a call type that is not there") { add_call(scenario, 8h, CallTypeId{1}); }
    SECTION("of a tier that is not there") { add_call(scenario, 8h, CallTypeId{0}, TierId{1}); }
    SECTION("out of order") {
        add_call(scenario, 8h + 2s);
        add_call(scenario, 8h + 1s);
    }
    CHECK_THROWS_AS(prepare(scenario), std::invalid_argument);
}

}  // namespace floorwalker::model
