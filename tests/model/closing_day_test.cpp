#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"

/// The end of the day, days in a row and who is on the floor when, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

// Two days of an hour. Calls of 40 minutes at 8:00:10, 8:00:20 and 8:00:30 of the first day for one agent: a0 until
// 8:40:10, a1 until 9:20:10, when the centre has been closed for 20 minutes, and a2 after that.
Scenario late_work(AfterClose after_close) {
    Scenario scenario = quiet_day(1);
    scenario.centre.days = 2;
    scenario.centre.after_close = after_close;
    add_type(scenario, "a", 40min);
    add_group(scenario, group("all", {1}, {0}));
    for (const Duration at : {10s, 20s, 30s}) add_call(scenario, 8h + at);
    return scenario;
}

const Lines kBeforeClosing{"08:00:10 a0 answered by 0", "08:00:20 a1 queued, patience for ever",
                           "08:00:30 a2 queued, patience for ever", "08:40:10 a1 answered by 0 after 2390 s"};

Lines after(Lines lines, const Lines& more) {
    lines.insert(lines.end(), more.begin(), more.end());
    return lines;
}

Group by_shift(std::initializer_list<WorkSpan> spans) {
    Group people = group("all", {}, {0});
    for (const WorkSpan& span : spans) people.shifts.push_back({span, 1});
    return people;
}

}  // namespace

TEST_CASE("drain: the staff stays until the queue is empty", "[model][closing]") {
    const Scenario scenario = late_work(AfterClose::drain);
    // 9:20:10 - 8:00:30 = 4780 s. Nobody waits any more then, so agent 0 goes when a2 has been served, at 10:00:10.
    CHECK(contact_story(scenario) == after(kBeforeClosing, {"09:20:10 a2 answered by 0 after 4780 s"}));
    CHECK(staff_story(scenario) == Lines{"08:00:00 0 of all: signed_out -> available", "08:00:00 all: 1 on duty",
                                         "10:00:10 0 of all: talking -> signed_out", "10:00:10 all: 0 on duty",
                                         "1+08:00:00 0 of all: signed_out -> available", "1+08:00:00 all: 1 on duty",
                                         "1+09:00:00 0 of all: available -> signed_out", "1+09:00:00 all: 0 on duty"});
}

TEST_CASE("clear: who waits is dismissed, who talks is not", "[model][closing]") {
    const Scenario scenario = late_work(AfterClose::clear);
    CHECK(contact_story(scenario) == after(kBeforeClosing, {"09:00:00 a2 dismissed after 3570 s"}));
    CHECK(staff_story(scenario)[2] == "09:20:10 0 of all: talking -> signed_out");
}

TEST_CASE("carry_over: who waits is served the next day", "[model][closing]") {
    const Scenario scenario = late_work(AfterClose::carry_over);
    // 24 h - 30 s = 86,370 s.
    CHECK(contact_story(scenario) == after(kBeforeClosing, {"1+08:00:00 a2 answered by 0 after 86370 s"}));
    CHECK(staff_story(scenario)[2] == "09:20:10 0 of all: talking -> signed_out");
}

TEST_CASE("carry_over drains on the last day", "[model][closing]") {
    Scenario scenario = late_work(AfterClose::carry_over);
    scenario.centre.days = 1;
    CHECK(contact_story(scenario) == after(kBeforeClosing, {"09:20:10 a2 answered by 0 after 4780 s"}));
}

TEST_CASE("who cannot be served is dismissed a day after the last closing", "[model][closing]") {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 60s);
    add_group(scenario, group("all", {0}, {0}));
    add_call(scenario, 8h + 30min);
    // 8:30 to 9:00 the next day: 24.5 h = 88,200 s.
    CHECK(contact_story(scenario) ==
          Lines{"08:30:00 a0 queued, patience for ever", "1+09:00:00 a0 dismissed after 88200 s"});
}

