#include <catch2/catch.hpp>

#include "tests/support/journeys.hpp"

/// Menus: keys, thinking, time-outs, wrong keys and tries, on days worked out by hand. Shares are 0 or 1 (as near as a
/// scenario may come to it), so nothing is left to chance.
namespace floorwalker::model {
namespace {

using namespace support;

constexpr double kNearlyAll = 1.0 - 1e-12;

// A menu at node 0, with nodes 1 "balance" (self-service of 40 s), 2 "person" and 3 "sorry" (an end, not served). The
// call comes at 8:00:10, agent 0 talks for 60 s.
Scenario caller_at(Menu what) {
    Scenario scenario = quiet_day(1);
    const CallTypeId type = add_type(scenario, "a", 60s);
    add_group(scenario, group("all", {1}, {0}));
    scenario.call_types.front().flow =
        add_flow(scenario, "main",
                 {{"menu", std::move(what)}, {"balance", self_service(40s)}, ask("person", type), end("sorry", false)});
    add_call(scenario, 8h + 10s);
    return scenario;
}

Menu two_keys(double balance, double person) { return menu(8s, {{"1", balance, node(1)}, {"0", person, node(2)}}); }

}  // namespace

TEST_CASE("a key is pressed after thinking", "[model][ivr]") {
    CHECK(journey_story(caller_at(two_keys(1.0, 0.0))) == Lines{"08:00:10 a0 hears main", "08:00:10 a0 at menu",
                                                                "08:00:18 a0 at balance",
                                                                "08:00:58 a0 contained after 48 s in main"});
}

TEST_CASE("0 for a person", "[model][ivr]") {
    CHECK(journey_story(caller_at(two_keys(0.0, 1.0))) ==
          Lines{"08:00:10 a0 hears main", "08:00:10 a0 at menu", "08:00:18 a0 at person",
                "08:00:18 a0 wants a after 8 s in main", "08:00:18 a0 answered by 0",
                "08:01:18 0 has talked 60 s with a0"});
}

TEST_CASE("who presses nothing hears the menu until the tries are used up", "[model][ivr]") {
    Menu silent = two_keys(0.5, 0.5);
    silent.timeout = kNearlyAll;
    silent.timeout_after = 5s;
    silent.tries = 3;
    // 3 × 5 s. The node is entered once, however often the menu is heard.
    CHECK(journey_story(caller_at(silent)) ==
          Lines{"08:00:10 a0 hears main", "08:00:10 a0 at menu", "08:00:25 a0 not served after 15 s in main"});
    silent.when_failed = node(2);
    const Lines lines = journey_story(caller_at(silent));
    REQUIRE(lines.size() == 6);
    CHECK(lines[2] == "08:00:25 a0 at person");
    CHECK(lines[3] == "08:00:25 a0 wants a after 15 s in main");
}

TEST_CASE("a wrong key takes the time of thinking and uses up a try", "[model][ivr]") {
    Menu wrong = two_keys(0.5, 0.5);
    wrong.wrong_key = kNearlyAll;
    wrong.tries = 2;
    wrong.when_failed = node(3);
    // 2 × 8 s.
    CHECK(journey_story(caller_at(wrong)) == Lines{"08:00:10 a0 hears main", "08:00:10 a0 at menu",
                                                   "08:00:26 a0 at sorry",
                                                   "08:00:26 a0 not served after 16 s in main"});
}

TEST_CASE("one try: the first mistake is the last", "[model][ivr]") {
    Menu once = two_keys(0.5, 0.5);
    once.wrong_key = kNearlyAll;
    once.tries = 1;
    CHECK(journey_story(caller_at(once)).back() == "08:00:18 a0 not served after 8 s in main");
}

TEST_CASE("a menu that is entered again gives all its tries again", "[model][ivr]") {
    Menu silent = two_keys(0.5, 0.5);
    silent.timeout = kNearlyAll;
    silent.timeout_after = 5s;
    silent.tries = 2;
    silent.when_failed = node(0);
    Scenario scenario = caller_at(silent);
    scenario.flows.front().patience = constant(38s);
    // Entered every 10 s; it hangs up in the fourth round.
    CHECK(journey_story(scenario) == Lines{"08:00:10 a0 hears main", "08:00:10 a0 at menu", "08:00:20 a0 at menu",
                                           "08:00:30 a0 at menu", "08:00:40 a0 at menu",
                                           "08:00:48 a0 gave up after 38 s in main"});
}

}  // namespace floorwalker::model
