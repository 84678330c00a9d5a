#include "sim/infra/ways_needed.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

#include <floorwalker/scenario.hpp>

namespace floorwalker::infra {
namespace {

using Ways = std::set<std::pair<SiteId, ServerId>>;

void add(Ways& ways, SiteId site, const std::vector<LookUp>& look_ups) {
    for (const LookUp& look_up : look_ups) ways.emplace(site, look_up.server);
}

bool is_able(const Group& group, CallTypeId type) {
    return group.skills.contains(type) || std::any_of(group.listed.begin(), group.listed.end(),
                                                      [&](const Agent& one) { return one.skills.contains(type); });
}

void add_agents(Ways& ways, const Scenario& scenario) {
    const auto& sites = scenario.infrastructure.sites;
    for (const Group& group : scenario.groups) {
        const auto site =
            std::find_if(sites.begin(), sites.end(), [&](const Site& one) { return one.id == group.site; });
        if (site == sites.end()) continue;
        for (std::size_t t = 0; t < scenario.call_types.size(); ++t) {
            if (is_able(group, CallTypeId(static_cast<std::uint16_t>(t))))
                add(ways, SiteId(static_cast<std::uint16_t>(site - sites.begin())), scenario.call_types[t].look_ups);
        }
    }
}

void add_ivr(Ways& ways, const Scenario& scenario) {
    for (const IvrFlow& flow : scenario.flows) {
        for (const IvrNode& node : flow.nodes) {
            if (const auto* task = std::get_if<SelfService>(&node.what))
                add(ways, scenario.infrastructure.ivr_site, task->look_ups);
        }
    }
}

}  // namespace

std::vector<WayNeeded> ways_needed(const Scenario& scenario) {
    Ways ways;
    add_agents(ways, scenario);
    add_ivr(ways, scenario);
    std::vector<WayNeeded> needed;
    for (const auto& [site, server] : ways) needed.push_back({site, server});
    return needed;
}

}  // namespace floorwalker::infra
