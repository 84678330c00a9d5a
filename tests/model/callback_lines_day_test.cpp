#include <catch2/catch.hpp>

#include "tests/support/journeys.hpp"

/// Callbacks for which there is no line, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

// Two lines. Agent 0 talks with a0 from 8:00:00 to 8:40:00 and wraps up until 8:41:00. In between `promised` customers
// are promised a callback. b0 has the second line from 8:39:00 on, b1 the first from 8:40:30 on; nobody serves either.
Scenario no_lines_left(int promised) {
    Scenario scenario = quiet_day(1);
    scenario.centre.lines = 2;
    add_type(scenario, "a", 40min, {}, 60s);
    add_type(scenario, "b", 60s, 10min);
    add_group(scenario, group("all", {1}, {0}));
    add_group(scenario, group("nobody", {0}, {1}));
    Callback callback;
    callback.offered_above = 0s;
    callback.accepted = 1.0;
    callback.reached = 1.0;
    callback.dialling = constant(20s);
    callback.retry = 5min;
    scenario.call_types.front().callback = callback;
    add_call(scenario, 8h);
    for (int i = 0; i < promised; ++i) add_call(scenario, 8h + 1s + 50ms * i);
    add_call(scenario, 8h + 39min, CallTypeId{1});
    add_call(scenario, 8h + 40min + 30s, CallTypeId{1});
    return scenario;
}

}  // namespace

TEST_CASE("callbacks without a line are put off together, by one agent", "[model][callback]") {
    // Put off at 8:41:00, and again at 8:46:00. b0 gives up at 8:49:00, so that at 8:51:00 a1 is dialled.
    Lines lines;
    for (const auto& line : journey_story(no_lines_left(3))) {
        if (line.find("reaches") != std::string::npos) lines.push_back(line);
    }
    REQUIRE(!lines.empty());
    CHECK(lines.front() == "08:51:20 0 reaches a1 after 3079 s");
}

TEST_CASE("any number of callbacks may be put off at once", "[model][callback]") {
    // Each within the last would need more stack than there is.
    constexpr int kPromised = 30'000;
    Scenario scenario = no_lines_left(kPromised);
    scenario.call_types.front().callback->retry = 12h;
    CHECK(facts_like<CallbackKept>(scenario).size() == kPromised);
    CHECK(facts_like<CalledBack>(scenario).empty());
    CHECK(facts_like<CallbackMissed>(scenario).size() == kPromised);
}

}  // namespace floorwalker::model
