#include <catch2/catch.hpp>

#include "tests/support/copies.hpp"
#include "tests/support/engines.hpp"
#include "tests/support/journey/property.hpp"

/// Worlds with people who tire and are strained are values.
namespace floorwalker::model {
namespace {

using support::Dice;

Scenario with_load(Scenario scenario, std::uint64_t seed) {
    Dice dice{seed};
    scenario.profiles.push_back({.id = "any", .name = "any"});
    for (Group& group : scenario.groups) {
        group.fatigue = {.rise = 1, .recovery_idle = 1, .overnight = 0.5, .stress = 1, .handling = 0.5};
        if (dice.happens(0.5)) group.fatigue.long_hours = 0.9;
        if (dice.happens(0.5)) group.fatigue.rush = -0.3;
        if (dice.happens(0.7)) group.stress = Stress{.per_contact = 0.01, .handling = 0.2};
        if (dice.happens(0.5)) group.profile = ProfileId{0};
        if (dice.happens(0.5)) group.skill.learning = LearningByTenure{2.0, kDay, 0.3, kDay, 2.0};
    }
    for (CallType& type : scenario.call_types) {
        if (type.channel == Channel::voice) type.abuse = Abuse{.share = 0.2, .per_minute_waited = 0.1, .ends = 0.5};
    }
    return scenario;
}

}  // namespace

TEST_CASE("copies of every centre of people under load go on alike", "[model][load][property]") {
    support::check_for_all("copies under load", 60, [](const Scenario& plain, std::uint64_t seed) {
        const Scenario scenario = with_load(plain, seed);
        const support::Uninterrupted whole = support::at_once(scenario, seed);
        support::DigestEngine engine = support::engine_for(scenario, seed);
        engine.run_steps(whole.steps / 2);
        for (const Person& person : engine.world().people) {
            if (person.fatigue < 0 || person.fatigue > 1 || person.stress < 0 || person.stress > 1)
                return std::string{"fatigue or stress is no share"};
        }
        return std::string{support::run_on(engine) == whole.digest ? "" : "the copy went another way"};
    });
}

}  // namespace floorwalker::model
