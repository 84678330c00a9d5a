#include <catch2/catch.hpp>

#include <floorwalker/run.hpp>

#include "tests/support/journeys.hpp"

/// For whom the staff stays after closing where contacts may do more than call, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

// Three agents from 8:00 to 9:00; a0 talks with agent 0 from 8:50 to 9:50.
Scenario late_talk() {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 1h);
    add_group(scenario, group("all", {3}, {0}));
    add_call(scenario, 8h + 50min);
    return scenario;
}

double paid_hours(const Scenario& scenario) {
    return *run(scenario, {.replications = 1}).overall[Kpi::paid_hours].mean;
}

// 3 h to the closing, and 50 min for agent 0.
const double kPlain = 3.0 + 50.0 / 60;
// All three until 9:50.
const double kAllStay = 3 * (1.0 + 50.0 / 60);

Callback never_offered() {
    Callback callback;
    callback.missed_calls = 0.0;
    return callback;
}

}  // namespace

TEST_CASE("a talk that leads no further keeps nobody but its agent", "[model][closing]") {
    CHECK(paid_hours(late_talk()) == Approx(kPlain));
    Scenario scenario = late_talk();
    scenario.call_types.front().redial = redial(0.0, 0.0);
    CHECK(paid_hours(scenario) == Approx(kPlain));
    scenario.call_types.front().callback = never_offered();
    CHECK(paid_hours(scenario) == Approx(kPlain));
    // Another call type is transferred: that one is not there.
    const CallTypeId other = add_type(scenario, "b", 60s);
    scenario.groups.front().skills[other] = 1.0;
    scenario.call_types[index(other)].transfers.push_back(transfer_to(CallTypeId{0}));
    CHECK(paid_hours(scenario) == Approx(kPlain));
}

TEST_CASE("a talk after which the contact may go on keeps all", "[model][closing]") {
    Scenario scenario = late_talk();
    const CallTypeId second = add_type(scenario, "b", 6min);
    scenario.groups.front().skills[second] = 1.0;
    scenario.call_types.front().transfers.push_back(transfer_to(second));
    // At 9:50 it goes on to agent 1, until 9:56; nobody can be asked for after that.
    CHECK(paid_hours(scenario) == Approx(kAllStay + 0.1));
    CHECK(contact_story(scenario).back() == "09:50:00 a0 answered by 1");
    // Had it come back to its first agent, that one would have to be there until 9:56, and so all; then it has 3 min.
    scenario.call_types.front().transfers.front().returns = true;
    scenario.call_types.front().transfers.front().return_talk = constant(3min);
    CHECK(paid_hours(scenario) == Approx(3 * (1.0 + 56.0 / 60) + 0.05));
    CHECK(contact_story(scenario).back() == "09:56:00 a0 answered by 0");
}

TEST_CASE("who listens to the IVR keeps all until it is over", "[model][closing]") {
    Scenario scenario = late_talk();
    scenario.call_types.front().flow = add_flow(scenario, "main", {say("hello", 12min, 1), ask("person")});
    // Heard from 8:50 to 9:02, then a talk of an hour with one of three.
    CHECK(contact_story(scenario) == Lines{"09:02:00 a0 answered by 0"});
    CHECK(paid_hours(scenario) == Approx(3 * (1.0 + 2.0 / 60) + 1.0));
}

TEST_CASE("what is written down after hours is called back before the staff goes", "[model][closing]") {
    Scenario scenario = late_talk();
    scenario.replay->clear();
    add_call(scenario, 8h + 58min);
    Callback callback = never_offered();
    callback.on_paper = constant(5min);
    callback.dialling = constant(1min);
    callback.reached = 1.0;
    scenario.call_types.front().callback = callback;
    Outage outage;
    outage.until = 8h + 59min;
    scenario.decisions.push_back({8h, {}, outage});
    // On paper from 8:58 to 9:03, with all there; dialled by agent 1 until 9:04, talked to until 10:04.
    CHECK(journey_story(scenario).back() == "10:04:00 1 has talked 3600 s with a0");
    CHECK(paid_hours(scenario) == Approx(3 * (1.0 + 3.0 / 60) + 61.0 / 60));
}

}  // namespace floorwalker::model
