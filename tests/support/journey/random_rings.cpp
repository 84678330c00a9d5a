#include "tests/support/journey/random_parts.hpp"

/// Groups whose phones ring.
namespace floorwalker::support::random_parts {

/// Abusive callers, and people who take it to heart without showing it in how long they take.
void add_abuse(Dice& dice, Scenario& scenario) {
    for (CallType& type : scenario.call_types) {
        if (type.channel != Channel::voice || !dice.happens(0.2)) continue;
        Abuse abuse;
        abuse.share = 0.3 * dice.share();
        abuse.per_minute_waited = dice.one_of({0.0, 0.05});
        abuse.ends = dice.one_of({0.0, 0.5});
        abuse.warned_after = seconds_between(dice, 0, 120);
        type.abuse = abuse;
    }
    for (Group& group : scenario.groups) {
        if (dice.happens(0.3)) group.stress = Stress{.recovery_idle = dice.share(), .recovery_break = 1.0};
    }
}

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
