#include <catch2/catch.hpp>

#include "tests/support/journeys.hpp"

/// Campaigns whose dialer keeps an agent free for the answer: preview and progressive, on days worked out by hand.
/// Shares are 0 or 1.
namespace floorwalker::model {
namespace {

using namespace support;

// Agent 0 calls out from 8:00: it rings for 20 s, everybody answers and talks for 60 s, and 10 s of wrap-up follow.
Scenario calling_out(std::int64_t list) {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 60s, {}, 10s);
    add_group(scenario, group("all", {1}, {0}));
    Campaign campaign;
    campaign.id = "out";
    campaign.list = list;
    campaign.ring = constant(20s);
    campaign.reached = {1.0};
    scenario.campaigns.push_back(campaign);
    return scenario;
}

Campaign& rules(Scenario& scenario) { return scenario.campaigns.front(); }

}  // namespace

TEST_CASE("progressive: an agent dials, talks, wraps up and dials the next, until the list is used up",
          "[model][outbound]") {
    CHECK(journey_story(calling_out(2)) ==
          Lines{"08:00:20 out0 answers", "08:00:20 out0 answered by 0", "08:01:20 0 has talked 60 s with out0",
                "08:01:30 0 has wrapped up 10 s after out0",
                // The next one is dialled at 8:01:30.
                "08:01:50 out1 answers", "08:01:50 out1 answered by 0", "08:02:50 0 has talked 60 s with out1",
                "08:03:00 0 has wrapped up 10 s after out1"});
    std::vector<AgentState> states;
    for (const auto& change : facts_like<AgentChanged>(calling_out(1))) states.push_back(change.to);
    CHECK(states == std::vector{AgentState::available, AgentState::dialling, AgentState::talking, AgentState::wrap_up,
                                AgentState::available, AgentState::signed_out});
}

TEST_CASE("preview: the record is read before it is dialled", "[model][outbound]") {
    Scenario scenario = calling_out(2);
    rules(scenario).dialer = Dialer::preview;
    rules(scenario).preview = constant(30s);
    // 30 s + 20 s; the next at 8:02:00, 60 + 10 s after the answer.
    CHECK(contact_story(scenario) == Lines{"08:00:50 out0 answered by 0", "08:02:50 out1 answered by 0"});
}

TEST_CASE("who does not answer is dialled again after a while, until the attempts are used up", "[model][outbound]") {
    Scenario scenario = calling_out(2);
    rules(scenario).reached = {0.0};
    rules(scenario).attempts = 2;
    rules(scenario).retry = 10min;
    // out0 from 8:00:00, out1 from 8:00:20; 10 minutes after they did not answer they are due again.
    CHECK(journey_story(scenario) == Lines{"08:00:20 out0 does not answer", "08:00:40 out1 does not answer",
                                           "08:10:40 out0 does not answer", "08:11:00 out1 does not answer"});
    // Who answers at the second attempt is talked to; the first one was in an interval in which nobody does.
    scenario.centre.interval = 5min;
    rules(scenario).reached.assign(12, 1.0);
    rules(scenario).reached.front() = 0.0;
    CHECK(contact_story(scenario) == Lines{"08:10:40 out0 answered by 0", "08:12:10 out1 answered by 0"});
}

TEST_CASE("a record that is due again goes before those that were never dialled", "[model][outbound]") {
    Scenario scenario = calling_out(4);
    rules(scenario).reached = {0.0};
    rules(scenario).attempts = 2;
    rules(scenario).retry = 30s;
    // Dialled at 8:00:00 out0, :20 out1, :40 out2. out0 is due at 8:00:50 and goes at 8:01:00 before out3.
    std::vector<std::uint32_t> numbers;
    for (const auto& dialled : facts_like<Dialled>(scenario)) numbers.push_back(dialled.customer.number);
    REQUIRE(numbers.size() == 8);
    CHECK(std::vector(numbers.begin(), numbers.begin() + 4) == std::vector<std::uint32_t>{0, 1, 2, 0});
}

