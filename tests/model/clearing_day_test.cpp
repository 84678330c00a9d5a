#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"

/// What clearing the queue at closing means for contacts that are on their way, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

// An hour. One agent for calls of type a, which are passed on to type b, and one for b. A call at 8:59:30 talks to the
// first one until 9:01:30.
Scenario passed_on(AfterClose after_close) {
    Scenario scenario = quiet_day(1);
    scenario.centre.after_close = after_close;
    add_type(scenario, "a", 2min);
    const CallTypeId second = add_type(scenario, "b", 1min);
    Transfer transfer;
    transfer.to = second;
    transfer.share = 1.0;
    scenario.call_types.front().transfers.push_back(transfer);
    add_group(scenario, group("first", {1}, {0}));
    add_group(scenario, group("second", {1}, {1}));
    add_call(scenario, 8h + 59min + 30s);
    return scenario;
}

/// When the agent signs out for good.
std::string leaves(const Scenario& scenario, const std::string& agent) {
    std::string last;
    for (const std::string& line : staff_story(scenario)) {
        if (line.find(" " + agent + ": ") != std::string::npos && line.find("-> signed_out") != std::string::npos)
            last = line;
    }
    return last;
}

}  // namespace

TEST_CASE("clear on the last day: nobody stays for those who are on their way", "[model][closing]") {
    const Scenario scenario = passed_on(AfterClose::clear);
    // The second agent goes at 9:00, so whoever is passed on at 9:01:30 finds nobody.
    CHECK(leaves(scenario, "1 of second") == "09:00:00 1 of second: available -> signed_out");
    CHECK(leaves(scenario, "0 of first") == "09:01:30 0 of first: talking -> signed_out");
    CHECK(contact_story(scenario).back() == "09:01:30 a0 dismissed after 0 s");
}

TEST_CASE("drain: staff stays for those who may yet be passed on", "[model][closing]") {
    for (const AfterClose after_close : {AfterClose::drain, AfterClose::carry_over}) {
        const Scenario scenario = passed_on(after_close);
        CHECK(contact_story(scenario).back() == "09:01:30 a0 answered by 1");
        CHECK(leaves(scenario, "1 of second") == "09:02:30 1 of second: available -> signed_out");
    }
}

TEST_CASE("clear: a caller in the IVR is heard to the end, and dismissed", "[model][closing]") {
    Scenario scenario = quiet_day(1);
    scenario.centre.after_close = AfterClose::clear;
    scenario.flows.push_back(
        {"hello", "", {{"hello", Announcement{constant(60s), NodeId{1}}}, {"queue", ToQueue{}}}, {}});
    add_type(scenario, "a", 2min);
    scenario.call_types.front().flow = FlowId{0};
    add_group(scenario, group("all", {1}, {0}));
    add_call(scenario, 8h + 59min + 30s);
    CHECK(leaves(scenario, "0 of all") == "09:00:00 0 of all: available -> signed_out");
    CHECK(contact_story(scenario).back() == "09:00:30 a0 dismissed after 0 s");
}

}  // namespace floorwalker::model
