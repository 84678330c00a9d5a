#include <catch2/catch.hpp>

#include "tests/support/journeys.hpp"

/// Contacts that solve nothing, and customers who would call again while the centre is closed, on days worked out by
/// hand. Shares are 0 or 1.
namespace floorwalker::model {
namespace {

using namespace support;

// Agent 0 talks for a minute; nothing is solved, and the customer calls again after `delay`.
Scenario unsolved(Duration delay) {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 60s);
    add_group(scenario, group("all", {1}, {0}));
    Repeat repeat;
    repeat.unsolved = 1.0;
    repeat.delay = constant(delay);
    scenario.call_types.front().repeat = repeat;
    return scenario;
}

Lines calls_to_come(const Scenario& scenario) {
    Lines lines;
    for (const auto& line : journey_story(scenario)) {
        if (line.find("will call") != std::string::npos) lines.push_back(line);
    }
    return lines;
}

}  // namespace

TEST_CASE("who got no solution calls again, until the centre closes for good", "[model][repeat]") {
    Scenario scenario = unsolved(25min);
    add_call(scenario, 8h + 10s);
    // The third contact ends at 8:53:10; 9:18:10 is after the last closing.
    CHECK(journey_story(scenario) == Lines{"08:00:10 a0 answered by 0", "08:01:10 0 has talked 60 s with a0",
                                           "08:01:10 a0 will call again at 08:26:10", "08:26:10 a0'1 answered by 0",
                                           "08:27:10 0 has talked 60 s with a0'1",
                                           "08:27:10 a0'1 will call again at 08:52:10", "08:52:10 a0'2 answered by 0",
                                           "08:53:10 0 has talked 60 s with a0'2"});
}

TEST_CASE("a repeat may be of another type, and ends with it", "[model][repeat]") {
    Scenario scenario = unsolved(10min);
    scenario.call_types.front().repeat->becomes = add_type(scenario, "b", 30s);
    scenario.groups.front().skills[CallTypeId{1}] = 1.0;
    add_call(scenario, 8h + 10s);
    CHECK(journey_story(scenario) == Lines{"08:00:10 a0 answered by 0", "08:01:10 0 has talked 60 s with a0",
                                           "08:01:10 a0 will call again at 08:11:10", "08:11:10 a0'1 answered by 0",
                                           "08:11:40 0 has talked 30 s with a0'1"});
}

TEST_CASE("who calls again at the moment when the centre opens comes in, even at midnight", "[model][repeat]") {
    Scenario scenario = unsolved(25h);
    scenario.centre.open = 0h;
    scenario.centre.close = 1h;
    scenario.centre.days = 3;
    scenario.centre.special_days = {{std::chrono::sys_days{scenario.centre.date} + std::chrono::days{1}, {}, 1.0}};
    add_call(scenario, 10min);
    // At 1:11 of the second day, which is closed; so the customer comes when the third opens, 25 h modulo 1 h later.
    CHECK(journey_story(scenario) == Lines{"00:10:00 a0 answered by 0", "00:11:00 0 has talked 60 s with a0",
                                           "00:11:00 a0 will call again at 2+00:00:00", "2+00:00:00 a0'1 answered by 0",
                                           "2+00:01:00 0 has talked 60 s with a0'1"});
}

TEST_CASE("a recorded call at midnight comes in when the centre opens then", "[model][replay]") {
    Scenario scenario = unsolved(25h);
    scenario.call_types.front().repeat.reset();
    scenario.centre.open = 0h;
    scenario.centre.close = 1h;
    scenario.centre.days = 3;
    add_call(scenario, 10min);
    add_call(scenario, 2 * kDay);  // known since the first day, so before the third begins
    CHECK(contact_story(scenario) == Lines{"00:10:00 a0 answered by 0", "2+00:00:00 a0 answered by 0"});
}

TEST_CASE("shares of unsolved contacts and of those who call again multiply", "[model][repeat]") {
    Scenario scenario = unsolved(1h + 1s);
    scenario.call_types.front().repeat->unsolved = 0.5;
    scenario.call_types.front().repeat->calls_again = 0.4;
    scenario.groups.front().agents = {4000};
    scenario.centre.days = 2;  // one day later everybody may call again
    for (int i = 0; i < 4000; ++i) add_call(scenario, 8h + i * 100ms);
    std::size_t first_time = 0;
    for (const auto& again : facts_like<WillCallAgain>(scenario)) {
        CHECK(again.reason == CallAgainReason::unsolved);
        first_time += again.contact.attempt == 0 ? 1 : 0;
    }
    // 4,000 × 0.2 = 800, standard deviation √(4,000 × 0.2 × 0.8) = 25.3; four of them.
    CHECK(static_cast<double>(first_time) == Approx(800).margin(102));
}

