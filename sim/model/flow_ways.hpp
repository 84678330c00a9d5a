#pragma once

#include <vector>

#include <floorwalker/ivr.hpp>

namespace floorwalker::model {

/// Where calls go from a node of an IVR flow.
struct NodeWays {
    std::vector<NodeId> next;      ///< every node that the file lets follow
    std::vector<NodeId> possible;  ///< those of them with a chance above 0
    bool ends = false;             ///< a call may end, or ask for an agent, here
    bool can_end = false;          ///< with a chance above 0
};

/// For each node of the flow.
std::vector<NodeWays> ways_of(const IvrFlow& flow);

}  // namespace floorwalker::model
