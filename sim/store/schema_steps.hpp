#pragma once

#include <string_view>

namespace floorwalker::store {

/// The tables: from an empty file to schema version 1.
extern const std::string_view kSchema1;

/// The views over the tables of the latest schema version.
extern const std::string_view kViews;

}  // namespace floorwalker::store
