#include "tests/support/journey/random_parts.hpp"

/// How work wears people down.
namespace floorwalker::support::random_parts {
namespace {

Fatigue random_fatigue(Dice& dice) {
    Fatigue fatigue;
    fatigue.rise = 2 * dice.share();
    fatigue.recovery_idle = dice.share();
    fatigue.recovery_break = 3 * dice.share();
    fatigue.overnight = dice.one_of({0.0, 0.5, 1.0});
    fatigue.stress = dice.share();
    fatigue.handling = dice.one_of({-0.3, 0.0, 0.5});
    return fatigue;
}

Stress random_stress(Dice& dice) {
    Stress stress;
    stress.per_contact = 0.1 * dice.share();
    stress.recovery_idle = dice.share();
    stress.recovery_break = 3 * dice.share();
    stress.overnight = dice.one_of({0.0, 0.5, 1.0});
    stress.monitored = dice.share();
    stress.feedback = dice.share();
    stress.handling = dice.one_of({-0.2, 0.0, 0.3});
    return stress;
}

}  // namespace

void add_load(Dice& dice, Scenario& scenario) {
    if (dice.happens(0.6)) return;
    for (Group& group : scenario.groups) {
        if (dice.happens(0.6)) group.fatigue = random_fatigue(dice);
        if (dice.happens(0.6)) group.stress = random_stress(dice);
        if (dice.happens(0.6)) group.leaders = Leaders{dice.between(0, 2), seconds_between(dice, 0, 400), dice.share()};
    }
}

}  // namespace floorwalker::support::random_parts
