#include <algorithm>

#include <catch2/catch.hpp>

#include "sim/model/engine.hpp"
#include "tests/support/dice.hpp"
#include "tests/support/journey/journey_inspector.hpp"
#include "tests/support/journey/property.hpp"
#include "tests/support/journey/world_audit.hpp"

/// The rules of the centre at every moment of many days that use everything, thrown together by chance.
namespace floorwalker::model {
namespace {

using support::JourneyInspector;

/// What the run breaks first; empty: nothing.
std::string first_broken_rule(const Scenario& scenario, std::uint64_t seed,
                              std::array<std::uint64_t, std::variant_size_v<Fact>>& facts) {
    const auto prepared = prepare(scenario);
    Engine<JourneyInspector> engine{prepared, seed, 0,
                                    JourneyInspector{scenario, prepared, kernel::stream_key(seed, 0)}};
    JourneyInspector& inspector = engine.observer();
    while (engine.step()) {
        inspector.check_between_events();
        if (!inspector.violations().empty()) return inspector.violations().front();
        if (const std::string wrong = support::audit(*prepared, engine.world(), inspector); !wrong.empty())
            return wrong;
    }
    inspector.check_at_the_end();
    for (std::size_t i = 0; i < facts.size(); ++i) facts[i] += inspector.counts()[i];
    return inspector.violations().empty() ? "" : inspector.violations().front();
}

/// Facts of people who come and go.
bool is_of_turnover(std::size_t kind) {
    return kind == Fact{PersonLeft{}}.index() || kind == Fact{PersonJoined{}}.index() ||
           kind == Fact{TraineesChanged{}}.index();
}

/// Facts of machines: machines_property_test.cpp.
bool is_of_machines(std::size_t kind) {
    return kind >= Fact{LookedUp{}}.index() && kind <= Fact{CallDropped{}}.index();
}

/// The same centre with a break and a meal in the first shift of each group that has shifts.
Scenario with_activities(Scenario scenario, std::uint64_t seed) {
    for (Group& group : scenario.groups) {
        if (group.shifts.empty() ||
            group.shifts.front().span.end - group.shifts.front().span.start < std::chrono::hours{1})
            continue;
        const WorkSpan span = group.shifts.front().span;
        const Duration window = span.end - span.start;
        Activity one{.what = AgentState::on_break, .from = span.start, .until = span.end, .length = window / 12};
        if (seed % 2 == 0) one.at_once = 1 + group.shifts.front().agents / 4;
        group.away = {one};
        one.what = AgentState::meal;
        one.from = span.start + window / 4;
        one.length = window / 8;
        group.away.push_back(one);
    }
    return scenario;
}

/// The same with people who come and go: in days of which there are few, about half of them leave at each midnight.
Scenario with_turnover(Scenario scenario, std::uint64_t seed) {
    support::Dice dice{seed};
    scenario.centre.days = std::max<std::int64_t>(scenario.centre.days, 3);
    if (scenario.replay) return scenario;
    for (Group& group : scenario.groups) {
        if (!group.agents.empty()) continue;
        group.attrition = Attrition{1 - 1e-15, dice.one_of({1.0, 8.0})};
        HiringClass hiring{.day = 0, .every = {}, .people = {}, .training = kDay};
        if (dice.happens(0.5)) hiring.every = kDay;
        if (!hiring.every || dice.happens(0.5)) hiring.people = dice.between(1, 3);
        group.hiring.push_back(hiring);
    }
    return scenario;
}

}  // namespace

TEST_CASE("every rule holds at every moment of centres that use everything", "[model][property]") {
    std::array<std::uint64_t, std::variant_size_v<Fact>> facts{};
    support::check_for_all("rules", 500, [&](const Scenario& scenario, std::uint64_t seed) {
        return first_broken_rule(scenario, seed, facts);
    });
    // Else the random centres have become too small to say anything. A shift that ends while others wait is rare, and
    // nobody comes and goes here.
    const std::size_t rare = Fact{StaysOn{}}.index();
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (is_of_turnover(i) || is_of_machines(i)) continue;
        INFO("fact " << i);
        CHECK(facts[i] > (i == rare ? 50U : 300U));
    }
}

TEST_CASE("every rule holds where people have breaks and meals too", "[model][property][away]") {
    std::array<std::uint64_t, std::variant_size_v<Fact>> facts{};
    std::size_t with_breaks = 0;
    support::check_for_all("rules with breaks", 200, [&](const Scenario& scenario, std::uint64_t seed) {
        const Scenario changed = with_activities(scenario, seed);
        for (const Group& group : changed.groups) with_breaks += group.away.empty() ? 0 : 1;
        return first_broken_rule(changed, seed, facts);
    });
    CHECK(with_breaks > 50);
}

TEST_CASE("every rule holds where people come and go", "[model][property][turnover]") {
    std::array<std::uint64_t, std::variant_size_v<Fact>> facts{};
    support::check_for_all("rules with turnover", 200, [&](const Scenario& scenario, std::uint64_t seed) {
        return first_broken_rule(with_turnover(scenario, seed), seed, facts);
    });
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (!is_of_turnover(i)) continue;
        INFO("fact " << i);
        CHECK(facts[i] > 50);
    }
}

}  // namespace floorwalker::model
