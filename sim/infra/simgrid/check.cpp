#include "sim/infra/simgrid/check.hpp"

#include <exception>
#include <string>

#include "sim/infra/simgrid/park.hpp"

namespace floorwalker::infra {
namespace {

void check_speeds(FrameWriter& frames) {
    for (const s4u::Link* link : s4u::Engine::get_instance()->get_all_links()) {
        if (!(link->get_bandwidth() > 0.0)) frames.problem("link \"" + link->get_name() + "\" has no bandwidth");
    }
    for (const s4u::Host* host : s4u::Engine::get_instance()->get_all_hosts()) {
        if (!(host->get_speed() > 0.0)) frames.problem("host \"" + std::string{host->get_name()} + "\" has no speed");
    }
}

void check_way(Park& park, const WayNeeded& way, FrameWriter& frames) {
    const Infrastructure& machines = park.machines();
    const std::string what = "site \"" + machines.sites[index(way.site)].id + "\" and server \"" +
                             machines.servers[index(way.server)].id + "\"";
    frames.step("the route between " + what);
    try {
        park.way(way.site, way.server);
    } catch (const std::exception&) {
        frames.problem("there is no route between " + what);
    }
}

}  // namespace

void check_park(const Infrastructure& machines, const std::vector<WayNeeded>& ways, FrameWriter& frames) {
    frames.step("the platform");
    Park park{machines};
    check_speeds(frames);
    for (const WayNeeded& way : ways) check_way(park, way, frames);
}

}  // namespace floorwalker::infra
