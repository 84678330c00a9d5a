#include "sim/model/machine_rules.hpp"

#include <algorithm>
#include <cmath>

#include "sim/model/machines/ways.hpp"
#include "sim/model/require.hpp"
#include "sim/model/rules.hpp"
#include "sim/model/serving.hpp"

namespace floorwalker::model {
namespace {

void require_positive(double number, const std::string& name) {
    require(number > 0 && std::isfinite(number), name + " must be above 0");
}

void check_phases(const std::vector<MachinePhase>& phases, const std::string& name) {
    for (std::size_t i = 0; i < phases.size(); ++i) {
        require(phases[i].at >= Duration{0} && phases[i].at < kDay, name + ".phases must be within a day");
        require(i == 0 || phases[i - 1].at < phases[i].at, name + ".phases must be in order of time");
        require(phases[i].speed >= 0 && std::isfinite(phases[i].speed),
                name + ".phases must not have a negative speed");
    }
}

void check_breakdowns(const std::optional<Breakdowns>& breakdowns, const std::string& name) {
    if (!breakdowns) return;
    require_sound(breakdowns->up, name + ".breakdowns.up");
    require_sound(breakdowns->down, name + ".breakdowns.down");
    require_positive(mean_of(breakdowns->up), name + ".breakdowns.up: the mean");
    require_positive(mean_of(breakdowns->down), name + ".breakdowns.down: the mean");
}

void check_link(const Infrastructure& all, const Link& link) {
    const std::string name = "link." + link.id;
    check_phases(link.phases, name);
    check_breakdowns(link.breakdowns, name);
    if (all.platform) return;  // which says what links are like
    require(index(link.from) < all.sites.size() && index(link.to) < all.sites.size(),
            name + " names a site that is not there");
    require(link.from != link.to, name + " joins a site to itself");
    require_positive(link.bytes_per_second, name + ".bandwidth");
    require(link.latency >= Duration{0}, name + ".latency must not be negative");
}

void check_server(const Infrastructure& all, const Server& server) {
    const std::string name = "server." + server.id;
    require(index(server.site) < all.sites.size(), name + " names a site that is not there");
    require_positive(server.speed, name + ".speed");
    require(server.cores >= 1, name + ".cores must be at least 1");
    require(server.places.value_or(1) >= 1, name + ".places must be at least 1");
    check_phases(server.phases, name);
    check_breakdowns(server.breakdowns, name);
}

void check_rest(const Infrastructure& all) {
    require(all.ivr_site == SiteId{} || index(all.ivr_site) < all.sites.size(),
            "infrastructure.ivr_site names a site that is not there");
    require(all.timeout > Duration{0}, "infrastructure.timeout must be above 0");
    require(all.retries >= 0 && all.retries <= 100, "infrastructure.retries must be from 0 to 100");
    require(all.retry_after >= Duration{0}, "infrastructure.retry_after must not be negative");
    require_positive(all.paper.talk, "infrastructure.paper.talk");
    require_sound(all.paper.entry, "infrastructure.paper.entry");
    require(all.paper.failures >= 1, "infrastructure.paper.failures must be at least 1");
    require(all.paper.try_again > Duration{0}, "infrastructure.paper.try_again must be above 0");
    if (!all.voice) return;
    require(!all.sites.empty(), "infrastructure.voice needs sites");
    require(!all.platform, "infrastructure.voice cannot be with a platform file, whose links have names alone");
    require_positive(all.voice->bytes_per_second, "infrastructure.voice.bandwidth");
    require(all.voice->most > 0 && all.voice->most <= 1, "infrastructure.voice.most must be above 0 and at most 1");
}

void check_look_ups(const Infrastructure& all, const std::vector<LookUp>& look_ups, const std::string& name) {
    for (const LookUp& one : look_ups) {
        require(index(one.server) < all.servers.size(), name + " names a server that is not there");
        require_share(one.share, name + ".share");
        require(one.times >= 1 && one.times <= kMostTimesAsked, name + ".times must be from 1 to 20");
        require(one.request_bytes >= 0 && std::isfinite(one.request_bytes), name + ".request must not be negative");
        require(one.answer_bytes >= 0 && std::isfinite(one.answer_bytes), name + ".answer must not be negative");
        require_sound(one.work, name + ".work");
    }
    require(times_asked(look_ups) <= kMostTimesAsked, name + ": more than 20 look-ups in one contact");
}

void check_look_ups(const Scenario& scenario) {
    const Infrastructure& all = scenario.infrastructure;
    for (const CallType& type : scenario.call_types) {
        if (type.look_ups.empty()) continue;
        const std::string name = "call_type." + type.id + ".look_up";
        require(type.channel == Channel::voice, name + " is of calls only");
        require(!type.hold, name + " cannot be beside hold");
        check_look_ups(all, type.look_ups, name);
    }
    for (const IvrFlow& flow : scenario.flows) {
        for (const IvrNode& node : flow.nodes) {
            if (const auto* service = std::get_if<SelfService>(&node.what))
                check_look_ups(all, service->look_ups, "ivr." + flow.id + ".node." + node.id + ".look_up");
        }
    }
}

}  // namespace

std::int64_t times_asked(const std::vector<LookUp>& look_ups) {
    std::int64_t count = 0;
    for (const LookUp& one : look_ups) count += one.times;
    return count;
}

SiteId site_of(const Scenario& scenario, const Group& group) {
    const Infrastructure& all = scenario.infrastructure;
    for (std::size_t i = 0; i < all.sites.size(); ++i) {
        if (all.sites[i].id == group.site) return static_cast<SiteId>(i);
    }
    return all.ivr_site;
}

std::vector<WayNeeded> ways_needed(const Scenario& scenario) {
    std::vector<WayNeeded> ways;
    for (std::size_t t = 0; t < scenario.call_types.size(); ++t) {
        const auto type = static_cast<CallTypeId>(t);
        for (std::size_t l = 0; l < scenario.call_types[t].look_ups.size(); ++l) {
            const ServerId server = scenario.call_types[t].look_ups[l].server;
            for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
                const auto group = static_cast<GroupId>(g);
                if (may_serve(scenario, group, type))
                    ways.push_back({site_of(scenario, scenario.groups[g]), server, l, t, g, {}});
            }
        }
    }
    for (std::size_t f = 0; f < scenario.flows.size(); ++f) {
        for (std::size_t n = 0; n < scenario.flows[f].nodes.size(); ++n) {
            const auto* service = std::get_if<SelfService>(&scenario.flows[f].nodes[n].what);
            for (std::size_t l = 0; service != nullptr && l < service->look_ups.size(); ++l)
                ways.push_back({scenario.infrastructure.ivr_site, service->look_ups[l].server, l, f, {}, n});
        }
    }
    return ways;
}

void check_machines(const Scenario& scenario) {
    const Infrastructure& all = scenario.infrastructure;
    for (const Link& link : all.links) check_link(all, link);
    for (const Server& server : all.servers) check_server(all, server);
    check_rest(all);
    check_look_ups(scenario);
    if (all.sites.empty()) return;
    for (const Group& group : scenario.groups) {
        const auto is_its = [&](const Site& site) { return site.id == group.site; };
        require(group.site.empty() || std::any_of(all.sites.begin(), all.sites.end(), is_its),
                "group." + group.id + ".site is none of the sites");
    }
    if (all.platform) return;
    for (const WayNeeded& way : ways_needed(scenario)) {
        const Server& server = all.servers[index(way.server)];
        require(way_between(all, way.from, server.site).has_value(),
                "no link leads from site " + all.sites[index(way.from)].id + " to server " + server.id);
    }
    for (std::size_t g = 0; all.voice && g < scenario.groups.size(); ++g) {
        const Site& site = all.sites[index(site_of(scenario, scenario.groups[g]))];
        require(way_between(all, all.ivr_site, site_of(scenario, scenario.groups[g])).has_value(),
                "no link leads from the IVR's site to site " + site.id);
    }
}

}  // namespace floorwalker::model
