#include <vector>

#include "sim/scenario/checks/checks.hpp"

namespace floorwalker::scenario {
namespace {

/// Finds the call types that contacts can come to: by arrivals of their own, or from elsewhere.
class Reach {
public:
    Reach(const Scenario& scenario, const Node& root)
        : scenario_{scenario}, types_(scenario.call_types.size(), false), numbers_(scenario.numbers.size(), false) {
        for (std::size_t i = 0; i < types_.size(); ++i) {
            if (find(entry_at(root, "call_type", i), "arrivals") != nullptr) add(static_cast<CallTypeId>(i));
        }
        for (std::size_t i = 0; i < numbers_.size(); ++i) {
            if (find(entry_at(root, "number", i), "arrivals") != nullptr) add(static_cast<NumberId>(i));
        }
        for (const auto& campaign : scenario.campaigns) add(campaign.call_type);
        for (const auto& decision : scenario.decisions) add(decision);
    }

    bool reaches_type(std::size_t type) const { return types_[type]; }
    bool reaches_number(std::size_t number) const { return numbers_[number]; }

private:
    void add(const Decision& decision) {
        const auto* const peak = std::get_if<Peak>(&decision.what);
        if (peak == nullptr) return;
        if (peak->number) {
            add(*peak->number);
        } else {
            add(peak->call_type);
        }
    }

    void add(NumberId id) {
        if (numbers_[index(id)]) return;
        numbers_[index(id)] = true;
        const auto& number = scenario_.numbers[index(id)];
        add(number.flow);
        for (std::size_t tier = 0; tier < number.share_by_tier.size(); ++tier) {
            const auto& flow = scenario_.tiers[tier].flow;
            if (number.share_by_tier[tier] > 0 && flow) add(*flow);
        }
        if (number.redial && number.redial->becomes) add(*number.redial->becomes);
        if (number.repeat && number.repeat->becomes) add(*number.repeat->becomes);
    }

    void add(FlowId flow) {
        for (const auto& node : scenario_.flows[index(flow)].nodes) {
            const auto* const queue = std::get_if<ToQueue>(&node.what);
            if (queue != nullptr && queue->call_type) add(*queue->call_type);
        }
    }

    /// The flow of a call type, and those that tiers have instead.
    void add_flows(FlowId flow, CallTypeId type) {
        add(flow);
        for (const auto& tier : scenario_.tiers) {
            if (tier.flow && tier.share_by_call_type.at(index(type)) > 0) add(*tier.flow);
        }
    }

    void add(CallTypeId id) {
        if (types_[index(id)]) return;
        types_[index(id)] = true;
        const auto& type = scenario_.call_types[index(id)];
        if (type.flow) add_flows(*type.flow, id);
        for (const auto& transfer : type.transfers) add(transfer.to);
        if (type.redial && type.redial->becomes) add(*type.redial->becomes);
        if (type.repeat && type.repeat->becomes) add(*type.repeat->becomes);
    }

    const Scenario& scenario_;
    std::vector<bool> types_;
    std::vector<bool> numbers_;
};

void report_missing(const Node& node, const std::string& path, Context& context) {
    const PathPart part{context, path};
    context.problem(node, "\"arrivals\" is missing; add for example arrivals = { per_hour = 100 }");
}

}  // namespace

void check_volumes(const Scenario& scenario, const Node& root, Context& context) {
    if (find(root, "replay") != nullptr) return;
    const Reach reach{scenario, root};
    for (std::size_t i = 0; i < scenario.call_types.size(); ++i) {
        if (reach.reaches_type(i)) continue;
        report_missing(entry_at(root, "call_type", i), "call_type." + scenario.call_types[i].id, context);
    }
    for (std::size_t i = 0; i < scenario.numbers.size(); ++i) {
        if (reach.reaches_number(i)) continue;
        report_missing(entry_at(root, "number", i), "number." + scenario.numbers[i].id, context);
    }
}

}  // namespace floorwalker::scenario
