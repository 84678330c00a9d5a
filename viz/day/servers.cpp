#include "viz/day/servers.hpp"

namespace floorwalker::viz {
namespace {

void advance_one(ServerNow& server, TimePoint now) {
    const double seconds = to_seconds(now - server.since);
    server.present_s += server.present * seconds;
    if (server.speed == 0.0) server.off_s += seconds;
    server.since = now;
}

}  // namespace

void Servers::operator()(const ServerLoad& fact) {
    ServerNow& server = servers_[index(fact.server)];
    advance_one(server, fact.at);
    server.present = fact.present;
}

void Servers::operator()(const MachineChanged& fact) {
    if (fact.kind != MachineKind::server) return;
    ServerNow& server = servers_[fact.machine];
    advance_one(server, fact.at);
    server.speed = fact.speed;
}

void Servers::operator()(const LookedUp& fact) {
    ServerNow& server = servers_[index(fact.server)];
    ++server.look_ups;
    if (fact.end == LookUpEnd::answered) server.took_s += to_seconds(fact.took);
    if (fact.end == LookUpEnd::failed) ++server.failed;
}

void Servers::advance(TimePoint now) {
    for (ServerNow& server : servers_) advance_one(server, now);
}

ServerSpan between(const ServerNow& before, const ServerNow& after) {
    ServerSpan span;
    const double seconds = to_seconds(after.since - before.since);
    span.look_ups = after.look_ups - before.look_ups;
    span.failed = after.failed - before.failed;
    if (seconds > 0) {
        span.present = (after.present_s - before.present_s) / seconds;
        span.off = (after.off_s - before.off_s) / seconds;
    }
    if (span.look_ups > span.failed)
        span.took_s = (after.took_s - before.took_s) / static_cast<double>(span.look_ups - span.failed);
    return span;
}

}  // namespace floorwalker::viz