TEST_CASE("who was transferred calls the way it called before", "[model][repeat]") {
    Scenario scenario = unsolved(10min);
    const CallTypeId second = add_type(scenario, "b", 30s);
    scenario.call_types[index(second)].repeat = scenario.call_types.front().repeat;
    scenario.call_types.front().repeat.reset();
    scenario.call_types.front().transfers.push_back(transfer_to(second));
    scenario.groups.front().skills[second] = 1.0;
    scenario.centre.days = 1;
    add_call(scenario, 8h + 40min);
    // The second level solves nothing; the customer knows the number of the first, and goes through both again.
    CHECK(journey_story(scenario) ==
          Lines{"08:40:00 a0 answered by 0", "08:41:00 0 has talked 60 s with a0", "08:41:00 a0 goes on to b",
                "08:41:00 a0 queued, patience for ever", "08:41:00 a0 answered by 0 after 0 s",
                "08:41:30 0 has talked 30 s with a0", "08:41:30 a0 will call again at 08:51:30",
                "08:51:30 a0'1 answered by 0", "08:52:30 0 has talked 60 s with a0'1", "08:52:30 a0'1 goes on to b",
                "08:52:30 a0'1 queued, patience for ever", "08:52:30 a0'1 answered by 0 after 0 s",
                "08:53:00 0 has talked 30 s with a0'1"});
}

TEST_CASE("who would meet a closed centre calls at the next opening, spread over its first hour", "[model][repeat]") {
    // The contact ends at 8:51:00 of a day of two. Delay 20 min: 9:11 is closed, so 20 min after the next opening.
    Scenario scenario = unsolved(20min);
    scenario.centre.days = 2;
    add_call(scenario, 8h + 50min);
    CHECK(calls_to_come(scenario)[0] == "08:51:00 a0 will call again at 1+08:20:00");
    // Of 3 h 20 min the last 20 min count: 12:11 is closed too.
    scenario.call_types.front().repeat->delay = constant(3h + 20min);
    CHECK(calls_to_come(scenario)[0] == "08:51:00 a0 will call again at 1+08:20:00");
    // A time in the opening hours of the next day is kept as it is: 23 h 30 min later it is 8:21:00.
    scenario.call_types.front().repeat->delay = constant(23h + 30min);
    CHECK(calls_to_come(scenario)[0] == "08:51:00 a0 will call again at 1+08:21:00");
    // Before the opening: 22 h 50 min later it is 7:41, so 50 min after the opening.
    scenario.call_types.front().repeat->delay = constant(22h + 50min);
    CHECK(calls_to_come(scenario)[0] == "08:51:00 a0 will call again at 1+08:50:00");
    // After the last closing nobody calls any more.
    scenario.call_types.front().repeat->delay = constant(30h);
    CHECK(calls_to_come(scenario).empty());
}

TEST_CASE("who calls at the next opening comes before it closes again", "[model][repeat]") {
    Scenario scenario = unsolved(50min);
    scenario.centre.close = 8h + 30min;
    scenario.centre.interval = 30min;
    scenario.centre.days = 2;
    add_call(scenario, 8h);
    // 8:51 is closed; 50 min after the opening would be after the closing at 8:30.
    const auto again = facts_like<WillCallAgain>(scenario);
    REQUIRE(again.size() == 1);
    CHECK(again[0].then == at(kDay + 8h + 30min - 1us));
    CHECK(facts_like<Answered>(scenario).size() == 2);
}

TEST_CASE("the next opening is that of a day with hours", "[model][repeat]") {
    Scenario scenario = unsolved(20min);
    scenario.centre.close = 12h;
    scenario.centre.days = 4;                                                                // Monday to Thursday
    scenario.centre.weekday_hours[1].emplace();                                              // Tuesday: closed
    scenario.centre.weekday_hours[2].emplace(OpenHours{10h, 12h});                           // Wednesday: from 10:00
    scenario.centre.special_days.push_back({scenario.centre.date, OpenHours{8h, 9h}, 1.0});  // today: until 9:00
    add_call(scenario, 8h + 50min);
    CHECK(calls_to_come(scenario)[0] == "08:51:00 a0 will call again at 2+10:20:00");
}

TEST_CASE("past midnight the night belongs to the day before", "[model][repeat]") {
    Scenario scenario = unsolved(90min);
    scenario.centre.open = 22h;
    scenario.centre.close = 26h;
    scenario.centre.days = 2;
    add_call(scenario, 23h + 20min);
    // 23:21 + 1:30 = 0:51, still open. That one ends at 0:52; 2:22 is closed: 30 min after 22:00 of the next evening.
    const Lines lines = calls_to_come(scenario);
    REQUIRE(lines.size() >= 2);
    CHECK(lines[0] == "23:21:00 a0 will call again at 1+00:51:00");
    CHECK(lines[1] == "1+00:52:00 a0'1 will call again at 1+22:30:00");
}

TEST_CASE("round the clock nobody meets a closed centre", "[model][repeat]") {
    Scenario scenario = unsolved(10min);
    scenario.centre.open = 0h;
    scenario.centre.close = 24h;
    scenario.centre.interval = 12h;
    scenario.centre.days = 2;
    add_call(scenario, 23h + 55min);
    const Lines lines = calls_to_come(scenario);
    REQUIRE_FALSE(lines.empty());
    CHECK(lines[0] == "23:56:00 a0 will call again at 1+00:06:00");
    // It counts on the day and in the interval in which it calls.
    const auto answered = facts_like<Answered>(scenario);
    REQUIRE(answered.size() > 1);
    CHECK(answered[1].contact.day == 1);
    CHECK(answered[1].contact.interval == 0);
    CHECK(answered[1].contact.customer.day == 0);
}

}  // namespace floorwalker::model
