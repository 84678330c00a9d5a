#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>

#include "sim/model/model.hpp"
#include "sim/model/rules.hpp"

namespace floorwalker::model {
namespace {

std::optional<kernel::Sampler> sampler_of(const std::optional<Distribution>& distribution) {
    if (!distribution) return std::nullopt;
    return kernel::Sampler{*distribution};
}

/// Gives pools and proficiency rows their numbers while groups and agents are read.
class Roster {
public:
    Roster(const Scenario& scenario, Model& model) : scenario_{scenario}, model_{model} {}

    PoolId pool_of(GroupId group, const Skills& skills) {
        std::vector<CallTypeId> types;
        for (const auto& [type, proficiency] : skills) {
            if (proficiency > 0) types.push_back(type);
        }
        const auto [found, is_new] = pools_.try_emplace({group, types}, PoolId(model_.pools.size()));
        if (is_new) {
            model_.pools.push_back({group, lanes_of(group, types)});
            skills_.push_back(types.size());
        }
        return found->second;
    }

    ProficiencyId proficiency_of(const Skills& skills) {
        const auto [found, is_new] = rows_.try_emplace(skills, ProficiencyId(rows_.size()));
        if (is_new) append_row(skills);
        return found->second;
    }

    AgentId add_agent(GroupId group, const Skills& skills) {
        model_.agents.push_back({group, pool_of(group, skills), proficiency_of(skills)});
        return AgentId(model_.agents.size() - 1);
    }

    std::size_t skills_in(PoolId pool) const { return skills_[index(pool)]; }

private:
    /// A call type that names its groups is served by no other, whatever skills they have.
    std::vector<LaneId> lanes_of(GroupId group, const std::vector<CallTypeId>& types) const {
        std::vector<LaneId> lanes;
        for (const auto type : types) {
            const auto& chosen = scenario_.call_types[index(type)].groups;
            if (!chosen.empty() && std::find(chosen.begin(), chosen.end(), group) == chosen.end()) continue;
            for (std::uint16_t tier = 0; tier < model_.tiers; ++tier) lanes.push_back(model_.lane(type, TierId{tier}));
        }
        return lanes;
    }

    void append_row(const Skills& skills) {
        for (std::size_t type = 0; type < scenario_.call_types.size(); ++type) {
            const auto skill = skills.find(CallTypeId(static_cast<std::uint16_t>(type)));
            const bool has = skill != skills.end() && skill->second > 0;
            model_.handling_multiple.push_back(has ? 1.0 / skill->second : 0.0);
        }
    }

