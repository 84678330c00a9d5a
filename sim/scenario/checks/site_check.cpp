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

bool is_known(const std::string& site, const Infrastructure& all) {
    const auto is_it = [&](const Site& one) { return one.id == site; };
    return all.sites.empty() || std::any_of(all.sites.begin(), all.sites.end(), is_it);
}

/// Where there are sites, every place is one of them.
void check_site(const std::string& site, std::string_view list, std::size_t position, const Infrastructure& all,
                const Node& root, Context& context) {
    if (site.empty() || is_known(site, all)) return;
    std::vector<std::string> ids;
    for (const Site& one : all.sites) ids.push_back(one.id);
    const PathPart part{context, "site"};
    const std::string what = find(root, "site") != nullptr
                                 ? suggestion(site, ids)
                                 : fmt::format("; there are servers, so add [[site]] with id = \"{}\"", site);
    context.problem(*find(entry_at(root, list, position), "site"),
                    fmt::format("there is no site \"{}\"{}", site, what));
}

}  // namespace

void check_sites(const Scenario& scenario, const Node& root, Context& context) {
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        const PathPart part{context, "group." + scenario.groups[g].id};
        check_site(scenario.groups[g].site, "group", g, scenario.infrastructure, root, context);
    }
    for (std::size_t t = 0; t < scenario.call_types.size(); ++t) {
        const PathPart part{context, "call_type." + scenario.call_types[t].id};
        check_site(scenario.call_types[t].site, "call_type", t, scenario.infrastructure, root, context);
    }
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
            if (!is_known(type.site, scenario.infrastructure)) continue;  // reported above
            const PathPart key_part{context, "site"};
            context.problem(*site,
                            fmt::format("no group has the site \"{}\"{}", type.site, suggestion(type.site, sites)));
        }
    }
}

}  // namespace floorwalker::scenario
