#include <catch2/catch.hpp>

#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"

/// Contacts that find no way in, and why, on days worked out by hand: lines, IVR ports, places, a closed queue.
namespace floorwalker::model {
namespace {

using namespace support;

constexpr CallTypeId kA{0};

// One agent, who takes calls of ten minutes.
Scenario one_agent() {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 600s);
    add_group(scenario, group("all", {1}, {0}));
    return scenario;
}

void close_above(Scenario& scenario, Duration wait, WaitEstimator estimator = WaitEstimator::queue_length) {
    scenario.call_types.front().expected = WaitAnnouncement{estimator, false, wait};
}

// An IVR whose callers hear a word of 30 s and then want an agent for a.
void add_ivr(Scenario& scenario) {
    scenario.flows.push_back(
        {"ivr", "", {{"hello", Announcement{constant(30s), NodeId{1}}}, {"agent", ToQueue{kA}}}, {}});
}

/// "08:00:10 a0 blocked: no_line".
Lines blocked(const Scenario& scenario) {
    constexpr const char* kReasons[] = {"no_line", "no_port", "no_place", "queue_closed"};
    Lines lines;
    for (const Fact& fact : facts_of(scenario)) {
        const auto* one = std::get_if<Blocked>(&fact);
        if (one != nullptr)
            lines.push_back(text_of(scenario, fact) + ": " + kReasons[static_cast<std::size_t>(one->reason)]);
    }
    return lines;
}

}  // namespace

TEST_CASE("lines: a caller who waits holds one, from the first second to the last", "[model][queue_limits]") {
    Scenario scenario = one_agent();
    scenario.centre.lines = 2;
    close_above(scenario, 24h);  // says nothing here; makes the contacts other than plain
    for (const Duration at : {10s, 20s, 609s, 611s, 612s}) add_call(scenario, 8h + at);
    // a0 and a1 hold both lines until a0 has talked, at 8:10:10; then a1 and a3.
    CHECK(blocked(scenario) == Lines{"08:10:09 a2 blocked: no_line", "08:10:12 a4 blocked: no_line"});
}

TEST_CASE("lines: the IVR holds them too, and a full house is told before a full IVR", "[model][queue_limits]") {
    Scenario scenario = one_agent();
    add_ivr(scenario);
    scenario.call_types.front().flow = FlowId{0};
    scenario.centre.lines = 1;
    scenario.centre.ivr_ports = 1;
    for (const Duration at : {10s, 20s, 50s}) add_call(scenario, 8h + at);
    // a0 is in the IVR until 8:00:40, then talks.
    CHECK(blocked(scenario) == Lines{"08:00:20 a1 blocked: no_line", "08:00:50 a2 blocked: no_line"});
}

TEST_CASE("IVR ports: one is free again when its caller asks for an agent", "[model][queue_limits]") {
    Scenario scenario = one_agent();
    add_ivr(scenario);
    scenario.call_types.front().flow = FlowId{0};
    scenario.call_types.front().queue_places = 1;
    scenario.centre.ivr_ports = 1;
    for (const Duration at : {10s, 20s, 50s, 60s}) add_call(scenario, 8h + at);
    // a0 hears the IVR until 8:00:40, a2 from 8:00:50 to 8:01:20, when it is the one who waits.
    CHECK(blocked(scenario) == Lines{"08:00:20 a1 blocked: no_port", "08:01:00 a3 blocked: no_port"});
    add_call(scenario, 8h + 90s);  // at 8:02:00 it finds the place of the queue taken
    CHECK(blocked(scenario).back() == "08:02:00 a4 blocked: no_place");
    add_call(scenario, 8h + 100s);  // and the port: that is what keeps it out
    CHECK(blocked(scenario) == Lines{"08:00:20 a1 blocked: no_port", "08:01:00 a3 blocked: no_port",
                                     "08:01:40 a5 blocked: no_port", "08:02:00 a4 blocked: no_place"});
}

TEST_CASE("IVR ports: with all busy a caller may skip the IVR if it has said what it wants", "[model][queue_limits]") {
    Scenario scenario = one_agent();
    add_ivr(scenario);
    scenario.call_types.front().flow = FlowId{0};
    scenario.centre.ivr_ports = 1;
    scenario.centre.ports_busy = PortsBusy::to_queue;
    for (const Duration at : {10s, 20s}) add_call(scenario, 8h + at);
    CHECK(blocked(scenario).empty());
    CHECK(contact_story(scenario) == Lines{"08:00:20 a1 answered by 0", "08:00:40 a0 queued, patience for ever",
                                           "08:10:20 a0 answered by 0 after 580 s"});

    // Callers of a number have not: 200 of them in an hour find one port of 120 a hour.
    scenario.replay.reset();
    AccessNumber number;
    number.id = "hotline";
    number.arrivals.per_interval = {200.0};
    number.flow = FlowId{0};
    scenario.numbers.push_back(number);
    scenario.groups.front().agents = {40};
    bool is_no_port = true;
    int count = 0;
    for (const Fact& fact : facts_of(scenario)) {
        const auto* one = std::get_if<Blocked>(&fact);
        if (one == nullptr) continue;
        ++count;
        is_no_port = is_no_port && one->reason == BlockReason::no_port;
    }
    CHECK(count > 0);
    CHECK(is_no_port);
}

