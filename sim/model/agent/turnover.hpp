#pragma once

#include "sim/model/agent/skill.hpp"
#include "sim/model/agent/vacancy.hpp"

/// People come and go at midnight: those whose training is over take what was vacant before, then it is seen who
/// leaves, then classes begin. So who leaves, and who comes when, hangs on nothing that happens on the floor.
namespace floorwalker::model {

/// Whether the person in the place, who was there all day yesterday, leaves today.
bool leaves(const Model& model, const World& world, AgentId id, std::uint32_t day);

/// Those whose training is over by today wait for a place.
void finish_training(World& world, std::uint32_t day);

/// Begins the classes of the day.
void begin_training(const Model& model, World& world, GroupId group, std::uint32_t day);

/// In training, or trained and without a place.
std::int64_t trainees_of(const World& world, GroupId group);

template <class Observer>
void fill_places(Floor<Observer>& floor, GroupId group, std::uint32_t day) {
    const TurnoverModel& model = floor.model.turnover[index(group)];
    for (std::uint32_t i = 0; i < model.places && floor.group(group).trained > 0; ++i) {
        const AgentId id{model.first_place + i};
        if (!is_free(floor.world, id)) continue;
        --floor.group(group).trained;
        put_new_person(floor.model, floor.world, id, day);
        floor.observe(PersonJoined{floor.now(), id, group, floor.world.people[index(id)].number});
    }
}

template <class Observer>
void let_people_leave(Floor<Observer>& floor, GroupId group, std::uint32_t day) {
    const TurnoverModel& model = floor.model.turnover[index(group)];
    for (std::uint32_t i = 0; i < model.places; ++i) {
        const AgentId id{model.first_place + i};
        if (!leaves(floor.model, floor.world, id, day)) continue;
        Person& person = floor.world.people[index(id)];
        person.is_gone = true;
        ++floor.group(group).to_replace;
        floor.observe(PersonLeft{floor.now(), id, group, person.number, person.tenure_days + day});
    }
}

template <class Observer>
[[gnu::noinline, gnu::cold]] void people_come_and_go(Floor<Observer>& floor, std::uint32_t day) {
    finish_training(floor.world, day);
    for (std::size_t g = 0; g < floor.model.turnover.size(); ++g) {
        if (!floor.model.turnover[g].lessons) continue;
        const auto group = GroupId(static_cast<std::uint16_t>(g));
        fill_places(floor, group, day);
        let_people_leave(floor, group, day);
        begin_training(floor.model, floor.world, group, day);
    }
}

/// The lessons of the day begin or end with the shift, if it is the one that they go by. They end in time, whoever has
/// to stay on the floor.
template <class Observer>
[[gnu::noinline, gnu::cold]] void hold_lessons(Floor<Observer>& floor, std::uint32_t block, bool begin) {
    const GroupId id = floor.model.shifts[block].group;
    if (floor.model.turnover[index(id)].lessons != block) return;
    const std::int64_t people = begin ? trainees_of(floor.world, id) : 0;
    if (people == floor.group(id).in_lessons) return;
    floor.group(id).in_lessons = people;
    floor.observe(TraineesChanged{floor.now(), id, people});
}

}  // namespace floorwalker::model
