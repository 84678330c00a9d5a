#include <catch2/catch.hpp>

#include "tests/support/journeys.hpp"

/// Contacts that come back to their first agent after a transfer, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

// Type a talks for 60 s with agent 0 and goes on to b: 90 s with agent 1, then back to agent 0 for 45 s. a0 comes at
// 8:00:10, goes on at 8:01:10 and is ready to come back at 8:02:40.
Scenario there_and_back() {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 60s);
    add_type(scenario, "b", 90s);
    add_group(scenario, group("first", {1}, {0}));
    add_group(scenario, group("second", {1}, {1}));
    Transfer transfer = transfer_to(CallTypeId{1});
    transfer.returns = true;
    transfer.return_wait = 2min;
    transfer.return_talk = constant(45s);
    scenario.call_types.front().transfers.push_back(transfer);
    add_call(scenario, 8h + 10s);
    return scenario;
}

Lines of_the_first(const Scenario& scenario) {
    Lines found;
    for (const auto& line : journey_story(scenario)) {
        if (line.find("a0") != std::string::npos) found.push_back(line);
    }
    return found;
}

const Lines kThere{"08:00:10 a0 answered by 0", "08:01:10 0 has talked 60 s with a0", "08:01:10 a0 goes on to b",
                   "08:01:10 a0 answered by 1", "08:02:40 1 has talked 90 s with a0"};

Lines there_and(const Lines& more) {
    Lines lines = kThere;
    lines.insert(lines.end(), more.begin(), more.end());
    return lines;
}

}  // namespace

TEST_CASE("back to the first agent, who is free", "[model][transfer]") {
    CHECK(of_the_first(there_and_back()) ==
          there_and({"08:02:40 a0 goes back to a", "08:02:40 a0 answered by 0", "08:03:25 0 has talked 45 s with a0"}));
    // The third leg is the last: nothing is passed on again.
    CHECK(facts_like<TalkEnded>(there_and_back()).back().contact.leg == 2);
    CHECK(facts_like<TalkEnded>(there_and_back()).back().leaves);
}

TEST_CASE("back to the first agent, who is busy: before all others", "[model][transfer]") {
    Scenario scenario = there_and_back();
    const CallTypeId other = add_type(scenario, "x", 100s);
    scenario.groups.front().skills[other] = 1.0;
    scenario.call_types[index(other)].priority = 5;
    add_call(scenario, 8h + 80s, other);   // x0 has agent 0 until 8:03:00
    add_call(scenario, 8h + 100s, other);  // x1 waits since 8:01:40
    // a0 waits from 8:02:40 for agent 0 alone and comes before x1, who has waited longer and has more priority.
    CHECK(of_the_first(scenario) ==
          there_and({"08:02:40 a0 goes back to a", "08:02:40 a0 queued, patience for ever",
                     "08:03:00 a0 answered by 0 after 20 s", "08:03:45 0 has talked 45 s with a0"}));
    CHECK(contact_story(scenario).back() == "08:03:45 x1 answered by 0 after 125 s");
}

TEST_CASE("back to the first agent, who is busy for too long: the contact is over", "[model][transfer]") {
    Scenario scenario = there_and_back();
    const CallTypeId other = add_type(scenario, "x", 10min);
    scenario.groups.front().skills[other] = 1.0;
    scenario.call_types.front().redial = redial(1.0, 1.0);
    add_call(scenario, 8h + 80s, other);
    CHECK(of_the_first(scenario) == there_and({"08:02:40 a0 goes back to a", "08:02:40 a0 queued, patience for ever",
                                               "08:04:40 a0 abandoned after 120 s"}));
}

TEST_CASE("back to the first agent, who has gone home: the contact ends with the second", "[model][transfer]") {
    Scenario scenario = there_and_back();
    scenario.groups.front().agents.clear();
    scenario.groups.front().shifts.push_back({{8h, 8h + 2min}, 1});
    CHECK(of_the_first(scenario) == kThere);
    CHECK(facts_like<TalkEnded>(scenario).back().leaves);
}

TEST_CASE("back to the first agent, who is about to go home: the contact ends with the second", "[model][transfer]") {
    Scenario scenario = there_and_back();
    const CallTypeId other = add_type(scenario, "x", 5min);
    scenario.groups.front().skills[other] = 1.0;
    scenario.groups.front().agents.clear();
    scenario.groups.front().shifts.push_back({{8h, 8h + 2min}, 1});
    add_call(scenario, 8h + 80s, other);  // agent 0 finishes x0 at 8:06:20, long after its shift
    CHECK(of_the_first(scenario) == kThere);
}

TEST_CASE("back to the first agent, who goes home instead: the contact is over then", "[model][transfer]") {
    Scenario scenario = there_and_back();
    const CallTypeId other = add_type(scenario, "x", 100s);
    scenario.groups.front().skills[other] = 1.0;
    add_call(scenario, 8h + 80s, other);  // x0 has agent 0 until 8:03:00
    scenario.decisions.push_back(absent(GroupId{0}, 8h + 2min + 50s, 9h));
    // Agent 0 leaves when x0 has been served; nobody comes for a0, who has waited for 20 s.
    CHECK(of_the_first(scenario) == there_and({"08:02:40 a0 goes back to a", "08:02:40 a0 queued, patience for ever",
                                               "08:03:00 a0 abandoned after 20 s"}));
}

TEST_CASE("back from a warm transfer", "[model][transfer]") {
    Scenario scenario = there_and_back();
    scenario.call_types.front().transfers.front().kind = TransferKind::warm;
    scenario.call_types.front().transfers.front().briefing = constant(20s);
    CHECK(of_the_first(scenario) == Lines{"08:00:10 a0 answered by 0", "08:01:10 a0 goes on to b",
                                          "08:01:10 a0 answered by 1", "08:01:30 0 has talked 80 s with a0",
                                          "08:03:00 1 has talked 110 s with a0", "08:03:00 a0 goes back to a",
                                          "08:03:00 a0 answered by 0", "08:03:45 0 has talked 45 s with a0"});
}

TEST_CASE("at closing who waits for its first agent is sent away with the others", "[model][transfer]") {
    Scenario scenario = there_and_back();
    scenario.centre.after_close = AfterClose::clear;
    scenario.replay->clear();
    const CallTypeId other = add_type(scenario, "x", 100s);
    scenario.groups.front().skills[other] = 1.0;
    add_call(scenario, 8h + 57min + 10s);         // ready to come back at 8:59:40
    add_call(scenario, 8h + 58min + 30s, other);  // x0 has agent 0 from 8:58:30 to 9:00:10
    CHECK(of_the_first(scenario).back() == "09:00:00 a0 dismissed after 20 s");
}

}  // namespace floorwalker::model
