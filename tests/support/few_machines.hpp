#pragma once

#include <string>
#include <utility>

#include <floorwalker/scenario.hpp>

/// Machines behind small centres.
namespace floorwalker::support {

inline Site site(std::string id) {
    Site site;
    site.id = std::move(id);
    return site;
}

inline Link link_between(std::string id, SiteId from, SiteId to) {
    Link link;
    link.id = std::move(id);
    link.from = from;
    link.to = to;
    return link;
}

inline Server server(std::string id, SiteId site, std::int64_t cores = 1, double speed = 1.0) {
    Server server;
    server.id = std::move(id);
    server.site = site;
    server.cores = cores;
    server.speed = speed;
    return server;
}

/// Two sites with a link between them.
inline Infrastructure two_sites() {
    Infrastructure machines;
    machines.sites = {site("here"), site("there")};
    machines.links = {link_between("wire", SiteId{0}, SiteId{1})};
    return machines;
}

}  // namespace floorwalker::support
