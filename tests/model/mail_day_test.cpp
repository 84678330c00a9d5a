#include <algorithm>

#include <catch2/catch.hpp>

#include <floorwalker/run.hpp>

#include "tests/support/journeys.hpp"

/// Mail: work that is kept over nights and has a due time, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

// Two days of an hour. Mail of type m takes 20 minutes and 1 minute of wrap-up, one agent, due within two hours.
Scenario mail_room() {
    Scenario scenario = quiet_day(1);
    scenario.centre.days = 2;
    add_type(scenario, "m", 20min, {}, 1min);
    scenario.call_types.front().channel = Channel::mail;
    scenario.call_types.front().due = 2h;
    add_group(scenario, group("all", {1}, {0}));
    return scenario;
}

Lines of_the_second_day(const Lines& lines) {
    Lines found;
    for (const auto& line : lines) {
        if (line.rfind("1+", 0) == 0) found.push_back(line);
    }
    return found;
}

}  // namespace

TEST_CASE("mail is worked on in order, wrapped up and done", "[model][mail]") {
    Scenario scenario = mail_room();
    add_call(scenario, 8h + 1min);
    add_call(scenario, 8h + 2min);
    // m0 from 8:01 to 8:21; m1 from 8:22 to 8:42, 40 minutes after it came.
    CHECK(journey_story(scenario) == Lines{"08:01:00 m0 answered by 0", "08:02:00 m1 queued, patience for ever",
                                           "08:21:00 0 has talked 1200 s with m0", "08:21:00 m0 done after 1200 s",
                                           "08:22:00 0 has wrapped up 60 s after m0",
                                           "08:22:00 m1 answered by 0 after 1200 s",
                                           "08:42:00 0 has talked 1200 s with m1", "08:42:00 m1 done after 2400 s",
                                           "08:43:00 0 has wrapped up 60 s after m1"});
}

TEST_CASE("mail has no patience and is not refused", "[model][mail]") {
    Scenario scenario = mail_room();
    scenario.call_types.front().patience = constant(5s);
    scenario.call_types.front().leave_at_once = 1.0;
    scenario.call_types.front().queue_places = 0;
    scenario.centre.queue_places = 0;
    add_call(scenario, 8h + 1min);
    add_call(scenario, 8h + 2min);
    CHECK(contact_story(scenario)[1] == "08:02:00 m1 queued, patience for ever");
    CHECK(facts_like<WorkDone>(scenario).size() == 2);
}

TEST_CASE("who stayed to drain takes the mail that was left when the centre opens again", "[model][mail]") {
    Scenario scenario = mail_room();
    const CallTypeId nobodys = add_type(scenario, "x", 1min);
    add_call(scenario, 8h + 30min, nobodys);  // waits for ever, and the staff with it
    add_call(scenario, 8h + 40min);           // m0, until 9:00, and a minute of wrap-up
    add_call(scenario, 8h + 50min);           // m1 is left for the next day
    const Lines story = journey_story(scenario);
    CHECK(std::find(story.begin(), story.end(), "1+08:00:00 m1 answered by 0 after 83400 s") != story.end());
}

TEST_CASE("who stayed to drain takes the mail that was left when the next shift begins", "[model][mail]") {
    Scenario scenario = mail_room();
    scenario.groups.front().agents.clear();
    scenario.groups.front().shifts = {{{7h + 30min, 9h}, 1}};
    const CallTypeId nobodys = add_type(scenario, "x", 1min);
    add_call(scenario, 8h + 30min, nobodys);
    add_call(scenario, 8h + 40min);
    add_call(scenario, 8h + 50min);
    const Lines story = journey_story(scenario);
    CHECK(std::find(story.begin(), story.end(), "1+07:30:00 m1 answered by 0 after 81600 s") != story.end());
}

