#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"

/// What an agent leaves, for a call or because the customer has left, others may take up.
namespace floorwalker::model {
namespace {

using namespace support;

}  // namespace

TEST_CASE("mail that is left for a call goes on at once with somebody who is free", "[model][mail]") {
    Scenario scenario = quiet_day(1);
    const CallTypeId call = add_type(scenario, "a", 10min);
    const CallTypeId mail = add_type(scenario, "m", 20min);
    scenario.call_types.back().channel = Channel::mail;
    scenario.call_types.back().interruptible = true;
    add_group(scenario, group("both", {1}, {0, 1}));
    add_group(scenario, group("writers", {1}, {1}));
    add_call(scenario, 8h + 10s, mail);
    add_call(scenario, 8h + 5min + 10s, call);
    // 300 s of 20 min are done at 8:05:10, when the call finds nobody else. The writer does the other 15 min.
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 m0 answered by 0", "08:05:10 m0 answered by 1 after 300 s", "08:05:10 a0 answered by 0"});
    std::vector<TimePoint> done;
    for (const Fact& fact : facts_of(scenario)) {
        if (const auto* work = std::get_if<WorkDone>(&fact)) done.push_back(work->at);
    }
    CHECK(done == std::vector{TimePoint{8h + 20min + 10s}});
}

TEST_CASE("who accepts a callback on the way to a second agent lets the first one go", "[model][callback]") {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 1min);
    const CallTypeId second = add_type(scenario, "b", 30min);
    Transfer transfer;
    transfer.to = second;
    transfer.share = 1.0;
    transfer.kind = TransferKind::warm;
    scenario.call_types.front().transfers.push_back(transfer);
    CallType& type = scenario.call_types.back();
    type.callback.emplace();
    type.callback->accepted = 1.0;
    type.callback->reached = 1.0;
    type.steps.push_back({20s, {}, OfferCallback{}});
    add_group(scenario, group("first", {1}, {0}));
    add_group(scenario, group("second", {1}, {1}));
    add_call(scenario, 8h + 10s, second);
    add_call(scenario, 8h + 20s, CallTypeId{0});
    // The talk ends at 8:01:20; after 20 s of waiting, held by agent 0, the customer hangs up.
    std::vector<std::string> of_first;
    for (const Fact& fact : facts_of(scenario)) {
        const auto* change = std::get_if<AgentChanged>(&fact);
        if (change != nullptr && change->agent == AgentId{0}) of_first.push_back(text_of(scenario, fact));
    }
    REQUIRE(of_first.size() >= 3);
    CHECK(of_first[2] == "08:01:40 0 of first: talking -> available");
}

}  // namespace floorwalker::model
