#include <algorithm>

#include "tests/support/journey/journey_inspector.hpp"

/// JourneyInspector: the calendar, and who is there.
namespace floorwalker::support {

void JourneyInspector::operator()(const DayOpened& fact) {
    begin(fact);
    check(fact.day == (has_opened_ ? day_ + 1 : 0), "a day is left out");
    check(fact.at == calendar_.opens(fact.day), "the centre opens at another time");
    check(interval_ == calendar_.intervals() || interval_ + 1 == calendar_.end_interval(day_), "opens while it is open");
    day_ = fact.day;
    has_opened_ = true;
}

void JourneyInspector::operator()(const IntervalBegan& fact) {
    begin(fact);
    check(fact.day == day_, "an interval of another day begins");
    const bool closes = fact.interval == calendar_.intervals();
    if (closes) {
        check(fact.at == calendar_.closes(day_), "the centre closes at another time");
    } else {
        check(fact.at == calendar_.interval_start(day_, fact.interval), "an interval begins at another time");
        check(fact.interval < calendar_.end_interval(day_), "an interval after closing");
    }
    interval_ = fact.interval;
    is_open_ = !closes;
    for (std::size_t g = 0; g < groups_.size(); ++g) hire(GroupId(static_cast<std::uint16_t>(g)));
}

void JourneyInspector::operator()(const DutyChanged& fact) {
    begin(fact);
    check(fact.agents != groups_[index(fact.group)].paid && fact.agents >= 0, "duty does not change");
    groups_[index(fact.group)].paid = fact.agents;
}

void JourneyInspector::operator()(const DecisionApplied& fact) {
    begin(fact);
    const std::int64_t sign = fact.ended ? -1 : 1;
    const Decision& decision = scenario_.decisions[fact.decision];
    if (const auto* absent = std::get_if<Absent>(&decision.what)) {
        groups_[index(absent->group)].absent += sign * absent->agents;
        hire(absent->group);
    }
    if (const auto* extra = std::get_if<Extra>(&decision.what)) {
        groups_[index(extra->group)].extra += sign * extra->agents;
        hire(extra->group);
    }
}

void JourneyInspector::operator()(const AgentChanged& fact) {
    begin(fact);
    AgentNow& who = agent(fact.agent, fact.group);
    const std::string about = "agent " + std::to_string(index(fact.agent));
    if (fact.from != who.state || fact.from == fact.to) note("is in two states", about);
    who.state = fact.to;
    switch (fact.to) {
    case AgentState::talking:
        if (!who.is_serving() || fact.from == AgentState::signed_out) note("talks with nobody", about);
        return;
    case AgentState::wrap_up:
        if (who.is_serving() || !who.last || who.last_end != fact.at) note("wraps up after nobody", about);
        who.is_wrapping_up = true;
        who.since = fact.at;
        return;
    default:
        if (who.is_serving() || who.is_wrapping_up) note("leaves its contact", about);
    }
}

// Extra people get the next free numbers, and the same people come again the next time. In a group with a head count
// only as many are new as the plan exceeds all whom the group has.
void JourneyInspector::hire(GroupId id) {
    GroupNow& group = groups_[index(id)];
    std::int64_t needed = group.extra;
    if (!roster_.is_by_shift(id)) needed = wanted(id) - roster_.count(id);
    while (static_cast<std::int64_t>(group.hired.size()) < needed) {
        group.hired.push_back(agents_.size());
        agents_.emplace_back();
        agents_.back().group = id;
    }
}

bool JourneyInspector::is_on_duty(std::size_t agent) const {
    const GroupNow& group = groups_[index(agents_[agent].group)];
    if (!roster_.is_by_shift(agents_[agent].group)) return true;
    if (agent < roster_.size()) return roster_.is_on_shift(agent, now_, std::nullopt);
    // The extra people of a group that works by shift: the first hired stay longest.
    const auto place = std::find(group.hired.begin(), group.hired.end(), agent) - group.hired.begin();
    return place < group.extra;
}

std::int64_t JourneyInspector::planned(GroupId id) const {
    const GroupNow& group = groups_[index(id)];
    if (!roster_.is_by_shift(id)) {
        // After closing the plan of the last interval goes on for as long as the centre drains.
        const std::size_t last = std::max<std::size_t>(calendar_.end_interval(day_), 1) - 1;
        return roster_.head_count(id, is_open_ ? interval_ : last) + group.extra;
    }
    std::int64_t count = group.extra;
    for (std::size_t a = 0; a < roster_.size(); ++a) {
        if (roster_.known(a).group == id && roster_.is_on_shift(a, now_, std::nullopt)) ++count;
    }
    return count;
}

std::int64_t JourneyInspector::wanted(GroupId id) const {
    return std::max<std::int64_t>(0, planned(id) - groups_[index(id)].absent);
}

// Called when all that happens at a moment has happened, and the centre is open.
void JourneyInspector::check_staffing() const {
    struct Count {
        std::int64_t available = 0;
        std::int64_t on_duty = 0;
        std::int64_t off_duty = 0;
    };
    std::vector<Count> counts(groups_.size());
    for (std::size_t a = 0; a < agents_.size(); ++a) {
        if (agents_[a].state == AgentState::signed_out) continue;
        Count& count = counts[index(agents_[a].group)];
        const bool is_available = agents_[a].state == AgentState::available;
        const bool on_duty = is_on_duty(a);
        check(on_duty || !is_available, "somebody is available though not on duty");
        count.available += is_available ? 1 : 0;
        ++(on_duty ? count.on_duty : count.off_duty);
    }
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        const auto id = GroupId(static_cast<std::uint16_t>(g));
        const Count& count = counts[g];
        const std::int64_t paid = std::max(planned(id), count.on_duty) + count.off_duty;
        if (count.on_duty < wanted(id)) note("fewer people than wanted", scenario_.groups[g].id);
        if (count.available > 0 && count.on_duty > wanted(id)) note("some should have gone", scenario_.groups[g].id);
        if (groups_[g].paid != paid) note("pays for others than those on duty", scenario_.groups[g].id);
    }
}

}  // namespace floorwalker::support
