#include "sim/scenario/keys/call_type_parts.hpp"
#include "sim/scenario/keys/group_parts.hpp"

/// What work does to people: fatigue, stress, abusive customers.
namespace floorwalker::scenario {
namespace {

using namespace std::chrono_literals;

constexpr double kMostRate = 1000.0;  // per hour
constexpr double kLeastChange = -0.99;
constexpr double kMostEffect = 100.0;

template <class Target>
Key<Target> effect(const std::string& name, double Target::*member, const std::string& on) {
    return key(name, share(0.0, kMostEffect), member, "0", "By how much more at 1: " + on + ".");
}

}  // namespace

Format<Fatigue> fatigue() {
    return table_of<Fatigue>({
        key("rise", number(0, kMostRate), &Fatigue::rise, "0", "Rate per hour of handling at which it rises to 1."),
        key("recovery_idle", number(0, kMostRate), &Fatigue::recovery_idle, "0",
            "Rate per hour at which it falls while available."),
        key("recovery_break", number(0, kMostRate), &Fatigue::recovery_break, "1",
            "Rate per hour at which it falls while away from contacts."),
        key("overnight", share(), &Fatigue::overnight, "100%", "The share that a night takes away."),
        effect("stress", &Fatigue::stress, "the rate at which it rises, by stress"),
        key("handling", share(kLeastChange, kMostEffect), &Fatigue::handling, "0",
            "Change of handling time at 1; either sign."),
        effect("errors", &Fatigue::errors, "odds of a mistake"),
        effect("absences", &Fatigue::absences, "rate of small absences"),
        key("long_hours", number_above(0, 2), &Fatigue::long_hours, "1",
            "Elasticity of a shift's output by its hours; published: 0.9."),
        key("rush", share(kLeastChange, kMostEffect), &Fatigue::rush, "0",
            "Change of handling time while the queue is long; either sign."),
        key("rush_waiting", number_above(0, 1000), &Fatigue::rush_waiting, "1",
            "Waiting of the call type per agent present at which the rush is full."),
    });
}

Format<Stress> stress() {
    return table_of<Stress>({
        key("per_contact", share(), &Stress::per_contact, "0", "Of what is left to 1, what any contact adds."),
        key("recovery_idle", number(0, kMostRate), &Stress::recovery_idle, "0.1",
            "Rate per hour at which it falls while available."),
        key("recovery_break", number(0, kMostRate), &Stress::recovery_break, "0.5",
            "Rate per hour at which it falls while away from contacts."),
        key("overnight", share(), &Stress::overnight, "50%", "The share that a night takes away."),
        key("coaching", share(), &Stress::coaching, "0", "The share that a coaching takes away."),
        key("monitored", share(), &Stress::monitored, "0",
            "Of what is left to 1, what silent monitoring without feedback adds."),
        key("feedback", share(), &Stress::feedback, "0", "The share that monitoring with feedback takes away."),
        key("handling", share(kLeastChange, kMostEffect), &Stress::handling, "0",
            "Change of handling time at 1; either sign."),
        effect("errors", &Stress::errors, "odds of a mistake"),
        key("politeness", share(-1.0, kMostEffect), &Stress::politeness, "0",
            "Change at 1 of the odds that a customer finds the agent friendly."),
        effect("absences", &Stress::absences, "rate of small absences"),
        effect("sickness", &Stress::sickness, "chance to fall ill"),
        effect("leaving", &Stress::leaving, "hazard to leave the company"),
    });
}

Format<Abuse> abuse() {
    return table_of<Abuse>({
        key("share", share(), &Abuse::share, "2%", "Of customers who did not wait."),
        key("per_minute_waited", share(), &Abuse::per_minute_waited, "0", "Added for each minute of the wait."),
        key("stress", share(), &Abuse::stress, "10%", "Of what is left to 1, what it adds to the agent's stress."),
        key("ends", share(), &Abuse::ends, "0", "Share of them that the agent ends after fair warning."),
        key("warned_after", duration(0s, kDay), &Abuse::warned_after, "\"60s\"", "When the agent warns."),
        key("warning", duration(0s, kDay), &Abuse::warning, "\"15s\"", "From the warning to the end."),
    });
}

}  // namespace floorwalker::scenario
