#include <algorithm>

#include <catch2/catch.hpp>

#include "sim/model/engine.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/journeys.hpp"

/// People who do not come, come late, slip away or stay, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

/// From 8 to 12, calls of ten minutes.
Scenario desk(std::vector<Group::Shift> shifts) {
    Scenario scenario = quiet_day(4);
    add_type(scenario, "a", 10min);
    Group all = group("all", {}, {0});
    all.shifts = std::move(shifts);
    add_group(scenario, all);
    return scenario;
}

Distribution always(Duration length) { return {Constant{to_seconds(length)}, {}}; }

template <class... Wanted>
Lines lines_of(const Scenario& scenario) {
    Lines lines;
    for (const Fact& fact : facts_of(scenario)) {
        if ((std::holds_alternative<Wanted>(fact) || ...)) lines.push_back(text_of(scenario, fact));
    }
    return lines;
}

std::int64_t count_of(const Lines& lines, const char* line) { return std::count(lines.begin(), lines.end(), line); }

double paid_hours(const Scenario& scenario) {
    double hours = 0.0;
    std::int64_t paid = 0;
    TimePoint since{};
    for (const auto& one : facts_like<DutyChanged>(scenario)) {
        hours += static_cast<double>(paid) * to_hours(one.at - since);
        paid = one.agents;
        since = one.at;
    }
    return hours;
}

}  // namespace

TEST_CASE("absence: who is late is paid, or not, and takes the call that waits when it comes", "[model][absence]") {
    Scenario scenario = desk({{{8h, 12h}, 1}});
    scenario.groups.front().absence.lateness = Lateness{1.0, always(20min)};
    add_call(scenario, 8h + 5min);
    CHECK(lines_of<Missing, AgentChanged>(scenario) ==
          Lines{"08:00:00 0 of all is missing: lateness", "08:20:00 0 of all is missing no longer: lateness",
                "08:20:00 0 of all: signed_out -> available", "08:20:00 0 of all: available -> talking",
                "08:30:00 0 of all: talking -> available", "12:00:00 0 of all: available -> signed_out"});
    CHECK(paid_hours(scenario) == Approx(4.0));
    scenario.groups.front().absence.lateness->is_paid = false;
    CHECK(paid_hours(scenario) == Approx(4.0 - 1.0 / 3.0));
}

TEST_CASE("absence: who is later than the shift lasts does not come", "[model][absence]") {
    Scenario scenario = desk({{{8h, 12h}, 1}});
    scenario.groups.front().absence.lateness = Lateness{1.0, always(5h)};
    CHECK(lines_of<Missing, AgentChanged>(scenario) ==
          Lines{"08:00:00 0 of all is missing: lateness", "12:00:00 0 of all is missing no longer: lateness"});
}

TEST_CASE("absence: a shift ends when its relief has come, one for one, or after the most", "[model][absence]") {
    // Two go at 10; of the two who relieve them both come at 10:10, or after more than anybody waits.
    Scenario scenario = desk({{{8h, 10h}, 2}, {{10h, 12h}, 2}});
    Group& all = scenario.groups.front();
    all.handover = Handover{15min};
    all.absence.lateness = Lateness{1.0, always(10min)};
    const Lines in_time = lines_of<StaysOn>(scenario);
    CHECK(in_time == Lines{"10:00:00 0 of all stays: handover", "10:00:00 1 of all stays: handover",
                           "10:10:00 0 of all stays no longer: handover",
                           "10:10:00 1 of all stays no longer: handover"});
    all.absence.lateness = Lateness{1.0, always(25min)};
    const Lines too_late = lines_of<StaysOn>(scenario);
    CHECK(too_late == Lines{"10:00:00 0 of all stays: handover", "10:00:00 1 of all stays: handover",
                            "10:15:00 0 of all stays no longer: handover",
                            "10:15:00 1 of all stays no longer: handover"});
    all.shifts[1].agents = 1;
    CHECK(count_of(lines_of<StaysOn>(scenario), "10:00:00 1 of all stays: handover") == 0);
}

TEST_CASE("absence: overtime in steps while enough wait for each who stays", "[model][absence]") {
    Scenario scenario = desk({{{8h, 10h}, 2}, {{8h, 12h}, 1}});
    Group& all = scenario.groups.front();
    all.overtime = Overtime{2, 15min, 1h, 2.0};
    // At 10:00 all three talk since 9:55 or so and three wait: enough for one to stay, not for two.
    for (int i = 0; i < 6; ++i) add_call(scenario, 9h + 55min);
    const Lines lines = lines_of<StaysOn>(scenario);
    // At 10:15 nobody waits any more: three were taken at 10:05, by those two who had not gone, and at 10:15.
    CHECK(lines == Lines{"10:00:00 0 of all stays: overtime", "10:15:00 0 of all stays no longer: overtime"});
}

TEST_CASE("absence: a moment away begins when the contact is finished", "[model][absence]") {
    Scenario scenario = desk({{{8h, 12h}, 1}});
    scenario.groups.front().absence.unplanned = SmallAbsences{60.0, always(3min)};
    const auto slips = [&](const Lines& lines) {
        return std::count_if(lines.begin(), lines.end(),
                             [](const std::string& line) { return line.find("-> unplanned") != std::string::npos; });
    };
    const Lines quiet = lines_of<AgentChanged>(scenario);
    CHECK(slips(quiet) > 20);  // every minute, for three: some 60 in four hours
    CHECK(std::none_of(quiet.begin(), quiet.end(), [](const std::string& line) {
        return line.find("unplanned -> unplanned") != std::string::npos;
    }));
    add_call(scenario, 9h);
    for (const auto& one : facts_like<TalkEnded>(scenario)) CHECK(one.talk == 10min);
}

TEST_CASE("absence: who does not come takes no break, and the day after may come", "[model][absence]") {
    Scenario scenario = desk({{{8h, 12h}, 200}});
    scenario.centre.days = 2;
    Group& all = scenario.groups.front();
    all.absence.sickness = Sickness{0.5, 1.0};
    all.away = {{.what = AgentState::on_break, .from = 9h, .until = 11h, .length = 10min}};
    std::vector<bool> is_missing(200);
    std::int64_t missed = 0;
    for (const Fact& fact : facts_of(scenario)) {
        if (const auto* one = std::get_if<Missing>(&fact)) {
            is_missing[index(one->agent)] = !one->ended;
            missed += one->ended ? 0 : 1;
        }
        if (const auto* one = std::get_if<AgentChanged>(&fact)) CHECK_FALSE(is_missing[index(one->agent)]);
    }
    // A day ill, a day well: h = 1 · 0.5 / 0.5 = 1, so each of the 200 misses exactly one of the two days.
    CHECK(missed == 200);
}

}  // namespace floorwalker::model
