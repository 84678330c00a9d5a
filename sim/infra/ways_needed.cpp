#include "sim/infra/ways_needed.hpp"

#include <set>
#include <utility>

#include <floorwalker/scenario.hpp>

#include "sim/model/machine_rules.hpp"

namespace floorwalker::infra {

std::vector<WayNeeded> ways_needed(const Scenario& scenario) {
    std::set<std::pair<SiteId, ServerId>> ways;
    for (const model::WayNeeded& one : model::ways_needed(scenario)) ways.emplace(one.from, one.server);
    std::vector<WayNeeded> needed;
    for (const auto& [site, server] : ways) needed.push_back({site, server});
    return needed;
}

}  // namespace floorwalker::infra
