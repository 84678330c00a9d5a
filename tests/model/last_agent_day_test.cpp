#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"

/// Customers who call again and would rather have the agent who knows them, on days worked out by hand. a0'1 is the
/// second call of customer a0.
namespace floorwalker::model {
namespace {

using namespace support;

constexpr CallTypeId kA{0};
constexpr CallTypeId kB{1};
constexpr CallTypeId kX{2};
constexpr CallTypeId kY{3};

// "first" (agent 0) takes a, b and x, "second" (agent 1) b and y. Nothing that a asks is solved: 100 s after the talk
// it calls again as b, which waits up to a minute for its last agent. a0 calls at 8:00:10, talks with agent 0 until
// 8:01:10, and comes back at 8:02:50.
Scenario comes_back(Duration last_agent = 60s) {
    Scenario scenario = quiet_day(1);
    for (const char* id : {"a", "b", "x", "y"}) add_type(scenario, id, 60s);
    Repeat repeat;
    repeat.unsolved = 1.0;
    repeat.delay = constant(100s);
    repeat.becomes = kB;
    scenario.call_types[index(kA)].repeat = repeat;
    scenario.call_types[index(kB)].last_agent = last_agent;
    add_group(scenario, group("first", {1}, {0, 1, 2}));
    add_group(scenario, group("second", {1}, {1, 3}));
    scenario.call_types[index(kB)].groups = {GroupId{1}, GroupId{0}};
    add_call(scenario, 8h + 10s, kA);
    return scenario;
}

// At 8:02:30 agent 0 takes x0, of `length`.
void keep_busy(Scenario& scenario, Duration length) {
    scenario.call_types[index(kX)].talk = constant(length);
    add_call(scenario, 8h + 150s, kX);
}

/// What became of a0'1.
Lines second_call(const Scenario& scenario) {
    Lines lines;
    for (const std::string& line : contact_story(scenario)) {
        if (line.find("a0'1") != std::string::npos) lines.push_back(line);
    }
    return lines;
}

}  // namespace

TEST_CASE("last agent: who is free is taken before the preferred group", "[model][last_agent]") {
    CHECK(second_call(comes_back()) == Lines{"08:02:50 a0'1 answered by 0"});
    Scenario scenario = comes_back();
    scenario.call_types[index(kB)].last_agent.reset();
    CHECK(second_call(scenario) == Lines{"08:02:50 a0'1 answered by 1"});
}

TEST_CASE("last agent: who is busy is waited for, though others are free", "[model][last_agent]") {
    Scenario scenario = comes_back();
    keep_busy(scenario, 30s);
    CHECK(second_call(scenario) ==
          Lines{"08:02:50 a0'1 queued, patience for ever", "08:03:00 a0'1 answered by 0 after 10 s"});
}

TEST_CASE("last agent: after its time anybody will do", "[model][last_agent]") {
    Scenario scenario = comes_back();
    keep_busy(scenario, 300s);
    CHECK(second_call(scenario) ==
          Lines{"08:02:50 a0'1 queued, patience for ever", "08:03:50 a0'1 answered by 1 after 60 s"});
}

TEST_CASE("last agent: after its time it ranks in the queue by its whole wait", "[model][last_agent]") {
    Scenario scenario = comes_back();
    scenario.call_types[index(kY)].talk = constant(200s);
    keep_busy(scenario, 300s);
    add_call(scenario, 8h + 160s, kY);  // agent 1 from 8:02:40 until 8:06:00
    add_call(scenario, 8h + 200s, kB);  // b0 waits since 8:03:20
    CHECK(second_call(scenario) ==
          Lines{"08:02:50 a0'1 queued, patience for ever", "08:06:00 a0'1 answered by 1 after 190 s"});
}

TEST_CASE("last agent: with no time to wait only if free", "[model][last_agent]") {
    Scenario scenario = comes_back(0s);
    CHECK(second_call(scenario) == Lines{"08:02:50 a0'1 answered by 0"});
    keep_busy(scenario, 30s);
    CHECK(second_call(scenario) == Lines{"08:02:50 a0'1 answered by 1"});
}

TEST_CASE("last agent: one who has gone is not waited for", "[model][last_agent]") {
    Scenario scenario = comes_back();
    scenario.groups.front() = group("first", {}, {0, 1, 2});
    scenario.groups.front().shifts.push_back({{8h, 8h + 2min}, 1});
    CHECK(second_call(scenario) == Lines{"08:02:50 a0'1 answered by 1"});
}

TEST_CASE("last agent: one whose shift is over and who only finishes is not waited for", "[model][last_agent]") {
    Scenario scenario = comes_back();
    scenario.groups.front() = group("first", {}, {0, 1, 2});
    scenario.groups.front().shifts.push_back({{8h, 8h + 160s}, 1});
    keep_busy(scenario, 300s);
    CHECK(second_call(scenario) == Lines{"08:02:50 a0'1 answered by 1"});
}

TEST_CASE("last agent: when it goes home those who wait for it may have anybody", "[model][last_agent]") {
    Scenario scenario = comes_back(30min);
    scenario.groups.front() = group("first", {}, {0, 1, 2});
    scenario.groups.front().shifts.push_back({{8h, 8h + 4min}, 1});
    keep_busy(scenario, 300s);  // until 8:07:30, then agent 0 goes
    CHECK(second_call(scenario) ==
          Lines{"08:02:50 a0'1 queued, patience for ever", "08:07:30 a0'1 answered by 1 after 280 s"});
}

TEST_CASE("last agent: patience runs while it waits", "[model][last_agent]") {
    Scenario scenario = comes_back();
    scenario.call_types[index(kB)].patience = constant(30s);
    keep_busy(scenario, 300s);
    CHECK(second_call(scenario) == Lines{"08:02:50 a0'1 queued, patience 30 s", "08:03:20 a0'1 abandoned after 30 s"});
    // After its time the rest of the patience counts: 90 s of it end while it waits for agent 1.
    scenario.call_types[index(kB)].patience = constant(90s);
    scenario.call_types[index(kY)].talk = constant(200s);
    add_call(scenario, 8h + 160s, kY);
    CHECK(second_call(scenario) == Lines{"08:02:50 a0'1 queued, patience 90 s", "08:04:20 a0'1 abandoned after 90 s"});
}

TEST_CASE("last agent: it takes who waits for it alone first, those in order of their coming", "[model][last_agent]") {
    Scenario scenario = comes_back(10min);
    scenario.call_types[index(kX)].priority = 9;
    scenario.call_types[index(kA)].talk = constant(20s);
    scenario.replay->clear();
    add_call(scenario, 8h + 10s, kA);   // agent 0 until 8:00:30, comes back at 8:02:10
    add_call(scenario, 8h + 30s, kA);   // until 8:00:50, comes back at 8:02:30
    add_call(scenario, 8h + 120s, kX);  // agent 0 until 8:03:00
    add_call(scenario, 8h + 125s, kX);  // waits for agent 0 too, with priority
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 a0 answered by 0", "08:00:30 a1 answered by 0", "08:02:00 x0 answered by 0",
                "08:02:05 x1 queued, patience for ever", "08:02:10 a0'1 queued, patience for ever",
                "08:02:30 a1'1 queued, patience for ever", "08:03:00 a0'1 answered by 0 after 50 s",
                "08:04:00 a1'1 answered by 0 after 90 s", "08:05:00 x1 answered by 0 after 175 s"});
}

TEST_CASE("last agent: one who may not take the new call type is not asked", "[model][last_agent]") {
    Scenario scenario = comes_back();
    scenario.call_types[index(kB)].groups = {GroupId{1}};
    CHECK(second_call(scenario) == Lines{"08:02:50 a0'1 answered by 1"});
}

TEST_CASE("last agent: it is taken even if kept free for others", "[model][last_agent]") {
    Scenario scenario = comes_back();
    scenario.groups.front().reserves.push_back({1, {kX, kA}, {}});
    CHECK(second_call(scenario) == Lines{"08:02:50 a0'1 answered by 0"});
}

}  // namespace floorwalker::model
