#include "sim/model/agent/load.hpp"

#include "sim/model/agent/skill.hpp"

namespace floorwalker::model {
namespace {

constexpr Duration kReferenceShift = std::chrono::hours{8};
constexpr Duration kNight = std::chrono::hours{6};

/// Signed out for hours: each night takes its share. Less is like a break.
void rest(const LoadModel& load, Person& person, Duration elapsed) {
    if (elapsed < kNight) {
        const double hours = to_hours(elapsed);
        person.fatigue *= std::exp(-load.fatigue.recovery_break * hours);
        person.stress *= std::exp(-load.stress.recovery_break * hours);
        return;
    }
    const double nights = std::max(1.0, std::round(to_hours(elapsed) / 24.0));
    person.fatigue *= std::pow(1.0 - load.fatigue.overnight, nights);
    person.stress *= std::pow(1.0 - load.stress.overnight, nights);
}

void recover(Person& person, double fatigue_rate, double stress_rate, double hours) {
    if (person.fatigue > 0) person.fatigue *= std::exp(-fatigue_rate * hours);
    if (person.stress > 0) person.stress *= std::exp(-stress_rate * hours);
}

/// Stress stays as it is while handling, so the rate at which fatigue rises is constant.
void tire(const LoadModel& load, Person& person, double hours) {
    const double rate = load.fatigue.rise * (1.0 + load.fatigue.stress * person.stress);
    if (rate > 0) person.fatigue = 1.0 - (1.0 - person.fatigue) * std::exp(-rate * hours);
}

void add_stress(Person& person, double share) { person.stress += share * (1.0 - person.stress); }

/// Output after h hours is c · h^e with c = reference^(1 − e), so a shift of the reference's length makes as much as
/// without. What is to be done takes from h until that has grown by it.
double seconds_in_shift(double elasticity, double hours, double seconds) {
    const double reference = to_hours(kReferenceShift);
    const double constant = std::pow(reference, 1.0 - elasticity);
    const double end = std::pow(hours, elasticity) + seconds / 3600.0 / constant;
    return (std::pow(end, 1.0 / elasticity) - hours) * 3600.0;
}

double rush_multiple(const Fatigue& fatigue, const World& world, GroupId group, CallTypeId type) {
    const auto present = std::max<std::int64_t>(1, world.groups[index(group)].present_on_duty);
    const double waiting = static_cast<double>(world.waiting_of_type[index(type)]) / static_cast<double>(present);
    return 1.0 + fatigue.rush * std::min(1.0, waiting / fatigue.rush_waiting);
}

const LoadModel& load_of(const Model& model, const World& world, AgentId id) {
    return model.loads[index(world.agents[index(id)].group)];
}

}  // namespace

[[gnu::noinline]] void bring_load(const Model& model, World& world, AgentId id) {
    Person& person = world.people[index(id)];
    const Duration elapsed = world.now - person.load_at;
    person.load_at = world.now;
    if (elapsed <= Duration{0}) return;
    const LoadModel& load = load_of(model, world, id);
    const AgentState state = world.agents[index(id)].state;
    const double hours = to_hours(elapsed);
    if (state == AgentState::signed_out) return rest(load, person, elapsed);
    if (is_handling(state)) return tire(load, person, hours);
    if (state == AgentState::available)
        return recover(person, load.fatigue.recovery_idle, load.stress.recovery_idle, hours);
    recover(person, load.fatigue.recovery_break, load.stress.recovery_break, hours);
}

[[gnu::noinline]] void note_load(const Model& model, World& world, AgentId id) {
    const AgentState from = world.agents[index(id)].state;
    bring_load(model, world, id);
    Person& person = world.people[index(id)];
    if (from == AgentState::signed_out) person.signed_in = world.now;
    if (from == AgentState::signed_out) person.wants_leader = false;
}

[[gnu::noinline]] double loaded_seconds(const Model& model, World& world, AgentId id, CallTypeId type, double seconds) {
    bring_load(model, world, id);
    const LoadModel& load = load_of(model, world, id);
    const Person& person = world.people[index(id)];
    seconds *= load.always;
    seconds *= (1.0 + load.fatigue.handling * person.fatigue) * (1.0 + load.stress.handling * person.stress);
    if (load.fatigue.rush != 0) seconds *= rush_multiple(load.fatigue, world, world.agents[index(id)].group, type);
    if (load.fatigue.long_hours == 1.0) return seconds;
    return seconds_in_shift(load.fatigue.long_hours, to_hours(world.now - person.signed_in), seconds);
}

[[gnu::noinline]] void take_to_heart(const Model& model, World& world, AgentId id) {
    bring_load(model, world, id);
    add_stress(world.people[index(id)], load_of(model, world, id).stress.per_contact);
}

void be_coached(const Model& model, World& world, AgentId id) {
    bring_load(model, world, id);
    world.people[index(id)].stress *= 1.0 - load_of(model, world, id).stress.coaching;
}

void be_relieved(const Model& model, World& world, AgentId id, double relief) {
    bring_load(model, world, id);
    world.people[index(id)].stress *= 1.0 - relief;
}

void feel_monitored(const Model& model, World& world, AgentId id, bool with_feedback) {
    if (!model.uses.load) return;
    // Who has gone home recovers from it in the same night.
    if (world.agents[index(id)].state != AgentState::signed_out) bring_load(model, world, id);
    const Stress& stress = load_of(model, world, id).stress;
    Person& person = world.people[index(id)];
    if (with_feedback)
        person.stress *= 1.0 - stress.feedback;
    else
        add_stress(person, stress.monitored);
}

[[gnu::noinline]] AbusiveTalk meet_customer(const Model& model, World& world, AgentId id, const ContactRef& contact,
                                            Duration waited, double seconds) {
    const auto& abuse = model.call_types[index(contact.call_type)].abuse;
    if (!abuse) return {.seconds = seconds};
    const double share = abuse->share + abuse->per_minute_waited * to_seconds(waited) / 60.0;
    const Turn turn = turn_of(contact);
    if (chance(world.key, contact.customer, Purpose::abuse, turn) >= share) return {.seconds = seconds};
    bring_load(model, world, id);
    Person& person = world.people[index(id)];
    const double calm = trait_multiple(-model.traits.self_control, person, Trait::self_control);
    add_stress(person, std::min(1.0, abuse->stress * calm));
    person.wants_leader = true;
    const double most = to_seconds(abuse->warned_after + abuse->warning);
    const bool is_ended =
        seconds > most && chance(world.key, contact.customer, Purpose::abuse_ended, turn) < abuse->ends;
    return {true, is_ended, is_ended ? most : seconds};
}

}  // namespace floorwalker::model
