#include <algorithm>

#include "tests/support/journey/journey_inspector.hpp"

/// JourneyInspector: the calendar, and who is there.
namespace floorwalker::support {

void JourneyInspector::operator()(const DayOpened& fact) {
    begin(fact);
    check(fact.day == (has_opened_ ? day_ + 1 : 0), "a day is left out");
    check(fact.at == calendar_.opens(fact.day), "the centre opens at another time");
    check(interval_ == calendar_.intervals() || interval_ + 1 == calendar_.end_interval(day_),
          "opens while it is open");
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
}

void JourneyInspector::operator()(const DutyChanged& fact) {
    begin(fact);
    check(fact.agents != groups_[index(fact.group)].paid && fact.agents >= 0, "duty does not change");
    groups_[index(fact.group)].paid = fact.agents;
}

void JourneyInspector::operator()(const Missing& fact) {
    begin(fact);
    AgentNow& who = agent(fact.agent, fact.group);
    const GroupAbsence& absence = scenario_.groups[index(fact.group)].absence;
    const bool is_paid = fact.cause == AbsenceCause::leave      ? absence.leave->is_paid
                         : fact.cause == AbsenceCause::sickness ? absence.sickness->is_paid
                                                                : absence.lateness->is_paid;
    who.missing += fact.ended ? -1 : 1;
    if (is_paid) groups_[index(fact.group)].missing_paid += fact.ended ? -1 : 1;
    if (who.missing < 0) note("is missing less often than never", scenario_.groups[index(fact.group)].id);
}

void JourneyInspector::operator()(const StaysOn& fact) {
    begin(fact);
    AgentNow& who = agent(fact.agent, fact.group);
    if (who.stays == !fact.ended) note("stays twice, or not at all", scenario_.groups[index(fact.group)].id);
    const Group& group = scenario_.groups[index(fact.group)];
    const Duration most = fact.reason == StayReason::handover ? group.handover->most : group.overtime->most;
    // Whose site is lost while others wait for it may have to stay until the next morning.
    const bool may_be_lost = !scenario_.infrastructure.sites.empty();
    if (fact.ended && calendar_.is_open(now_) && now_ - who.stays_since > most && !may_be_lost)
        note("stays too long", group.id);
    who.stays = !fact.ended;
    who.stays_since = fact.at;
}

void JourneyInspector::operator()(const DecisionApplied& fact) {
    begin(fact);
    const std::int64_t sign = fact.ended ? -1 : 1;
    if (fact.ended)
        decisions_going_on_.erase(fact.decision);
    else
        decisions_going_on_.insert(fact.decision);
    const Decision& decision = scenario_.decisions[fact.decision];
    if (const auto* absent = std::get_if<Absent>(&decision.what))
        groups_[index(absent->group)].absent += sign * absent->agents;
    if (const auto* extra = std::get_if<Extra>(&decision.what))
        groups_[index(extra->group)].extra += sign * extra->agents;
    const auto* down = std::get_if<SystemDown>(&decision.what);
    for (std::size_t g = 0; down != nullptr && g < groups_.size(); ++g) {
        if (!down->group || index(*down->group) == g) groups_[g].systems_down += sign;
    }
    if (const auto* lost = std::get_if<SiteLost>(&decision.what)) change_site(*lost, sign);
    const auto* outage = std::get_if<Outage>(&decision.what);
    for (std::size_t t = 0; outage != nullptr && t < outages_.size(); ++t) {
        const bool is_meant = !outage->call_type || index(*outage->call_type) == t;
        if (is_meant && scenario_.call_types[t].callback) outages_[t] += sign;
        outage_ended_ = fact.at;
    }
}

void JourneyInspector::operator()(const AgentChanged& fact) {
    begin(fact);
    AgentNow& who = agent(fact.agent, fact.group);
    const std::string about = "agent " + std::to_string(index(fact.agent));
    if (fact.from != who.state || fact.from == fact.to) note("is in two states", about);
    who.state = fact.to;
    load_.changed(fact);
    switch (fact.to) {
    case AgentState::talking:
        if (!who.is_serving() || fact.from == AgentState::signed_out) note("talks with nobody", about);
        return;
    case AgentState::on_hold:
        if (!who.call || fact.from != AgentState::talking) note("holds nobody", about);
        who.held_since = fact.at;
        return;
    case AgentState::ringing:
        if (!who.rings || who.is_serving()) note("rings for nobody", about);
        return;
    case AgentState::wrap_up:
        // Else it enters something from paper.
        if (who.is_serving() || (!has_servers() && (!who.last || who.last_end != fact.at)))
            note("wraps up after nobody", about);
        who.is_wrapping_up = true;
        who.since = fact.at;
        return;
    default:
        if (who.is_serving() || who.is_wrapping_up || who.rings) note("leaves its contact", about);
    }
}

void JourneyInspector::operator()(const PersonLeft& fact) {
    begin(fact);
    const std::size_t place = index(fact.agent);
    check(place < roster_.size() && roster_.known(place).group == fact.group && was_held(place, fact.at),
          "somebody leaves who is not there");
    check(fact.at.time_since_epoch() % kDay == Duration{0} && fact.tenure_days > 0, "leaves in the middle of a day");
    held_[place].push_back({fact.at, false});
}

void JourneyInspector::operator()(const PersonJoined& fact) {
    begin(fact);
    load_.joined(fact);
    const std::size_t place = index(fact.agent);
    check(place < roster_.size() && !was_held(place, fact.at), "somebody comes to a place that is held");
    check(agents_[place].state == AgentState::signed_out, "who was there before is still there");
    auto& last = groups_[index(fact.group)].last_person;
    check(!last || fact.person > *last, "a person comes twice");
    last = fact.person;
    held_[place].push_back({fact.at, true});
}

void JourneyInspector::operator()(const TraineesChanged& fact) {
    begin(fact);
    check(fact.people != groups_[index(fact.group)].in_lessons && fact.people >= 0, "lessons do not change");
    groups_[index(fact.group)].in_lessons = fact.people;
}

/// Whether somebody had the place when the shift began.
bool JourneyInspector::was_held(std::size_t agent, TimePoint at) const {
    const auto changes = held_.find(agent);
    if (changes == held_.end()) return true;
    bool is_held = true;
    for (const HeldSince& one : changes->second) {
        if (one.at <= at) is_held = one.is_held;
    }
    return is_held;
}

/// By the plan, not counting that nobody leaves while the centre drains.
bool JourneyInspector::is_on_duty(std::size_t agent) const {
    if (!roster_.is_by_shift(agents_[agent].group)) return true;
    if (agent >= roster_.size()) return groups_[index(agents_[agent].group)].extra > 0;
    if (agent < agents_.size() && agents_[agent].stays) return true;
    std::int64_t missing = agent < agents_.size() ? agents_[agent].missing : 0;
    const auto today = static_cast<std::uint32_t>(now_.time_since_epoch() / kDay);
    for (std::uint32_t day = today > 1 ? today - 2 : 0; day <= today && day < scenario_.centre.days; ++day) {
        const TimePoint midnight{kDay * static_cast<std::int64_t>(day)};
        for (const WorkSpan& span : roster_.known(agent).shifts) {
            const bool is_now = midnight + span.start <= now_ && now_ < midnight + span.end;
            const bool is_on = is_now && !calendar_.calls_off(day, span) && was_held(agent, midnight + span.start);
            if (is_on && missing-- <= 0) return true;
        }
    }
    return false;
}

/// People of the group who should be on duty; known while the centre is open.
std::int64_t JourneyInspector::planned(GroupId id) const {
    std::int64_t count = groups_[index(id)].extra;
    if (!roster_.is_by_shift(id)) return roster_.head_count(id, interval_) + count;
    for (std::size_t a = 0; a < roster_.size(); ++a) {
        if (roster_.known(a).group == id && is_on_duty(a)) ++count;
    }
    return count;
}

std::int64_t JourneyInspector::wanted(GroupId id) const {
    if (groups_[index(id)].lost > 0) return 0;
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
        const bool stands_still = agents_[a].state == AgentState::system_down;
        const bool are_down = groups_[index(agents_[a].group)].systems_down > 0;
        check(!(is_available && are_down), "somebody is available though the systems are down");
        check(!stands_still || are_down, "somebody stands still though the systems are up");
        const bool on_duty = is_on_duty(a);
        check(on_duty || !is_available, "somebody is available though not on duty");
        count.available += is_available ? 1 : 0;
        ++(on_duty ? count.on_duty : count.off_duty);
    }
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        const auto id = GroupId(static_cast<std::uint16_t>(g));
        if (roster_.is_by_shift(id) && groups_[g].has_hired) continue;  // which of them have gone is not told
        const Count& count = counts[g];
        const std::int64_t paid =
            std::max(planned(id), count.on_duty) + count.off_duty + groups_[g].missing_paid + groups_[g].in_lessons;
        if (count.on_duty < wanted(id)) note("fewer people than wanted", scenario_.groups[g].id);
        if (count.available > 0 && count.on_duty > wanted(id)) note("some should have gone", scenario_.groups[g].id);
        if (groups_[g].paid != paid) note("pays for others than those on duty", scenario_.groups[g].id);
    }
}

}  // namespace floorwalker::support
