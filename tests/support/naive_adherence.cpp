#include "tests/support/naive_adherence.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "sim/model/calendar/day.hpp"
#include "sim/model/model.hpp"

namespace floorwalker::support {
namespace {

bool is_work(AgentState state) {
    switch (state) {
    case AgentState::available:
    case AgentState::ringing:
    case AgentState::talking:
    case AgentState::on_hold:
    case AgentState::wrap_up:
    case AgentState::dialling: return true;
    default: return false;
    }
}

bool fits(AgentState state, AgentState wanted) {
    return wanted == AgentState::available ? is_work(state) : state == wanted;
}

/// The last value that is not after `at`.
template <class Value>
Value value_at(const std::map<TimePoint, Value>& values, TimePoint at, Value before) {
    const auto next = values.upper_bound(at);
    return next == values.begin() ? before : std::prev(next)->second;
}

bool differ(double part, double whole, const std::optional<double>& mean) {
    if (whole == 0) return mean.has_value();
    return !mean || std::abs(*mean - part / whole) > 1e-9;
}

}  // namespace

void NaiveAdherence::Sums::add(const Sums& other) {
    scheduled += other.scheduled;
    adherent += other.adherent;
    for_contacts += other.for_contacts;
    worked += other.worked;
}

NaiveAdherence::NaiveAdherence(const Scenario& scenario)
    : scenario_{scenario},
      tolerance_{scenario.centre.adherence_tolerance},
      rows_{{TimePoint{}, scenario.intervals_per_day(), scenario.centre.warm_up_days == 0}},
      groups_(scenario.groups.size()),
      intervals_(scenario.intervals_per_day() + 1) {
    const auto model = model::prepare(scenario);
    const auto is_work_day = [&](std::int64_t day, WorkSpan shift) {
        return !model::is_called_off(*model, static_cast<std::uint32_t>(day), shift);
    };
    const auto add_person = [&](std::size_t group, const std::vector<WorkSpan>& shifts) {
        Person person{group, {}, {}, {}};
        for (const WorkSpan shift : shifts) {
            for (std::int64_t day = 0; day < scenario.centre.days; ++day) {
                const TimePoint midnight{kDay * day};
                if (is_work_day(day, shift))
                    person.plan.push_back(
                        {midnight + shift.start, midnight + shift.start, midnight + shift.end, AgentState::available});
            }
        }
        people_.push_back(std::move(person));
    };
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        const Group& group = scenario.groups[g];
        for (std::int64_t i = 0; i < (group.agents.empty() ? 0 : model::known_agents(group)); ++i) add_person(g, {});
        for (const Group::Shift& shift : group.shifts) {
            for (std::int64_t i = 0; i < shift.agents; ++i) add_person(g, {shift.span});
        }
        for (const Agent& agent : group.listed) add_person(g, agent.shifts);
    }
    for (const model::AwayPlan& away : model->away) {
        const model::ActivityModel& activity = model->activities[away.activity];
        for (std::int64_t day = 0; day < scenario.centre.days; ++day) {
            const TimePoint midnight{kDay * day};
            if (is_work_day(day, away.shift))
                people_[index(away.agent)].plan.push_back({midnight + away.shift.start, midnight + away.due,
                                                           midnight + away.due + activity.length, activity.what});
        }
    }
}

void NaiveAdherence::operator()(const Fact& fact) {
    if (const auto* one = std::get_if<AgentChanged>(&fact); one && index(one->agent) < people_.size())
        people_[index(one->agent)].states[one->at] = one->to;
    if (const auto* one = std::get_if<PersonLeft>(&fact)) people_[index(one->agent)].held[one->at] = false;
    if (const auto* one = std::get_if<PersonJoined>(&fact)) people_[index(one->agent)].held[one->at] = true;
    if (const auto* one = std::get_if<DayOpened>(&fact)) {
        day_ = one->day;
        rows_.push_back({one->at, 0, day_ >= scenario_.centre.warm_up_days});
    }
    if (const auto* one = std::get_if<IntervalBegan>(&fact))
        rows_.push_back({one->at, one->interval, day_ >= scenario_.centre.warm_up_days});
}

/// A shift that has begun counts if somebody was there to take it; one to come, if somebody is there now.
bool NaiveAdherence::counts(const Person& person, const Planned& planned, TimePoint seen_at) const {
    return value_at(person.held, std::min(planned.shift_begins, seen_at), true);
}

