#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "sim/model/machine_rules.hpp"
#include "sim/model/machines/ways.hpp"
#include "sim/model/serving.hpp"
#include "sim/scenario/checks/checks.hpp"

/// Machines, and the ways to them.
namespace floorwalker::scenario {
namespace {

void refuse_beside_platform(const Node& entry, std::string_view key, Context& context) {
    const Node* const value = find(entry, key);
    if (value == nullptr) return;
    const PathPart part{context, key};
    context.problem(*value, fmt::format("the platform file says it; leave {} out, or the platform", key));
}

void check_link(const Link& link, bool has_platform, const Node& entry, Context& context) {
    const PathPart part{context, "link." + link.id};
    if (!has_platform) {
        if (find(entry, "between") == nullptr)
            context.problem(entry, R"("between" is missing; it must be the two sites that the link joins, such as )"
                                   R"(["north", "data_centre"])");
        return;
    }
    for (const auto* key : {"between", "bandwidth", "latency", "shared"}) refuse_beside_platform(entry, key, context);
}

std::string who_asks(const model::WayNeeded& way, const Scenario& scenario) {
    const std::string& site = scenario.infrastructure.sites[index(way.from)].id;
    if (!way.group) return fmt::format("the IVR is at site \"{}\"", site);
    const Group& group = scenario.groups[*way.group];
    return fmt::format("group \"{}\" is at site \"{}\"{}", group.id, site, group.site.empty() ? ", the IVR's" : "");
}

void check_way(const model::WayNeeded& way, const Scenario& scenario, const Node& root, Context& context) {
    const Infrastructure& all = scenario.infrastructure;
    const Server& server = all.servers[index(way.server)];
    if (model::way_between(all, way.from, server.site)) return;
    const auto [path, entry] = look_up_at(way, scenario, root);
    const PathPart part{context, path};
    const std::string& from = all.sites[index(way.from)].id;
    const std::string& to = all.sites[index(server.site)].id;
    context.problem(*find(entry, "server"),
                    fmt::format("{}, and no link leads from there to site \"{}\" of server \"{}\"; add [[link]] with "
                                "between = [\"{}\", \"{}\"]",
                                who_asks(way, scenario), to, server.id, from, to));
}

const Node& infrastructure_key(const Node& root, std::string_view key) {
    const Node* const table = find(root, "infrastructure");
    const Node* const value = table == nullptr ? nullptr : find(*table, key);
    return value != nullptr ? *value : root;
}

}  // namespace

std::pair<std::string, const Node&> look_up_at(const model::WayNeeded& way, const Scenario& scenario,
                                               const Node& root) {
    if (way.group) {
        const Node& list = *find(entry_at(root, "call_type", way.owner), "look_up");
        return {fmt::format("call_type.{}.look_up.{}", scenario.call_types[way.owner].id, way.look_up + 1),
                (*list.list())[way.look_up]};
    }
    const IvrFlow& flow = scenario.flows[way.owner];
    const Node& list = *find(entry_at(entry_at(root, "ivr", way.owner), "node", *way.node), "look_up");
    return {fmt::format("ivr.{}.node.{}.look_up.{}", flow.id, flow.nodes[*way.node].id, way.look_up + 1),
            (*list.list())[way.look_up]};
}

void check_machines(const Scenario& scenario, const Node& root, Context& context) {
    const Infrastructure& all = scenario.infrastructure;
    const auto before = context.problems.size();
    for (std::size_t i = 0; i < all.links.size(); ++i)
        check_link(all.links[i], all.platform.has_value(), entry_at(root, "link", i), context);
    for (std::size_t i = 0; all.platform && i < all.servers.size(); ++i) {
        const PathPart part{context, "server." + all.servers[i].id};
        refuse_beside_platform(entry_at(root, "server", i), "cores", context);
    }
    if (all.platform || context.problems.size() > before) return;
    // The first of several that cannot reach it; more would say the same again.
    std::vector<std::pair<SiteId, ServerId>> said;
    for (const model::WayNeeded& way : model::ways_needed(scenario)) {
        const std::pair ends{way.from, way.server};
        if (std::find(said.begin(), said.end(), ends) != said.end()) continue;
        said.push_back(ends);
        check_way(way, scenario, root, context);
    }
}

void check_voice(const Scenario& scenario, const Node& root, Context& context) {
    const Infrastructure& all = scenario.infrastructure;
    if (!all.voice) return;
    const PathPart part{context, "infrastructure.voice"};
    const Node& node = infrastructure_key(root, "voice");
    if (all.platform) {
        context.problem(node,
                        "calls on the links of a platform file cannot be simulated; leave voice out, or the "
                        "platform");
        return;
    }
    if (all.links.empty()) {
        context.problem(node,
                        "there is no link that calls could be on; add [[link]] between the IVR's site and the "
                        "agents'");
        return;
    }
    for (const Group& group : scenario.groups) {
        const SiteId site = model::site_of(scenario, group);
        if (model::way_between(all, all.ivr_site, site)) continue;
        const std::string& from = all.sites[index(all.ivr_site)].id;
        const std::string& to = all.sites[index(site)].id;
        context.problem(node, fmt::format("no link leads from site \"{}\", the IVR's, to site \"{}\" of group \"{}\"; "
                                          "add [[link]] with between = [\"{}\", \"{}\"]",
                                          from, to, group.id, from, to));
    }
}

void remark_on_servers(const Scenario& scenario, const Node& root, Context& context) {
    const Infrastructure& all = scenario.infrastructure;
    const auto ways = model::ways_needed(scenario);
    for (std::size_t i = 0; i < all.servers.size(); ++i) {
        const auto server = static_cast<ServerId>(i);
        if (std::any_of(ways.begin(), ways.end(), [&](const auto& way) { return way.server == server; })) continue;
        const PathPart part{context, "server." + all.servers[i].id};
        context.remark(entry_at(root, "server", i),
                       "nobody looks anything up in it; add [[call_type.look_up]] to a call type, or leave it out");
    }
}

}  // namespace floorwalker::scenario
