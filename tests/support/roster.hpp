#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <floorwalker/scenario.hpp>

/// Who the agents of a scenario are and when they should be there, read from the scenario anew, without the model.
namespace floorwalker::support {

struct RosterEntry {
    GroupId group{};
    Skills skills;
    std::vector<WorkSpan> shifts;  ///< empty for those of a group with a head count
};

class Roster {
public:
    explicit Roster(const Scenario& scenario);

    /// Agents come in the order of the scenario: of each group those of its shifts (or its largest head count), then
    /// the listed. Who is hired later has the skills of the group.
    const RosterEntry& known(std::size_t agent) const { return entries_[agent]; }
    std::size_t size() const { return entries_.size(); }
    std::int64_t count(GroupId group) const;

    bool is_by_shift(GroupId group) const { return scenario_.groups[index(group)].agents.empty(); }

    /// Whether one of the agent's shifts covers the moment. While the centre drains, nobody leaves: shifts that ended
    /// since `draining_since` go on.
    bool is_on_shift(std::size_t agent, TimePoint now, std::optional<TimePoint> draining_since) const;

    std::int64_t head_count(GroupId group, std::size_t interval) const;

private:
    void add(GroupId group, const Skills& skills, const std::vector<WorkSpan>& shifts, std::int64_t count);

    const Scenario& scenario_;
    std::vector<RosterEntry> entries_;
};

}  // namespace floorwalker::support
