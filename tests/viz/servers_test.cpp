#include "viz/day/servers.hpp"

#include <catch2/catch.hpp>

/// What the rows above the timeline are made of, by hand.
namespace floorwalker::viz {
namespace {

using namespace std::chrono_literals;

TimePoint at(Duration of_day) { return TimePoint{of_day}; }

Servers two_servers() {
    Scenario scenario;
    scenario.infrastructure.servers.resize(2);
    return Servers{scenario};
}

LookedUp look_up(LookUpEnd end, Duration took) {
    LookedUp one;
    one.server = ServerId{0};
    one.took = took;
    one.end = end;
    return one;
}

}  // namespace

TEST_CASE("a server's row shows how many look-ups it had at once, on average", "[viz][servers]") {
    Servers servers = two_servers();
    servers({at(10s), ServerId{0}, 2});
    servers({at(30s), ServerId{0}, 1});
    servers.advance(at(40s));
    const ServerNow first = servers.all()[0];
    CHECK(first.present == 1);
    CHECK(first.present_s == Approx(2 * 20 + 1 * 10));
    CHECK(servers.all()[1].present_s == 0);
    servers({at(60s), ServerId{0}, 0});
    servers.advance(at(80s));
    // From 40 s to 80 s: one look-up for 20 s.
    CHECK(between(first, servers.all()[0]).present == Approx(20.0 / 40));
}

TEST_CASE("a server's row shows when it was off, and how look-ups went", "[viz][servers]") {
    Servers servers = two_servers();
    servers.advance(at(10s));
    const ServerNow before = servers.all()[0];
    servers(MachineChanged{at(20s), MachineKind::server, 0, 0.0});
    servers(MachineChanged{at(25s), MachineKind::link, 0, 0.0});  // no server
    servers(look_up(LookUpEnd::failed, 22s));
    servers(look_up(LookUpEnd::answered, 4s));
    servers(look_up(LookUpEnd::answered, 2s));
    servers(MachineChanged{at(35s), MachineKind::server, 0, 0.5});
    servers.advance(at(50s));
    const ServerSpan span = between(before, servers.all()[0]);
    CHECK(span.off == Approx(15.0 / 40));
    CHECK(span.look_ups == 3);
    CHECK(span.failed == 1);
    CHECK(span.took_s == Approx(3.0));
    CHECK(servers.all()[0].speed == 0.5);
}

}  // namespace floorwalker::viz
