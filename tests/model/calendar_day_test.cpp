#include <array>

#include <catch2/catch.hpp>

#include "tests/support/journeys.hpp"

/// Opening hours by weekday and special days, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;
using std::chrono::January;
using std::chrono::year;

// From Monday, 1 January 2024, open from 8:00 to 12:00 in intervals of an hour; calls take a minute.
Scenario week(std::int64_t days) {
    Scenario scenario = quiet_day(4);
    scenario.centre.days = days;
    add_type(scenario, "a", 60s);
    add_group(scenario, group("all", {1, 2, 3, 4}, {0}));
    return scenario;
}

// Nobody's calls are recorded; 1,000 an hour come.
Scenario busy_week(std::int64_t days) {
    Scenario scenario = week(days);
    scenario.replay.reset();
    scenario.call_types.front().arrivals.per_interval = {1000};
    scenario.call_types.front().talk = constant(1s);
    return scenario;
}

void close_on(Scenario& scenario, unsigned day_of_january) {
    scenario.centre.special_days.push_back(
        {std::chrono::year_month_day{year{2024}, January, std::chrono::day{day_of_january}}, std::nullopt, 1.0});
}

void open_on(Scenario& scenario, unsigned day_of_january, OpenHours hours, double volume = 1.0) {
    close_on(scenario, day_of_january);
    scenario.centre.special_days.back().hours = hours;
    scenario.centre.special_days.back().volume = volume;
}

Lines hours_of(const Scenario& scenario) {
    Lines lines;
    for (const Fact& fact : facts_of(scenario)) {
        if (std::holds_alternative<DayOpened>(fact) || std::holds_alternative<IntervalBegan>(fact))
            lines.push_back(text_of(scenario, fact));
    }
    return lines;
}

std::vector<double> arrivals_by_day(const Scenario& scenario) {
    std::vector<double> count(static_cast<std::size_t>(scenario.centre.days), 0.0);
    for (const auto& offered : facts_like<Offered>(scenario)) ++count[offered.contact.day];
    return count;
}

}  // namespace

TEST_CASE("weekdays have hours of their own", "[model][calendar]") {
    Scenario scenario = week(3);
    scenario.centre.weekday_hours[1].emplace(OpenHours{9h, 11h});  // Tuesday
    scenario.centre.weekday_hours[2].emplace();                    // Wednesday: closed
    CHECK(hours_of(scenario) == Lines{"08:00:00 day 0 opens", "08:00:00 interval 0", "09:00:00 interval 1",
                                      "10:00:00 interval 2", "11:00:00 interval 3", "12:00:00 closed",
                                      // The intervals of a shorter day are those of the centre's hours.
                                      "1+09:00:00 day 1 opens", "1+09:00:00 interval 1", "1+10:00:00 interval 2",
                                      "1+11:00:00 closed", "2+08:00:00 day 2 opens", "2+08:00:00 closed"});
    // And so are the head counts: two from 9:00, three from 10:00, nobody on a closed day.
    Lines came;
    for (const auto& line : staff_story(scenario)) {
        if (line.rfind("1+", 0) == 0 && line.find("-> available") != std::string::npos) came.push_back(line);
    }
    CHECK(came == Lines{"1+09:00:00 0 of all: signed_out -> available", "1+09:00:00 1 of all: signed_out -> available",
                        "1+10:00:00 2 of all: signed_out -> available"});
    CHECK(staff_story(scenario).back() == "1+11:00:00 all: 0 on duty");
}

TEST_CASE("a special day goes before its weekday", "[model][calendar]") {
    Scenario scenario = week(2);
    scenario.centre.weekday_hours[1].emplace(OpenHours{9h, 11h});  // Tuesday
    open_on(scenario, 2, {10h, 12h});
    CHECK(hours_of(scenario)[6] == "1+10:00:00 day 1 opens");
    CHECK(hours_of(scenario).back() == "1+12:00:00 closed");
    scenario.centre.special_days.clear();
    close_on(scenario, 2);
    CHECK(hours_of(scenario)[7] == "1+08:00:00 closed");
}

TEST_CASE("nobody calls on a closed day, and fewer on a shorter one", "[model][calendar]") {
    Scenario scenario = busy_week(4);
    close_on(scenario, 2);
    open_on(scenario, 3, {9h, 10h});
    open_on(scenario, 4, {8h, 12h}, 1.5);
    const auto count = arrivals_by_day(scenario);
    // Four standard deviations: 4 × √4,000 = 253, 4 × √1,000 = 126, 4 × √6,000 = 310.
    CHECK(count[0] == Approx(4000).margin(253));
    CHECK(count[1] == 0);
    CHECK(count[2] == Approx(1000).margin(126));
    CHECK(count[3] == Approx(6000).margin(310));
    // All while the centre is open.
    for (const auto& offered : facts_like<Offered>(scenario)) {
        const Duration of_day = offered.at.time_since_epoch() % kDay;
        CHECK(of_day >= (offered.contact.day == 2 ? 9h : 8h));
        CHECK(of_day < (offered.contact.day == 2 ? 10h : 12h));
        CHECK(offered.contact.interval == (of_day - 8h) / 1h);
    }
}

