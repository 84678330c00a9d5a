#pragma once

#include <vector>

#include <floorwalker/facts.hpp>
#include <floorwalker/scenario.hpp>

namespace floorwalker::support {

/// Fatigue and stress of every agent from the facts alone, moved on at every change of state by the rules as they are
/// written, and the leaders that are with somebody. For people without traits.
class LoadWatch {
public:
    explicit LoadWatch(const Scenario& scenario) : scenario_{scenario}, leaders_(scenario.groups.size()) {}

    void changed(const AgentChanged& fact);
    void abused(const Abused& fact);
    void monitored(const Monitored& fact);
    void joined(const PersonJoined& fact);
    void leaders(const LeadersChanged& fact) { leaders_[index(fact.group)] = {fact.present, fact.busy}; }

    /// What a handling time is multiplied with that begins now.
    double multiple(AgentId agent, GroupId group, TimePoint at);
    bool is_felt(const LoadFelt& fact);
    /// Between two events: as many leaders are busy as agents are with one, and they are there while an agent is.
    bool leaders_agree() const;

private:
    struct Feeling {
        GroupId group{};
        AgentState state = AgentState::signed_out;
        TimePoint entered{};  // that state
        TimePoint at{};       // to which the rest is moved on
        double fatigue = 0.0;
        double stress = 0.0;
        bool is_relieved = false;  // by the leader that it is with
    };
    struct LeadersNow {
        std::int64_t present = 0;
        std::int64_t busy = 0;
    };

    Feeling& of(AgentId agent, GroupId group);
    void move_on(Feeling& who, TimePoint at) const;
    void end_attention(Feeling& who, TimePoint at) const;

    const Scenario& scenario_;
    std::vector<Feeling> agents_;
    std::vector<LeadersNow> leaders_;
};

}  // namespace floorwalker::support
