#include <algorithm>
#include <tuple>

#include "tests/support/inspector.hpp"

/// Inspector: who may take whom, and who should be there.
namespace floorwalker::support {

const Skills& Inspector::skills_of(std::size_t agent) const {
    return agent < roster_.size() ? roster_.known(agent).skills : scenario_.groups[index(agents_[agent].group)].skills;
}

std::optional<std::size_t> Inspector::preference(GroupId group, CallTypeId type) const {
    const auto& order = scenario_.call_types[index(type)].groups;
    if (order.empty()) return index(group);
    const auto found = std::find(order.begin(), order.end(), group);
    if (found == order.end()) return std::nullopt;
    return static_cast<std::size_t>(found - order.begin());
}

bool Inspector::can_take(std::size_t agent, CallTypeId type) const {
    const auto& off = groups_[index(agents_[agent].group)].kept_off;
    const bool is_off = std::find(off.begin(), off.end(), type) != off.end();
    return !is_off && skills_of(agent).contains(type) && preference(agents_[agent].group, type);
}

std::optional<std::size_t> Inspector::agent_by_rule(CallTypeId type) const {
    const AgentChoice choose = scenario_.call_types[index(type)].choose;
    const auto rank = [&](std::size_t a) {
        const std::size_t group = choose == AgentChoice::longest_idle ? 0 : *preference(agents_[a].group, type);
        const std::size_t skills = choose == AgentChoice::fewest_skills ? skills_of(a).size() : 0;
        return std::tuple{skills, group, agents_[a].idle_order};
    };
    std::optional<std::size_t> best;
    for (std::size_t a = 0; a < agents_.size(); ++a) {
        if (agents_[a].state != AgentState::available || !can_take(a, type)) continue;
        if (!best || rank(a) < rank(*best)) best = a;
    }
    return best;
}

void Inspector::check_choice_of_contact(const Answered& fact) const {
    const auto rank = [&](std::size_t lane) {
        const auto& model = model_->lanes[lane];
        return std::tuple{-model.priority, contacts_[lanes_[lane].front()].arrived - model.credit, lane};
    };
    std::optional<std::size_t> best;
    for (std::size_t lane = 0; lane < lanes_.size(); ++lane) {
        const auto type = CallTypeId(static_cast<std::uint16_t>(lane / (scenario_.tiers.size() + 1)));
        if (lanes_[lane].empty() || !can_take(index(fact.agent), type)) continue;
        if (!best || rank(lane) < rank(*best)) best = lane;
    }
    const bool is_next = best && lanes_[*best].front() == index(fact.contact.id);
    check(is_next, "the agent takes another contact than the one who is next");
}

void Inspector::check_between_events() {
    if (has_just_closed_) {
        const bool is_last = day_ + 1 == scenario_.centre.days;
        const bool drains = (scenario_.centre.after_close == AfterClose::drain || is_last) && waiting_ > 0;
        if (drains) draining_since_ = now_;
    }
    has_just_closed_ = false;
    if (waiting_ == 0) draining_since_.reset();

    const std::int64_t talking = answered_ - talks_ended_;
    check(offered_ == answered_ + abandoned_ + dismissed_ + waiting_, "contacts are lost");
    check(
        talking == std::count_if(agents_.begin(), agents_.end(), [](const Agent& a) { return a.talking.has_value(); }),
        "contacts talk with nobody");
    for (std::size_t t = 0; waiting_ > 0 && t < waiting_of_type_.size(); ++t) {
        const auto type = CallTypeId(static_cast<std::uint16_t>(t));
        check(waiting_of_type_[t] == 0 || !agent_by_rule(type),
              "a contact waits though an agent who may take it is available");
    }
    for (const Agent& a : agents_) {
        check(a.talking.has_value() == (a.state == AgentState::talking), "talking alone");
        check(a.to_wrap_up.has_value() == (a.state == AgentState::wrap_up), "wraps up nothing");
    }
}

// Extra people get the next free numbers, and the same people come again the next time. In a group with a head count
// only as many are new as the plan exceeds all whom the group has.
void Inspector::hire(GroupId id) {
    GroupNow& group = groups_[index(id)];
    std::int64_t needed = group.extra;
    if (!roster_.is_by_shift(id)) needed = planned(id) - group.absent - roster_.count(id);
    while (static_cast<std::int64_t>(group.hired.size()) < needed) {
        group.hired.push_back(agents_.size());
        agents_.emplace_back();
        agents_.back().group = id;
    }
}

bool Inspector::is_on_duty(std::size_t agent) const {
    const GroupNow& group = groups_[index(agents_[agent].group)];
    if (!roster_.is_by_shift(agents_[agent].group)) return true;
    if (agent < roster_.size()) return roster_.is_on_shift(agent, now_, draining_since_);
    // The extra people of a group that works by shift: the first hired stay longest.
    const auto place = std::find(group.hired.begin(), group.hired.end(), agent) - group.hired.begin();
    return place < group.extra;
}

std::int64_t Inspector::planned(GroupId id) const {
    const GroupNow& group = groups_[index(id)];
    if (!roster_.is_by_shift(id)) {
        const std::size_t last = scenario_.intervals_per_day() - 1;
        const bool has_plan = is_open_ || draining_since_;
        return (has_plan ? roster_.head_count(id, std::min(interval_, last)) : 0) + group.extra;
    }
    std::int64_t count = group.extra;
    for (std::size_t a = 0; a < roster_.size(); ++a) {
        if (roster_.known(a).group == id && roster_.is_on_shift(a, now_, draining_since_)) ++count;
    }
    return count;
}

// Called when all that happens at a moment has happened.
void Inspector::check_staffing() {
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
        check(on_duty || !is_available, "available though not on duty");
        count.available += is_available ? 1 : 0;
        ++(on_duty ? count.on_duty : count.off_duty);
    }
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        const auto id = GroupId(static_cast<std::uint16_t>(g));
        const Count& count = counts[g];
        const std::int64_t plan = planned(id);
        const std::int64_t wanted = std::max<std::int64_t>(0, plan - groups_[g].absent);
        const std::string& name = scenario_.groups[g].id;
        check(count.on_duty >= wanted, name + " has fewer people than wanted");
        check(count.available == 0 || count.on_duty <= wanted, name + " has people who should have gone");
        check(groups_[g].paid == std::max(plan, count.on_duty) + count.off_duty,
              name + " pays for others than those on duty");
    }
}

void Inspector::check_at_the_end() {
    check_staffing();
    check(day_ + 1 == scenario_.centre.days && !is_open_, "not all days have been");
    check(in_centre() == 0 && waiting_ == 0, "somebody is still in the centre");
    for (const Agent& a : agents_) check(a.state == AgentState::signed_out, "somebody is still at work");
    for (const GroupNow& group : groups_) check(group.paid == 0, "somebody is still paid");
    for (const GroupNow& group : groups_) check(group.absent == 0 && group.extra == 0, "a decision has not ended");
}

}  // namespace floorwalker::support
