#include "sim/measure/machines/machine_tally.hpp"

#include <algorithm>

namespace floorwalker::measure {
namespace {

/// Adds a length of time in which the machine had that speed.
void add_time(StateCell& cell, std::int64_t length, double speed) {
    cell.open_us += length;
    if (speed <= 0) cell.down_us += length;
    if (speed > 0 && speed < 1) cell.slow_us += length;
}

}  // namespace

void StateCell::add(const StateCell& other) {
    open_us += other.open_us;
    down_us += other.down_us;
    slow_us += other.slow_us;
}

void ServerCell::add(const ServerCell& other) {
    look_ups += other.look_ups;
    failed += other.failed;
    given_up += other.given_up;
    tries += other.tries;
    response_us += other.response_us;
    alone_us += other.alone_us;
    present_us += other.present_us;
    busy_us += other.busy_us;
    most_present = std::max(most_present, other.most_present);
    state.add(other.state);
}

MachineTally::MachineTally(const MachineSettings& settings)
    : settings_{&settings},
      servers_(settings.servers.size()),
      links_(settings.links),
      sites_(settings.sites),
      row_{settings.intervals},
      is_measured_{settings.warm_up_days == 0} {
    for (ServerNow& server : servers_) server.rows.resize(settings.intervals + 1);
}

void MachineTally::add(const DayOpened& fact) {
    pass(fact.at);
    row_ = 0;
    is_measured_ = fact.day >= settings_->warm_up_days;
}

void MachineTally::add(const IntervalBegan& fact) {
    pass(fact.at);
    row_ = fact.interval;
}

void MachineTally::add(const LookedUp& fact) {
    if (!is_measured_) return;
    ServerNow& server = servers_[index(fact.server)];
    ServerCell& cell = server.rows[row_];
    if (fact.end == LookUpEnd::given_up) {
        ++cell.given_up;
        return;
    }
    ++cell.look_ups;
    cell.tries += fact.tries;
    if (fact.end == LookUpEnd::failed) {
        ++cell.failed;
        return;
    }
    cell.response_us += fact.took.count();
    cell.alone_us += alone_us(fact);
    server.responses.add(fact.took * kHistogramScale);
}

void MachineTally::add(const ServerLoad& fact) {
    ServerNow& server = servers_[index(fact.server)];
    pass(server, index(fact.server), fact.at);
    server.present = fact.present;
    if (!is_measured_) return;
    ServerCell& cell = server.rows[row_];
    cell.most_present = std::max(cell.most_present, server.present);
}

void MachineTally::add(const MachineChanged& fact) {
    switch (fact.kind) {
    case MachineKind::server:
        pass(servers_[fact.machine], fact.machine, fact.at);
        servers_[fact.machine].speed = fact.speed;
        break;
    case MachineKind::link:
        pass(links_[fact.machine], fact.at);
        links_[fact.machine].speed = fact.speed;
        break;
    case MachineKind::site:
        pass(sites_[fact.machine], fact.at);
        sites_[fact.machine].speed = fact.speed;
        break;
    }
}

ServerCell MachineTally::sum(ServerId server) const {
    ServerCell all;
    for (const ServerCell& row : rows(server)) all.add(row);
    return all;
}

// Brings all integrals up to now; the row that was is over.
void MachineTally::pass(TimePoint now) {
    for (std::size_t s = 0; s < servers_.size(); ++s) pass(servers_[s], s, now);
    for (MachineNow& link : links_) pass(link, now);
    for (MachineNow& site : sites_) pass(site, now);
}

void MachineTally::pass(ServerNow& server, std::size_t place, TimePoint now) const {
    const std::int64_t length = (now - server.since).count();
    server.since = now;
    if (!is_measured_ || !is_open()) return;
    ServerCell& cell = server.rows[row_];
    const auto present = static_cast<double>(server.present);
    cell.present_us += server.present * length;
    cell.most_present = std::max(cell.most_present, server.present);
    if (server.speed > 0)
        cell.busy_us += std::min(present, settings_->servers[place].cores) * static_cast<double>(length);
    add_time(cell.state, length, server.speed);
}

void MachineTally::pass(MachineNow& machine, TimePoint now) const {
    const std::int64_t length = (now - machine.since).count();
    machine.since = now;
    if (is_measured_ && is_open()) add_time(machine.cell, length, machine.speed);
}

double MachineTally::alone_us(const LookedUp& fact) const {
    const ServerSettings& server = settings_->servers[index(fact.server)];
    if (fact.by == LookUpBy::ivr) return server.ivr_alone_us;
    return server.agents_alone_us[index(fact.contact.call_type)][static_cast<std::size_t>(fact.when)];
}

}  // namespace floorwalker::measure
