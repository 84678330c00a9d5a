#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <floorwalker/agent_state.hpp>
#include <floorwalker/ids.hpp>
#include <floorwalker/scenario.hpp>
#include <floorwalker/time.hpp>

namespace floorwalker::model {
struct Model;
}

/// What the plan has for each agent at each moment: contacts, an activity, or nothing.
namespace floorwalker::measure {

/// Kinds of states that a plan speaks of, as bits. Whatever is done for contacts is of one kind.
using StateKinds = std::uint16_t;

constexpr bool is_for_contacts(AgentState state) { return state == AgentState::available || is_handling(state); }
constexpr StateKinds kind_of(AgentState state) {
    return static_cast<StateKinds>(1U << static_cast<unsigned>(is_for_contacts(state) ? AgentState::available : state));
}
inline constexpr StateKinds kForContacts = kind_of(AgentState::available);
inline constexpr StateKinds kNothing = kind_of(AgentState::signed_out);

/// A stretch of time, from the end of the one before, in which the plan says one thing.
struct PlannedPiece {
    TimePoint end{};
    StateKinds planned = kNothing;  ///< of two activities at once: both
    StateKinds fitting = kNothing;  ///< planned at some moment within the tolerance
};

/// When nobody was in a place the last time; before `until`, which is kForever while nobody is.
struct Vacancy {
    TimePoint from{kForever};
    TimePoint until{kForever};
};

/// The shifts and activities of agents who work by shift. A shift counts if somebody is in the place when it begins:
/// who leaves while at work finishes it, and who comes takes none over that has begun (model/agent/vacancy.hpp).
class Schedule {
public:
    Schedule(std::shared_ptr<const model::Model> model, Duration tolerance);

    /// Agents that may have a schedule are the first so many.
    std::size_t agents() const { return plans_.size(); }
    bool has(AgentId agent) const { return index(agent) < plans_.size() && !plans_[index(agent)].shifts.empty(); }
    GroupId group_of(AgentId agent) const { return plans_[index(agent)].group; }

    /// Replaces `pieces` by those from one midnight to the next, as the plan stands while the place is `vacant` so.
    void plan_day(AgentId agent, std::int64_t day, const Vacancy& vacant, std::vector<PlannedPiece>& pieces) const;

private:
    struct Activity {
        Duration from{0};  // since the midnight of the shift
        Duration until{0};
        StateKinds kind = 0;
    };
    struct Shift {
        WorkSpan span;
        std::vector<Activity> activities;
    };
    struct Plan {
        GroupId group{};
        std::vector<Shift> shifts;
    };
    /// Something planned, on a certain day.
    struct Span {
        TimePoint from{};
        TimePoint until{};
        StateKinds kind = 0;
    };

    std::vector<Span> spans_around(AgentId agent, std::int64_t day, const Vacancy& vacant) const;
    void add_spans(const Shift& shift, std::int64_t day, std::vector<Span>& spans) const;
    bool is_day_of(const Shift& shift, std::int64_t day) const;

    std::shared_ptr<const model::Model> model_;
    Duration tolerance_;
    std::int64_t days_back_ = 1;  // of the oldest shift that can matter
    std::vector<Plan> plans_;     // by agent
};

}  // namespace floorwalker::measure