TEST_CASE("mail takes no place from callers", "[model][mail]") {
    Scenario scenario = mail_room();
    scenario.groups.front().skills[add_type(scenario, "v", 1min)] = 1.0;
    scenario.centre.queue_places = 1;
    for (const Duration at : {1min, 2min, 3min}) add_call(scenario, 8h + at);
    add_call(scenario, 8h + 4min, CallTypeId{1});
    add_call(scenario, 8h + 5min, CallTypeId{1});
    // Two pieces of mail wait; v0 has the one place for callers, and v1 finds none.
    const Lines lines = contact_story(scenario);
    REQUIRE(lines.size() > 4);
    CHECK(lines[3] == "08:04:00 v0 queued, patience for ever");
    CHECK(lines[4] == "08:05:00 v1 blocked");
}

TEST_CASE("mail is kept over night whatever becomes of callers, and nobody stays for it", "[model][mail]") {
    for (const AfterClose after : {AfterClose::drain, AfterClose::clear, AfterClose::carry_over}) {
        Scenario scenario = mail_room();
        scenario.centre.after_close = after;
        for (const Duration at : {10min, 20min, 30min, 50min}) add_call(scenario, 8h + at);
        // m0 8:10-8:30, m1 8:31-8:51; m2 is begun at 8:52 and finished at 9:12, after closing; m3 waits for the
        // morning. m3 is done at 8:20 the next day, 23 h 30 min after it came, m1 and m2 within two hours.
        const Lines lines = journey_story(scenario);
        CHECK(of_the_second_day(lines) ==
              Lines{"1+08:00:00 m3 answered by 0 after 83400 s", "1+08:20:00 0 has talked 1200 s with m3",
                    "1+08:20:00 m3 done after 84600 s, late", "1+08:21:00 0 has wrapped up 60 s after m3"});
        CHECK(staff_story(scenario)[2] == "09:13:00 0 of all: wrap_up -> signed_out");
        CHECK(facts_like<WorkDone>(scenario).size() == 4);
    }
}

TEST_CASE("mail: due to the second", "[model][mail]") {
    Scenario scenario = mail_room();
    add_call(scenario, 8h + 1min);
    scenario.call_types.front().due = 20min;
    CHECK(facts_like<WorkDone>(scenario)[0].in_due);
    scenario.call_types.front().due = 20min - 1us;
    CHECK_FALSE(facts_like<WorkDone>(scenario)[0].in_due);
}

TEST_CASE("mail that is not done on the last day stays undone", "[model][mail]") {
    Scenario scenario = mail_room();
    scenario.centre.days = 1;
    for (const Duration at : {10min, 20min, 30min, 50min, 51min}) add_call(scenario, 8h + at);
    // m2 is finished at 9:12; m3 and m4 are the backlog, and of the three done all were in time.
    const RunResult result = run(scenario, {.replications = 1});
    CHECK(*result.overall[Kpi::backlog].mean == 2);
    CHECK(*result.overall[Kpi::in_due].mean == 1);
    // (20 + 31 + 42) ÷ 3 minutes.
    CHECK(*result.overall[Kpi::elapsed_s].mean == Approx(31 * 60));
    CHECK(facts_like<Dismissed>(scenario).empty());
    // With shifts until noon there is somebody to do it after closing.
    scenario.groups.front().agents.clear();
    scenario.groups.front().shifts.push_back({{8h, 12h}, 1});
    CHECK(facts_like<WorkDone>(scenario).size() == 5);
}

TEST_CASE("mail on a closed day waits for the next one", "[model][mail]") {
    Scenario scenario = mail_room();
    scenario.centre.days = 3;
    scenario.centre.weekday_hours[1].emplace();  // Tuesday: closed
    for (const Duration at : {10min, 20min, 30min, 50min}) add_call(scenario, 8h + at);
    const auto done = facts_like<WorkDone>(scenario);
    REQUIRE(done.size() == 4);
    CHECK(done[3].at == at(2 * kDay + 8h + 20min));
}

}  // namespace floorwalker::model
