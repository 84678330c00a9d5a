#include <cmath>

#include <catch2/catch.hpp>

#include <floorwalker/run.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"

/// Estimates of the wait ahead, who balks on them, and how good they were, on days worked out by hand. "may wait" names
/// last_wait, moving_average, queue_length and head_wait in this order.
namespace floorwalker::model {
namespace {

using namespace support;

constexpr CallTypeId kA{0};

// Agents who talk 100 s and wrap up 20 s: 120 s a contact.
Scenario agents(std::int64_t count) {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 100s, {}, 20s);
    scenario.call_types.front().expected.emplace();
    add_group(scenario, group("all", {count}, {0}));
    return scenario;
}

Lines lines_with(const Scenario& scenario, const std::string& text) {
    Lines lines;
    for (const std::string& line : journey_story(scenario)) {
        if (line.find(text) != std::string::npos) lines.push_back(line);
    }
    return lines;
}

Lines estimates(const Scenario& scenario) { return lines_with(scenario, "may wait"); }

// One agent. a0 is answered at once, until 8:02:10. The others are answered when the one before is done, two minutes
// apart: a1 at 8:02:10 after 110 s, a2 at 8:04:10 after 200 s, a3 at 8:06:10 after 230 s, a4 at 8:08:10 after 230 s.
Scenario four_wait() {
    Scenario scenario = agents(1);
    for (const Duration at : {10s, 20s, 50s, 140s, 260s}) add_call(scenario, 8h + at);
    return scenario;
}

RunResult result_of(const Scenario& scenario) {
    RunOptions options;
    options.replications = 1;
    options.threads = 1;
    return run(scenario, options);
}

void check(const WaitEstimateResult& one, WaitEstimator estimator, double mean_error, double mean_square) {
    INFO(name_of(estimator));
    CHECK(one.call_type == "a");
    CHECK(one.estimator == estimator);
    CHECK(*one.contacts.mean == 4);
    CHECK(*one.mean_wait_s.mean == Approx(192.5));  // (110 + 200 + 230 + 230) ÷ 4
    CHECK(*one.mean_error_s.mean == Approx(mean_error));
    CHECK(*one.rmse_s.mean == Approx(std::sqrt(mean_square)));
}

}  // namespace

TEST_CASE("the four estimators at the moments when contacts join the queue", "[model][expected_wait]") {
    // a1: a0 was answered after 0 s; nobody is ahead: (0 + 1) × 120 ÷ 1.
    // a2: (1 + 1) × 120; a1 has waited 30 s.
    // a3: a1 was answered after 110 s; average 0 + 0.1 × 110 = 11; a2 is ahead and has waited 90 s.
    // a4: a2 was answered after 200 s; average 11 + 0.1 × (200 - 11) = 29.9; a3 is ahead and has waited 120 s.
    CHECK(estimates(four_wait()) ==
          Lines{"08:00:20 a1 may wait 0 s 0 s 120 s 0 s", "08:00:50 a2 may wait 0 s 0 s 240 s 30 s",
                "08:02:20 a3 may wait 110 s 11 s 240 s 90 s", "08:04:20 a4 may wait 200 s 29.9 s 240 s 120 s"});
}

TEST_CASE("moving_average begins with the first wait", "[model][expected_wait]") {
    Scenario scenario = agents(0);
    scenario.groups.front() = group("all", {}, {0});
    scenario.groups.front().shifts.push_back({{8h + 1min, 9h}, 1});
    for (const Duration at : {10s, 70s}) add_call(scenario, 8h + at);
    // a0 waits 50 s until the agent comes. While nobody is there, no longer wait than a day is expected.
    CHECK(estimates(scenario) ==
          Lines{"08:00:10 a0 may wait 0 s 0 s 86400 s 0 s", "08:01:10 a1 may wait 50 s 50 s 120 s 0 s"});
}

TEST_CASE("queue_length: agents of all groups that may serve the type, busy or free", "[model][expected_wait]") {
    Scenario scenario = agents(2);
    add_type(scenario, "b", 1h);
    add_group(scenario, group("more", {3}, {0, 1}));
    add_group(scenario, group("others", {4}, {1}));  // do not take a
    for (int i = 0; i < 7; ++i) add_call(scenario, 8h + 1s, CallTypeId{1});
    for (const Duration at : {10s, 11s, 12s, 13s}) add_call(scenario, 8h + at, kA);
    // b: 3 of "more", 4 of "others". a0 and a1 are answered; a2: 1 × 120 ÷ 5, a3: 2 × 120 ÷ 5.
    CHECK(estimates(scenario) ==
          Lines{"08:00:12 a2 may wait 0 s 0 s 24 s 0 s", "08:00:13 a3 may wait 0 s 0 s 48 s 1 s"});
    // One of "all" is absent from the opening on.
    scenario.decisions = {absent(GroupId{0}, 8h, 9h)};
    CHECK(estimates(scenario) == Lines{"08:00:11 a1 may wait 0 s 0 s 30 s 0 s", "08:00:12 a2 may wait 0 s 0 s 60 s 1 s",
                                       "08:00:13 a3 may wait 0 s 0 s 90 s 2 s"});
}

