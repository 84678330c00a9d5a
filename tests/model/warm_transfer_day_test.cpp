#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/support/journeys.hpp"

/// Warm transfers and conferences, which hold two agents, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

const CallTypeId kSecond{1};

// Type a talks for 60 s with agent 0; a0 comes at 8:00:10 and goes on to b at 8:01:10: briefing 20 s, talk 90 s with
// agent 1. Agent 1 is busy with b0 from 8:00:05 until `free_at`.
Scenario two_levels(TransferKind kind, Duration free_at = 0s) {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 60s);
    add_type(scenario, "b", 90s);
    add_group(scenario, group("first", {1}, {0}));
    add_group(scenario, group("second", {1}, {1, 2}));
    Transfer transfer = transfer_to(kSecond, kind);
    transfer.briefing = constant(20s);
    scenario.call_types.front().transfers.push_back(transfer);
    add_type(scenario, "x", free_at > 0s ? free_at - 5s : 1s);
    if (free_at > 0s) add_call(scenario, 8h + 5s, CallTypeId{2});
    add_call(scenario, 8h + 10s);
    return scenario;
}

Lines of_the_first(const Lines& lines) {
    Lines found;
    for (const auto& line : lines) {
        if (line.find("a0") != std::string::npos) found.push_back(line);
    }
    return found;
}

}  // namespace

TEST_CASE("warm: both agents are held while the first tells the second", "[model][transfer]") {
    // Agent 0: 60 s + 20 s briefing. Agent 1: 20 s + 90 s.
    const Scenario scenario = two_levels(TransferKind::warm);
    CHECK(journey_story(scenario) == Lines{"08:00:10 a0 answered by 0", "08:01:10 a0 goes on to b",
                                           "08:01:10 a0 answered by 1", "08:01:30 0 has talked 80 s with a0",
                                           "08:03:00 1 has talked 110 s with a0"});
    // Agent 0 is free for others only after the briefing.
    Scenario busy = scenario;
    add_call(busy, 8h + 71s);
    CHECK(contact_story(busy)[3] == "08:01:30 a1 answered by 0 after 19 s");
}

TEST_CASE("warm: the first agent waits with the customer for the second", "[model][transfer]") {
    // Agent 1 is free at 8:02:00, 50 s after the transfer. Agent 0: 60 + 50 + 20 s.
    CHECK(of_the_first(journey_story(two_levels(TransferKind::warm, 2min))) ==
          Lines{"08:00:10 a0 answered by 0", "08:01:10 a0 goes on to b", "08:01:10 a0 queued, patience for ever",
                "08:02:00 a0 answered by 1 after 50 s", "08:02:20 0 has talked 130 s with a0",
                "08:03:50 1 has talked 110 s with a0"});
}

TEST_CASE("warm: after most_hold the first agent is free and nobody is briefed", "[model][transfer]") {
    Scenario scenario = two_levels(TransferKind::warm, 2min);
    scenario.call_types.front().transfers.front().most_hold = 30s;
    // 60 + 30 s; the second agent hears the customer alone: 90 s.
    CHECK(of_the_first(journey_story(scenario)) ==
          Lines{"08:00:10 a0 answered by 0", "08:01:10 a0 goes on to b", "08:01:10 a0 queued, patience for ever",
                "08:01:40 0 has talked 90 s with a0", "08:02:00 a0 answered by 1 after 50 s",
                "08:03:30 1 has talked 90 s with a0"});
}

TEST_CASE("warm: a customer who gives up sets the first agent free", "[model][transfer]") {
    Scenario scenario = two_levels(TransferKind::warm, 2min);
    scenario.call_types[index(kSecond)].patience = constant(25s);
    add_call(scenario, 8h + 75s);
    const Lines lines = journey_story(scenario);
    CHECK(of_the_first(lines) == Lines{"08:00:10 a0 answered by 0", "08:01:10 a0 goes on to b",
                                       "08:01:10 a0 queued, patience 25 s", "08:01:35 a0 abandoned after 25 s",
                                       "08:01:35 0 has talked 85 s with a0"});
    // And is at once there for the next one.
    CHECK(std::count(lines.begin(), lines.end(), "08:01:35 a1 answered by 0 after 20 s") == 1);
}

TEST_CASE("warm: wrap-up begins when the first agent is no longer held", "[model][transfer]") {
    Scenario scenario = two_levels(TransferKind::warm);
    scenario.call_types.front().wrap_up = constant(15s);
    CHECK(journey_story(scenario) == Lines{"08:00:10 a0 answered by 0", "08:01:10 a0 goes on to b",
                                           "08:01:10 a0 answered by 1", "08:01:30 0 has talked 80 s with a0",
                                           "08:01:45 0 has wrapped up 15 s after a0",
                                           "08:03:00 1 has talked 110 s with a0"});
}

TEST_CASE("conference: the first agent stays to the end", "[model][transfer]") {
    // Agent 0: 60 + 90 s; nobody is briefed.
    CHECK(journey_story(two_levels(TransferKind::conference)) ==
          Lines{"08:00:10 a0 answered by 0", "08:01:10 a0 goes on to b", "08:01:10 a0 answered by 1",
                "08:02:40 0 has talked 150 s with a0", "08:02:40 1 has talked 90 s with a0"});
    // With the wait of 50 s in between: 60 + 50 + 90 s.
    CHECK(of_the_first(journey_story(two_levels(TransferKind::conference, 2min))) ==
          Lines{"08:00:10 a0 answered by 0", "08:01:10 a0 goes on to b", "08:01:10 a0 queued, patience for ever",
                "08:02:00 a0 answered by 1 after 50 s", "08:03:30 0 has talked 200 s with a0",
                "08:03:30 1 has talked 90 s with a0"});
}

TEST_CASE("conference: after most_hold the first agent does not come back", "[model][transfer]") {
    Scenario scenario = two_levels(TransferKind::conference, 2min);
    scenario.call_types.front().transfers.front().most_hold = 30s;
    CHECK(of_the_first(journey_story(scenario)) ==
          Lines{"08:00:10 a0 answered by 0", "08:01:10 a0 goes on to b", "08:01:10 a0 queued, patience for ever",
                "08:01:40 0 has talked 90 s with a0", "08:02:00 a0 answered by 1 after 50 s",
                "08:03:30 1 has talked 90 s with a0"});
}

TEST_CASE("warm: at closing those who wait are sent away, and agents set free by that take none of them",
          "[model][transfer]") {
    // a0 waits for the second level and holds agent 0, who could take a1 and b0 too. Agent 1 is busy past closing.
    Scenario scenario = two_levels(TransferKind::warm, 2h);
    scenario.centre.after_close = AfterClose::clear;
    scenario.call_types.front().transfers.front().most_hold = 2h;
    scenario.groups.front().skills[kSecond] = 1.0;
    add_call(scenario, 8h + 30min);
    add_call(scenario, 8h + 40min, kSecond);
    Lines lines = contact_story(scenario);
    std::sort(lines.begin(), lines.end());
    CHECK(lines == Lines{"08:00:05 x0 answered by 1", "08:00:10 a0 answered by 0",
                         "08:01:10 a0 queued, patience for ever", "08:30:00 a1 queued, patience for ever",
                         "08:40:00 b0 queued, patience for ever", "09:00:00 a0 dismissed after 3530 s",
                         "09:00:00 a1 dismissed after 1800 s", "09:00:00 b0 dismissed after 1200 s"});
}

}  // namespace floorwalker::model