TEST_CASE("a volume of 0 is an open day without a call", "[model][calendar]") {
    Scenario scenario = busy_week(2);
    open_on(scenario, 2, {8h, 12h}, 0.0);
    CHECK(arrivals_by_day(scenario)[1] == 0);
    CHECK(hours_of(scenario).back() == "1+12:00:00 closed");
}

TEST_CASE("a special day changes nobody's luck on the others", "[model][calendar]") {
    const auto of_the_third_day = [](const Scenario& scenario) {
        std::vector<TimePoint> times;
        for (const auto& offered : facts_like<Offered>(scenario)) {
            if (offered.contact.day == 2) times.push_back(offered.at);
        }
        return times;
    };
    Scenario scenario = busy_week(3);
    const auto usual = of_the_third_day(scenario);
    close_on(scenario, 2);
    CHECK(of_the_third_day(scenario) == usual);
    REQUIRE(usual.size() > 3000);
}

TEST_CASE("who waits is carried over a closed day", "[model][calendar]") {
    Scenario scenario = week(3);
    scenario.centre.after_close = AfterClose::carry_over;
    close_on(scenario, 2);
    scenario.groups.front().agents = {1};
    scenario.call_types.front().talk = constant(30min);
    add_call(scenario, 11h + 50min);
    add_call(scenario, 11h + 55min);
    // Two nights and a day: from Monday 11:55 to Wednesday 8:00 it is 44 h 5 min.
    CHECK(contact_story(scenario).back() == "2+08:00:00 a1 answered by 0 after 158700 s");
}

TEST_CASE("a centre that drains into a closed day drains on", "[model][calendar]") {
    Scenario scenario = week(3);
    close_on(scenario, 2);
    scenario.call_types.front().talk = constant(11h);
    scenario.groups.front().agents.clear();
    scenario.groups.front().shifts.push_back({{8h, 12h}, 1});
    for (const Duration at : {1min, 2min, 3min}) add_call(scenario, 8h + at);
    // Agent 0 talks until 19:01, 6:01 on the closed Tuesday and 17:01: it stays, as its shift is over only when nobody
    // waits.
    CHECK(contact_story(scenario) == Lines{"08:01:00 a0 answered by 0", "08:02:00 a1 queued, patience for ever",
                                           "08:03:00 a2 queued, patience for ever",
                                           "19:01:00 a1 answered by 0 after 39540 s",
                                           "1+06:01:00 a2 answered by 0 after 79080 s"});
    CHECK(staff_story(scenario)[2] == "1+17:01:00 0 of all: talking -> signed_out");
}

TEST_CASE("a last day that is closed: the queue of the day before is drained before it", "[model][calendar]") {
    Scenario scenario = week(2);
    close_on(scenario, 2);
    scenario.groups.front().agents = {1};
    scenario.call_types.front().talk = constant(30min);
    for (const Duration at : {40min, 45min, 50min}) add_call(scenario, 11h + at);
    CHECK(contact_story(scenario).back() == "12:40:00 a2 answered by 0 after 3000 s");
    CHECK(staff_story(scenario).back() == "13:10:00 all: 0 on duty");
}

TEST_CASE("people on shift have the day off when the centre is closed in their hours", "[model][calendar]") {
    Scenario scenario = week(3);
    close_on(scenario, 2);
    open_on(scenario, 3, {8h, 10h});
    scenario.groups.front().agents.clear();
    scenario.groups.front().shifts.push_back({{8h, 11h}, 1});   // agent 0
    scenario.groups.front().shifts.push_back({{10h, 12h}, 1});  // agent 1
    scenario.groups.front().shifts.push_back({{14h, 15h}, 1});  // agent 2, when it is always closed: back office
    Lines came;
    for (const auto& line : staff_story(scenario)) {
        if (line.find("-> available") != std::string::npos) came.push_back(line.substr(0, line.find(" of")));
    }
    CHECK(came == Lines{"08:00:00 0", "10:00:00 1", "14:00:00 2", "1+14:00:00 2", "2+08:00:00 0", "2+14:00:00 2"});
}

TEST_CASE("campaigns do not dial on closed days", "[model][calendar]") {
    Scenario scenario = week(3);
    close_on(scenario, 2);
    scenario.groups.front().agents = {1};
    Campaign campaign;
    campaign.id = "out";
    campaign.list = 100'000;
    campaign.ring = constant(20s);
    campaign.reached = {1.0};
    campaign.start = 9h;
    campaign.end = 10h;
    scenario.campaigns.push_back(campaign);
    std::array<std::size_t, 3> dialled{};
    for (const auto& one : facts_like<Dialled>(scenario))
        ++dialled[static_cast<std::size_t>(one.at.time_since_epoch() / kDay)];
    // A round takes 20 + 60 s: 45 an hour.
    CHECK(dialled == std::array<std::size_t, 3>{45, 0, 45});
}

}  // namespace floorwalker::model
