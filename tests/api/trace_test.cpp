#include <catch2/catch.hpp>

#include <floorwalker/trace.hpp>

#include "sim/report/trace_report.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/facts.hpp"

/// Why a contact went where it went, on days worked out by hand.
namespace floorwalker {
namespace {

using namespace support;

Customer customer(std::uint16_t source, std::uint32_t number) { return {SourceId{source}, 0, number}; }

template <class Kind>
const TraceEntry& entry_of(const std::vector<TraceEntry>& entries) {
    for (const TraceEntry& entry : entries) {
        if (std::holds_alternative<Kind>(entry.fact)) return entry;
    }
    FAIL("no such fact");
    throw std::logic_error{"unreachable"};
}

// Two types for two agents of one group that keeps one free for b, and one agent of another group who takes a after 30
// s.
Scenario two_groups() {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 10min);
    add_type(scenario, "b", 10min);
    Group front = group("front", {2}, {0, 1});
    front.reserves = {{1, {CallTypeId{1}}, {}}};
    add_group(scenario, front);
    add_group(scenario, group("back", {1}, {0}));
    scenario.call_types[0].groups = {GroupId{0}};
    scenario.call_types[0].steps = {{30s, {{Condition::Of::queue_length, {}, {}, 1, 5}}, OpenGroups{{GroupId{1}}}}};
    return scenario;
}

}  // namespace

TEST_CASE("trace: an agent who is free but kept for others is told", "[trace]") {
    Scenario scenario = two_groups();
    add_call(scenario, 8h + 1min);
    add_call(scenario, 8h + 2min);
    // a0 takes the one of two free agents who is not kept. a1 finds one free, who is kept, and waits. After 30 s, with
    // one contact waiting, the step opens the other group, whose agent takes it.
    const auto first = trace(scenario, customer(0, 0));
    const TraceEntry& answered = entry_of<Answered>(first);
    CHECK(answered.choose == AgentChoice::preference);
    REQUIRE(answered.groups.size() == 1);
    CHECK(answered.groups[0].free == 2);
    CHECK(answered.groups[0].kept == 1);
    CHECK(answered.groups[0].may_take);
    CHECK(answered.groups[0].is_chosen);

    const auto second = trace(scenario, customer(0, 1));
    const TraceEntry& queued = entry_of<Queued>(second);
    REQUIRE(queued.groups.size() == 1);
    CHECK(queued.groups[0].free == 1);
    CHECK(queued.groups[0].present == 2);
    CHECK_FALSE(queued.groups[0].may_take);
    const TraceEntry& step = entry_of<StepTaken>(second);
    REQUIRE(step.conditions.size() == 1);
    CHECK(step.conditions[0].value == 1);
    CHECK(step.conditions[0].holds);
    const TraceEntry& by_back = entry_of<Answered>(second);
    REQUIRE(by_back.groups.size() == 2);
    CHECK_FALSE(by_back.groups[0].is_chosen);
    CHECK(by_back.groups[1].group == GroupId{1});
    CHECK(by_back.groups[1].free == 1);
    CHECK(by_back.groups[1].is_chosen);
}

TEST_CASE("trace: a freed agent's choice shows all queues as they were", "[trace]") {
    Scenario scenario = quiet_day(1);
    add_type(scenario, "a", 10min);
    add_type(scenario, "b", 10min);
    scenario.call_types[1].weight = 3.0;
    Group all = group("all", {1}, {0, 1});
    all.take = ContactChoice::weighted_wait;
    add_group(scenario, all);
    add_call(scenario, 8h);
    add_call(scenario, 8h + 2min);
    add_call(scenario, 8h + 3min);
    add_call(scenario, 8h + 6min, CallTypeId{1});
    // At 8:10: a1 has waited 480 s, worth 480; a2 stands behind it; b0 has waited 240 s, worth 3 × 240 = 720.
    const auto entries = trace(scenario, customer(1, 0));
    const TraceEntry& answered = entry_of<Answered>(entries);
    CHECK(answered.take == ContactChoice::weighted_wait);
    REQUIRE(answered.queues.size() == 2);
    CHECK(answered.queues[0].call_type == CallTypeId{0});
    CHECK(answered.queues[0].waiting == 2);
    CHECK(answered.queues[0].credited_wait == 480s);
    CHECK_FALSE(answered.queues[0].is_chosen);
    CHECK(answered.queues[1].waiting == 1);
    CHECK(answered.queues[1].worth == Approx(720));
    CHECK(answered.queues[1].is_chosen);
    CHECK(answered.groups.empty());
}

TEST_CASE("trace: it changes nothing, and tells the facts of the customer alone", "[trace]") {
    Scenario scenario = two_groups();
    for (const Duration at : {1min, 2min, 3min, 4min}) add_call(scenario, 8h + at);
    std::vector<std::string> told;
    for (const TraceEntry& entry : trace(scenario, customer(0, 3))) told.push_back(text_of(scenario, entry.fact));
    std::vector<std::string> stated;
    for (const Fact& fact : facts_of(scenario)) {
        const std::string text = text_of(scenario, fact);
        if (text.find("a3") != std::string::npos) stated.push_back(text);
    }
    CHECK(told == stated);
    CHECK(trace(scenario, customer(0, 4)).empty());
}

TEST_CASE("trace: as text, the rule and all that it saw", "[trace]") {
    Scenario scenario = two_groups();
    add_call(scenario, 8h + 1min);
    add_call(scenario, 8h + 2min);
    const auto entries = trace(scenario, customer(0, 1));
    CHECK(report::trace_text(scenario, {customer(0, 1), 1, 0}, entries) ==
          "Customer a/1/1 · seed 1 · replication 1\n"
          "\n"
          "  Day 1\n"
          "  08:02:00.0  comes for a, tier standard\n"
          "  08:02:00.0  waits\n"
          "              looked for an agent by preference:\n"
          "                 front  1 of 2 free  keeps 1 free for others\n"
          "  08:02:30.0  step 1: may be served by back too\n"
          "              ✓ contacts waiting: 1; asked for at least 1 and at most 5\n"
          "  08:02:30.0  answered by agent 2 of back after 30 s\n"
          "              looked for an agent by preference:\n"
          "                 front  1 of 2 free  keeps 1 free for others\n"
          "              ►  back   1 of 1 free\n"
          "  08:12:30.0  leaves after 10 min 00 s with agent 2\n");
}

}  // namespace floorwalker
