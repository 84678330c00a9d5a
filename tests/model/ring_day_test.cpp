#include <catch2/catch.hpp>

#include "sim/model/engine.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/copies.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/journeys.hpp"

/// Calls that ring before they are answered, on days worked out by hand.
namespace floorwalker::model {
namespace {

using namespace support;

/// So rarely taken that no run of these tests sees it.
constexpr double kNever = 1 - 1e-9;

Ring ring(Duration delay, double not_answered = 0.0) {
    return {.delay = constant(delay), .not_answered = not_answered, .do_not_disturb = 60s};
}

Group ringing_group(std::string id, Ring ring, std::int64_t agents = 1) {
    Group one = group(std::move(id), {}, {0});
    one.shifts = {{{8h, 12h}, agents}};
    one.ring = ring;
    return one;
}

/// From 8 to 12, one person, who talks for ten minutes.
Scenario desk(const Ring& ring, std::optional<Duration> patience = {}) {
    Scenario scenario = quiet_day(4);
    add_type(scenario, "a", 10min, patience);
    add_group(scenario, ringing_group("all", ring));
    return scenario;
}

/// Of all that agents do, without coming in the morning.
Lines changes(const Scenario& scenario) {
    Lines lines;
    for (const Fact& fact : facts_of(scenario)) {
        const auto* change = std::get_if<AgentChanged>(&fact);
        if (change != nullptr && change->from != AgentState::signed_out) lines.push_back(text_of(scenario, fact));
    }
    return lines;
}

}  // namespace

TEST_CASE("ring: a call rings until its agent takes it, and has waited that long", "[model][ring]") {
    Scenario scenario = desk(ring(4s));
    add_call(scenario, 9h);
    CHECK(changes(scenario) == Lines{"09:00:00 0 of all: available -> ringing", "09:00:04 0 of all: ringing -> talking",
                                     "09:10:04 0 of all: talking -> available",
                                     "12:00:00 0 of all: available -> signed_out"});
    const auto answered = facts_like<Answered>(scenario);
    REQUIRE(answered.size() == 1);
    CHECK(answered[0].waited == 4s);
    CHECK(answered[0].rang == 4s);
    CHECK_FALSE(answered[0].queued);
    CHECK(facts_like<TalkEnded>(scenario).at(0).talk == 10min);
}

TEST_CASE("ring: a call from the queue rings too", "[model][ring]") {
    Scenario scenario = desk(ring(4s));
    add_call(scenario, 9h);
    add_call(scenario, 9h + 5min);  // the agent is free at 9:10:04 and takes it at 9:10:08
    const auto answered = facts_like<Answered>(scenario);
    REQUIRE(answered.size() == 2);
    CHECK(answered[1].waited == 5min + 8s);
    CHECK(answered[1].rang == 4s);
    CHECK(answered[1].queued);
}

TEST_CASE("ring: an agent takes no longer than it rings", "[model][ring]") {
    Scenario scenario = desk(ring(4s));
    // The delay is cut at two rings of three seconds.
    scenario.groups.front().ring = Ring{.rings = 2, .ring_length = 3s, .delay = exponential(1e6)};
    add_call(scenario, 9h);
    CHECK(facts_like<Answered>(scenario).at(0).rang == 6s);
}

TEST_CASE("ring: who does not take a call is left alone, and the next who is free gets it", "[model][ring]") {
    Scenario scenario = desk(ring(4s, kNever));
    add_group(scenario, ringing_group("other", ring(2s)));
    scenario.call_types.front().choose = AgentChoice::preference;
    scenario.call_types.front().groups = {GroupId{0}, GroupId{1}};
    add_call(scenario, 9h);
    CHECK(changes(scenario) ==
          Lines{"09:00:00 0 of all: available -> ringing", "09:00:15 0 of all: ringing -> do_not_disturb",
                "09:00:15 1 of other: available -> ringing", "09:00:17 1 of other: ringing -> talking",
                "09:01:15 0 of all: do_not_disturb -> available", "09:10:17 1 of other: talking -> available",
                "12:00:00 0 of all: available -> signed_out", "12:00:00 1 of other: available -> signed_out"});
    const auto answered = facts_like<Answered>(scenario);
    REQUIRE(answered.size() == 1);
    CHECK(answered[0].waited == 17s);
    CHECK(answered[0].rang == 2s);
    CHECK_FALSE(answered[0].queued);
    CHECK(facts_like<RingMissed>(scenario).at(0).rang == 15s);
}

TEST_CASE("ring: without another agent it waits in its old place, before who came later", "[model][ring]") {
    Scenario scenario = desk(ring(4s, kNever), 90s);
    add_call(scenario, 9h);
    add_call(scenario, 9h + 5s);
    // Back at 9:01:15 the agent lets the first call ring once more; it gives up at 9:01:30, before anybody could miss
    // it again. The second rings from then on until its patience ends at 9:01:35.
    const auto rings = facts_like<RingBegan>(scenario);
    REQUIRE(rings.size() == 3);
    CHECK(rings[0].at == at(9h));
    CHECK_FALSE(rings[0].queued);
    CHECK(rings[1].at == at(9h + 75s));
    CHECK(rings[1].contact.customer == rings[0].contact.customer);
    CHECK(rings[1].waited == 75s);
    CHECK(rings[1].queued);
    CHECK(rings[2].at == at(9h + 90s));
    CHECK_FALSE(rings[2].contact.customer == rings[0].contact.customer);
    const auto lost = facts_like<Abandoned>(scenario);
    REQUIRE(lost.size() == 2);
    CHECK(lost[0].waited == 90s);
    CHECK(lost[1].waited == 90s);
    CHECK(facts_like<Queued>(scenario).size() == 2);
}

TEST_CASE("ring: a customer hangs up while it rings, and the agent is free", "[model][ring]") {
    Scenario scenario = desk(ring(9s), 6s);
    add_call(scenario, 9h);
    CHECK(changes(scenario) == Lines{"09:00:00 0 of all: available -> ringing",
                                     "09:00:06 0 of all: ringing -> available",
                                     "12:00:00 0 of all: available -> signed_out"});
    const auto lost = facts_like<Abandoned>(scenario);
    REQUIRE(lost.size() == 1);
    CHECK(lost[0].waited == 6s);
    CHECK_FALSE(lost[0].queued);
}

TEST_CASE("ring: who would rather leave than queue does not mind the ring", "[model][ring]") {
    Scenario scenario = desk(ring(9s));
    scenario.call_types.front().leave_at_once = 1.0;
    add_call(scenario, 9h);
    CHECK(facts_like<Answered>(scenario).size() == 1);
    // But when nobody has taken it, it would have to queue.
    scenario.groups.front().ring->not_answered = kNever;
    const auto lost = facts_like<Abandoned>(scenario);
    REQUIRE(lost.size() == 1);
    CHECK(lost[0].waited == 15s);
    CHECK_FALSE(lost[0].queued);
}

TEST_CASE("ring: the end of the shift does not end the ring", "[model][ring]") {
    for (const AfterClose after : {AfterClose::drain, AfterClose::clear, AfterClose::carry_over}) {
        Scenario scenario = desk(ring(4s));
        scenario.centre.after_close = after;
        add_call(scenario, 11h + 59min + 58s);
        CHECK(changes(scenario) == Lines{"11:59:58 0 of all: available -> ringing",
                                         "12:00:02 0 of all: ringing -> talking",
                                         "12:10:02 0 of all: talking -> signed_out"});
    }
}

TEST_CASE("ring: who has not taken a call goes home when the shift is over", "[model][ring]") {
    Scenario scenario = desk(ring(4s, kNever));
    scenario.centre.after_close = AfterClose::clear;
    add_call(scenario, 11h + 59min + 50s);
    CHECK(changes(scenario) ==
          Lines{"11:59:50 0 of all: available -> ringing", "12:00:05 0 of all: ringing -> signed_out"});
    const auto dismissed = facts_like<Dismissed>(scenario);
    REQUIRE(dismissed.size() == 1);
    CHECK(dismissed[0].waited == 15s);
}

TEST_CASE("ring: the end of the shift ends do-not-disturb, which is paid", "[model][ring]") {
    Scenario scenario = desk(ring(4s, kNever), 20s);
    scenario.centre.after_close = AfterClose::clear;
    add_call(scenario, 11h + 59min);  // rings until 11:59:15, gives up at 11:59:20
    CHECK(changes(scenario) == Lines{"11:59:00 0 of all: available -> ringing",
                                     "11:59:15 0 of all: ringing -> do_not_disturb",
                                     "12:00:00 0 of all: do_not_disturb -> signed_out"});
    const auto duty = facts_like<DutyChanged>(scenario);
    REQUIRE(duty.size() == 2);  // one person from 8 to 12
    CHECK(duty[1].at == at(12h));
}

TEST_CASE("ring: the first agent of a warm transfer stays until the second has taken it", "[model][ring]") {
    Scenario scenario = quiet_day(4);
    add_type(scenario, "a", 10min);
    add_type(scenario, "b", 5min);
    Transfer transfer = transfer_to(CallTypeId{1}, TransferKind::warm);
    transfer.briefing = constant(30s);
    scenario.call_types.front().transfers = {transfer};
    add_group(scenario, group("front", {1}, {0}));
    Group back = group("back", {1}, {1});
    back.ring = ring(4s);
    add_group(scenario, back);
    add_call(scenario, 9h);
    const auto talks = facts_like<TalkEnded>(scenario);
    REQUIRE(talks.size() == 2);
    CHECK(talks[0].talk == 10min + 4s + 30s);  // talk, ring and briefing
    CHECK(talks[1].talk == 30s + 5min);
}

TEST_CASE("ring: chats do not ring", "[model][ring]") {
    Scenario scenario = desk(ring(4s));
    const CallTypeId chats = add_type(scenario, "chats", 5min);
    scenario.call_types.back().channel = Channel::chat;
    scenario.groups.front().skills[chats] = 1.0;
    add_call(scenario, 9h, chats);
    CHECK(facts_like<RingBegan>(scenario).empty());
    CHECK(facts_like<Answered>(scenario).at(0).waited == 0s);
}

TEST_CASE("ring: a copy of the world in the middle of a ring goes on alike", "[model][ring]") {
    Scenario scenario = one_day(4, 1h);
    scenario.call_types.push_back(call_type("a", {120}, exponential(60), exponential(40)));
    add_group(scenario, ringing_group("all", {.not_answered = 0.3}, 3));
    CHECK(facts_like<RingMissed>(scenario).size() > 20);
    check_copies(scenario, 1, 100);
}

}  // namespace floorwalker::model
