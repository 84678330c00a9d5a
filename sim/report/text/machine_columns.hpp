#pragma once

#include <string>
#include <vector>

#include "sim/report/text/table.hpp"

namespace floorwalker::report {

/// Response times are told in seconds with two decimals, or in milliseconds where all are below one.
enum class ResponseUnit { seconds, milliseconds };

ResponseUnit unit_for(const std::vector<Estimate>& values);

/// The unit follows the header.
Column responses(const std::string& header, const std::vector<Estimate>& values, ResponseUnit unit);

}  // namespace floorwalker::report
