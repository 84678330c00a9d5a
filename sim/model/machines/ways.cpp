#include "sim/model/machines/ways.hpp"

#include <algorithm>
#include <deque>

namespace floorwalker::model {

std::optional<std::vector<LinkId>> way_between(const Infrastructure& infrastructure, SiteId from, SiteId to) {
    constexpr std::size_t kNoLink = static_cast<std::size_t>(-1);
    const auto& links = infrastructure.links;
    std::vector<std::size_t> came_by(infrastructure.sites.size(), kNoLink);
    std::vector<bool> is_known(infrastructure.sites.size(), false);
    std::deque<SiteId> next{from};
    is_known[index(from)] = true;
    while (!next.empty() && !is_known[index(to)]) {
        const SiteId here = next.front();
        next.pop_front();
        for (std::size_t i = 0; i < links.size(); ++i) {
            if (links[i].from != here && links[i].to != here) continue;
            const SiteId there = links[i].from == here ? links[i].to : links[i].from;
            if (is_known[index(there)]) continue;
            is_known[index(there)] = true;
            came_by[index(there)] = i;
            next.push_back(there);
        }
    }
    if (!is_known[index(to)]) return std::nullopt;
    std::vector<LinkId> way;
    for (SiteId at = to; at != from;) {
        const std::size_t link = came_by[index(at)];
        way.push_back(LinkId(static_cast<std::uint16_t>(link)));
        at = links[link].from == at ? links[link].to : links[link].from;
    }
    std::reverse(way.begin(), way.end());
    return way;
}

}  // namespace floorwalker::model
