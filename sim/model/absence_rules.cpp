#include <cmath>

#include "sim/model/require.hpp"
#include "sim/model/rules.hpp"

namespace floorwalker::model {
namespace {

template <class Spells>
void check_spells(const std::optional<Spells>& spells, const std::string& name) {
    if (!spells) return;
    require(spells->share >= 0 && spells->share < 1, name + ".share must be from 0 to 1, and below 1");
    require(spells->days >= 1 && std::isfinite(spells->days), name + ".days must be at least 1");
    require(spells->share * (1.0 + spells->days) <= spells->days, name + ".share is more than its days allow");
}

bool is_short(Duration duration) { return duration > Duration{0} && duration <= kDay; }

void check_overtime(const Overtime& overtime, const std::string& name) {
    require(overtime.waiting >= 1, name + ".waiting must be at least 1");
    require(is_short(overtime.step) && is_short(overtime.most),
            name + ".step and most must be positive, at most a day");
    require(overtime.pay_factor >= 0 && std::isfinite(overtime.pay_factor), name + ".pay_factor must not be negative");
}

}  // namespace

void check_absence(const Group& group) {
    const std::string name = "group." + group.id;
    const GroupAbsence& absence = group.absence;
    require(group.agents.empty() || (!absence.any() && !group.overtime && !group.handover),
            name + " has a head count, which does not say who is absent or stays");
    check_spells(absence.leave, name + ".absence.leave");
    check_spells(absence.sickness, name + ".absence.sickness");
    if (absence.sickness) {
        for (const double factor : absence.sickness->by_weekday)
            require(factor >= 0 && std::isfinite(factor), name + ".absence.sickness: a factor is negative");
    }
    if (absence.lateness) {
        require(absence.lateness->share >= 0 && absence.lateness->share <= 1,
                name + ".absence.lateness.share must be a share");
        require_sound(absence.lateness->by, name + ".absence.lateness.by");
    }
    if (absence.unplanned) {
        require(absence.unplanned->per_hour > 0 && absence.unplanned->per_hour <= 60,
                name + ".absence.unplanned.per_hour must be above 0, at most 60");
        require_sound(absence.unplanned->length, name + ".absence.unplanned.length");
    }
    if (group.overtime) check_overtime(*group.overtime, name + ".overtime");
    if (group.handover)
        require(is_short(group.handover->most), name + ".handover.most must be positive, at most a day");
}

}  // namespace floorwalker::model
