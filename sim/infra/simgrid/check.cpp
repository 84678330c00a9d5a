#include "sim/infra/simgrid/check.hpp"

#include <exception>
#include <set>
#include <string>

#include "sim/infra/simgrid/park.hpp"

namespace floorwalker::infra {
namespace {

/// As the file calls it: of a link with two directions SimGrid makes two.
std::string name_in_file(const std::string& link) {
    for (const std::string suffix : {"_UP", "_DOWN"}) {
        if (link.ends_with(suffix)) return link.substr(0, link.size() - suffix.size());
    }
    return link;
}

void check_links(FrameWriter& frames) {
    std::set<std::string> without_bandwidth;
    std::set<std::string> without_latency;
    for (const s4u::Link* link : s4u::Engine::get_instance()->get_all_links()) {
        if (!(link->get_bandwidth() > 0.0)) without_bandwidth.insert(name_in_file(link->get_name()));
        if (!(link->get_latency() >= 0.0)) without_latency.insert(name_in_file(link->get_name()));
    }
    for (const std::string& name : without_bandwidth)
        frames.problem("link \"" + name + "\" has no bandwidth: it must be above 0");
    for (const std::string& name : without_latency) frames.problem("link \"" + name + "\" has a latency below 0");
}

void check_hosts(FrameWriter& frames) {
    for (const s4u::Host* host : s4u::Engine::get_instance()->get_all_hosts()) {
        if (!(host->get_speed() > 0.0))
            frames.problem("host \"" + std::string{host->get_name()} + "\" has no speed: it must be above 0");
    }
}

void check_way(Park& park, const WayNeeded& way, FrameWriter& frames) {
    const Infrastructure& machines = park.machines();
    const std::string what = "there is no route between site \"" + machines.sites[index(way.site)].id +
                             "\" and server \"" + machines.servers[index(way.server)].id + "\"";
    frames.step(what);  // it is the problem when SimGrid does not survive the question
    try {
        park.way(way.site, way.server);
    } catch (const std::exception&) {
        frames.problem(what);
    }
}

}  // namespace

void check_park(const Infrastructure& machines, const std::vector<WayNeeded>& ways, FrameWriter& frames) {
    Park park{machines};
    check_links(frames);
    check_hosts(frames);
    for (const WayNeeded& way : ways) check_way(park, way, frames);
}

}  // namespace floorwalker::infra
