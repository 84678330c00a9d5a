#include "sim/model/agent/skill.hpp"

#include "sim/kernel/random/sampler.hpp"

namespace floorwalker::model {
namespace {

constexpr std::uint32_t kDaysOfAWeek = 7;
constexpr double kSecondsOfADay = 86'400.0;

double normal(const World& world, GroupId group, std::uint32_t number, std::uint32_t week, Purpose purpose) {
    auto luck = luck_of_agent(world.key, group, number, week, purpose);
    return kernel::prepared::unit_normal(luck);
}

/// An AR(1) whose variance stays 1: what is kept of last week, and as much news as was lost.
void bring_pace_to(const SkillModel& skill, const World& world, GroupId group, Person& person, std::uint32_t week) {
    const double news = std::sqrt(1.0 - skill.persistence * skill.persistence);
    while (person.week < week) {
        ++person.week;
        const double drawn = normal(world, group, person.number, person.week, Purpose::agent_drift);
        person.pace = skill.persistence * person.pace + news * drawn;
    }
}

/// The lognormal's mean is 1 with exp(σ z − σ²/2).
double pace_multiple(const SkillModel& skill, const Person& person) {
    return std::exp(skill.sigma * person.pace - skill.sigma * skill.sigma / 2.0);
}

/// Counts the days up to this one. Who is experienced is said by the calendar, so that the growth of one person's
/// tenure is that of all.
void learn_from_peers(const Model& model, World& world, GroupId id, std::uint32_t day) {
    const SkillModel& skill = model.skills[index(id)];
    GroupState& group = world.groups[index(id)];
    for (; group.peer_day < day; ++group.peer_day) {
        const auto is_experienced = [&](AgentId agent) {
            const Person& person = world.people[index(agent)];
            const bool is_new = person.joined_day != kNone;
            const double began = is_new ? -static_cast<double>(person.joined_day) : person.tenure_days;
            return !person.is_gone && began + group.peer_day >= skill.experienced_days;
        };
        const auto is_there = [&](AgentId agent) { return !world.people[index(agent)].is_gone; };
        const auto experienced = std::count_if(group.agents.begin(), group.agents.end(), is_experienced);
        const auto all = std::count_if(group.agents.begin(), group.agents.end(), is_there);
        const double share = all > 0 ? static_cast<double>(experienced) / static_cast<double>(all) : 0.0;
        group.peer_days += 1.0 / (1.0 - skill.peers * share) - 1.0;
    }
}

void bring_to(const Model& model, World& world, GroupId group, Person& person, std::uint32_t day) {
    const SkillModel& skill = model.skills[index(group)];
    person.day = day;
    if (skill.peers > 0) learn_from_peers(model, world, group, day);
    const double tenure = person.tenure_days + day + world.groups[index(group)].peer_days;
    person.multiple = skill.by_tenure.at(tenure * trait_multiple(model.traits.learning, person, Trait::learning)) *
                      trait_multiple(-model.traits.skill, person, Trait::skill);
    if (!person.varies) return;
    if (skill.persistence < 1.0) bring_pace_to(skill, world, group, person, day / kDaysOfAWeek);
    person.multiple *= pace_multiple(skill, person);
}

/// The same normal for the same person, whatever the profile.
void draw_traits(const std::array<TraitSpread, kTraits>& spreads, const World& world, GroupId group, Person& person) {
    for (std::size_t i = 0; i < kTraits; ++i) {
        const double z = normal(world, group, person.number, static_cast<std::uint32_t>(i), Purpose::agent_trait);
        person.traits[i] = static_cast<float>(spreads[i].mean + spreads[i].sd * z);
    }
}

PersonModel newcomer(const SkillModel& skill) {
    return {.tenure = skill.tenure, .is_listed = false, .quality = skill.quality, .profile = skill.profile};
}

/// What the person brings along beside its pace and its tenure.
void become(const Model& model, const World& world, GroupId group, const PersonModel& known, Person& person) {
    person.quality = known.quality;
    if (known.profile) draw_traits(model.profiles[index(*known.profile)], world, group, person);
}

std::size_t practice_place(const Model& model, AgentId id, CallTypeId type) {
    return index(id) * model.call_types.size() + index(type);
}

}  // namespace

void add_person(const Model& model, World& world, AgentId id) {
    const GroupId group = world.agents[index(id)].group;
    const SkillModel& skill = model.skills[index(group)];
    const bool is_known = index(id) < model.people.size();
    const PersonModel known = is_known ? model.people[index(id)] : newcomer(skill);
    Person person;
    person.number = world.groups[index(group)].people++;
    auto luck = luck_of_agent(world.key, group, person.number, 0, Purpose::agent_tenure);
    person.tenure_days = model.tenures[known.tenure](luck) / kSecondsOfADay;
    person.varies = skill.sigma > 0 && !known.is_listed;
    if (person.varies) person.pace = normal(world, group, person.number, 0, Purpose::agent_pace);
    become(model, world, group, known, person);
    world.people.push_back(person);
    if (model.uses.practice) world.handled.resize(world.people.size() * model.call_types.size());
}

void put_new_person(const Model& model, World& world, AgentId id, std::uint32_t day) {
    const GroupId group = world.agents[index(id)].group;
    const SkillModel& skill = model.skills[index(group)];
    if (skill.peers > 0) learn_from_peers(model, world, group, day);
    Person person;
    person.number = world.groups[index(group)].people++;
    person.missed_shifts = world.people[index(id)].missed_shifts;
    person.joined_day = day;
    // What experienced colleagues have added so far was not for this one.
    person.tenure_days = -static_cast<double>(day) - world.groups[index(group)].peer_days;
    person.week = day / kDaysOfAWeek;
    person.varies = skill.sigma > 0;
    if (person.varies) person.pace = normal(world, group, person.number, 0, Purpose::agent_pace);
    become(model, world, group, newcomer(skill), person);
    world.people[index(id)] = person;
    if (!model.uses.practice) return;
    for (std::size_t type = 0; type < model.call_types.size(); ++type)
        world.handled[practice_place(model, id, CallTypeId(static_cast<std::uint16_t>(type)))] = 0;
}

[[gnu::noinline]] double personal_multiple(const Model& model, World& world, AgentId id, CallTypeId type) {
    const GroupId group = world.agents[index(id)].group;
    Person& person = world.people[index(id)];
    const auto day = static_cast<std::uint32_t>(world.now.time_since_epoch() / kDay);
    if (person.day != day) bring_to(model, world, group, person, day);
    const SkillModel& skill = model.skills[index(group)];
    if (skill.by_calls.beyond == 0.0) return person.multiple;
    const double before = person.joined_day == kNone ? skill.calls_before : 0.0;
    const double handled = before + world.handled[practice_place(model, id, type)];
    return person.multiple * skill.by_calls.at(handled);
}

[[gnu::noinline]] void add_practice(const Model& model, World& world, AgentId id, CallTypeId type) {
    ++world.handled[practice_place(model, id, type)];
}

}  // namespace floorwalker::model
