#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <floorwalker/infrastructure.hpp>

#include "sim/infra/simgrid/machine_states.hpp"
#include "sim/model/machines/log.hpp"

/// The machines of a scenario as hosts, links and routes of SimGrid.
namespace floorwalker::infra {

/// What the scenario wants of its machines is not there.
class ParkError : public std::runtime_error {
public:
    explicit ParkError(const std::string& problem) : ParkError{std::vector{problem}} {}
    explicit ParkError(std::vector<std::string> problems)
        : std::runtime_error{problems.front()}, problems_{std::move(problems)} {}

    const std::vector<std::string>& problems() const { return problems_; }

private:
    std::vector<std::string> problems_;
};

/// From one host to another.
struct Way {
    std::vector<LinkState*> links;
    double further_latency = 0.0;  // beside that of the links

    double latency() const;
    bool is_open() const;
};

struct WayBothWays {
    Way there;
    Way back;
};

/// A machine that the platform file has changed of its own accord.
struct OwnChange {
    double date = 0.0;
    model::MachineEvent::Kind kind{};  // server_speed, link_speed
    std::uint16_t machine = 0;
    double value = 0.0;
};

class Park {
public:
    /// Throws ParkError. Where SimGrid does not like the platform file it ends the process.
    explicit Park(const Infrastructure& machines);
    Park(const Park&) = delete;
    Park& operator=(const Park&) = delete;
    ~Park() = default;

    const Infrastructure& machines() const { return machines_; }
    s4u::Host* site(SiteId id) { return sites_[index(id)].host(); }
    s4u::Host* server(ServerId id) { return servers_[index(id)].host(); }

    /// None when they are at the same place. Throws ParkError where no way leads.
    const WayBothWays* way(SiteId site, ServerId server);

    void order_server(ServerId id, bool on);
    void order_link(LinkId id, double factor);
    void order_site(SiteId id, bool on);
    void order_calls(SiteId id, double calls);

    /// Since the last call, in order.
    std::vector<OwnChange> take_own_changes();
    bool has_own_changes() const { return !own_changes_.empty(); }

    /// Called when the platform file changes something, while SimGrid is at it.
    std::function<void(double date)> on_own_change;

private:
    void build();
    void build_links();
    void build_routes();
    void load();
    void listen();
    void note_server(std::size_t place);
    void note_link(std::size_t place);
    void note(const OwnChange& change);

    void note_what_is_so_from_the_start();

    LinkState& state_of(s4u::Link* link);
    Way way_between(s4u::Host* from, s4u::Host* to);
    Way way_of(const std::vector<LinkId>& links, SiteId from) const;
    WayBothWays find_way(SiteId site, ServerId server);
    WayBothWays find_way(SiteId site, SiteId other);

    Infrastructure machines_;
    std::vector<HostState> sites_;
    std::vector<HostState> servers_;
    std::vector<std::vector<LinkState*>> links_;  // those that make up a link: one, or one a direction
    std::map<s4u::Link*, std::unique_ptr<LinkState>> link_states_;
    std::vector<std::optional<WayBothWays>> ways_;  // from site to server, row by row; found when first needed
    std::map<SiteId, WayBothWays> ways_of_calls_;
    std::vector<double> calls_;  // by site
    std::vector<OwnChange> own_changes_;
    bool is_ours_ = false;  // what changes now, we change
};

}  // namespace floorwalker::infra
