#pragma once

#include <optional>
#include <vector>

#include <floorwalker/infrastructure.hpp>

namespace floorwalker::model {

/// The links from one site to another: as few as possible, and of such ways the one whose links come first in the
/// table. None: no link leads there. Of a site to itself: no links.
std::optional<std::vector<LinkId>> way_between(const Infrastructure& infrastructure, SiteId from, SiteId to);

}  // namespace floorwalker::model
