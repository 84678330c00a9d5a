#include <utility>

#include <catch2/catch.hpp>

#include "tests/support/journeys.hpp"

/// Dialers that keep nobody free for the answer, and agents who also take calls, on days worked out by hand. Shares are
/// 0 or 1 unless only the number of dials matters.
namespace floorwalker::model {
namespace {

using namespace support;

// Campaign "out" of type a: it rings for 20 s, everybody answers and talks for 60 s. Type b is inbound: 5 minutes.
Scenario calling_out(Dialer dialer, std::int64_t agents, std::int64_t list) {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 60s);
    add_type(scenario, "b", 5min);
    add_group(scenario, group("all", {agents}, {0, 1}));
    Campaign campaign;
    campaign.id = "out";
    campaign.list = list;
    campaign.dialer = dialer;
    campaign.ring = constant(20s);
    campaign.reached = {1.0};
    campaign.hold = 2s;
    scenario.campaigns.push_back(campaign);
    return scenario;
}

Campaign& rules(Scenario& scenario) { return scenario.campaigns.front(); }

std::size_t dialled_at(const Scenario& scenario, Duration answered) {
    std::size_t count = 0;
    for (const auto& dialled : facts_like<Dialled>(scenario)) count += dialled.at == at(answered) ? 1 : 0;
    return count;
}

}  // namespace

TEST_CASE("threshold: as many dials for each free agent as asked for", "[model][outbound]") {
    // Four are free at 8:00:00.
    Scenario scenario = calling_out(Dialer::threshold, 4, 100);
    CHECK(dialled_at(scenario, 8h + 20s) == 4);
    rules(scenario).dials_per_agent = 1.5;
    CHECK(dialled_at(scenario, 8h + 20s) == 6);
    rules(scenario).dials_per_agent = 0.5;
    CHECK(dialled_at(scenario, 8h + 20s) == 2);
}

TEST_CASE("threshold: a mismatch waits for the hold time and is gone", "[model][outbound]") {
    Scenario scenario = calling_out(Dialer::threshold, 2, 2);
    add_call(scenario, 8h + 10s, CallTypeId{1});
    // Two are dialled for two agents; b0 takes one of them while it rings.
    CHECK(journey_story(scenario) ==
          Lines{"08:00:10 b0 answered by 0", "08:00:20 out0 answers", "08:00:20 out0 answered by 1",
                "08:00:20 out1 answers", "08:00:20 out1 queued, patience 2 s", "08:00:22 out1 abandoned after 2 s",
                "08:01:20 1 has talked 60 s with out0", "08:05:10 0 has talked 300 s with b0"});
    // With a longer hold it is served when agent 1 is free again.
    rules(scenario).hold = 70s;
    CHECK(contact_story(scenario).back() == "08:01:20 out1 answered by 1 after 60 s");
    // Without one it is gone at once.
    rules(scenario).hold = 0s;
    CHECK(contact_story(scenario).back() == "08:00:20 out1 left at once");
}

TEST_CASE("threshold: free agents are counted over all groups that can", "[model][outbound]") {
    Scenario scenario = calling_out(Dialer::threshold, 1, 100);
    add_group(scenario, group("more", {2}, {0}));
    add_group(scenario, group("others", {5}, {1}));  // cannot
    rules(scenario).free_agents = 3;
    CHECK(dialled_at(scenario, 8h + 20s) == 3);
    rules(scenario).free_agents = 4;
    CHECK(facts_like<Dialled>(scenario).empty());
}

TEST_CASE("progressive: dials only while so many are free, which keeps some for inbound", "[model][outbound]") {
    Scenario scenario = calling_out(Dialer::progressive, 3, 3);
    rules(scenario).free_agents = 2;
    // Three free: out0 by agent 0; two free: out1 by agent 1; one is kept. b0 has agent 2 from 8:00:30 to 8:05:30, so
    // at 8:01:20, when the others are free again, there are two of them: one dials out2 and one is kept.
    add_call(scenario, 8h + 30s, CallTypeId{1});
    CHECK(contact_story(scenario) == Lines{"08:00:20 out0 answered by 0", "08:00:20 out1 answered by 1",
                                           "08:00:30 b0 answered by 2", "08:01:40 out2 answered by 0"});
}

TEST_CASE("inbound before outbound: who becomes free takes who waits", "[model][outbound]") {
    Scenario scenario = calling_out(Dialer::progressive, 1, 2);
    add_call(scenario, 8h + 5s, CallTypeId{1});
    // Agent 0 dials out0 from 8:00:00 and is kept for it, though b0 waits. Then b0, and only then out1.
    CHECK(contact_story(scenario) == Lines{"08:00:05 b0 queued, patience for ever", "08:00:20 out0 answered by 0",
                                           "08:01:20 b0 answered by 0 after 75 s", "08:06:40 out1 answered by 0"});
}

TEST_CASE("agents kept for others do not dial, and nobody is dialled without them", "[model][outbound]") {
    Scenario scenario = calling_out(Dialer::progressive, 2, 10);
    scenario.groups.front().reserves.push_back({1, {CallTypeId{1}}, {}});
    // One of the two is kept for b. out0 to out9 by the other, a round of 80 s each.
    const auto dialled = facts_like<Dialled>(scenario);
    REQUIRE(dialled.size() == 10);
    Duration answered = 8h + 20s;
    for (const auto& one : dialled) {
        CHECK(one.at == at(std::exchange(answered, answered + 80s)));
        CHECK(one.agent != kNoAgent);
    }
}

TEST_CASE("predictive: begins with a dial for two agents", "[model][outbound]") {
    Scenario scenario = calling_out(Dialer::predictive, 4, 100);
    // However few answer: before the first answer nothing is learned.
    rules(scenario).reached = {0.25};
    CHECK(dialled_at(scenario, 8h + 20s) == 2);
    rules(scenario).reached = {1.0};
    CHECK(dialled_at(scenario, 8h + 20s) == 2);
    // Two of the free ones are kept for inbound.
    rules(scenario).free_agents = 3;
    CHECK(dialled_at(scenario, 8h + 20s) == 1);
}

TEST_CASE("predictive: counts on those who end a talk while it rings", "[model][outbound]") {
    Scenario scenario = calling_out(Dialer::predictive, 8, 100);
    scenario.call_types.front().talk = constant(40s);
    rules(scenario).start = 8h + 10min;
    for (int i = 0; i < 8; ++i) add_call(scenario, 8h + 8min, CallTypeId{1});
    // At 8:10:00 all 8 are busy with inbound calls and a campaign talk takes 40 s, a ring 20 s: 8 × 20 ÷ 40 = 4 agents
    // may be free when somebody answers, and the first pace is half of that.
    CHECK(dialled_at(scenario, 8h + 10min + 20s) == 2);
}

TEST_CASE("a number answered after closing finds nobody", "[model][outbound]") {
    Scenario scenario = calling_out(Dialer::threshold, 1, 1);
    rules(scenario).start = 8h + 59min + 50s;
    // Dialled ten seconds before nine.
    CHECK(contact_story(scenario) == Lines{"09:00:10 out0 queued, patience 0 s", "09:00:10 out0 dismissed after 0 s"});
    // With an agent kept for the answer it is served.
    rules(scenario).dialer = Dialer::progressive;
    CHECK(contact_story(scenario) == Lines{"09:00:10 out0 answered by 0"});
}

}  // namespace floorwalker::model
