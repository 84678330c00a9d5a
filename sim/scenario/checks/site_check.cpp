#include <algorithm>

#include <fmt/format.h>

#include "sim/scenario/checks/checks.hpp"
#include "sim/scenario/text/suggest.hpp"

namespace floorwalker::scenario {
namespace {

std::vector<std::string> sites_of(const Scenario& scenario) {
    std::vector<std::string> sites;
    for (const auto& group : scenario.groups) {
        if (!group.site.empty()) sites.push_back(group.site);
    }
    std::sort(sites.begin(), sites.end());
    sites.erase(std::unique(sites.begin(), sites.end()), sites.end());
    return sites;
}

}  // namespace

void check_sites(const Scenario& scenario, const Node& root, Context& context) {
    const auto sites = sites_of(scenario);
    for (std::size_t i = 0; i < scenario.call_types.size(); ++i) {
        const auto& type = scenario.call_types[i];
        if (type.choose != AgentChoice::local_site) continue;
        const Node& node = entry_at(root, "call_type", i);
        const PathPart part{context, "call_type." + type.id};
        const Node* const site = find(node, "site");
        if (site == nullptr) {
            context.problem(node, "choose = \"local_site\" needs \"site\" too");
        } else if (std::find(sites.begin(), sites.end(), type.site) == sites.end()) {
            const PathPart key_part{context, "site"};
            context.problem(*site,
                            fmt::format("no group has the site \"{}\"{}", type.site, suggestion(type.site, sites)));
        }
    }
}

}  // namespace floorwalker::scenario
