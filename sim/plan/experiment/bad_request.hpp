#pragma once

#include <stdexcept>

namespace floorwalker::plan {

/// What was asked for cannot be done. `what()` says what is wrong and what would be right.
struct BadRequest : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace floorwalker::plan
