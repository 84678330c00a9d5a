#include "sim/model/endless.hpp"

#include <algorithm>
#include <functional>

#include "sim/model/flow_ways.hpp"
#include "sim/model/serving.hpp"

namespace floorwalker::model {
namespace {

// Shares are written with few digits; what is missing from the whole by less is rounding.
constexpr double kTolerance = 1e-9;

bool is_all(double share) { return share >= 1.0 - kTolerance; }

/// From `from` on, always to `next`, until a position comes again.
Round round_from(std::size_t from, const std::function<std::size_t(std::size_t)>& next) {
    Round trail;
    while (std::find(trail.begin(), trail.end(), from) == trail.end()) {
        trail.push_back(from);
        from = next(from);
    }
    trail.erase(trail.begin(), std::find(trail.begin(), trail.end(), from));
    trail.push_back(from);
    return trail;
}

/// Marks all positions from which a marked one can be reached; `leads` says whether a position leads to a marked one.
void spread(std::vector<bool>& marked, const std::function<bool(std::size_t)>& leads) {
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < marked.size(); ++i) {
            if (marked[i] || !leads(i)) continue;
            marked[i] = true;
            changed = true;
        }
    }
}

/// The nodes from which calls come to an end.
std::vector<bool> ending_nodes(const std::vector<NodeWays>& ways, std::vector<NodeId> NodeWays::*next,
                               bool NodeWays::*ends) {
    std::vector<bool> ending(ways.size(), false);
    spread(ending, [&](std::size_t i) {
        const auto& follow = ways[i].*next;
        return ways[i].*ends ||
               std::any_of(follow.begin(), follow.end(), [&](NodeId node) { return ending[index(node)]; });
    });
    return ending;
}

std::vector<bool> reached_by(const std::vector<NodeWays>& ways) {
    std::vector<bool> reached(ways.size(), false);
    std::vector<std::size_t> open{0};
    while (!open.empty()) {
        const auto node = open.back();
        open.pop_back();
        if (reached[node]) continue;
        reached[node] = true;
        for (const NodeId next : ways[node].next) open.push_back(index(next));
    }
    return reached;
}

double share_of(const Transfer& transfer, GroupId group) {
    const auto own = transfer.share_by_group.find(group);
    return own == transfer.share_by_group.end() ? transfer.share : own->second;
}

std::vector<GroupId> groups_of(const Scenario& scenario, std::size_t type) {
    std::vector<GroupId> groups;
    for (std::size_t group = 0; group < scenario.groups.size(); ++group) {
        const auto id = static_cast<GroupId>(group);
        if (may_serve(scenario, id, static_cast<CallTypeId>(type))) groups.push_back(id);
    }
    return groups;
}

/// A way round among positions that each lead to one other at most.
std::optional<Round> round_among(const std::vector<std::optional<std::size_t>>& next) {
    std::vector<bool> ends(next.size(), false);
    spread(ends, [&](std::size_t i) { return !next[i] || ends[*next[i]]; });
    const auto found = std::find(ends.begin(), ends.end(), false);
    if (found == ends.end()) return std::nullopt;
    return round_from(static_cast<std::size_t>(found - ends.begin()), [&](std::size_t i) { return *next[i]; });
}

/// The smallest that it can be.
double share_unsolved(const CallType& type) {
    if (!type.outcome) return type.repeat->unsolved;
    double solved = type.outcome->solved;
    for (const auto& [group, share] : type.outcome->solved_by_group) solved = std::max(solved, share);
    return 1.0 - solved;
}

/// All who got nobody try again, at once.
bool is_endless(const std::optional<Redial>& redial) {
    return redial && is_all(redial->further.value_or(std::max(redial->after_blocked, redial->after_abandoned))) &&
           is_all(std::max(redial->after_blocked, redial->after_abandoned)) && mean_of(redial->delay) == 0.0;
}

}  // namespace

std::vector<bool> reached_nodes(const IvrFlow& flow) { return reached_by(ways_of(flow)); }

std::optional<EndlessFlow> endless_flow(const IvrFlow& flow) {
    const auto ways = ways_of(flow);
    const auto reached = reached_by(ways);
    const auto ending = ending_nodes(ways, &NodeWays::possible, &NodeWays::can_end);
    for (std::size_t i = 0; i < ways.size(); ++i) {
        if (!reached[i] || ending[i]) continue;
        auto round = round_from(i, [&](std::size_t node) { return index(ways[node].possible.front()); });
        const bool is_by_share = ending_nodes(ways, &NodeWays::next, &NodeWays::ends)[round.front()];
        return EndlessFlow{std::move(round), is_by_share};
    }
    return std::nullopt;
}

double transferred_share(const CallType& type, GroupId group) {
    double sum = 0.0;
    for (const auto& transfer : type.transfers) sum += share_of(transfer, group);
    return sum;
}

std::optional<Round> endless_transfers(const Scenario& scenario) {
    const auto& types = scenario.call_types;
    std::vector<bool> left(types.size(), false);
    spread(left, [&](std::size_t i) {
        const auto groups = groups_of(scenario, i);
        if (types[i].transfers.empty() || groups.empty()) return true;
        return std::any_of(groups.begin(), groups.end(), [&](GroupId group) {
            if (!is_all(transferred_share(types[i], group))) return true;
            return std::any_of(types[i].transfers.begin(), types[i].transfers.end(), [&](const Transfer& transfer) {
                return share_of(transfer, group) > 0 && left[index(transfer.to)];
            });
        });
    });
    const auto found = std::find(left.begin(), left.end(), false);
    if (found == left.end()) return std::nullopt;
    return round_from(static_cast<std::size_t>(found - left.begin()), [&](std::size_t i) {
        const GroupId group = groups_of(scenario, i).front();
        const auto to = std::find_if(types[i].transfers.begin(), types[i].transfers.end(),
                                     [&](const Transfer& transfer) { return share_of(transfer, group) > 0; });
        return index(to->to);
    });
}

std::optional<Round> endless_redials(const Scenario& scenario) {
    const std::size_t types = scenario.call_types.size();
    std::vector<std::optional<std::size_t>> next(types + scenario.numbers.size());
    for (std::size_t i = 0; i < next.size(); ++i) {
        const auto& redial = i < types ? scenario.call_types[i].redial : scenario.numbers[i - types].redial;
        if (is_endless(redial)) next[i] = redial->becomes ? index(*redial->becomes) : i;
    }
    return round_among(next);
}

std::optional<Round> endless_repeats(const Scenario& scenario) {
    std::vector<std::optional<std::size_t>> next(scenario.call_types.size());
    for (std::size_t i = 0; i < next.size(); ++i) {
        const auto& repeat = scenario.call_types[i].repeat;
        if (repeat && is_all(share_unsolved(scenario.call_types[i]) * repeat->calls_again))
            next[i] = repeat->becomes ? index(*repeat->becomes) : i;
    }
    return round_among(next);
}

}  // namespace floorwalker::model
