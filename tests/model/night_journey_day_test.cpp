#include <catch2/catch.hpp>

#include "tests/support/journeys.hpp"

/// Journeys over midnight, in centres that are open past it or round the clock, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

// Round the clock in intervals of 12 hours. Type a talks for 60 s, with one agent, who is agent 0.
Scenario round_the_clock(std::int64_t days) {
    Scenario scenario = quiet_day(1);
    scenario.centre.open = 0h;
    scenario.centre.close = 24h;
    scenario.centre.interval = 12h;
    scenario.centre.days = days;
    add_type(scenario, "a", 60s);
    add_group(scenario, group("all", {1}, {0}));
    return scenario;
}

// From 22:00 to 02:00 in intervals of an hour, two nights.
Scenario night_club() {
    Scenario scenario = round_the_clock(2);
    scenario.centre.open = 22h;
    scenario.centre.close = 26h;
    scenario.centre.interval = 1h;
    return scenario;
}

std::size_t closings(const Scenario& scenario) {
    std::size_t count = 0;
    for (const auto& interval : facts_like<IntervalBegan>(scenario))
        count += interval.interval == scenario.intervals_per_day() ? 1 : 0;
    return count;
}

}  // namespace

TEST_CASE("round the clock: IVR, queue, talk and transfer over midnight are one contact", "[model][night]") {
    Scenario scenario = round_the_clock(2);
    const CallTypeId second = add_type(scenario, "b", 90s);
    add_group(scenario, group("second", {1}, {1}));
    scenario.call_types.front().flow = add_flow(scenario, "main", {say("hello", 20s, 1), ask("person")});
    scenario.call_types.front().transfers.push_back(transfer_to(second, TransferKind::warm));
    scenario.call_types.front().transfers.front().briefing = constant(20s);
    add_call(scenario, 23h + 59min + 25s);
    // Heard until 23:59:45, talked to until 0:00:45, briefed until 0:01:05, over at 0:02:35.
    CHECK(journey_story(scenario) == Lines{"23:59:25 a0 hears main", "23:59:25 a0 at hello", "23:59:45 a0 at person",
                                           "23:59:45 a0 wants a after 20 s in main", "23:59:45 a0 answered by 0",
                                           "1+00:00:45 a0 goes on to b", "1+00:00:45 a0 answered by 1",
                                           "1+00:01:05 0 has talked 80 s with a0",
                                           "1+00:02:35 1 has talked 110 s with a0"});
    for (const auto& answered : facts_like<Answered>(scenario)) CHECK(answered.contact.day == 0);
}

TEST_CASE("round the clock: callbacks, chats and mail know no midnight", "[model][night]") {
    Scenario scenario = round_the_clock(2);
    scenario.call_types.front().talk = constant(10min);
    Callback callback;
    callback.offered_above = 0s;
    callback.accepted = 1.0;
    callback.dialling = constant(20s);
    callback.reached = 1.0;
    scenario.call_types.front().callback = callback;
    const CallTypeId mail = add_type(scenario, "m", 20min);
    scenario.call_types[index(mail)].channel = Channel::mail;
    const CallTypeId chat = add_type(scenario, "c", 30min);
    scenario.call_types[index(chat)].channel = Channel::chat;
    Group writers = group("writers", {1}, {1, 2});
    writers.chat = {2, {1.0, 1.0}};
    add_group(scenario, writers);
    add_call(scenario, 23h + 52min);
    add_call(scenario, 23h + 53min);
    add_call(scenario, 23h + 54min, chat);
    add_call(scenario, 23h + 55min, mail);
    // a1 is dialled at 0:02:00, reached at 0:02:20. The chat ends at 0:24, then the mail is worked on.
    const Lines lines = journey_story(scenario);
    CHECK(Lines(lines.end() - 7, lines.end()) ==
          Lines{"1+00:02:20 0 reaches a1 after 560 s", "1+00:12:20 0 has talked 600 s with a1",
                "1+00:24:00 1 has talked 1800 s with c0", "1+00:24:00 c0 done after 1800 s",
                "1+00:24:00 m0 answered by 1 after 1740 s", "1+00:44:00 1 has talked 1200 s with m0",
                "1+00:44:00 m0 done after 2940 s"});
}

