#include <algorithm>

#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/checks/flow_ways.hpp"

namespace floorwalker::scenario {
namespace {

/// The checks of one flow.
class FlowCheck {
public:
    FlowCheck(const IvrFlow& flow, const Node& entry, Context& context)
        : flow_{flow}, entry_{entry}, context_{context}, ways_{ways_of(flow)} {}

    void check() {
        const auto reached = find_reached();
        for (std::size_t i = 0; i < reached.size(); ++i) {
            if (!reached[i]) {
                report(i, fmt::format("no way leads here from the first node, \"{}\"", flow_.nodes.front().id));
            }
        }
        const auto ending = find_ending(&NodeWays::possible, &NodeWays::can_end);
        for (std::size_t i = 0; i < reached.size(); ++i) {
            if (reached[i] && !ending[i]) return report_endless(i);
        }
    }

private:
    std::vector<bool> find_reached() const {
        std::vector<bool> reached(ways_.size(), false);
        std::vector<std::size_t> open{0};
        while (!open.empty()) {
            const auto node = open.back();
            open.pop_back();
            if (reached[node]) continue;
            reached[node] = true;
            for (const NodeId next : ways_[node].next) open.push_back(index(next));
        }
        return reached;
    }

    /// The nodes from which calls can come to an end.
    std::vector<bool> find_ending(std::vector<NodeId> NodeWays::*next, bool NodeWays::*ends) const {
        std::vector<bool> ending(ways_.size(), false);
        for (bool changed = true; changed;) {
            changed = false;
            for (std::size_t i = 0; i < ways_.size(); ++i) {
                if (ending[i]) continue;
                const auto& follow = ways_[i].*next;
                ending[i] = ways_[i].*ends ||
                            std::any_of(follow.begin(), follow.end(), [&](NodeId id) { return ending[index(id)]; });
                changed = changed || ending[i];
            }
        }
        return ending;
    }

    void report_endless(std::size_t from) {
        const bool by_chance = find_ending(&NodeWays::next, &NodeWays::ends)[from];
        report(from, fmt::format("a call that comes here never ends: {}; {}", cycle_from(from),
                                 by_chance ? "every way out of it has a share of 0%"
                                           : "let a way lead to a node with do = \"queue\" or do = \"end\""));
    }

    /// "menu -> info -> menu"
    std::string cycle_from(std::size_t node) const {
        std::vector<std::size_t> trail;
        while (std::find(trail.begin(), trail.end(), node) == trail.end()) {
            trail.push_back(node);
            node = index(ways_[node].possible.front());
        }
        std::string text;
        for (auto at = std::find(trail.begin(), trail.end(), node); at != trail.end(); ++at) {
            text += flow_.nodes[*at].id + " -> ";
        }
        return text + flow_.nodes[node].id;
    }

    void report(std::size_t node, const std::string& message) {
        const PathPart part{context_, fmt::format("ivr.{}.node.{}", flow_.id, flow_.nodes[node].id)};
        context_.problem(entry_at(entry_, "node", node), message);
    }

    const IvrFlow& flow_;
    const Node& entry_;
    Context& context_;
    std::vector<NodeWays> ways_;
};

}  // namespace

void check_flows(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t i = 0; i < scenario.flows.size(); ++i) {
        if (!scenario.flows[i].nodes.empty()) {
            FlowCheck{scenario.flows[i], entry_at(root, "ivr", i), context}.check();
        }
    }
}

}  // namespace floorwalker::scenario
