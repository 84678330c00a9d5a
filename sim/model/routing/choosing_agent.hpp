#pragma once

#include <optional>

#include "sim/model/agent/idle.hpp"
#include "sim/model/contact/luck.hpp"
#include "sim/model/routing/choosing_contact.hpp"

/// Which of the free agents a contact gets.
namespace floorwalker::model {

inline double busy_share(const World& world, AgentId id) {
    const Occupation& occupation = world.occupations[index(id)];
    const Duration present = world.now - occupation.signed_in;
    if (present <= Duration{0}) return 0.0;
    return static_cast<double>(occupation.busy.count()) / static_cast<double>(present.count());
}

/// Looks for an agent by the rules that need more than the first of each pool.
class AgentSearch {
public:
    AgentSearch(const Model& model, const World& world, const Search& search, const ContactRef& contact)
        : model_{model}, world_{world}, search_{search}, contact_{contact} {}

    std::optional<AgentId> operator()() const {
        if (search_.choose == AgentChoice::weighted_random) return by_chance();
        for (const Stage& stage : search_.stages) {
            if (const auto agent = best_of(stage)) return agent;
        }
        return std::nullopt;
    }

private:
    bool may_take_from(const Stage& stage, std::size_t pool) const {
        if (world_.pools[index(stage.pools[pool])].idle_head == kNone) return false;
        if (is_kept_off(world_, model_.pools[index(stage.pools[pool])].group, contact_.call_type)) return false;
        if (stage.keep.empty() || stage.keep[pool] == 0) return true;
        return free_agents(model_, world_, model_.pools[index(stage.pools[pool])].group) > stage.keep[pool];
    }

    /// The smallest is best; among equals, the one idle longest.
    double rank(std::uint32_t agent) const {
        switch (search_.choose) {
        case AgentChoice::least_occupied: return busy_share(world_, AgentId{agent});
        case AgentChoice::most_proficient: return model_.multiple(world_.agents[agent].proficiency, contact_.call_type);
        default: return 0.0;
        }
    }

    bool looks_at_each() const {
        return search_.choose == AgentChoice::least_occupied || search_.choose == AgentChoice::most_proficient;
    }

    std::optional<AgentId> best_of(const Stage& stage) const {
        std::uint32_t best = kNone;
        double best_rank = 0.0;
        for (std::size_t i = 0; i < stage.pools.size(); ++i) {
            if (!may_take_from(stage, i)) continue;
            for (std::uint32_t agent = world_.pools[index(stage.pools[i])].idle_head; agent != kNone;
                 agent = world_.agents[agent].next) {
                const double own = rank(agent);
                if (best == kNone || own < best_rank ||
                    (own == best_rank && world_.agents[agent].idle_order < world_.agents[best].idle_order)) {
                    best = agent;
                    best_rank = own;
                }
                if (!looks_at_each()) break;
            }
        }
        return best == kNone ? std::nullopt : std::optional{AgentId{best}};
    }

    std::optional<AgentId> by_chance() const {
        double weights = 0.0;
        for (std::size_t i = 0; i < search_.stages.size(); ++i) {
            if (best_of(search_.stages[i])) weights += search_.weights[i];
        }
        double place = chance(world_.key, contact_.customer, Purpose::group_weights, turn_of(contact_)) * weights;
        std::optional<AgentId> last;
        for (std::size_t i = 0; i < search_.stages.size(); ++i) {
            const auto agent = best_of(search_.stages[i]);
            if (!agent) continue;
            last = agent;
            place -= search_.weights[i];
            if (place < 0) break;
        }
        return last;
    }

    const Model& model_;
    const World& world_;
    const Search& search_;
    const ContactRef& contact_;
};

[[gnu::noinline]] inline std::optional<AgentId> free_agent_by_rule(const Model& model, const World& world,
                                                                   const Search& search, const ContactRef& contact) {
    return AgentSearch{model, world, search, contact}();
}

/// The agent idle longest in the first stage that has one: the rule of most call types.
inline std::optional<AgentId> free_agent_in_turn(const World& world, const Search& search) {
    for (const Stage& stage : search.stages) {
        std::uint32_t best = kNone;
        for (const PoolId pool : stage.pools) {
            const std::uint32_t head = world.pools[index(pool)].idle_head;
            if (head == kNone) continue;
            if (best == kNone || world.agents[head].idle_order < world.agents[best].idle_order) best = head;
        }
        if (best != kNone) return AgentId{best};
    }
    return std::nullopt;
}

/// The free agent for a contact of the lane. `contact` need not be in the centre yet.
inline std::optional<AgentId> free_agent_for(const Model& model, const World& world, LaneId lane,
                                             const ContactRef& contact) {
    const Search& search = model.searches[index(model.lanes[index(lane)].search)];
    if (!search.is_simple || !world.kept_off.empty()) [[unlikely]]
        return free_agent_by_rule(model, world, search, contact);
    return free_agent_in_turn(world, search);
}

}  // namespace floorwalker::model
