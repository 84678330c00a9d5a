#pragma once

#include <memory>
#include <vector>

#include <floorwalker/facts.hpp>

#include "sim/measure/adherence_tally.hpp"
#include "sim/measure/schedule.hpp"

/// How agents keep to their schedules (docs/model/absence.md).
namespace floorwalker::measure {

/// Follows what kind of state each agent is in, and holds it against the plan. Time goes on for an agent when that
/// changes, and for all of them at the end of an interval.
class Adherence {
public:
    /// Without a schedule there is nothing to follow.
    Adherence(std::shared_ptr<const Schedule> schedule, std::size_t groups);

    bool is_followed() const { return schedule_ != nullptr; }

    void enters(AgentId agent, AgentState state, TimePoint at);
    /// The place is vacant from now on, or (`joined`) no longer.
    void changes_place(AgentId agent, bool joined, TimePoint at);

    /// Brings everybody up to `now`.
    void pass(TimePoint now);
    /// What the group has come to since it was last taken.
    AdherenceCell take(GroupId group);
    /// Forgets what agents have come to until now, and not what they do.
    void start_afresh();
    /// What the agent has come to.
    const AdherenceCell& of(AgentId agent) const { return agents_[index(agent)].sum; }
    std::size_t agents() const { return agents_.size(); }

private:
    struct AgentNow {
        StateKinds state = kNothing;
        TimePoint since{};
        Vacancy vacant;
        std::vector<PlannedPiece> pieces;  // of the day of `since`; none: not asked for yet
        std::size_t piece = 0;             // in which `since` is
        AdherenceCell sum;
    };

    void pass(AgentId agent, TimePoint now);
    void find_piece(AgentId agent);

    std::shared_ptr<const Schedule> schedule_;
    std::vector<AgentNow> agents_;
    std::vector<AdherenceCell> groups_;
};

}  // namespace floorwalker::measure
