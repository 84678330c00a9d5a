#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/support/journeys.hpp"

/// Mail that is left for calls and gone on with, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

// One agent with mail of type m, 20 minutes each, which it leaves for a call of type v, 2 minutes.
Scenario mail_and_calls() {
    Scenario scenario = quiet_day(2);
    add_type(scenario, "m", 20min);
    add_type(scenario, "v", 2min);
    scenario.call_types.front().channel = Channel::mail;
    scenario.call_types.front().interruptible = true;
    add_group(scenario, group("all", {1}, {0, 1}));
    return scenario;
}

const CallTypeId kCall{1};

}  // namespace

TEST_CASE("a call interrupts mail, which is gone on with where it was left", "[model][mail]") {
    Scenario scenario = mail_and_calls();
    scenario.call_types.front().wrap_up = constant(30s);
    add_call(scenario, 8h + 1min);
    add_call(scenario, 8h + 6min, kCall);
    // Of the 20 minutes 5 are done at 8:06; after the call, at 8:08, 15 are left: until 8:23. Its wrap-up comes once.
    CHECK(journey_story(scenario) == Lines{"08:01:00 m0 answered by 0", "08:06:00 0 leaves m0 after 300 s",
                                           "08:06:00 v0 answered by 0", "08:08:00 0 has talked 120 s with v0",
                                           "08:08:00 m0 answered by 0 after 420 s",
                                           "08:23:00 0 has talked 900 s with m0", "08:23:00 m0 done after 1320 s",
                                           "08:23:30 0 has wrapped up 30 s after m0"});
}

TEST_CASE("mail may be interrupted again and again", "[model][mail]") {
    Scenario scenario = mail_and_calls();
    add_call(scenario, 8h);
    for (const Duration at : {5min, 10min, 12min, 20min}) add_call(scenario, 8h + at, kCall);
    // Worked on: 8:00-8:05, 8:07-8:10, not at all between the calls of 8:10 and 8:12, 8:14-8:20, then the last 6
    // minutes from 8:22 to 8:28.
    std::vector<Duration> worked;
    for (const auto& left : facts_like<Interrupted>(scenario)) worked.push_back(left.worked);
    CHECK(worked == std::vector<Duration>{5min, 3min, 0min, 6min});
    const auto done = facts_like<WorkDone>(scenario);
    REQUIRE(done.size() == 1);
    CHECK(done[0].at == at(8h + 28min));
}

TEST_CASE("mail that may not be left is not", "[model][mail]") {
    Scenario scenario = mail_and_calls();
    scenario.call_types.front().interruptible = false;
    add_call(scenario, 8h + 1min);
    add_call(scenario, 8h + 6min, kCall);
    CHECK(contact_story(scenario) == Lines{"08:01:00 m0 answered by 0", "08:06:00 v0 queued, patience for ever",
                                           "08:21:00 v0 answered by 0 after 900 s"});
}

TEST_CASE("a free agent goes before one who would have to leave its mail", "[model][mail]") {
    Scenario scenario = mail_and_calls();
    scenario.groups.front().agents = {2};
    add_call(scenario, 8h + 1min);
    add_call(scenario, 8h + 6min, kCall);
    add_call(scenario, 8h + 7min, kCall);
    CHECK(contact_story(scenario) == Lines{"08:01:00 m0 answered by 0", "08:06:00 v0 answered by 1",
                                           "08:07:00 v1 answered by 0", "08:08:00 m0 answered by 1 after 420 s"});
    // Agent 1 goes on with what agent 0 left: 6 of 20 minutes are done, 14 are left from 8:08.
    CHECK(facts_like<WorkDone>(scenario)[0].at == at(8h + 22min));
}

TEST_CASE("who has worked longest on its mail leaves it", "[model][mail]") {
    Scenario scenario = mail_and_calls();
    scenario.groups.front().agents = {2};
    add_call(scenario, 8h + 1min);
    add_call(scenario, 8h + 2min);
    add_call(scenario, 8h + 6min, kCall);
    const auto left = facts_like<Interrupted>(scenario);
    REQUIRE(left.size() == 1);
    CHECK(left[0].agent == AgentId{0});
    CHECK(left[0].contact.customer.number == 0);
}

TEST_CASE("mail that was left keeps its place before newer mail", "[model][mail]") {
    Scenario scenario = mail_and_calls();
    add_call(scenario, 8h + 1min);
    add_call(scenario, 8h + 2min);
    add_call(scenario, 8h + 6min, kCall);
    const Lines lines = contact_story(scenario);
    REQUIRE(lines.size() == 5);
    CHECK(lines[3] == "08:08:00 m0 answered by 0 after 420 s");
    CHECK(lines[4] == "08:23:00 m1 answered by 0 after 1260 s");
}

TEST_CASE("mail is not left for mail", "[model][mail]") {
    Scenario scenario = mail_and_calls();
    add_call(scenario, 8h + 1min);
    add_call(scenario, 8h + 2min);
    CHECK(facts_like<Interrupted>(scenario).empty());
    CHECK(contact_story(scenario).back() == "08:21:00 m1 answered by 0 after 1140 s");
}

TEST_CASE("mail is left for a chat as for a call", "[model][mail]") {
    Scenario scenario = mail_and_calls();
    scenario.call_types[index(kCall)].channel = Channel::chat;
    scenario.groups.front().chat = {2, {1.0, 1.0}};
    add_call(scenario, 8h + 1min);
    add_call(scenario, 8h + 6min, kCall);
    add_call(scenario, 8h + 7min, kCall);
    // The second chat goes beside the first: until 8:09. Then m0 again, 15 minutes.
    CHECK(contact_story(scenario) == Lines{"08:01:00 m0 answered by 0", "08:06:00 v0 answered by 0",
                                           "08:07:00 v1 answered by 0", "08:09:00 m0 answered by 0 after 480 s"});
    CHECK(facts_like<WorkDone>(scenario).back().at == at(8h + 24min));
}

TEST_CASE("mail left at closing is gone on with in the morning", "[model][mail]") {
    Scenario scenario = mail_and_calls();
    scenario.centre.close = 9h;
    scenario.centre.days = 2;
    add_call(scenario, 8h + 50min);
    add_call(scenario, 8h + 59min, kCall);
    // 9 minutes are done at 8:59. The call ends at 9:01 and the agent goes; the other 11 minutes are worked off the
    // next day from 8:00.
    CHECK(contact_story(scenario) ==
          Lines{"08:50:00 m0 answered by 0", "08:59:00 v0 answered by 0", "1+08:00:00 m0 answered by 0 after 83400 s"});
    CHECK(facts_like<WorkDone>(scenario).back().at == at(kDay + 8h + 11min));
}

TEST_CASE("a transferred call interrupts mail too", "[model][mail]") {
    Scenario scenario = mail_and_calls();
    const CallTypeId first = add_type(scenario, "f", 1min);
    scenario.call_types[index(first)].transfers.push_back(transfer_to(kCall));
    add_group(scenario, group("first", {1}, {2}));
    add_call(scenario, 8h + 1min);
    add_call(scenario, 8h + 5min, first);
    CHECK(contact_story(scenario) == Lines{"08:01:00 m0 answered by 0", "08:05:00 f0 answered by 1",
                                           "08:06:00 f0 answered by 0", "08:08:00 m0 answered by 0 after 420 s"});
}

}  // namespace floorwalker::model