std::vector<AgentState> NaiveAdherence::wanted(const Person& person, TimePoint at, TimePoint seen_at) const {
    std::vector<AgentState> activities;
    bool is_in_shift = false;
    for (const Planned& planned : person.plan) {
        if (planned.from > at || planned.until <= at || !counts(person, planned, seen_at)) continue;
        if (planned.what == AgentState::available)
            is_in_shift = true;
        else
            activities.push_back(planned.what);
    }
    if (!activities.empty()) return activities;
    return {is_in_shift ? AgentState::available : AgentState::signed_out};
}

bool NaiveAdherence::adheres(const Person& person, TimePoint at, AgentState state) const {
    std::vector<TimePoint> moments{at, at - tolerance_, at + tolerance_};
    for (const Planned& planned : person.plan) {
        for (const TimePoint edge : {planned.from, planned.until}) {
            if (edge < at - tolerance_ || edge > at + tolerance_) continue;
            moments.push_back(edge);
            moments.push_back(std::max(edge - Duration{1}, at - tolerance_));
        }
    }
    return std::any_of(moments.begin(), moments.end(), [&](TimePoint moment) {
        const std::vector<AgentState> kinds = wanted(person, moment, at);
        return std::any_of(kinds.begin(), kinds.end(), [&](AgentState kind) { return fits(state, kind); });
    });
}

void NaiveAdherence::measure(const Person& person, TimePoint end, Sums& of_agent) {
    if (person.plan.empty()) return;
    std::set<TimePoint> changes{TimePoint{}, end};
    for (const Planned& planned : person.plan) {
        for (const TimePoint edge : {planned.from, planned.until})
            changes.insert({edge - tolerance_, edge, edge + tolerance_});
    }
    for (const auto& [at, state] : person.states) changes.insert(at);
    for (const auto& [at, held] : person.held) changes.insert(at);
    for (const Row& row : rows_) changes.insert(row.from);
    for (auto from = changes.find(TimePoint{}); *from < end; ++from) {
        const TimePoint until = *std::next(from);
        const TimePoint at = *from + (until - *from) / 2;
        const auto row = std::prev(std::upper_bound(
            rows_.begin(), rows_.end(), at, [](TimePoint moment, const Row& one) { return moment < one.from; }));
        if (!row->is_measured) continue;
        const double length = to_seconds(until - *from);
        const AgentState state = value_at(person.states, at, AgentState::signed_out);
        const AgentState kind = wanted(person, at, at).front();
        Sums sums;
        if (kind != AgentState::signed_out) {
            sums.scheduled = length;
            if (adheres(person, at, state)) sums.adherent = length;
        }
        if (kind == AgentState::available) sums.for_contacts = length;
        if (is_work(state)) sums.worked = length;
        of_agent.add(sums);
        all_.add(sums);
        groups_[person.group].add(sums);
        intervals_[row->interval].add(sums);
    }
}

std::string NaiveAdherence::difference(const std::string& scope, const Sums& sums, const KpiSet& kpis) const {
    const auto say = [&](Kpi kpi, double part, double whole) -> std::string {
        if (!differ(part, whole, kpis[kpi].mean)) return {};
        return fmt::format("{} {}: {} of {}, not {}", scope, name_of(kpi), part, whole,
                           kpis[kpi].mean.value_or(std::nan("")));
    };
    const std::string adherence = say(Kpi::adherence, sums.adherent, sums.scheduled);
    return adherence.empty() ? say(Kpi::conformance, sums.worked, sums.for_contacts) : adherence;
}

std::string NaiveAdherence::difference(const RunResult& result, TimePoint end) {
    for (std::size_t a = 0; a < people_.size(); ++a) {
        Sums sums;
        measure(people_[a], end, sums);
        if (differ(sums.adherent, sums.scheduled, result.agents[a].adherence) ||
            differ(sums.worked, sums.for_contacts, result.agents[a].conformance))
            return fmt::format("agent {}: adheres for {} of {}, works for {} of {}, not {} and {}", a, sums.adherent,
                               sums.scheduled, sums.worked, sums.for_contacts,
                               result.agents[a].adherence.value_or(std::nan("")),
                               result.agents[a].conformance.value_or(std::nan("")));
    }
    std::string wrong = difference("overall", all_, result.overall);
    for (std::size_t g = 0; g < groups_.size() && wrong.empty(); ++g)
        wrong = difference(result.groups[g].id, groups_[g], result.groups[g].kpis);
    for (std::size_t i = 0; i < intervals_.size() && wrong.empty(); ++i)
        wrong = difference(fmt::format("interval {}", i), intervals_[i], result.intervals[i].kpis);
    return wrong;
}

}  // namespace floorwalker::support
