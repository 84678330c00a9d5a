#pragma once

#include <cstdint>
#include <vector>

#include <floorwalker/ids.hpp>
#include <floorwalker/routing.hpp>
#include <floorwalker/scenario.hpp>

#include "sim/model/prepared/places.hpp"

/// Who may serve whom, and in which order.
namespace floorwalker::model {

struct LaneModel {
    CallTypeId call_type{};
    TierId tier{};
    int priority = 0;
    Duration credit{0};
    double weight = 1.0;
    double points = 0.0;
    double points_per_second = 0.0;
    double queue_share = 1.0;
    SearchId search{};
    std::uint32_t keep_free = 0;     // agents of a group that must stay free when one serves this lane
    std::vector<LaneId> after_step;  // by step of the call type: the lane that the step leads to
    LaneId quiet{};                  // of the call type and tier: where quiet callbacks wait
    bool is_quiet = false;           // that one itself: its contacts come after all others
};

/// Pools that a contact tries together: the agent idle longest in any of them takes it.
struct Stage {
    std::vector<PoolId> pools;
    std::vector<std::uint32_t> keep{};  // by pool: how many of its group must stay free; empty: none
};

/// The stages are tried in order.
struct Search {
    std::vector<Stage> stages;
    AgentChoice choose = AgentChoice::preference;
    bool is_simple = true;        // the agent idle longest in the first stage that has one
    std::vector<GroupId> groups;  // in order of preference
    std::vector<double> weights;  // of those groups, for weighted_random
};

struct PoolModel {
    GroupId group{};
    std::vector<LaneId> lanes;  // what its agents can take
    std::size_t skills = 0;     // call types that its agents can handle
    ContactChoice take = ContactChoice::priority;
    bool is_simple = true;            // takes by priority, and keeps nobody free
    std::vector<std::uint32_t> keep;  // by lane of `lanes`: how many of the group must stay free; empty: none
};

/// A group that keeps agents free for some.
struct GroupRouting {
    std::vector<PoolId> pools;
    bool keeps_free = false;
    ChatWork chat;
};

}  // namespace floorwalker::model