TEST_CASE("queue places: of the type, and of the centre", "[model][queue_limits]") {
    Scenario scenario = one_agent();
    close_above(scenario, 24h);
    add_type(scenario, "b", 600s);
    scenario.groups.front().skills[CallTypeId{1}] = 1.0;
    scenario.call_types.front().queue_places = 1;
    add_call(scenario, 8h + 10s, kA);
    add_call(scenario, 8h + 20s, kA);
    add_call(scenario, 8h + 30s, kA);
    add_call(scenario, 8h + 40s, CallTypeId{1});
    add_call(scenario, 8h + 50s, CallTypeId{1});
    CHECK(blocked(scenario) == Lines{"08:00:30 a2 blocked: no_place"});
    scenario.centre.queue_places = 2;
    CHECK(blocked(scenario) == Lines{"08:00:30 a2 blocked: no_place", "08:00:50 b1 blocked: no_place"});
}

TEST_CASE("closed queue: nobody joins while the expected wait is above the limit", "[model][queue_limits]") {
    Scenario scenario = one_agent();
    close_above(scenario, 20min);
    for (const Duration at : {10s, 20s, 30s, 40s, 620s, 630s}) add_call(scenario, 8h + at);
    // With n in the queue (n + 1) × 600 ÷ 1: a1 600 s, a2 1200 s, which is not above the limit, a3 1800 s. From 8:10:10
    // on a2 waits alone: a4 1200 s, a5 1800 s.
    CHECK(blocked(scenario) == Lines{"08:00:40 a3 blocked: queue_closed", "08:10:30 a5 blocked: queue_closed"});
}

TEST_CASE("closed queue: who finds an agent free does not join it", "[model][queue_limits]") {
    Scenario scenario = one_agent();
    close_above(scenario, 1min);
    for (const Duration at : {10s, 20s, 620s}) add_call(scenario, 8h + at);
    CHECK(contact_story(scenario) ==
          Lines{"08:00:10 a0 answered by 0", "08:00:20 a1 blocked", "08:10:20 a2 answered by 0"});
}

TEST_CASE("closed queue: by the wait of the head", "[model][queue_limits]") {
    Scenario scenario = one_agent();
    close_above(scenario, 1min, WaitEstimator::head_wait);
    for (const Duration at : {10s, 20s, 80s, 81s}) add_call(scenario, 8h + at);
    // a1 has waited 60 s when a2 comes, 61 s when a3 comes.
    CHECK(blocked(scenario) == Lines{"08:01:21 a3 blocked: queue_closed"});
}

TEST_CASE("closed queue: for those out of the IVR too", "[model][queue_limits]") {
    Scenario scenario = one_agent();
    add_ivr(scenario);
    scenario.call_types.front().flow = FlowId{0};
    close_above(scenario, 10min);
    for (const Duration at : {10s, 20s, 30s}) add_call(scenario, 8h + at);
    // 30 s later each asks for an agent; a1 may expect 600 s, a2 1200 s.
    CHECK(blocked(scenario) == Lines{"08:01:00 a2 blocked: queue_closed"});
}

TEST_CASE("places and expected wait: callbacks of a quiet time are in nobody's way", "[model][queue_limits]") {
    Scenario scenario = one_agent();
    close_above(scenario, 10min);
    Callback callback;
    callback.when = Callback::When::quiet;
    callback.offered_above = 0s;
    callback.accepted = 1.0;
    scenario.call_types.front().callback = callback;
    scenario.call_types.front().queue_places = 1;
    // a1 and those after it accept a callback as soon as they join the queue, and none is in the way of the next.
    for (const Duration at : {10s, 20s, 30s, 40s}) add_call(scenario, 8h + at);
    CHECK(blocked(scenario).empty());
    Lines estimates;
    for (const Fact& fact : facts_of(scenario)) {
        if (std::holds_alternative<WaitEstimated>(fact)) estimates.push_back(text_of(scenario, fact));
    }
    CHECK(estimates == Lines{"08:00:20 a1 may wait 0 s 0 s 600 s 0 s", "08:00:30 a2 may wait 0 s 0 s 600 s 0 s",
                             "08:00:40 a3 may wait 0 s 0 s 600 s 0 s"});
}

}  // namespace floorwalker::model
