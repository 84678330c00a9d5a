#include <set>

#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"

/// Steps of the queue on which a contact may leave: announcements, being sent away, the offer of a callback. On days
/// worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

constexpr CallTypeId kA{0};

// One agent, who takes calls of ten minutes.
Scenario busy_agent(std::vector<RouteStep> steps, std::optional<Duration> patience = {}) {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 600s, patience);
    add_group(scenario, group("all", {1}, {0}));
    scenario.call_types.front().steps = std::move(steps);
    return scenario;
}

Lines without_answers(const Scenario& scenario) {
    Lines lines;
    for (std::string& line : journey_story(scenario)) {
        const bool is_answer = line.find("answered") != std::string::npos || line.find("talked") != std::string::npos;
        if (!is_answer) lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace

TEST_CASE("announce: everybody leaves, or nobody", "[model][steps]") {
    Scenario scenario = busy_agent({{30s, {}, Announce{1.0}}});
    for (const Duration at : {10s, 20s}) add_call(scenario, 8h + at);
    CHECK(without_answers(scenario) ==
          Lines{"08:00:20 a1 queued, patience for ever", "08:00:50 a1 step 0", "08:00:50 a1 abandoned after 30 s"});
    scenario.call_types.front().steps = {{30s, {}, Announce{0.0}}};
    CHECK(without_answers(scenario) == Lines{"08:00:20 a1 queued, patience for ever", "08:00:50 a1 step 0"});
}

TEST_CASE("announce: a share leaves, the same customers whatever the centre does", "[model][steps]") {
    Scenario scenario = busy_agent({{30s, {}, Announce{0.3}}});
    for (int i = 0; i < 3001; ++i) add_call(scenario, 8h + i * 1s);  // the first is answered
    scenario.centre.after_close = AfterClose::clear;
    const auto leavers = [](const Scenario& one) {
        std::set<std::uint32_t> numbers;
        for (const Fact& fact : facts_of(one)) {
            if (const auto* left = std::get_if<Abandoned>(&fact)) numbers.insert(left->contact.customer.number);
        }
        return numbers;
    };
    const auto left = leavers(scenario);
    // Agent 0 takes six by 9:00:00; those it answers late have heard the announcement all the same. 3000 × 0.3 = 900,
    // standard deviation √(3000 × 0.3 × 0.7) = 25.1; four of them are passed once in 16,000.
    CHECK(left.size() > 900 - 101);
    CHECK(left.size() < 900 + 101);
    scenario.call_types.front().talk = constant(20min);
    CHECK(leavers(scenario) == left);
}

TEST_CASE("announce: two announcements are two chances", "[model][steps]") {
    Scenario scenario = busy_agent({{30s, {}, Announce{0.5}}, {60s, {}, Announce{0.5}}});
    scenario.call_types.front().talk = constant(2h);
    for (int i = 0; i < 2001; ++i) add_call(scenario, 8h + i * 1s);
    int first = 0;
    int second = 0;
    for (const Fact& fact : facts_of(scenario)) {
        const auto* left = std::get_if<Abandoned>(&fact);
        if (left != nullptr) ++(left->waited == 30s ? first : second);
    }
    // 2000 / 2 = 1000 ± 4 × √(2000 / 4) = 89; of 2000 a quarter leaves on the second: 500 ± 4 × √(2000 × 3 / 16) = 77.
    CHECK(first > 1000 - 90);
    CHECK(first < 1000 + 90);
    CHECK(second > 500 - 78);
    CHECK(second < 500 + 78);
}

TEST_CASE("announce with the expected wait: those leave who have less patience left", "[model][steps]") {
    // One agent, ten minutes: who is first in the queue is told (0 + 1) × 600 ÷ 1 = 600 s, the next one 1200 s.
    const RouteStep tell{30s, {}, Announce{0.0, true}};
    const auto story_with_patience = [&](Duration patience) {
        Scenario scenario = busy_agent({tell}, patience);
        for (const Duration at : {10s, 20s}) add_call(scenario, 8h + at);
        return without_answers(scenario);
    };
    // Of 629 s of patience 599 s are left after 30 s, of 630 s just enough.
    CHECK(story_with_patience(629s) ==
          Lines{"08:00:20 a1 queued, patience 629 s", "08:00:50 a1 step 0", "08:00:50 a1 abandoned after 30 s"});
    CHECK(story_with_patience(630s) == Lines{"08:00:20 a1 queued, patience 630 s", "08:00:50 a1 step 0"});
}

TEST_CASE("announce with the expected wait: those who came later are not ahead", "[model][steps]") {
    Scenario scenario = busy_agent({{30s, {}, Announce{0.0, true}}}, 700s);
    for (const Duration at : {10s, 20s, 25s, 26s}) add_call(scenario, 8h + at);
    // After 30 s each has 670 s left. a1 is told 600 s at 8:00:50, though three wait: it stays. a2 has one ahead, 1200
    // s, and leaves; so does a3, which still has a1 ahead.
    CHECK(without_answers(scenario) == Lines{"08:00:20 a1 queued, patience 700 s", "08:00:25 a2 queued, patience 700 s",
                                             "08:00:26 a3 queued, patience 700 s", "08:00:50 a1 step 0",
                                             "08:00:55 a2 step 0", "08:00:55 a2 abandoned after 30 s",
                                             "08:00:56 a3 step 0", "08:00:56 a3 abandoned after 30 s"});
}

TEST_CASE("send away: the contact is dismissed", "[model][steps]") {
    const Condition long_queue{Condition::Of::queue_length, {}, {}, 2.0};
    Scenario scenario = busy_agent({{2min, {long_queue}, SendAway{}}, {5min, {}, SendAway{}}});
    for (const Duration at : {10s, 20s, 30s}) add_call(scenario, 8h + at);
    // a1 is sent away while two wait; a2 then waits alone, until the second step.
    CHECK(without_answers(scenario) == Lines{"08:00:20 a1 queued, patience for ever",
                                             "08:00:30 a2 queued, patience for ever", "08:02:20 a1 step 0",
                                             "08:02:20 a1 dismissed after 120 s", "08:02:30 a2 no step 0",
                                             "08:05:30 a2 step 1", "08:05:30 a2 dismissed after 300 s"});
}

TEST_CASE("send away: at 0 s nobody waits", "[model][steps]") {
    Scenario scenario = busy_agent({{0s, {}, SendAway{}}});
    for (const Duration at : {10s, 20s}) add_call(scenario, 8h + at);
    CHECK(journey_story(scenario) == Lines{"08:00:10 a0 answered by 0", "08:00:20 a1 queued, patience for ever",
                                           "08:00:20 a1 step 0", "08:00:20 a1 dismissed after 0 s",
                                           "08:10:10 0 has talked 600 s with a0"});
}

TEST_CASE("offer a callback: by a step", "[model][steps]") {
    Scenario scenario = busy_agent({{1min, {}, OfferCallback{}}, {2min, {}, SendAway{}}});
    Callback callback;
    callback.accepted = 1.0;
    callback.reached = 1.0;
    callback.dialling = constant(20s);
    scenario.call_types.front().callback = callback;
    for (const Duration at : {10s, 20s}) add_call(scenario, 8h + at);
    // It hangs up at 8:01:20, takes no more steps, and keeps its place: agent 0 dials at 8:10:10 and reaches it 20 s
    // later, 630 - 80 = 550 s after the promise.
    CHECK(journey_story(scenario) == Lines{"08:00:10 a0 answered by 0", "08:00:20 a1 queued, patience for ever",
                                           "08:01:20 a1 step 0", "08:01:20 a1 accepts a callback",
                                           "08:01:20 a1 will be called", "08:10:10 0 has talked 600 s with a0",
                                           "08:10:30 0 reaches a1 after 550 s", "08:20:30 0 has talked 600 s with a1"});
    // Who declines goes on with its steps.
    scenario.call_types.front().callback->accepted = 0.0;
    CHECK(without_answers(scenario) == Lines{"08:00:20 a1 queued, patience for ever", "08:01:20 a1 step 0",
                                             "08:01:20 a1 declines a callback", "08:02:20 a1 step 1",
                                             "08:02:20 a1 dismissed after 120 s"});
}

}  // namespace floorwalker::model
