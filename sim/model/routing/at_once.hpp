#pragma once

#include "sim/model/routing/expecting.hpp"

/// Steps without delay that only say who may serve a contact: they are taken before it looks for an agent.
namespace floorwalker::model {

/// The step leads to another lane.
inline bool leads_elsewhere(const RouteStep& step) {
    return std::holds_alternative<OpenGroups>(step.what) || std::holds_alternative<ChangePriority>(step.what);
}

inline bool is_at_once(const RouteStep& step) { return step.after == Duration{0} && leads_elsewhere(step); }

/// The lane to which they lead a contact that is not in the centre yet.
inline LaneId lane_at_once(const Model& model, const World& world, const ContactRef& ref) {
    LaneId lane = model.lane(ref.call_type, ref.tier);
    const auto& steps = model.call_types[index(ref.call_type)].steps;
    for (std::size_t i = 0; i < steps.size() && is_at_once(steps[i]); ++i) {
        if (all_hold(model, world, steps[i].when, ref.call_type)) lane = model.lanes[index(lane)].after_step[i];
    }
    return lane;
}

}  // namespace floorwalker::model
