#include "tests/support/roster.hpp"

#include <algorithm>

namespace floorwalker::support {

Roster::Roster(const Scenario& scenario) : scenario_{scenario} {
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        const Group& group = scenario.groups[g];
        const auto id = GroupId(static_cast<std::uint16_t>(g));
        if (!group.agents.empty()) {
            add(id, group.skills, {}, *std::max_element(group.agents.begin(), group.agents.end()));
            continue;
        }
        for (const auto& shift : group.shifts) add(id, group.skills, {shift.span}, shift.agents);
        for (const Agent& person : group.listed) add(id, person.skills, person.shifts, 1);
    }
}

void Roster::add(GroupId group, const Skills& skills, const std::vector<WorkSpan>& shifts, std::int64_t count) {
    entries_.insert(entries_.end(), static_cast<std::size_t>(count), RosterEntry{group, skills, shifts});
}

std::int64_t Roster::count(GroupId group) const {
    return std::count_if(entries_.begin(), entries_.end(),
                         [&](const RosterEntry& entry) { return entry.group == group; });
}

bool Roster::is_on_shift(std::size_t agent, TimePoint now, std::optional<TimePoint> draining_since) const {
    for (std::int64_t day = 0; day < scenario_.centre.days; ++day) {
        const TimePoint midnight{kDay * day};
        for (const WorkSpan& span : entries_[agent].shifts) {
            if (midnight + span.start > now) continue;
            if (now < midnight + span.end || (draining_since && *draining_since <= midnight + span.end)) return true;
        }
    }
    return false;
}

std::int64_t Roster::head_count(GroupId group, std::size_t interval) const {
    const auto& agents = scenario_.groups[index(group)].agents;
    return agents.size() == 1 ? agents.front() : agents[interval];
}

}  // namespace floorwalker::support
