#include "sim/model/prepare/parts.hpp"

namespace floorwalker::model {
namespace {

constexpr double kMicrosecondsPerHour = 3.6e9;

SpellModel spells(double share, double days, bool is_paid) {
    const double ends = 1.0 / days;
    return {share, ends * share / (1.0 - share), ends, is_paid};
}

AbsenceModel absence_of(const GroupAbsence& absence) {
    AbsenceModel model;
    if (const auto& leave = absence.leave) model.leave = spells(leave->share, leave->days, leave->is_paid);
    if (const auto& sickness = absence.sickness) {
        model.sickness = spells(sickness->share, sickness->days, sickness->is_paid);
        model.sick_by_weekday = sickness->by_weekday;
    }
    if (const auto& lateness = absence.lateness) {
        model.late = lateness->share;
        model.late_by = kernel::Sampler{lateness->by};
        model.is_late_paid = lateness->is_paid;
    }
    if (const auto& unplanned = absence.unplanned) {
        model.slips_per_us = unplanned->per_hour / kMicrosecondsPerHour;
        model.slip_length = kernel::Sampler{unplanned->length};
    }
    return model;
}

}  // namespace

void prepare_absence(const Scenario& scenario, Model& model) {
    if (!model.uses.absences && !model.uses.slips) return;
    std::int64_t first = 0;
    for (const Group& group : scenario.groups) {
        model.absences.push_back(absence_of(group.absence));
        model.absences.back().first = AgentId{static_cast<std::uint32_t>(first)};
        first += known_agents(group);
    }
}

}  // namespace floorwalker::model