TEST_CASE("fewer staff while all are busy: the next who is free goes", "[model][staffing]") {
    Scenario scenario = quiet_day(2);
    add_type(scenario, "a", 40min);
    add_group(scenario, group("all", {2, 1}, {0}));
    for (const Duration at : {30min, 40min, 41min}) add_call(scenario, 8h + at);
    // At 9:00 one should go and both are busy. Agent 0 is free first, at 9:10, and goes though a2 waits; agent 1 takes
    // a2 at 9:20: 39 min. After a2, at 10:00, agent 1 goes too: the centre closes.
    CHECK(contact_story(scenario) == Lines{"08:30:00 a0 answered by 0", "08:40:00 a1 answered by 1",
                                           "08:41:00 a2 queued, patience for ever",
                                           "09:20:00 a2 answered by 1 after 2340 s"});
    CHECK(staff_story(scenario) == Lines{"08:00:00 0 of all: signed_out -> available",
                                         "08:00:00 1 of all: signed_out -> available", "08:00:00 all: 2 on duty",
                                         "09:10:00 0 of all: talking -> signed_out", "09:10:00 all: 1 on duty",
                                         "10:00:00 1 of all: talking -> signed_out", "10:00:00 all: 0 on duty"});
}

TEST_CASE("more staff takes who waits at once", "[model][staffing]") {
    Scenario scenario = quiet_day(2);
    add_type(scenario, "a", 60s);
    add_group(scenario, group("all", {0, 2}, {0}));
    for (const Duration at : {50min, 51min}) add_call(scenario, 8h + at);
    const Lines lines = contact_story(scenario);
    CHECK(Lines(lines.begin() + 2, lines.end()) ==
          Lines{"09:00:00 a0 answered by 0 after 600 s", "09:00:00 a1 answered by 1 after 540 s"});
}

TEST_CASE("a shift that ends while the agent is busy", "[model][staffing]") {
    Scenario scenario = quiet_day(2);
    add_type(scenario, "a", 40min, {}, 1min);
    add_group(scenario, by_shift({{8h, 9h}, {9h, 10h}}));
    for (const Duration at : {30min, 35min}) add_call(scenario, 8h + at);
    // Agent 0 finishes a0 at 9:11 (talk until 9:10, wrap-up 1 min), paid until then; agent 1 comes at 9:00 and takes
    // a1: 25 min.
    CHECK(contact_story(scenario) == Lines{"08:30:00 a0 answered by 0", "08:35:00 a1 queued, patience for ever",
                                           "09:00:00 a1 answered by 1 after 1500 s"});
    CHECK(staff_story(scenario) == Lines{"08:00:00 0 of all: signed_out -> available", "08:00:00 all: 1 on duty",
                                         "09:00:00 1 of all: signed_out -> available", "09:00:00 all: 2 on duty",
                                         "09:11:00 0 of all: wrap_up -> signed_out", "09:11:00 all: 1 on duty",
                                         "10:00:00 1 of all: available -> signed_out", "10:00:00 all: 0 on duty"});
}

TEST_CASE("shifts that follow each other: who is busy stays", "[model][staffing]") {
    Scenario scenario = quiet_day(2);
    add_type(scenario, "a", 40min);
    Group people = group("all", {}, {});
    people.listed.push_back({"ann", {{CallTypeId{0}, 1.0}}, {{8h, 9h}, {9h, 10h}}});
    add_group(scenario, people);
    for (const Duration at : {30min, 75min}) add_call(scenario, 8h + at);
    CHECK(contact_story(scenario) == Lines{"08:30:00 a0 answered by 0", "09:15:00 a1 answered by 0"});
    CHECK(staff_story(scenario) == Lines{"08:00:00 0 of all: signed_out -> available", "08:00:00 all: 1 on duty",
                                         "10:00:00 0 of all: available -> signed_out", "10:00:00 all: 0 on duty"});
}

TEST_CASE("drain: who works by shift stays too", "[model][closing]") {
    Scenario scenario = late_work(AfterClose::drain);
    scenario.groups = {by_shift({{8h, 9h}})};
    CHECK(contact_story(scenario) == after(kBeforeClosing, {"09:20:10 a2 answered by 0 after 4780 s"}));
    CHECK(staff_story(scenario)[2] == "10:00:10 0 of all: talking -> signed_out");
}

TEST_CASE("a centre that drains all night is staffed the next day", "[model][closing]") {
    Scenario scenario = quiet_day(1);
    scenario.centre.days = 2;
    add_type(scenario, "a", 10h);
    scenario.groups = {by_shift({{8h, 9h}})};
    for (const Duration at : {0s, 10s, 20s, 30s}) add_call(scenario, 8h + 1min + at);
    // Agent 0: a0 from 8:01 to 18:01, a1 to 4:01, a2 to 14:01 on the second day, past its opening and closing, then a3
    // to 0:01.
    CHECK(contact_story(scenario).back() == "1+14:01:00 a3 answered by 0 after 107970 s");
    add_call(scenario, kDay + 8h + 30min);
    CHECK(contact_story(scenario).back() == "2+00:01:00 a0 answered by 0 after 55860 s");
}