    const Scenario& scenario_;
    Model& model_;
    std::map<std::pair<GroupId, std::vector<CallTypeId>>, PoolId> pools_;
    std::map<Skills, ProficiencyId> rows_;
    std::vector<std::size_t> skills_;  // by pool
};

void prepare_calendar(const Scenario& scenario, Model& model) {
    const Centre& centre = scenario.centre;
    model.days = centre.days;
    model.open = centre.open;
    model.close = centre.close;
    model.interval = centre.interval;
    model.intervals = static_cast<std::uint16_t>(scenario.intervals_per_day());
    model.after_close = centre.after_close;
    model.lines = centre.lines.value_or(kUnlimited);
    model.queue_places = centre.queue_places.value_or(kUnlimited);
    model.busyness = sampler_of(centre.busyness);
    model.decisions = scenario.decisions;
    model.replay = scenario.replay;
}

std::vector<double> by_interval(const std::vector<double>& values, std::size_t intervals) {
    if (values.size() == 1) return std::vector<double>(intervals, values.front());
    return values;
}

std::vector<double> mean_gaps(const CallType& type, const Model& model) {
    auto volumes = by_interval(type.arrivals.per_interval, model.intervals);
    volumes.resize(model.intervals, 0.0);
    std::vector<double> gaps;
    for (std::uint16_t i = 0; i < model.intervals; ++i) {
        // A single value is the volume of a whole interval, of which a shorter last one gets its part.
        const Duration own = model.interval_start(0, static_cast<std::uint16_t>(i + 1)) - model.interval_start(0, i);
        const Duration length = type.arrivals.per_interval.size() == 1 ? model.interval : own;
        const double volume = volumes[i] * type.arrivals.factor;
        gaps.push_back(volume > 0 ? static_cast<double>(length.count()) / volume
                                  : std::numeric_limits<double>::infinity());
    }
    return gaps;
}

std::vector<double> cumulative_tier_shares(const Scenario& scenario, std::size_t type) {
    std::vector<double> up_to;
    double sum = 0.0;
    for (const Tier& tier : scenario.tiers) {
        sum += tier.share_by_call_type[type];
        up_to.push_back(sum);
    }
    return up_to;
}

void prepare_lanes(const Scenario& scenario, Model& model) {
    model.tiers = static_cast<std::uint16_t>(scenario.tiers.size() + 1);
    for (std::size_t t = 0; t < scenario.call_types.size(); ++t) {
        const CallType& type = scenario.call_types[t];
        for (std::uint16_t i = 0; i < model.tiers; ++i) {
            const Tier tier = i < scenario.tiers.size() ? scenario.tiers[i] : Tier{};
            model.lanes.push_back({CallTypeId(static_cast<std::uint16_t>(t)), TierId{i}, type.priority + tier.priority,
                                   type.waiting_credit + tier.waiting_credit});
        }
    }
}

bool is_zero(const Distribution& distribution) {
    const auto* constant = std::get_if<Constant>(&distribution.shape);
    return constant != nullptr && constant->value == 0.0 && !distribution.atom;
}

void prepare_call_types(const Scenario& scenario, Model& model) {
    for (std::size_t t = 0; t < scenario.call_types.size(); ++t) {
        const CallType& type = scenario.call_types[t];
        CallTypeModel prepared;
        prepared.mean_gap_us = mean_gaps(type, model);
        prepared.busyness = sampler_of(type.arrivals.busyness);
        prepared.talk = kernel::Sampler{type.talk};
        prepared.wrap_up = kernel::Sampler{type.wrap_up};
        prepared.has_wrap_up = !is_zero(type.wrap_up);
        prepared.is_patient_for_ever = !type.patience.has_value();
        if (type.patience) prepared.patience = kernel::Sampler{*type.patience};
        prepared.leave_at_once = type.leave_at_once;
        prepared.queue_places = type.queue_places.value_or(kUnlimited);
        prepared.handling_factor = by_interval(type.handling_factor, model.intervals);
        prepared.patience_factor = by_interval(type.patience_factor, model.intervals);
        prepared.tier_up_to = cumulative_tier_shares(scenario, t);
        model.call_types.push_back(std::move(prepared));
    }
}

void prepare_shifts(const Group& group, GroupId id, Roster& roster, Model& model) {
    for (const auto& shift : group.shifts) {
        const auto first = AgentId(model.agents.size());
        for (std::int64_t i = 0; i < shift.agents; ++i) roster.add_agent(id, group.skills);
        model.shifts.push_back({id, first, static_cast<std::uint32_t>(shift.agents), shift.span});
    }
    for (const auto& person : group.listed) {
        const auto agent = roster.add_agent(id, person.skills);
        for (const auto& span : person.shifts) model.shifts.push_back({id, agent, 1, span});
    }
}

void prepare_groups(const Scenario& scenario, Roster& roster, Model& model) {
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        const Group& group = scenario.groups[g];
        const auto id = GroupId(static_cast<std::uint16_t>(g));
        GroupModel prepared;
        prepared.by_shift = group.agents.empty();
        prepared.pool = roster.pool_of(id, group.skills);
        prepared.proficiency = roster.proficiency_of(group.skills);
        if (prepared.by_shift) {
            prepare_shifts(group, id, roster, model);
        } else {
            prepared.head_count = group.agents;
            if (prepared.head_count.size() == 1) prepared.head_count.resize(model.intervals, group.agents.front());
            for (std::int64_t i = 0; i < known_agents(group); ++i) roster.add_agent(id, group.skills);
        }
        model.groups.push_back(std::move(prepared));
    }
}

/// The pools of a group that can take the call type; people of one group may differ in skills.
std::vector<PoolId> able_pools(const Model& model, GroupId group, CallTypeId type) {
    std::vector<PoolId> able;
    for (std::size_t p = 0; p < model.pools.size(); ++p) {
        if (model.pools[p].group != group) continue;
        const auto& lanes = model.pools[p].lanes;
        if (std::find(lanes.begin(), lanes.end(), model.lane(type, TierId{0})) != lanes.end())
            able.push_back(PoolId(p));
    }
    return able;
}

std::vector<Stage> stages_of(const CallType& type, CallTypeId id, const Roster& roster, const Model& model) {
    std::vector<GroupId> order = type.groups;
    if (order.empty()) {
        for (std::size_t g = 0; g < model.groups.size(); ++g) order.push_back(GroupId(static_cast<std::uint16_t>(g)));
    }
    std::vector<Stage> stages;
    for (const auto group : order) {
        if (auto pools = able_pools(model, group, id); !pools.empty()) stages.push_back({std::move(pools)});
    }
    if (type.choose == AgentChoice::preference || stages.empty()) return stages;

    std::vector<PoolId> all;
    for (const auto& stage : stages) all.insert(all.end(), stage.pools.begin(), stage.pools.end());
    if (type.choose == AgentChoice::longest_idle) return {{std::move(all)}};

    std::stable_sort(all.begin(), all.end(),
                     [&](PoolId a, PoolId b) { return roster.skills_in(a) < roster.skills_in(b); });
    // People of one group who know equally many call types are as good as each other.
    const auto alike = [&](PoolId a, PoolId b) {
        return roster.skills_in(a) == roster.skills_in(b) && model.pools[index(a)].group == model.pools[index(b)].group;
    };
    stages.clear();
    for (const auto pool : all) {
        if (stages.empty() || !alike(stages.back().pools.back(), pool)) stages.emplace_back();
        stages.back().pools.push_back(pool);
    }
    return stages;
}

}  // namespace

std::int64_t known_agents(const Group& group) {
    if (!group.agents.empty()) return *std::max_element(group.agents.begin(), group.agents.end());
    auto agents = static_cast<std::int64_t>(group.listed.size());
    for (const auto& shift : group.shifts) agents += shift.agents;
    return agents;
}

std::shared_ptr<const Model> prepare(const Scenario& scenario) {
    check_rules(scenario);
    auto model = std::make_shared<Model>();
    prepare_calendar(scenario, *model);
    prepare_lanes(scenario, *model);
    prepare_call_types(scenario, *model);
    Roster roster{scenario, *model};
    prepare_groups(scenario, roster, *model);
    for (std::size_t t = 0; t < scenario.call_types.size(); ++t) {
        const auto id = CallTypeId(static_cast<std::uint16_t>(t));
        model->call_types[t].stages = stages_of(scenario.call_types[t], id, roster, *model);
    }
    return model;
}

}  // namespace floorwalker::model
