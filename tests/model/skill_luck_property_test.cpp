#include <catch2/catch.hpp>

#include "sim/measure/contact_log.hpp"
#include "tests/support/copies.hpp"
#include "tests/support/engines.hpp"
#include "tests/support/journey/property.hpp"
#include "tests/support/same_customer.hpp"
#include "tests/support/shipped.hpp"

/// People who differ and learn: the customers stay who they are, and the world stays a value.
namespace floorwalker::model {
namespace {

using measure::ContactLog;
using support::Dice;
using support::FirstCalls;

FirstCalls first_calls(const Scenario& scenario, std::uint64_t seed) {
    const auto prepared = prepare(scenario);
    Engine<ContactLog> engine{prepared, seed, 0, ContactLog{prepared, kernel::stream_key(seed, 0)}};
    engine.run();
    FirstCalls calls;
    for (const ContactRecord& record : engine.observer().contacts()) support::keep_first_call(calls, record);
    return calls;
}

GroupSkill any_skill(Dice& dice) {
    GroupSkill skill;
    if (dice.happens(0.7)) skill.spread = 0.4;
    if (skill.spread > 0 && dice.happens(0.5)) skill.drift = 0.2;
    if (dice.happens(0.6)) skill.learning = LearningByTenure{2.5, kDay};
    if (dice.happens(0.6)) skill.learning_by_calls = LearningByCalls{3.0, 5.0, 0.0};
    if (dice.happens(0.5)) skill.tenure = Distribution{Exponential{to_seconds(2 * kDay)}, {}};
    return skill;
}

Scenario with_people(Scenario scenario, std::uint64_t seed) {
    Dice dice{seed};
    for (Group& group : scenario.groups) group.skill = any_skill(dice);
    scenario.groups.front().skill.learning = LearningByTenure{2.0, kDay};
    return scenario;
}

}  // namespace

TEST_CASE("customers bring along the same to people who learn", "[model][skill][luck][property]") {
    std::size_t contacts = 0;
    support::check_for_all("people", 150, [&](const Scenario& scenario, std::uint64_t seed) {
        const FirstCalls calls = first_calls(scenario, seed);
        contacts += calls.size();
        return support::difference(calls, first_calls(with_people(scenario, seed), seed));
    });
    CHECK(contacts > 5'000);
}

TEST_CASE("copies of every centre of people who learn go on alike", "[model][skill][property]") {
    support::check_for_all("copies of people", 100, [](const Scenario& plain, std::uint64_t seed) {
        const Scenario scenario = with_people(plain, seed);
        const support::Uninterrupted whole = support::at_once(scenario, seed);
        support::DigestEngine engine = support::engine_for(scenario, seed);
        engine.run_steps(whole.steps / 2);
        const support::DigestEngine copy{prepare(scenario), engine.world(), engine.observer()};
        if (support::run_on(copy) != whole.digest) return "a copy goes on in another way";
        return support::run_on(engine) == whole.digest ? "" : "the original goes on in another way";
    });
}

TEST_CASE("people who learn make a difference", "[model][skill]") {
    const Scenario plain = support::shipped("skills");
    CHECK(support::at_once(with_people(plain, 1), 1).digest != support::at_once(plain, 1).digest);
}

TEST_CASE("learning that changes nothing leaves every digest as it is", "[model][skill]") {
    Scenario scenario = support::shipped("skills");
    const auto before = support::at_once(scenario, 1).digest;
    for (Group& group : scenario.groups) {
        group.skill.learning = LearningByTenure{1.0, kDay};
        group.skill.learning_by_calls = LearningByCalls{1.0, 5.0, 0.0};
    }
    CHECK(support::at_once(scenario, 1).digest == before);
}

TEST_CASE("a copied world learns on as the original does", "[model][skill]") {
    Scenario scenario = with_people(support::shipped("skills"), 7);
    scenario.centre.days = 9;  // more than a week, for the drift
    for (Group& group : scenario.groups) {
        group.skill.spread = 0.3;
        group.skill.drift = 0.1;
        group.skill.learning_by_calls = LearningByCalls{2.0, 50.0, 0.0};
    }
    support::check_copies(scenario, 3, 3);
    support::check_all_ways(scenario, 3);
}

}  // namespace floorwalker::model
