#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/engines.hpp"
#include "tests/support/facts.hpp"

/// Absence and extra people, scripted and taken while the run goes on, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

constexpr GroupId kAll{0};

Scenario staffed(std::int64_t agents) {
    Scenario scenario = quiet_day(4);
    add_type(scenario, "a", 30min);
    add_group(scenario, group("all", {agents}, {0}));
    return scenario;
}

Scenario staffed_by_shift(std::int64_t agents) {
    Scenario scenario = staffed(1);
    scenario.groups.front().agents.clear();
    scenario.groups.front().shifts.push_back({{8h, 12h}, agents});
    return scenario;
}

// Without the opening of the day, when `agents` come and are stated to be on duty, and its closing.
Lines during_the_day(const Scenario& scenario, std::size_t agents) {
    const Lines all = staff_story(scenario);
    Lines lines(all.begin() + static_cast<std::ptrdiff_t>(agents) + 1, all.end());
    std::erase_if(lines, [](const std::string& line) { return line.starts_with("12:00:00"); });
    return lines;
}

Lines run_with(const Scenario& scenario, TimePoint until, const Decision& decision) {
    Engine<FactList> engine{prepare(scenario), 1, 0};
    engine.run_until(until);
    engine.apply(decision);
    engine.run();
    Lines lines;
    for (const Fact& fact : engine.observer().facts) lines.push_back(text_of(scenario, fact));
    return lines;
}

}  // namespace

TEST_CASE("absent: an idle agent goes at once, is paid, and comes back", "[model][decisions]") {
    Scenario scenario = staffed(2);
    scenario.decisions = {absent(kAll, 9h, 10h)};
    // The last in the list goes first. Absent people stay on duty, that is paid: no DutyChanged.
    const Lines expected{"09:00:00 decision 0 begins", "09:00:00 1 of all: available -> signed_out",
                         "10:00:00 decision 0 ends", "10:00:00 1 of all: signed_out -> available"};
    CHECK(during_the_day(scenario, 2) == expected);
    scenario.groups = {staffed_by_shift(2).groups.front()};
    CHECK(during_the_day(scenario, 2) == expected);
}

TEST_CASE("absent: a busy agent goes when it has finished", "[model][decisions]") {
    Scenario scenario = staffed(1);
    scenario.decisions = {absent(kAll, 9h, 10h)};
    for (const Duration at : {50min, 55min}) add_call(scenario, 8h + at);
    // a0 until 9:20; a1 waits from 8:55 until the absence is over: 65 min.
    CHECK(contact_story(scenario).back() == "10:00:00 a1 answered by 0 after 3900 s");
    CHECK(during_the_day(scenario, 1) == Lines{"09:00:00 decision 0 begins", "09:20:00 0 of all: talking -> signed_out",
                                               "10:00:00 decision 0 ends",
                                               "10:00:00 0 of all: signed_out -> available"});
}

TEST_CASE("absent: a busy agent whose absence is over before it has finished never goes", "[model][decisions]") {
    Scenario scenario = staffed(1);
    scenario.decisions = {absent(kAll, 9h, 9h + 10min)};
    add_call(scenario, 8h + 50min);
    CHECK(during_the_day(scenario, 1) == Lines{"09:00:00 decision 0 begins", "09:10:00 decision 0 ends"});
}

TEST_CASE("absences that overlap add up, beyond all who are there", "[model][decisions]") {
    Scenario scenario = staffed(2);
    scenario.decisions = {absent(kAll, 9h, 10h), absent(kAll, 9h + 30min, 11h, 2)};
    // From 9:30 to 10:00 three of two are absent: nobody is left; from 10:00 two of two: still nobody.
    CHECK(during_the_day(scenario, 2) ==
          Lines{"09:00:00 decision 0 begins", "09:00:00 1 of all: available -> signed_out",
                "09:30:00 decision 1 begins", "09:30:00 0 of all: available -> signed_out", "10:00:00 decision 0 ends",
                "11:00:00 decision 1 ends", "11:00:00 0 of all: signed_out -> available",
                "11:00:00 1 of all: signed_out -> available"});
}

TEST_CASE("extra: more people come, are paid and go", "[model][decisions]") {
    Scenario scenario = staffed(1);
    scenario.decisions = {extra(kAll, 9h, 10h), extra(kAll, 9h + 30min, 10h + 30min)};
    const Lines expected{
        "09:00:00 decision 0 begins", "09:00:00 1 of all: signed_out -> available", "09:00:00 all: 2 on duty",
        "09:30:00 decision 1 begins", "09:30:00 2 of all: signed_out -> available", "09:30:00 all: 3 on duty",
        "10:00:00 decision 0 ends",   "10:00:00 2 of all: available -> signed_out", "10:00:00 all: 2 on duty",
        "10:30:00 decision 1 ends",   "10:30:00 1 of all: available -> signed_out", "10:30:00 all: 1 on duty"};
    CHECK(during_the_day(scenario, 1) == expected);
    scenario.groups = {staffed_by_shift(1).groups.front()};
    CHECK(during_the_day(scenario, 1) == expected);
}

