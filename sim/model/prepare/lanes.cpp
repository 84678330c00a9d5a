#include <algorithm>
#include <limits>
#include <set>
#include <stdexcept>
#include <tuple>

#include "sim/model/prepare/parts.hpp"

namespace floorwalker::model {
namespace {

/// Steps that open groups or change the priority lead from lane to lane. Which lanes there can be is found out by going
/// through the steps in their order, with each condition holding or not; ways that lead to the same share a lane.
class LaneBuilder {
public:
    LaneBuilder(const Scenario& scenario, Model& model) : scenario_{scenario}, model_{model} {
        plan_.of_type.resize(scenario.call_types.size());
    }

    LanePlan build() {
        for (std::size_t t = 0; t < scenario_.call_types.size(); ++t) {
            for (std::uint16_t i = 0; i < model_.tiers; ++i) add_first_lane(t, TierId{i});
        }
        const std::size_t first_lanes = model_.lanes.size();
        for (std::size_t i = 0; i < first_lanes; ++i) {
            add_quiet_lane(LaneId(static_cast<std::uint16_t>(i)));
            follow_steps(LaneId(static_cast<std::uint16_t>(i)), 0);
        }
        return std::move(plan_);
    }

private:
    using Likeness = std::tuple<CallTypeId, TierId, int, std::vector<GroupId>>;

    Tier tier(TierId id) const { return index(id) < scenario_.tiers.size() ? scenario_.tiers[index(id)] : Tier{}; }

    LaneId add(LaneModel lane, Openness open) {
        constexpr std::size_t kMostLanes = std::numeric_limits<std::uint16_t>::max();
        if (model_.lanes.size() >= kMostLanes) {
            throw std::invalid_argument{
                "scenario: call types, tiers and the steps that lead on make more than 65,535 kinds of waiting; "
                "use fewer steps that open groups or change the priority"};
        }
        const auto id = LaneId(static_cast<std::uint16_t>(model_.lanes.size()));
        plan_.of_type[index(lane.call_type)].push_back(id);
        model_.lanes.push_back(std::move(lane));
        plan_.open.push_back(std::move(open));
        return id;
    }

    void add_first_lane(std::size_t t, TierId tier_id) {
        const CallType& type = scenario_.call_types[t];
        const Tier of_tier = tier(tier_id);
        LaneModel lane;
        lane.call_type = CallTypeId(static_cast<std::uint16_t>(t));
        lane.tier = tier_id;
        lane.priority = type.priority + of_tier.priority;
        lane.credit = type.waiting_credit + of_tier.waiting_credit;
        lane.weight = type.weight * of_tier.weight;
        lane.points = type.points + of_tier.points;
        lane.points_per_second = type.points_per_second + of_tier.points_per_second;
        lane.queue_share = type.queue_share;
        Openness open{type.groups.empty(), of_tier.groups};
        append_new(open.groups, type.groups);
        add(std::move(lane), std::move(open));
    }

    static void append_new(std::vector<GroupId>& groups, const std::vector<GroupId>& more) {
        for (const GroupId group : more) {
            if (std::find(groups.begin(), groups.end(), group) == groups.end()) groups.push_back(group);
        }
    }

    void add_quiet_lane(LaneId first) {
        const LaneModel& lane = model_.lanes[index(first)];
        const auto& callback = scenario_.call_types[index(lane.call_type)].callback;
        if (!callback || callback->when != Callback::When::quiet) return;
        LaneModel quiet = lane;
        quiet.is_quiet = true;
        quiet.priority = std::numeric_limits<int>::min();
        quiet.keep_free = static_cast<std::uint32_t>(callback->free_agents - 1);
        const Openness open = plan_.open[index(first)];
        const LaneId id = add(quiet, open);
        model_.lanes[index(first)].quiet = id;
    }

    /// What a contact in the lane may meet from step `first` on.
    void follow_steps(LaneId from, std::size_t first) {
        const auto& steps = scenario_.call_types[index(model_.lanes[index(from)].call_type)].steps;
        model_.lanes[index(from)].after_step.resize(steps.size(), from);
        for (std::size_t i = first; i < steps.size(); ++i) {
            if (!followed_.emplace(from, i).second) return;  // the rest of this way is known
            const LaneId to = after(from, steps[i]);
            if (to == from) continue;
            model_.lanes[index(from)].after_step[i] = to;
            follow_steps(to, i + 1);
            if (steps[i].when.empty()) return;  // always taken: nobody goes on in this lane
        }
    }

    LaneId after(LaneId from, const RouteStep& step) {
        LaneModel lane = model_.lanes[index(from)];
        Openness open = plan_.open[index(from)];
        lane.after_step.clear();
        if (const auto* opened = std::get_if<OpenGroups>(&step.what)) {
            if (!open.to_all) append_new(open.groups, opened->groups);
        } else if (const auto* priority = std::get_if<ChangePriority>(&step.what)) {
            lane.priority += priority->by;
            lane.points += priority->by;
        }
        const LaneModel& before = model_.lanes[index(from)];
        if (open.groups == plan_.open[index(from)].groups && lane.priority == before.priority) return from;
        const auto [found, is_new] =
            known_.try_emplace(Likeness{lane.call_type, lane.tier, lane.priority, open.groups}, from);
        if (is_new) found->second = add(std::move(lane), std::move(open));
        return found->second;
    }

    const Scenario& scenario_;
    Model& model_;
    LanePlan plan_;
    std::map<Likeness, LaneId> known_;  // those that steps lead to
    std::set<std::pair<LaneId, std::size_t>> followed_;
};

}  // namespace

bool Openness::holds(GroupId group) const {
    return to_all || std::find(groups.begin(), groups.end(), group) != groups.end();
}

LanePlan prepare_lanes(const Scenario& scenario, Model& model) {
    model.tiers = static_cast<std::uint16_t>(scenario.tiers.size() + 1);
    LanePlan plan = LaneBuilder{scenario, model}.build();
    for (std::size_t t = 0; t < model.call_types.size(); ++t) model.call_types[t].lanes = plan.of_type[t];
    return plan;
}

}  // namespace floorwalker::model