TEST_CASE("queue_length: those of less priority are not ahead", "[model][expected_wait]") {
    Scenario scenario = agents(1);
    scenario.tiers.push_back({"gold", "", {0}, 1, 0s});
    constexpr TierId kGold{0};
    constexpr TierId kStandard{1};
    add_call(scenario, 8h + 10s, kA, kStandard);
    for (const Duration at : {20s, 21s}) add_call(scenario, 8h + at, kA, kStandard);
    for (const Duration at : {30s, 31s}) add_call(scenario, 8h + at, kA, kGold);
    add_call(scenario, 8h + 40s, kA, kStandard);
    // a3 has nobody ahead, a4 only a3, a5 all four.
    CHECK(estimates(scenario) ==
          Lines{"08:00:20 a1 may wait 0 s 0 s 120 s 0 s", "08:00:21 a2 may wait 0 s 0 s 240 s 1 s",
                "08:00:30 a3 may wait 0 s 0 s 120 s 10 s", "08:00:31 a4 may wait 0 s 0 s 240 s 11 s",
                "08:00:40 a5 may wait 0 s 0 s 600 s 20 s"});
}

TEST_CASE("queue_length: a credit puts a contact before others of its priority", "[model][expected_wait]") {
    Scenario scenario = agents(1);
    scenario.tiers.push_back({"gold", "", {0}, 0, 15s});
    for (const Duration at : {10s, 20s, 30s}) add_call(scenario, 8h + at, kA, TierId{1});
    add_call(scenario, 8h + 40s, kA, TierId{0});
    // a3 ranks as if it had come at 8:00:25: behind a1, before a2.
    CHECK(estimates(scenario).back() == "08:00:40 a3 may wait 0 s 0 s 240 s 20 s");
}

TEST_CASE("announced: those leave whose patience is shorter", "[model][expected_wait]") {
    const auto story = [](Duration patience, bool announced) {
        Scenario scenario = agents(1);
        scenario.call_types.front().patience = constant(patience);
        scenario.call_types.front().expected->announced = announced;
        for (const Duration at : {10s, 20s}) add_call(scenario, 8h + at);
        return contact_story(scenario)[1];
    };
    CHECK(story(119s, true) == "08:00:20 a1 left at once");  // told 120 s
    CHECK(story(120s, true) == "08:00:20 a1 queued, patience 120 s");
    CHECK(story(119s, false) == "08:00:20 a1 queued, patience 119 s");
}

TEST_CASE("announced: by the estimator of the type", "[model][expected_wait]") {
    Scenario scenario = four_wait();
    scenario.call_types.front().patience = constant(235s);
    scenario.call_types.front().expected->announced = true;
    // By queue length a2 hears 240 s and leaves; a3 is then alone, and so is a4: 120 s.
    CHECK(lines_with(scenario, "left at once") == Lines{"08:00:50 a2 left at once"});
    scenario.call_types.front().expected->estimator = WaitEstimator::head_wait;
    CHECK(lines_with(scenario, "left at once").empty());
}

TEST_CASE("how good the estimates were", "[model][expected_wait]") {
    Scenario scenario = four_wait();
    // b gives up after 100 s. b0 is told a wait that never comes, and a6, who is answered at once in the place that b0
    // has left in the table of contacts, was told none: neither counts.
    const CallTypeId b = add_type(scenario, "b", 60s, 100s);
    scenario.groups.front().skills[b] = 1.0;
    scenario.call_types[index(b)].expected.emplace();
    add_call(scenario, 8h + 20min, kA);       // a5, until 8:21:40, wrapped up at 8:22:00
    add_call(scenario, 8h + 20min + 10s, b);  // gives up at 8:21:50
    add_call(scenario, 8h + 25min, kA);       // a6
    const RunResult result = result_of(scenario);
    REQUIRE(result.wait_estimates.size() == kWaitEstimators);
    // Estimate − wait of a1, a2, a3 and a4, who waited 110, 200, 230 and 230 s.
    // last_wait: -110, -200, -120, -30: -460 ÷ 4; squares 12100 + 40000 + 14400 + 900 = 67400
    check(result.wait_estimates[0], WaitEstimator::last_wait, -115.0, 67400.0 / 4);
    // moving_average: -110, -200, -219, -200.1: -729.1 ÷ 4; squares 12100 + 40000 + 47961 + 40040.01 = 140101.01
    check(result.wait_estimates[1], WaitEstimator::moving_average, -182.275, 140101.01 / 4);
    // queue_length: 10, 40, 10, 10: 70 ÷ 4; squares 100 + 1600 + 100 + 100 = 1900
    check(result.wait_estimates[2], WaitEstimator::queue_length, 17.5, 1900.0 / 4);
    // head_wait: -110, -170, -140, -110: -530 ÷ 4; squares 12100 + 28900 + 19600 + 12100 = 72700
    check(result.wait_estimates[3], WaitEstimator::head_wait, -132.5, 72700.0 / 4);
}

TEST_CASE("no estimates where nothing is said", "[model][expected_wait]") {
    Scenario scenario = four_wait();
    scenario.call_types.front().expected.reset();
    CHECK(estimates(scenario).empty());
    CHECK(result_of(scenario).wait_estimates.empty());
}

}  // namespace floorwalker::model
