#include "sim/model/prepare/parts.hpp"

namespace floorwalker::model {
namespace {

struct NodePreparer {
    NodeModel operator()(const Announcement& node) const {
        return AnnouncementModel{kernel::Sampler{node.length}, node.next};
    }
    NodeModel operator()(const Menu& node) const {
        MenuModel menu{.thinking = kernel::Sampler{node.thinking},
                       .up_to = {},
                       .next = {},
                       .timeout = node.timeout,
                       .timeout_after = node.timeout_after,
                       .wrong_key = node.wrong_key,
                       .tries = node.tries,
                       .when_failed = node.when_failed};
        double sum = 0.0;
        for (const Menu::Choice& choice : node.choices) {
            menu.up_to.push_back(sum += choice.share);
            menu.next.push_back(choice.next);
        }
        return menu;
    }
    NodeModel operator()(const SelfService& node) const {
        return SelfServiceModel{kernel::Sampler{node.duration}, node.success, node.next, node.when_failed,
                                look_up_models(node.look_ups)};
    }
    NodeModel operator()(const ToQueue& node) const { return node; }
    NodeModel operator()(const EndOfCall& node) const { return node; }
};

}  // namespace

void prepare_flows(const Scenario& scenario, Model& model) {
    for (const IvrFlow& flow : scenario.flows) {
        FlowModel prepared;
        prepared.patience = sampler_of(flow.patience);
        for (const IvrNode& node : flow.nodes) prepared.nodes.push_back(std::visit(NodePreparer{}, node.what));
        model.flows.push_back(std::move(prepared));
    }
}

void prepare_campaigns(const Scenario& scenario, Model& model) {
    for (const Campaign& campaign : scenario.campaigns) {
        CampaignModel prepared;
        prepared.rules = campaign;
        prepared.preview = kernel::Sampler{campaign.preview};
        prepared.ring = kernel::Sampler{campaign.ring};
        prepared.wrong_party_talk = kernel::Sampler{campaign.wrong_party_talk};
        prepared.reached = by_interval(campaign.reached, model.intervals);
        prepared.mean_ring_s = mean_of(campaign.ring);
        model.campaigns.push_back(std::move(prepared));
    }
}

}  // namespace floorwalker::model
