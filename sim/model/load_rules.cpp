#include <cmath>

#include "sim/model/require.hpp"
#include "sim/model/rules.hpp"

namespace floorwalker::model {
namespace {

bool is_share(double value) { return value >= 0 && value <= 1; }
bool is_rate(double value) { return value >= 0 && std::isfinite(value); }
bool is_change(double value) { return value > -1 && std::isfinite(value); }

void check_fatigue(const Fatigue& fatigue, const std::string& name) {
    for (const double rate : {fatigue.rise, fatigue.recovery_idle, fatigue.recovery_break, fatigue.stress,
                              fatigue.errors, fatigue.absences})
        require(is_rate(rate), name + ": rates and effects must be finite and not negative");
    require(is_share(fatigue.overnight), name + ".overnight must be a share");
    require(is_change(fatigue.handling) && is_change(fatigue.rush) && is_change(fatigue.shared_breaks),
            name + ": changes must be above -1");
    require(fatigue.long_hours > 0 && fatigue.rush_waiting > 0 && std::isfinite(fatigue.long_hours),
            name + ".long_hours and rush_waiting must be above 0");
}

void check_stress(const Stress& stress, const std::string& name) {
    for (const double rate :
         {stress.recovery_idle, stress.recovery_break, stress.errors, stress.absences, stress.sickness, stress.leaving})
        require(is_rate(rate), name + ": rates and effects must be finite and not negative");
    for (const double one : {stress.per_contact, stress.overnight, stress.coaching, stress.monitored, stress.feedback})
        require(is_share(one), name + ": what is added and taken away must be shares");
    require(is_change(stress.handling) && stress.politeness >= -1, name + ": changes must be above -1");
}

}  // namespace

void check_load(const Scenario& scenario, const Group& group) {
    check_fatigue(group.fatigue, "group." + group.id + ".fatigue");
    if (group.stress) check_stress(*group.stress, "group." + group.id + ".stress");
    require(!group.profile || index(*group.profile) < scenario.profiles.size(),
            "group." + group.id + ".profile names a profile that is not there");
    const Leaders leaders = group.leaders.value_or(Leaders{});
    require(leaders.attention >= Duration{0} && is_share(leaders.relief),
            "group." + group.id + ".leaders: attention must not be negative, and relief a share");
    require(leaders.count >= 0, "group." + group.id + ".leaders.count must not be negative");
    const auto check_quality_of = [&](const Quality& quality, const std::string& name) {
        for (const auto& [type, multiple] : quality)
            require(index(type) < scenario.call_types.size() && multiple > 0,
                    name + ".quality must be above 0, of a call type that is there");
    };
    check_quality_of(group.skill.quality, "group." + group.id + ".skill");
    for (const Agent& agent : group.listed) {
        if (agent.quality) check_quality_of(*agent.quality, "agent." + agent.id);
        require(!agent.profile || index(*agent.profile) < scenario.profiles.size(),
                "agent." + agent.id + ".profile names a profile that is not there");
    }
}

void check_abuse(const CallType& type) {
    if (!type.abuse) return;
    const Abuse& abuse = *type.abuse;
    const std::string name = "call_type." + type.id + ".abuse";
    require(type.channel == Channel::voice, name + " is of calls only");
    for (const double one : {abuse.share, abuse.per_minute_waited, abuse.stress, abuse.ends})
        require(is_share(one), name + " must have shares");
    require(abuse.warned_after >= Duration{0} && abuse.warning >= Duration{0}, name + ": times must not be negative");
}

}  // namespace floorwalker::model
