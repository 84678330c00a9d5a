#include "tests/support/journey/random_parts.hpp"

/// Groups whose phones ring.
namespace floorwalker::support::random_parts {

void add_rings(Dice& dice, Scenario& scenario) {
    for (Group& group : scenario.groups) {
        if (!dice.happens(0.3)) continue;
        Ring ring;
        ring.rings = dice.between(1, 4);
        ring.ring_length = seconds_between(dice, 1, 10);
        ring.delay = random_time(dice, static_cast<double>(dice.between(1, 20)));
        ring.not_answered = dice.one_of({0.0, 0.1, 0.5});
        ring.do_not_disturb = seconds_between(dice, 0, 300);
        group.ring = ring;
    }
}

}  // namespace floorwalker::support::random_parts