TEST_CASE("dialling begins at the campaign's start and stops at its end, day by day", "[model][outbound]") {
    Scenario scenario = calling_out(100);
    scenario.centre.days = 2;
    rules(scenario).start = 8h + 30min;
    rules(scenario).end = 8h + 32min;
    // A round takes 90 s: dialled at 8:30:00 and 8:31:30; 8:33:00 is too late. Who was dialled in time is talked to.
    CHECK(contact_story(scenario) == Lines{"08:30:20 out0 answered by 0", "08:31:50 out1 answered by 0",
                                           "1+08:30:20 out2 answered by 0", "1+08:31:50 out3 answered by 0"});
}

TEST_CASE("dialling stops at closing, and begins with the opening", "[model][outbound]") {
    Scenario scenario = calling_out(100);
    rules(scenario).start = 0h;
    // Rounds of 90 s from 8:00:00 to 8:58:30: 40 of them. At 9:00:00 agent 0 has gone.
    const auto answered = facts_like<Answered>(scenario);
    REQUIRE(answered.size() == 40);
    CHECK(answered.front().at == at(8h + 20s));
    CHECK(answered.back().at == at(8h + 58min + 50s));
    CHECK(staff_story(scenario).back() == "09:00:00 all: 0 on duty");
}

TEST_CASE("somebody else answers: a short talk, wrap-up, and no transfer", "[model][outbound]") {
    Scenario scenario = calling_out(1);
    rules(scenario).right_party = 0.0;
    rules(scenario).wrong_party_talk = constant(15s);
    const CallTypeId sales = add_type(scenario, "s", 30s);
    scenario.call_types.front().transfers.push_back(transfer_to(sales));
    add_group(scenario, group("sales", {1}, {1}));
    CHECK(journey_story(scenario) == Lines{"08:00:20 out0 is somebody else", "08:00:20 out0 answered by 0",
                                           "08:00:35 0 has talked 15 s with out0",
                                           "08:00:45 0 has wrapped up 10 s after out0"});
}

TEST_CASE("the right person may be passed on, and waits as a caller would", "[model][outbound]") {
    Scenario scenario = calling_out(1);
    const CallTypeId sales = add_type(scenario, "s", 30s, 40s);
    scenario.call_types.front().transfers.push_back(transfer_to(sales));
    add_group(scenario, group("sales", {0}, {1}));
    CHECK(contact_story(scenario) == Lines{"08:00:20 out0 answered by 0", "08:01:20 out0 queued, patience 40 s",
                                           "08:02:00 out0 abandoned after 40 s"});
}

TEST_CASE("a dial holds a line from the first ring to the end of the talk", "[model][outbound]") {
    Scenario scenario = calling_out(2);
    scenario.call_types.front().wrap_up = constant(0s);
    scenario.groups.front().agents = {2};
    scenario.centre.lines = 1;
    // There are two agents, but one line. out1 is dialled when it is free again, at 8:01:20.
    CHECK(contact_story(scenario) == Lines{"08:00:20 out0 answered by 0", "08:01:40 out1 answered by 1"});
    // A caller finds none while it rings, nor while it is talked to.
    scenario.groups.front().skills[add_type(scenario, "b", 5s)] = 1.0;
    for (const Duration at : {10s, 30s, 81s, 161s}) add_call(scenario, 8h + at, CallTypeId{1});
    CHECK(contact_story(scenario) == Lines{"08:00:10 b0 blocked", "08:00:20 out0 answered by 0", "08:00:30 b1 blocked",
                                           "08:01:21 b2 blocked", "08:01:40 out1 answered by 1",
                                           "08:02:41 b3 answered by 0"});
}

TEST_CASE("a line that becomes free is dialled on, though no agent has become so", "[model][outbound]") {
    Scenario scenario = calling_out(2);
    scenario.groups.front().agents = {2};
    scenario.centre.lines = 1;
    // Agent 0 wraps up from 8:01:20 to 8:01:30; agent 1 is free all the time and dials out1 at 8:01:20.
    CHECK(contact_story(scenario) == Lines{"08:00:20 out0 answered by 0", "08:01:40 out1 answered by 1"});
    // At 8:10:00 the one line is that of b0, who gives up at 8:10:50.
    rules(scenario).list = 1;
    rules(scenario).start = 8h + 10min;
    add_type(scenario, "b", 5s, 60s);
    add_group(scenario, group("nobody", {0}, {1}));
    add_call(scenario, 8h + 9min + 50s, CallTypeId{1});
    CHECK(contact_story(scenario).back() == "08:11:10 out0 answered by 0");
}

}  // namespace floorwalker::model
