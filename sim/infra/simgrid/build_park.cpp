#include <algorithm>
#include <string>

#include "sim/infra/simgrid/park.hpp"
#include "sim/model/machines/ways.hpp"

/// Where hosts, links and routes come from: the scenario's own tables, or a platform file.
namespace floorwalker::infra {
namespace {

std::vector<s4u::LinkInRoute> route_of(const Way& way) {
    std::vector<s4u::LinkInRoute> route;
    for (const LinkState* link : way.links) route.emplace_back(link->link());
    return route;
}

}  // namespace

void Park::build() {
    s4u::NetZone* const zone = s4u::create_full_zone("floorwalker");
    for (const Site& site : machines_.sites) sites_.emplace_back(zone->create_host("site " + site.id, kFlopsPerSecond));
    for (const Server& server : machines_.servers) {
        s4u::Host* const host = zone->create_host("server " + server.id, kFlopsPerSecond);
        host->set_core_count(static_cast<int>(server.cores));
        servers_.emplace_back(host);
    }
    build_links();
    build_routes();
    zone->seal();
}

/// Two for each: what goes there does not hinder what comes back.
void Park::build_links() {
    const auto policy = [](const Link& link) {
        return link.shared ? s4u::Link::SharingPolicy::SHARED : s4u::Link::SharingPolicy::FATPIPE;
    };
    s4u::NetZone* const zone = s4u::Engine::get_instance()->get_netzone_root();
    for (const Link& link : machines_.links) {
        auto& parts = links_.emplace_back();
        for (const char* direction : {" forth", " back"}) {
            s4u::Link* const part = zone->create_link("link " + link.id + direction, link.bytes_per_second);
            part->set_latency(to_seconds(link.latency))->set_sharing_policy(policy(link))->seal();
            parts.push_back(&state_of(part));
        }
    }
}

void Park::build_routes() {
    s4u::NetZone* const zone = s4u::Engine::get_instance()->get_netzone_root();
    for (std::size_t s = 0; s < sites_.size(); ++s) {
        const auto from = SiteId(static_cast<std::uint16_t>(s));
        for (std::size_t i = 0; i < servers_.size(); ++i) {
            const SiteId to = machines_.servers[i].site;
            if (from == to || !model::way_between(machines_, from, to)) continue;
            const WayBothWays* const way = this->way(from, ServerId(static_cast<std::uint16_t>(i)));
            auto* const here = sites_[s].host()->get_netpoint();
            auto* const there = servers_[i].host()->get_netpoint();
            zone->add_route(here, there, nullptr, nullptr, route_of(way->there), false);
            zone->add_route(there, here, nullptr, nullptr, route_of(way->back), false);
        }
    }
}

void Park::load() {
    auto* const grid = s4u::Engine::get_instance();
    // As soon as it is made: a profile may change its bandwidth before the file is read to its end.
    s4u::Link::on_creation_cb([this](s4u::Link& link) { state_of(&link); });
    grid->load_platform(*machines_.platform);

    std::vector<std::string> problems;
    const auto find_host = [&](std::vector<HostState>& hosts, const std::string& name, const std::string& what) {
        s4u::Host* const host = s4u::Host::by_name_or_null(name);
        if (host == nullptr) problems.push_back("there is no host \"" + name + "\", which should be " + what);
        hosts.emplace_back(host);
    };
    for (const Site& site : machines_.sites)
        find_host(sites_, site.host.empty() ? site.id : site.host, "site \"" + site.id + "\"");
    for (const Server& server : machines_.servers)
        find_host(servers_, server.host.empty() ? server.id : server.host, "server \"" + server.id + "\"");
    for (const Link& link : machines_.links) {
        auto& parts = links_.emplace_back();
        for (const char* suffix : {"", "_UP", "_DOWN"}) {  // of a link with two directions SimGrid makes two
            if (s4u::Link* const part = grid->link_by_name_or_null(link.id + suffix)) parts.push_back(&state_of(part));
        }
        if (parts.empty()) problems.push_back("there is no link \"" + link.id + "\"");
    }
    if (!problems.empty()) throw ParkError{std::move(problems)};
}

}  // namespace floorwalker::infra
