#include <utility>

#include "sim/measure/recorder.hpp"

/// Recorder: people who come and go.
namespace floorwalker::measure {

GroupCell& Recorder::cell_now(GroupId group) {
    return tables_.group_cell(tables_.row(tables_.today(), interval_), index(group));
}

void Recorder::operator()(const PersonLeft& fact) {
    GroupNow& group = groups_[index(fact.group)];
    group.holders_integral_us += since_mark(fact.at);
    --group.holders;
    ++cell_now(fact.group).left;
    if (adherence_.is_followed()) adherence_.changes_place(fact.agent, false, fact.at);
}

void Recorder::operator()(const PersonJoined& fact) {
    GroupNow& group = groups_[index(fact.group)];
    group.holders_integral_us -= since_mark(fact.at);
    ++group.holders;
    ++cell_now(fact.group).joined;
    if (adherence_.is_followed()) adherence_.changes_place(fact.agent, true, fact.at);
}

void Recorder::operator()(const TraineesChanged& fact) {
    GroupNow& group = groups_[index(fact.group)];
    group.trainees_integral_us -= (fact.people - group.trainees) * since_mark(fact.at);
    group.trainees = fact.people;
}

void Recorder::close_people(GroupNow& group, GroupCell& cell, std::int64_t length, bool is_open) {
    const std::int64_t holders_us = std::exchange(group.holders_integral_us, 0) + group.holders * length;
    if (is_open) cell.holders_us += holders_us;
    cell.trainees_us += std::exchange(group.trainees_integral_us, 0) + group.trainees * length;
}

}  // namespace floorwalker::measure
