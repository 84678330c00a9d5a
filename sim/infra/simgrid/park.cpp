#include "sim/infra/simgrid/park.hpp"

#include <algorithm>
#include <utility>

#include "sim/model/machines/ways.hpp"

namespace floorwalker::infra {
namespace {

/// Sets a flag for as long as it lives.
class While {
public:
    explicit While(bool& flag) : flag_{flag} { flag_ = true; }
    While(const While&) = delete;
    While& operator=(const While&) = delete;
    ~While() { flag_ = false; }

private:
    bool& flag_;
};

}  // namespace

double Way::latency() const {
    double sum = further_latency;
    for (const LinkState* link : links) sum += link->link()->get_latency();
    return sum;
}

bool Way::is_open() const {
    return std::all_of(links.begin(), links.end(), [](const LinkState* link) { return link->power.is_on(); });
}

Park::Park(const Infrastructure& machines)
    : machines_{machines}, ways_(machines.sites.size() * machines.servers.size()), calls_(machines.sites.size(), 0.0) {
    if (machines_.platform)
        load();
    else
        build();
    listen();
    note_what_is_so_from_the_start();
}

LinkState& Park::state_of(s4u::Link* link) {
    auto& state = link_states_[link];
    if (!state) state = std::make_unique<LinkState>(link);
    return *state;
}

// ---- Ways

const WayBothWays* Park::way(SiteId site, ServerId server) {
    if (machines_.servers[index(server)].site == site) return nullptr;
    auto& way = ways_[index(site) * machines_.servers.size() + index(server)];
    if (!way) way = find_way(site, server);
    return &*way;
}

WayBothWays Park::find_way(SiteId site, ServerId server) {
    if (!machines_.platform) return find_way(site, machines_.servers[index(server)].site);
    return {way_between(this->site(site), this->server(server)), way_between(this->server(server), this->site(site))};
}

WayBothWays Park::find_way(SiteId site, SiteId other) {
    if (machines_.platform)
        return {way_between(this->site(site), this->site(other)), way_between(this->site(other), this->site(site))};
    auto links = model::way_between(machines_, site, other);
    if (!links)
        throw ParkError{"no link leads from site \"" + machines_.sites[index(site)].id + "\" to site \"" +
                        machines_.sites[index(other)].id + "\""};
    WayBothWays way;
    way.there = way_of(*links, site);
    std::reverse(links->begin(), links->end());
    way.back = way_of(*links, other);
    return way;
}

/// Each link in the direction in which one comes to it.
Way Park::way_of(const std::vector<LinkId>& links, SiteId from) const {
    Way way;
    for (const LinkId id : links) {
        const Link& link = machines_.links[index(id)];
        const bool is_forth = link.from == from;
        way.links.push_back(links_[index(id)][is_forth ? 0 : 1]);
        from = is_forth ? link.to : link.from;
    }
    return way;
}

Way Park::way_between(s4u::Host* from, s4u::Host* to) {
    if (from == to) return {};
    std::vector<s4u::Link*> links;
    double latency = 0.0;
    from->route_to(to, links, &latency);
    if (links.empty() && latency <= 0.0)  // SimGrid's way of saying so, where it does not crash
        throw ParkError{"there is no route from host \"" + std::string{from->get_name()} + "\" to host \"" +
                        std::string{to->get_name()} + '"'};
    Way way;
    for (s4u::Link* link : links) way.links.push_back(&state_of(link));
    way.further_latency = std::max(0.0, latency - way.latency());
    if (way.further_latency < 1e-12) way.further_latency = 0.0;  // what rounding leaves
    return way;
}

// ---- Orders

void Park::order_server(ServerId id, bool on) {
    const While ours{is_ours_};
    servers_[index(id)].power.order(on);
}

void Park::order_link(LinkId id, double factor) {
    const While ours{is_ours_};
    for (LinkState* link : links_[index(id)]) link->order(factor);
}

void Park::order_site(SiteId id, bool on) {
    const While ours{is_ours_};
    sites_[index(id)].power.order(on);
}

void Park::order_calls(SiteId id, double calls) {
    if (!machines_.voice || id == machines_.ivr_site) return;
    const While ours{is_ours_};
    auto found = ways_of_calls_.find(id);
    if (found == ways_of_calls_.end()) found = ways_of_calls_.emplace(id, find_way(id, machines_.ivr_site)).first;
    const double more = (calls - std::exchange(calls_[index(id)], calls)) * machines_.voice->bytes_per_second;
    for (const Way* way : {&found->second.there, &found->second.back}) {
        for (LinkState* link : way->links) {
            if (link->is_shared()) link->add_voice(more);
        }
    }
}

// ---- What the platform file does of its own accord

void Park::listen() {
    s4u::Host::on_state_change_cb([this](const s4u::Host& host) {
        if (is_ours_) return;
        for (HostState& site : sites_) {
            if (site.host() == &host) site.power.note_own_change();
        }
        for (std::size_t i = 0; i < servers_.size(); ++i) {
            if (servers_[i].host() != &host) continue;
            servers_[i].power.note_own_change();
            note_server(i);
        }
    });
    s4u::Host::on_speed_change_cb([this](const s4u::Host& host) {
        for (std::size_t i = 0; !is_ours_ && i < servers_.size(); ++i) {
            if (servers_[i].host() == &host) note_server(i);
        }
    });
    const auto link_changes = [this](const s4u::Link& link) {
        for (std::size_t i = 0; !is_ours_ && i < links_.size(); ++i) {
            for (LinkState* part : links_[i]) {
                if (part->link() != &link) continue;
                part->power.note_own_change();
                note_link(i);
            }
        }
    };
    s4u::Link::on_state_change_cb(link_changes);
    s4u::Link::on_bandwidth_change_cb(link_changes);
}

void Park::note_what_is_so_from_the_start() {
    for (std::size_t i = 0; i < servers_.size(); ++i) {
        servers_[i].power.note_own_change();
        if (servers_[i].own_speed() != 1.0) note_server(i);
    }
    for (HostState& site : sites_) site.power.note_own_change();
    for (std::size_t i = 0; i < links_.size(); ++i) {
        for (LinkState* part : links_[i]) part->power.note_own_change();
        const bool is_full = std::all_of(links_[i].begin(), links_[i].end(),
                                         [](const LinkState* part) { return part->own_speed() == 1.0; });
        if (!is_full) note_link(i);
    }
}

void Park::note_server(std::size_t place) {
    note({s4u::Engine::get_clock(), model::MachineEvent::Kind::server_speed, static_cast<std::uint16_t>(place),
          servers_[place].own_speed()});
}

void Park::note_link(std::size_t place) {
    double least = links_[place].front()->own_speed();
    for (const LinkState* part : links_[place]) least = std::min(least, part->own_speed());
    note({s4u::Engine::get_clock(), model::MachineEvent::Kind::link_speed, static_cast<std::uint16_t>(place), least});
}

void Park::note(const OwnChange& change) {
    own_changes_.push_back(change);
    if (on_own_change) on_own_change(change.date);
}

/// What has come on although it was ordered off, goes off again.
std::vector<OwnChange> Park::take_own_changes() {
    const While ours{is_ours_};
    for (HostState& site : sites_) site.power.put_right();
    for (HostState& server : servers_) server.power.put_right();
    for (const auto& [link, state] : link_states_) state->power.put_right();
    return std::exchange(own_changes_, {});
}

}  // namespace floorwalker::infra