TEST_CASE("round the clock around a special day of other volume: nothing closes", "[model][night]") {
    Scenario scenario = round_the_clock(3);
    scenario.centre.after_close = AfterClose::clear;
    scenario.call_types.front().talk = constant(30min);
    const std::chrono::sys_days second = std::chrono::sys_days{scenario.centre.date} + std::chrono::days{1};
    scenario.centre.special_days.push_back({second, OpenHours{0h, 24h}, 2.0});
    add_call(scenario, 23h + 50min);
    add_call(scenario, 23h + 55min);
    CHECK(closings(scenario) == 1);  // at the end
    // a1 waits over midnight and is not sent away.
    CHECK(contact_story(scenario).back() == "1+00:20:00 a1 answered by 0 after 1500 s");
    CHECK(staff_story(scenario).size() == 4);  // in at the beginning, out at the end
}

TEST_CASE("round the clock but for a closed day", "[model][night]") {
    Scenario scenario = round_the_clock(3);
    scenario.call_types.front().talk = constant(30min);
    const std::chrono::sys_days second = std::chrono::sys_days{scenario.centre.date} + std::chrono::days{1};
    scenario.centre.special_days.push_back({second, std::nullopt, 1.0});
    add_call(scenario, 23h + 50min);
    add_call(scenario, 23h + 55min);
    // It closes at the midnight before, drains until nobody waits, and opens at the midnight after.
    CHECK(contact_story(scenario).back() == "1+00:20:00 a1 answered by 0 after 1500 s");
    CHECK(staff_story(scenario) == Lines{"00:00:00 0 of all: signed_out -> available", "00:00:00 all: 1 on duty",
                                         "1+00:50:00 0 of all: talking -> signed_out", "1+00:50:00 all: 0 on duty",
                                         "2+00:00:00 0 of all: signed_out -> available", "2+00:00:00 all: 1 on duty",
                                         "3+00:00:00 0 of all: available -> signed_out", "3+00:00:00 all: 0 on duty"});
    scenario.centre.after_close = AfterClose::clear;
    CHECK(contact_story(scenario).back() == "1+00:00:00 a1 dismissed after 300 s");
}

TEST_CASE("past midnight: mail is carried through the day to the next evening", "[model][night]") {
    Scenario scenario = night_club();
    scenario.call_types.front().channel = Channel::mail;
    scenario.call_types.front().talk = constant(20min);
    add_call(scenario, 25h + 45min);
    add_call(scenario, 25h + 50min);
    // m0 until 2:05, after closing; the other from 22:00, 20 h 10 min after it came.
    CHECK(contact_story(scenario) == Lines{"1+01:45:00 a0 answered by 0", "1+01:50:00 a1 queued, patience for ever",
                                           "1+22:00:00 a1 answered by 0 after 72600 s"});
}

TEST_CASE("past midnight: a campaign dials from before to after it", "[model][night]") {
    Scenario scenario = night_club();
    Campaign campaign;
    campaign.id = "out";
    campaign.list = 1000;
    campaign.ring = constant(20s);
    campaign.reached = {1.0};
    campaign.start = 23h + 58min;
    campaign.end = 24h + 2min;
    scenario.campaigns.push_back(campaign);
    // Rounds of 80 s: dialled at 23:58:00, 23:59:20 and 0:00:40; 0:02:00 is too late. And so the next night.
    CHECK(contact_story(scenario) == Lines{"23:58:20 out0 answered by 0", "23:59:40 out1 answered by 0",
                                           "1+00:01:00 out2 answered by 0", "1+23:58:20 out3 answered by 0",
                                           "1+23:59:40 out4 answered by 0", "2+00:01:00 out5 answered by 0"});
}

TEST_CASE("past midnight: contacts of the small hours count on the day before", "[model][night]") {
    Scenario scenario = night_club();
    scenario.centre.lines = 1;
    scenario.call_types.front().talk = constant(5min);
    scenario.call_types.front().redial = redial(1.0, 0.0, 2);
    add_call(scenario, 23h + 56min);
    add_call(scenario, 23h + 58min + 30s);
    // a1 is blocked at 23:58:30, interval 1, and calls again at 0:01:30, interval 2 of the same day.
    const auto offered = facts_like<Offered>(scenario);
    REQUIRE(offered.size() == 2);
    CHECK(offered[1].at == at(24h + 90s));
    CHECK(offered[1].contact.attempt == 1);
    CHECK(offered[1].contact.day == 0);
    CHECK(offered[1].contact.interval == 2);
}

}  // namespace floorwalker::model