TEST_CASE("a shift that begins while the centre drains is worked to its end", "[model][closing]") {
    Scenario scenario = quiet_day(2);
    add_type(scenario, "a", 50min);
    add_type(scenario, "b", 10min);
    Group people = group("all", {}, {});
    people.listed.push_back({"ann", {{CallTypeId{0}, 1.0}}, {{8h, 10h}}});
    people.listed.push_back({"bob", {{CallTypeId{1}, 1.0}}, {{8h, 10h + 10min}, {10h + 10min, 12h}}});
    add_group(scenario, people);
    for (const Duration at : {70min, 71min}) add_call(scenario, 8h + at);
    add_call(scenario, 9h + 12min);
    // Ann: a0 from 9:10 to 10:00, a1 to 10:50. So the centre drains from 10:00 to 10:50, when nobody waits any more; in
    // between Bob's first shift ends and the second begins, which goes to 12:00.
    CHECK(staff_story(scenario).back() == "12:00:00 all: 0 on duty");
}

TEST_CASE("an absence that ends while the centre drains brings people back to help", "[model][closing]") {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 30min);
    add_group(scenario, group("all", {2}, {0}));
    scenario.decisions = {absent(GroupId{0}, 8h + 1min, 9h + 10min)};
    for (const Duration at : {20min, 21min, 22min, 23min}) add_call(scenario, 8h + at);
    // Agent 0: a0 to 8:50, a1 to 9:20. At 9:10 agent 1 is back and takes a2: 48 min; agent 0 takes a3 at 9:20: 57 min.
    const Lines lines = contact_story(scenario);
    CHECK(Lines(lines.end() - 2, lines.end()) ==
          Lines{"09:10:00 a2 answered by 1 after 2880 s", "09:20:00 a3 answered by 0 after 3420 s"});
}

TEST_CASE("round the clock: no closing between the days", "[model][closing]") {
    Scenario scenario;
    scenario.centre.days = 2;
    scenario.centre.interval = 12h;
    scenario.replay.emplace();
    add_type(scenario, "a", 60s);
    add_group(scenario, group("all", {1}, {0}));
    add_call(scenario, kDay - 30s);
    add_call(scenario, kDay + 15s);
    CHECK(story(scenario) == Lines{"00:00:00 day 0 opens",
                                   "00:00:00 interval 0",
                                   "00:00:00 0 of all: signed_out -> available",
                                   "00:00:00 all: 1 on duty",
                                   "12:00:00 interval 1",
                                   "23:59:30 a0 offered",
                                   "23:59:30 a0 answered by 0",
                                   "23:59:30 0 of all: available -> talking",
                                   "1+00:00:00 day 1 opens",
                                   "1+00:00:00 interval 0",
                                   "1+00:00:15 a0 offered",
                                   "1+00:00:15 a0 queued, patience for ever",
                                   "1+00:00:30 0 has talked 60 s with a0",
                                   "1+00:00:30 a0 answered by 0 after 15 s",
                                   "1+00:01:30 0 has talked 60 s with a0",
                                   "1+00:01:30 0 of all: talking -> available",
                                   "1+12:00:00 interval 1",
                                   "2+00:00:00 closed",
                                   "2+00:00:00 0 of all: available -> signed_out",
                                   "2+00:00:00 all: 0 on duty"});
}

TEST_CASE("open past midnight: the night belongs to the day before", "[model][closing]") {
    Scenario scenario = quiet_day(1);
    scenario.centre.days = 2;
    scenario.centre.open = 22h;
    scenario.centre.close = 26h;
    add_type(scenario, "a", 60s);
    add_group(scenario, group("all", {1, 1, 1, 1}, {0}));
    for (const Duration at : {23h, 25h, 47h}) add_call(scenario, at);
    CHECK(contact_story(scenario) ==
          Lines{"23:00:00 a0 answered by 0", "1+01:00:00 a1 answered by 0", "1+23:00:00 a0 answered by 0"});
}

}  // namespace floorwalker::model
