#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/checks/rounds.hpp"

namespace floorwalker::scenario {
namespace {

/// The checks of one flow.
class FlowCheck {
public:
    FlowCheck(const IvrFlow& flow, const Node& entry, Context& context)
        : flow_{flow}, entry_{entry}, context_{context} {}

    void check() {
        const auto reached = model::reached_nodes(flow_);
        for (std::size_t i = 0; i < reached.size(); ++i) {
            if (!reached[i]) {
                report(i, fmt::format("no way leads here from the first node, \"{}\"", flow_.nodes.front().id));
            }
        }
        if (const auto endless = model::endless_flow(flow_)) report_endless(*endless);
    }

private:
    void report_endless(const model::EndlessFlow& endless) {
        const auto round = round_text(endless.round, [&](std::size_t node) { return flow_.nodes[node].id; });
        report(endless.round.front(),
               fmt::format("a call that comes here never ends: {}; {}", round,
                           endless.is_by_share ? "every way out of it has a share of 0%"
                                               : "let a way lead to a node with do = \"queue\" or do = \"end\""));
    }

    void report(std::size_t node, const std::string& message) {
        const PathPart part{context_, fmt::format("ivr.{}.node.{}", flow_.id, flow_.nodes[node].id)};
        context_.problem(entry_at(entry_, "node", node), message);
    }

    const IvrFlow& flow_;
    const Node& entry_;
    Context& context_;
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
