#include <cmath>
#include <utility>

#include "sim/measure/recorder.hpp"

/// Recorder: people who come and go.
namespace floorwalker::measure {
namespace {

/// Fatigue and stress are added up as integers, so that the order does not matter.
std::int64_t billionths(double value) { return std::llround(value * 1e9); }

}  // namespace

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

void Recorder::operator()(const LoadFelt& fact) {
    GroupCell& cell = cell_now(fact.group);
    ++cell.felt;
    cell.fatigue_billionths += billionths(fact.fatigue);
    cell.stress_billionths += billionths(fact.stress);
}

void Recorder::operator()(const LeadersChanged& fact) {
    GroupNow& group = groups_[index(fact.group)];
    const std::int64_t elapsed = since_mark(fact.at);
    group.leaders_integral_us -= (fact.present - group.leaders) * elapsed;
    group.busy_leaders_integral_us -= (fact.busy - group.busy_leaders) * elapsed;
    group.leaders = fact.present;
    group.busy_leaders = fact.busy;
}

void Recorder::close_people(GroupNow& group, GroupCell& cell, std::int64_t length, bool is_open) {
    const std::int64_t holders_us = std::exchange(group.holders_integral_us, 0) + group.holders * length;
    if (is_open) cell.holders_us += holders_us;
    cell.leaders_us += std::exchange(group.leaders_integral_us, 0) + group.leaders * length;
    cell.busy_leaders_us += std::exchange(group.busy_leaders_integral_us, 0) + group.busy_leaders * length;
    cell.trainees_us += std::exchange(group.trainees_integral_us, 0) + group.trainees * length;
}

}  // namespace floorwalker::measure