TEST_CASE("extra: who is busy at the end finishes", "[model][decisions]") {
    Scenario scenario = staffed(1);
    scenario.decisions = {extra(kAll, 9h, 10h)};
    for (const Duration at : {65min, 105min, 106min}) add_call(scenario, 8h + at);
    // At 9:45 and 9:46 agent 1, idle since 9:00, and agent 0, back at 9:35, are taken. At 10:00 one must go: the first
    // who is free, agent 1 at 10:15.
    CHECK(contact_story(scenario) ==
          Lines{"09:05:00 a0 answered by 0", "09:45:00 a1 answered by 1", "09:46:00 a2 answered by 0"});
    const Lines lines = during_the_day(scenario, 1);
    CHECK(Lines(lines.end() - 3, lines.end()) ==
          Lines{"10:00:00 decision 0 ends", "10:15:00 1 of all: talking -> signed_out", "10:15:00 all: 1 on duty"});
}

TEST_CASE("extra and absent at once cancel each other out", "[model][decisions]") {
    Scenario scenario = staffed(1);
    scenario.decisions = {extra(kAll, 9h, 10h), absent(kAll, 9h, 10h)};
    // The second person comes and goes at 9:00; two are on duty and paid until 10:00, one of them absent. Then the
    // extra ends first, so for a moment nobody is wanted.
    CHECK(during_the_day(scenario, 1) ==
          Lines{"09:00:00 decision 0 begins", "09:00:00 1 of all: signed_out -> available", "09:00:00 all: 2 on duty",
                "09:00:00 decision 1 begins", "09:00:00 1 of all: available -> signed_out", "10:00:00 decision 0 ends",
                "10:00:00 0 of all: available -> signed_out", "10:00:00 all: 1 on duty", "10:00:00 decision 1 ends",
                "10:00:00 0 of all: signed_out -> available"});
}

TEST_CASE("a decision of one day, and one of every day", "[model][decisions]") {
    Scenario scenario = staffed(1);
    scenario.centre.days = 3;
    scenario.decisions = {absent(kAll, 9h, 10h), absent(kAll, 10h, 11h)};
    scenario.decisions.back().day = 1;
    Lines begins;
    for (const std::string& line : staff_story(scenario)) {
        if (line.ends_with("begins")) begins.push_back(line);
    }
    CHECK(begins == Lines{"09:00:00 decision 0 begins", "1+09:00:00 decision 0 begins", "1+10:00:00 decision 1 begins",
                          "2+09:00:00 decision 0 begins"});
}

TEST_CASE("a decision taken live equals the same decision scripted", "[model][decisions]") {
    Scenario plain = staffed(2);
    for (int i = 0; i < 12; ++i) add_call(plain, 8h + 1min + i * 17min);
    Decision decision = GENERATE(absent(kAll, 9h + 1s, 10h + 2s), extra(kAll, 9h + 1s, 10h + 2s, 2));
    Scenario scripted = plain;
    scripted.decisions = {decision};
    const Lines expected = story(scripted);
    SECTION("long before") { CHECK(run_with(plain, TimePoint{8h + 1s}, decision) == expected); }
    SECTION("before the run begins") { CHECK(run_with(plain, TimePoint{Duration{-1}}, decision) == expected); }
    SECTION("before the centre opens") { CHECK(run_with(plain, TimePoint{7h}, decision) == expected); }
    SECTION("at its moment") { CHECK(run_with(plain, TimePoint{9h + 1s}, decision) == expected); }
    SECTION("its time has come already: at once") {
        decision.at = 8h + 30min;
        CHECK(run_with(plain, TimePoint{9h + 1s}, decision) == expected);
    }
}

TEST_CASE("live or scripted, a decision on the hour comes in the same order with the interval", "[model][decisions]") {
    // Head counts change on the hour too, so the order decides who goes and who stays.
    Scenario plain = staffed(2);
    plain.groups.front().agents = {2, 1, 3, 2};
    const Decision decision = GENERATE(absent(kAll, 9h, 10h), extra(kAll, 9h, 10h, 2));
    Scenario scripted = plain;
    scripted.decisions = {decision};
    CHECK(run_with(plain, TimePoint{8h + 30min}, decision) == story(scripted));
}

TEST_CASE("a decision taken live for a later day", "[model][decisions]") {
    Scenario plain = staffed(1);
    plain.centre.days = 3;
    Decision decision = absent(kAll, 9h, 10h);
    decision.day = 2;
    Scenario scripted = plain;
    scripted.decisions = {decision};
    CHECK(run_with(plain, TimePoint{10h}, decision) == story(scripted));
    CHECK(run_with(plain, TimePoint{kDay + 12h}, decision) == story(scripted));
}

TEST_CASE("a decision taken live after midnight for the day before, whose night it is", "[model][decisions]") {
    Scenario plain = staffed(2);
    plain.centre.days = 2;
    plain.centre.open = 22h;
    plain.centre.close = 26h;
    plain.groups.front().agents = {2, 2, 2, 2};
    Decision decision = absent(kAll, 24h + 30min, 24h + 50min);
    decision.day = 0;
    Scenario scripted = plain;
    scripted.decisions = {decision};
    CHECK(run_with(plain, TimePoint{24h + 10min}, decision) == story(scripted));
}

TEST_CASE("a decision whose time is over does nothing", "[model][decisions]") {
    const Scenario plain = staffed(1);
    CHECK(run_with(plain, TimePoint{11h}, absent(kAll, 9h, 10h)) == story(plain));
}

}  // namespace floorwalker::model
