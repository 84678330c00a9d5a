#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace floorwalker::report {

/// A bar of eighth blocks, always `cells` columns wide, for a share from 0 to 1. Where the bar ends short of `target`,
/// a thin line shows how far it should have come.
std::string bar(double share, std::size_t cells, std::optional<double> target = {});

}  // namespace floorwalker::report
