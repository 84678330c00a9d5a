#pragma once

#include <vector>

#include <floorwalker/ids.hpp>

namespace floorwalker {
struct Scenario;
}

namespace floorwalker::infra {

/// Somebody at the site asks the server.
struct WayNeeded {
    SiteId site{};
    ServerId server{};
};

/// Each once, by site, then by server.
std::vector<WayNeeded> ways_needed(const Scenario& scenario);

}  // namespace floorwalker::infra
