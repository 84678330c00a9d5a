#include <algorithm>

#include <fmt/format.h>

#include "sim/model/serving.hpp"
#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/text/units.hpp"

namespace floorwalker::scenario {
namespace {

/// The checks of one campaign.
class CampaignCheck {
public:
    CampaignCheck(const Scenario& scenario, const Campaign& campaign, const Node& node, Context& context)
        : scenario_{scenario}, campaign_{campaign}, node_{node}, context_{context} {}

    void check() {
        const auto& type = scenario_.call_types[index(campaign_.call_type)];
        if (type.channel != Channel::voice) {
            report("call_type",
                   fmt::format("\"{}\" is of channel \"{}\"; a campaign makes calls, so it must be \"voice\"", type.id,
                               channel_name(type.channel)));
        }
        if (mean_of(campaign_.ring) == 0.0) report("ring", "takes no time; it must be above 0s");
        check_reached();
        check_agents();
    }

private:
    /// A predictive dialer makes up for the calls that nobody answers; for these there would be no end of dialling.
    void check_reached() {
        constexpr double kLeast = 0.01;
        if (campaign_.dialer != Dialer::predictive) return;
        const double least = *std::min_element(campaign_.reached.begin(), campaign_.reached.end());
        if (least >= kLeast) return;
        report("reached",
               fmt::format("{} is too little for a predictive dialer, which dials the more the fewer answer; "
                           "it must be 1% or more",
                           format_percentage(least)));
    }

    void check_agents() {
        std::int64_t most = 0;
        for (std::size_t g = 0; g < scenario_.groups.size(); ++g) {
            const auto group = static_cast<GroupId>(g);
            if (model::may_serve(scenario_, group, campaign_.call_type)) most += model::most_on_duty(scenario_, group);
        }
        // That nobody is there at all is reported elsewhere.
        if (most == 0 || campaign_.free_agents <= most) return;
        report("free_agents",
               fmt::format("{} agents are never free; all groups that serve \"{}\" have {} together",
                           campaign_.free_agents, scenario_.call_types[index(campaign_.call_type)].id, most));
    }

    void report(std::string_view key, const std::string& message) {
        const PathPart part{context_, fmt::format("campaign.{}.{}", campaign_.id, key)};
        const Node* const value = find(node_, key);
        context_.problem(value != nullptr ? *value : node_, message);
    }

    const Scenario& scenario_;
    const Campaign& campaign_;
    const Node& node_;
    Context& context_;
};

}  // namespace

void check_campaigns(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t i = 0; i < scenario.campaigns.size(); ++i) {
        CampaignCheck{scenario, scenario.campaigns[i], entry_at(root, "campaign", i), context}.check();
    }
}

}  // namespace floorwalker::scenario
