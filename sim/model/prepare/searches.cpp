#include <algorithm>
#include <tuple>

#include "sim/model/prepare/parts.hpp"

namespace floorwalker::model {
namespace {

using SearchKey = std::tuple<CallTypeId, bool, std::vector<GroupId>, std::vector<std::uint32_t>>;

/// Builds the search of each lane; lanes that look alike share one.
class SearchBuilder {
public:
    SearchBuilder(const Scenario& scenario, Model& model) : scenario_{scenario}, model_{model} {}

    SearchId search_for(const LaneModel& lane, const Openness& open) {
        const auto keep = any_keeps_free(lane) ? keeps(lane) : std::vector<std::uint32_t>{};
        const auto [found, is_new] = known_.try_emplace(SearchKey{lane.call_type, open.to_all, open.groups, keep},
                                                        SearchId(model_.searches.size()));
        if (is_new) model_.searches.push_back(build(lane, open, keep));
        return found->second;
    }

private:
    bool any_keeps_free(const LaneModel& lane) const {
        return lane.keep_free > 0 || std::any_of(scenario_.groups.begin(), scenario_.groups.end(),
                                                 [](const Group& group) { return !group.reserves.empty(); });
    }

    std::vector<std::uint32_t> keeps(const LaneModel& lane) const {
        std::vector<std::uint32_t> keep;
        for (const Group& group : scenario_.groups) keep.push_back(kept_free(group, lane));
        return keep;
    }

    std::vector<GroupId> order_of(const Openness& open) const {
        std::vector<GroupId> order = open.groups;
        if (!open.to_all) return order;
        for (std::size_t g = 0; g < model_.groups.size(); ++g) {
            const auto id = GroupId(static_cast<std::uint16_t>(g));
            if (std::find(open.groups.begin(), open.groups.end(), id) == open.groups.end()) order.push_back(id);
        }
        return order;
    }

    /// The pools of a group that can take the call type; people of one group may differ in skills.
    std::vector<PoolId> able_pools(GroupId group, CallTypeId type) const {
        std::vector<PoolId> able;
        for (const PoolId pool : model_.groups[index(group)].routing.pools) {
            const auto& lanes = model_.pools[index(pool)].lanes;
            const bool can = std::any_of(lanes.begin(), lanes.end(),
                                         [&](LaneId lane) { return model_.lanes[index(lane)].call_type == type; });
            if (can) able.push_back(pool);
        }
        return able;
    }

    Search build(const LaneModel& lane, const Openness& open, const std::vector<std::uint32_t>& keep) const {
        const CallType& type = scenario_.call_types[index(lane.call_type)];
        Search search;
        search.choose = type.choose;
        for (const GroupId group : order_of(open)) {
            auto pools = able_pools(group, lane.call_type);
            if (pools.empty()) continue;
            search.stages.push_back({std::move(pools)});
            search.groups.push_back(group);
            const auto weight = type.group_weights.find(group);
            search.weights.push_back(weight == type.group_weights.end() ? 1.0 : weight->second);
        }
        arrange(type, search);
        if (!keep.empty()) note_kept_free(keep, search);
        return search;
    }

    void note_kept_free(const std::vector<std::uint32_t>& keep_of_group, Search& search) const {
        for (Stage& stage : search.stages) {
            for (const PoolId pool : stage.pools)
                stage.keep.push_back(keep_of_group[index(model_.pools[index(pool)].group)]);
        }
        search.is_simple = false;
    }

    static std::vector<PoolId> all_pools(const Search& search) {
        std::vector<PoolId> all;
        for (const Stage& stage : search.stages) all.insert(all.end(), stage.pools.begin(), stage.pools.end());
        return all;
    }

    void arrange(const CallType& type, Search& search) const {
        if (search.stages.empty()) return;
        switch (type.choose) {
        case AgentChoice::preference: return;
        case AgentChoice::longest_idle: search.stages = {{all_pools(search)}}; return;
        case AgentChoice::fewest_skills: search.stages = by_skills(all_pools(search)); return;
        case AgentChoice::local_site: search.stages = by_site(type, all_pools(search)); return;
        case AgentChoice::least_occupied:
        case AgentChoice::most_proficient: search.stages = {{all_pools(search)}}; break;
        case AgentChoice::weighted_random: break;
        }
        search.is_simple = false;
    }

    /// People of one group who know equally many call types are as good as each other.
    std::vector<Stage> by_skills(std::vector<PoolId> pools) const {
        const auto skills = [&](PoolId pool) { return model_.pools[index(pool)].skills; };
        std::stable_sort(pools.begin(), pools.end(), [&](PoolId a, PoolId b) { return skills(a) < skills(b); });
        const auto alike = [&](PoolId a, PoolId b) {
            return skills(a) == skills(b) && model_.pools[index(a)].group == model_.pools[index(b)].group;
        };
        std::vector<Stage> stages;
        for (const auto pool : pools) {
            if (stages.empty() || !alike(stages.back().pools.back(), pool)) stages.emplace_back();
            stages.back().pools.push_back(pool);
        }
        return stages;
    }

    std::vector<Stage> by_site(const CallType& type, const std::vector<PoolId>& pools) const {
        Stage near;
        Stage far;
        for (const PoolId pool : pools) {
            const bool is_near = scenario_.groups[index(model_.pools[index(pool)].group)].site == type.site;
            (is_near ? near : far).pools.push_back(pool);
        }
        std::vector<Stage> stages;
        if (!near.pools.empty()) stages.push_back(std::move(near));
        if (!far.pools.empty()) stages.push_back(std::move(far));
        return stages;
    }

    const Scenario& scenario_;
    Model& model_;
    std::map<SearchKey, SearchId> known_;
};

void note_groups_of_type(Model& model, const LaneModel& lane) {
    auto& groups = model.call_types[index(lane.call_type)].groups;
    const auto& more = model.searches[index(lane.search)].groups;
    if (groups.empty() || groups == more) {
        groups = more;
        return;
    }
    for (const GroupId group : more) {
        if (std::find(groups.begin(), groups.end(), group) == groups.end()) groups.push_back(group);
    }
}

}  // namespace

void prepare_searches(const Scenario& scenario, const LanePlan& lanes, Model& model) {
    SearchBuilder builder{scenario, model};
    for (std::size_t i = 0; i < model.lanes.size(); ++i) {
        model.lanes[i].search = builder.search_for(model.lanes[i], lanes.open[i]);
        note_groups_of_type(model, model.lanes[i]);
    }
}

}  // namespace floorwalker::model
