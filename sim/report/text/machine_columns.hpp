#pragma once

#include <string>
#include <vector>

#include "sim/report/text/table.hpp"

namespace floorwalker::report {

/// Response times: in seconds with two decimals, or in milliseconds where all are below one. The unit follows the
/// header.
Column responses(std::string header, const std::vector<Estimate>& values);

}  // namespace floorwalker::report
