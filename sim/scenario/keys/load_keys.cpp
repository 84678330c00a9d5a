#include "sim/scenario/keys/call_type_parts.hpp"
#include "sim/scenario/keys/group_parts.hpp"

/// What work does to people: fatigue, stress, abusive customers.
namespace floorwalker::scenario {
namespace {

using namespace std::chrono_literals;

constexpr double kMostRate = 1000.0;  // per hour
constexpr double kLeastChange = -0.99;
constexpr double kMostEffect = 100.0;

/// What was published, as figures for keys.
enum class Source { none, collewet_sauermann_2017, pentland_2012 };

struct WrittenFatigue : Fatigue {
    Source preset = Source::none;
};

/// What is written stays as it is.
std::optional<Fatigue> finish_fatigue(WrittenFatigue& written, const Node& node, Context&) {
    if (written.preset == Source::collewet_sauermann_2017 && find(node, "long_hours") == nullptr)
        written.long_hours = 0.9;
    if (written.preset == Source::pentland_2012 && find(node, "shared_breaks") == nullptr)
        written.shared_breaks = -0.08;
    return written;
}

template <class Target>
Key<Target> effect(const std::string& name, double Target::*member, const std::string& on) {
    return key(name, share(0.0, kMostEffect), member, "0", "By how much more at 1: " + on + ".");
}

}  // namespace

Format<Fatigue> fatigue() {
    using Written = WrittenFatigue;
    static const Keys<Written> kKeys{
        key("preset",
            choice<Source>({{"collewet_sauermann_2017", Source::collewet_sauermann_2017},
                            {"pentland_2012", Source::pentland_2012}}),
            &Written::preset, "none",
            "Published figures for what is not written here. collewet_sauermann_2017: long_hours = 0.9. pentland_2012: "
            "shared_breaks = \"-8%\"."),
        key<Written>("rise", number(0, kMostRate), &Written::rise, "0",
                     "Rate per hour of handling at which it rises to 1."),
        key<Written>("recovery_idle", number(0, kMostRate), &Written::recovery_idle, "0",
                     "Rate per hour at which it falls while available."),
        key<Written>("recovery_break", number(0, kMostRate), &Written::recovery_break, "1",
                     "Rate per hour at which it falls while away from contacts."),
        key<Written>("overnight", share(), &Written::overnight, "100%", "The share that a night takes away."),
        effect<Written>("stress", &Written::stress, "the rate at which it rises, by stress"),
        key<Written>("handling", share(kLeastChange, kMostEffect), &Written::handling, "0",
                     "Change of handling time at 1; either sign."),
        effect<Written>("errors", &Written::errors, "odds of a mistake"),
        effect<Written>("absences", &Written::absences, "rate of small absences"),
        key<Written>("shared_breaks", share(kLeastChange, kMostEffect), &Written::shared_breaks, "0",
                     "Change of handling time in a group whose breaks two or more may take at once."),
        key<Written>("long_hours", number_above(0, 2), &Written::long_hours, "1",
                     "Elasticity of a shift's output by its hours."),
        key<Written>("rush", share(kLeastChange, kMostEffect), &Written::rush, "0",
                     "Change of handling time while the queue is long; either sign."),
        key<Written>("rush_waiting", number_above(0, 1000), &Written::rush_waiting, "1",
                     "Waiting of the call type per agent present at which the rush is full."),
    };
    return table_of<Written, Fatigue>(kKeys, finish_fatigue);
}

Format<Leaders> leaders() {
    return table_of<Leaders>({
        key("count", integer(0, 1'000'000), &Leaders::count, "1",
            "How many there are, while any agent is there. A coaching takes the time of one."),
        key("attention", duration(0s, kDay), &Leaders::attention, "\"3min\"",
            "For so long an agent goes aside with a leader who is free after an abusive contact; paid. 0s: never."),
        key("relief", share(), &Leaders::relief, "\"50%\"", "The share of its stress that this takes away."),
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
