#include "sim/model/agent/absence.hpp"

#include "sim/kernel/random/sampler.hpp"
#include "sim/model/agent/condition.hpp"

namespace floorwalker::model {
namespace {

struct Place {
    GroupId group{};
    std::uint32_t number = 0;
};

Place place_of(const Model& model, AgentId id) {
    const GroupId group = model.agents[index(id)].group;
    return {group, static_cast<std::uint32_t>(index(id) - index(model.absences[index(group)].first))};
}

kernel::Stream luck_on(const Model& model, const World& world, AgentId id, std::uint32_t number, Purpose purpose) {
    const Place place = place_of(model, id);
    return luck_of_agent(world.key, place.group, place.number, number, purpose);
}

/// The state on a day: on the first from the long run, later from the day before.
bool next_state(const SpellModel& spell, bool before, double factor, std::uint32_t day, double place) {
    if (day == 0) return place < spell.share;
    return before ? place >= spell.ends : place < spell.begins * factor;
}

}  // namespace

void draw_spells(const Model& model, World& world, std::uint32_t day) {
    const unsigned weekday = (model.first_weekday + day) % 7;
    for (std::size_t i = 0; i < model.agents.size(); ++i) {
        const AgentId id{static_cast<std::uint32_t>(i)};
        const AbsenceModel& absence = model.absences[index(model.agents[i].group)];
        AbsenceState& state = world.absences[i];
        const auto place = [&](Purpose purpose) {
            return kernel::unit_interval(luck_on(model, world, id, day, purpose)());
        };
        if (absence.leave.share > 0)
            state.is_on_leave = next_state(absence.leave, state.is_on_leave, 1.0, day, place(Purpose::agent_leave));
        if (absence.sickness.share > 0) {
            const double factor = absence.sick_by_weekday[weekday] * sickness_multiple(model, world, id);
            state.is_ill = next_state(absence.sickness, state.is_ill, factor, day, place(Purpose::agent_sickness));
        }
    }
}

std::optional<AbsenceCause> absence_today(const World& world, AgentId id) {
    const AbsenceState& state = world.absences[index(id)];
    if (state.is_on_leave) return AbsenceCause::leave;
    if (state.is_ill) return AbsenceCause::sickness;
    return std::nullopt;
}

Duration lateness(const Model& model, const World& world, AgentId id, std::uint32_t day) {
    const AbsenceModel& absence = model.absences[index(model.agents[index(id)].group)];
    if (absence.late == 0.0) return Duration{0};
    auto luck = luck_on(model, world, id, day, Purpose::agent_lateness);
    if (kernel::unit_interval(luck()) >= absence.late) return Duration{0};
    auto length = luck_on(model, world, id, day, Purpose::agent_late_by);
    return drawn_duration(absence.late_by(length));
}

Duration until_next_slip(const Model& model, World& world, AgentId id) {
    const AbsenceModel& absence = model.absences[index(model.agents[index(id)].group)];
    AbsenceState& state = world.absences[index(id)];
    auto luck = luck_on(model, world, id, ++state.slips, Purpose::agent_slip);
    const double rate = absence.slips_per_us * absence_multiple(model, world, id);
    constexpr double kMicroseconds = 1e-6;
    return drawn_duration(kernel::prepared::unit_exponential(luck) / rate * kMicroseconds);
}

Duration length_of_slip(const Model& model, const World& world, AgentId id) {
    const AbsenceModel& absence = model.absences[index(model.agents[index(id)].group)];
    auto luck = luck_on(model, world, id, world.absences[index(id)].slips, Purpose::agent_slip_length);
    return handling_duration(absence.slip_length(luck));
}

}  // namespace floorwalker::model
